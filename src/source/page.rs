//! Reads an article that the page itself holds. Its text stays where it is. `src/element/page.js` has gathered what
//! the page says of it and what there is to read. Neither HTML nor JSON-LD is read here, so the code for these need
//! not be loaded.

use super::Context;
use super::native::{address, named, named_list};
use crate::article::{
    Access, Article, Block, BlockKind, Comments, Correction, Image, Inline, Label, Summary,
};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::wordpress::route;
use crate::text::language;
use crate::text::reading_time::Tally;

/// The article, with a paragraph for each line of its text, and the counts for its reading time.
pub fn article(json: &Json, context: &Context) -> (Article, Tally) {
    let url = address(json, "url", context.base.as_ref(), Purpose::Page);
    let base = url.as_ref().or(context.base.as_ref());
    let text = json.get("text");
    let article = Article {
        id: json.identifier("id"),
        language: json.line("language").and_then(|tag| language::tag(&tag)),
        breadcrumbs: named_list(&json.get("breadcrumbs"), base),
        section: named(&json.get("section"), base),
        tags: named_list(&json.get("tags"), base),
        label: json.line("kind").map(|kind| Label { kind, text: None }),
        correction: correction(&json.get("correction")),
        access: if json.line("access").is_some() { Access::Subscriber } else { Access::Free },
        title: json.line("title").unwrap_or_default(),
        summary: json.line("summary").map(Summary::Text),
        authors: named_list(&json.get("authors"), base),
        published_at: json.line("publishedAt"),
        modified_at: json.line("modifiedAt"),
        image: image(&json.get("image"), base),
        body: text.get("lines").items().iter().filter_map(paragraph).collect(),
        comments: comments(json, base),
        url,
        ..Article::default()
    };
    let tally = tally(&text, &article.body);
    (article, tally)
}

fn paragraph(line: &Json) -> Option<Block> {
    Some(BlockKind::Paragraph { content: vec![Inline::Text(line.text()?)] }.into())
}

fn correction(json: &Json) -> Option<Correction> {
    Some(Correction { date: json.line("date"), text: json.line("text")? })
}

fn image(json: &Json, base: Option<&Address>) -> Option<Image> {
    let mut image = Image::new(address(json, "src", base, Purpose::Image)?);
    image.width = json.count("width").filter(|px| *px > 0);
    image.height = json.count("height").filter(|px| *px > 0);
    image.alt = json.line("alt").unwrap_or_default();
    Some(image)
}

/// The number of comments, and the address of WordPress' list. (In JSON-LD the address of a discussion is a page for
/// readers.)
fn comments(json: &Json, base: Option<&Address>) -> Option<Comments> {
    let count = json.count("count");
    let url = json.line("comments").and_then(|raw| resolve(&raw, base, Purpose::Endpoint));
    let url = url.filter(route::is_comments);
    if count.is_none() && url.is_none() {
        return None;
    }
    Some(Comments { action: None, open: true, count, url, notice: Vec::new() })
}

fn tally(text: &Json, lines: &[Block]) -> Tally {
    let mut tally = Tally::default();
    for block in lines {
        if let BlockKind::Paragraph { content } = &block.kind
            && let Some(Inline::Text(line)) = content.first()
        {
            tally.text(line);
        }
    }
    for listing in text.get("code").items() {
        tally.code(&listing.text().unwrap_or_default());
    }
    for cells in text.get("tables").items() {
        tally.cells(cells.whole().unwrap_or_default());
    }
    for _ in 0..text.count("images").unwrap_or_default() {
        tally.image();
    }
    for seconds in text.get("media").items() {
        tally.media(seconds.whole());
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::reading_time::{minutes, word_count};

    fn read(json: &str) -> (Article, Tally) {
        let base = resolve("https://page.example/path", None, Purpose::Page);
        article(&Json::parse(json).unwrap(), &Context { base, ..Context::default() })
    }

    #[test]
    fn what_the_page_says_becomes_an_article_and_its_text_is_counted() {
        let (article, tally) = read(
            r#"{"title": "Le titre", "url": "/un", "id": 7, "section": "Ville", "tags": ["Train", {"name": "Tram", "url": "/t"}],
                "kind": "opinion", "access": "subscriber", "publishedAt": "2026-03-21", "image": {"src": "/a.jpg", "width": 640},
                "authors": [{"name": "Salma"}], "count": 3, "comments": "/wp-json/wp/v2/comments?post=7",
                "text": {"lines": ["Un deux trois.", "Quatre"], "code": ["a\n\nb"], "tables": [4], "images": 2, "media": [30, null]}}"#,
        );
        assert_eq!(article.url.as_ref().map(Address::as_str), Some("https://page.example/un"));
        assert_eq!((article.id.as_deref(), article.tags.len(), article.authors.len()), (Some("7"), 2, 1));
        assert_eq!(article.label.map(|label| label.kind).as_deref(), Some("opinion"));
        assert_eq!(article.access, Access::Subscriber);
        assert_eq!(article.image.and_then(|image| image.width), Some(640));
        let comments = article.comments.expect("comments");
        assert_eq!((comments.count, comments.url.is_some()), (Some(3), true));
        assert_eq!((word_count(&tally), article.body.len()), (4, 2));
        // Two listings' lines, half of four cells, 12 and 11 seconds of pictures, half a minute and another picture's 10.
        assert_eq!(tally.seconds, 4 + 2 + 12 + 11 + 30 + 10);
        assert_eq!(minutes(&tally, "fr", None), 2);
    }

    #[test]
    fn what_is_of_another_type_is_not_there() {
        let (article, tally) = read(
            r#"{"title": 1, "url": "javascript:alert(1)", "tags": {}, "image": "x", "comments": "https://page.example/forum", "text": {"lines": [1, {}], "images": -1, "tables": "x"}}"#,
        );
        assert_eq!((article.title.as_str(), article.url, article.comments.is_none()), ("", None, true));
        assert_eq!((article.body.len(), tally), (0, Tally::default()));
    }
}
