//! The parts that a page may style with `::part()`.

/// A part.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// In words: its content.
    pub description: &'static str,
}

const fn part(name: &'static str, description: &'static str) -> Part {
    Part { name, description }
}

/// Every part, in the order of the page.
pub const PARTS: [Part; 66] = [
    part("base", "Everything."),
    part("breadcrumb", "The trail."),
    part("section", "The article's section, above the headline."),
    part("label", "What kind of piece it is; also the label of a form field."),
    part("title", "The headline."),
    part("byline", "Authors and dates."),
    part("author", "One author."),
    part("date", "The date of publication."),
    part("modified", "The date of the last change."),
    part("reading-time", "The computed reading time."),
    part("summary", "The summary."),
    part("image", "The lead image with its caption."),
    part("caption", "What stands under a picture, a table or a recording."),
    part("listen", "The player that reads the article aloud."),
    part("listen-play", "Its button to begin, pause and go on."),
    part("listen-speed", "The choice of its speed."),
    part("listen-step", "The buttons of a voice, to the paragraph before and after."),
    part("contents", "The headings as links."),
    part("contents-link", "One of them; the one being read carries `aria-current`."),
    part("progress", "How far one has read."),
    part("body", "The text."),
    part("paragraph", "A paragraph of the body."),
    part("heading", "A heading of the body."),
    part("quote", "A quotation."),
    part("figure", "A picture, a gallery or a recording of the body."),
    part("table", "A table."),
    part("link", "A link in the text."),
    part("enlarge", "The button that enlarges a picture."),
    part("enlarged", "The dialog with the picture enlarged."),
    part("frame", "Another site's content that was opened in place."),
    part("embed", "The placeholder of another site's content."),
    part("live", "The updates of live coverage."),
    part("update", "One update."),
    part("update-new", "The button that shows the updates that have come since."),
    part("update-key", "An entry of the key events."),
    part("corrections", "What was put right over time."),
    part("tags", "The article's subjects."),
    part("share", "The row of share buttons."),
    part("share-button", "One share button; it carries `data-network`."),
    part("comments", "The comment section."),
    part("comments-prompt", "The link to the comment form."),
    part("comments-order", "The button that turns the order of the comments."),
    part("comment", "One comment."),
    part("comment-link", "The link to a comment, which shows its date."),
    part("comment-reply", "The button that answers a comment."),
    part("comments-more", "The button for more comments, or for another try."),
    part("comment-form", "The comment form."),
    part("newsletter", "The newsletter section."),
    part("form", "The newsletter form."),
    part("newsletter-list", "One of the newsletters to choose from."),
    part("field", "A field of a form, with label and error."),
    part("input", "What is typed into or ticked."),
    part("submit", "The button that sends a form."),
    part("social", "The publisher's social networks."),
    part("related", "The section of related articles."),
    part("related-heading", "Its heading."),
    part("related-list", "The row of cards."),
    part("related-item", "A card."),
    part("related-section", "The section on a card."),
    part("related-title", "The headline on a card."),
    part("related-summary", "The shortened summary on a card."),
    part("related-previous", "The button to the cards before."),
    part("related-next", "The button to the cards after."),
    part("status", "What a section has to say to the reader."),
    part("error", "The sentence that says why there is no article, or what is wrong with a field."),
    part("retry", "The button that tries again."),
];
