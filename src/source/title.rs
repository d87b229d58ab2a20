//! The title of an article without one, such as notes of small blogs: its first words.

use crate::article::{Block, BlockKind, Inline, Span, SpanKind, plain_text};
use crate::text::character::is_mark;
use crate::text::search::{trimmed, trimmed_end};

/// The number of characters after which such a title ends with the word, or after twice as many within a word,
/// because scripts without spaces have no ends of words.
const TITLE: usize = 60;

/// The title of an article: its own, else the first words of its body, else those of its summary.
pub(super) fn title(own: Option<String>, body: &[Block], summary: Option<&str>) -> Option<String> {
    own.or_else(|| opening(body)).or_else(|| first_words(summary?))
}

/// The title on a card: its own, else the first words of the summary. If these are all of the summary, it is not
/// shown again.
pub(super) fn on_card(own: Option<String>, summary: &mut Option<String>) -> Option<String> {
    if own.is_some() {
        return own;
    }
    let words = first_words(summary.as_deref()?);
    if words == *summary {
        *summary = None;
    }
    words
}

/// The first words of a body, at any depth. On a card they are the summary of an article without one.
pub(super) fn opening(body: &[Block]) -> Option<String> {
    for block in body {
        let found = match &block.kind {
            BlockKind::Paragraph { content }
            | BlockKind::Heading { content, .. }
            | BlockKind::PullQuote { content, .. } => first_line(content),
            BlockKind::Image(image) => first_line(&image.caption),
            BlockKind::Gallery { images, caption } => {
                first_line(caption).or_else(|| images.iter().find_map(|image| first_line(&image.caption)))
            }
            BlockKind::Audio(media) | BlockKind::Video(media) => first_line(&media.caption),
            BlockKind::Embed { title, .. } => title.as_deref().and_then(first_words),
            BlockKind::Code { text, .. } => first_words(text),
            BlockKind::Quote { body, .. } => opening(body),
            BlockKind::Callout { title, body } => {
                title.as_deref().and_then(first_words).or_else(|| opening(body))
            }
            BlockKind::Details { summary, body } => first_line(summary).or_else(|| opening(body)),
            BlockKind::List { items, .. } => items.iter().find_map(|item| opening(item)),
            BlockKind::Definitions { items } => items.iter().find_map(|item| {
                item.terms.iter().find_map(|term| first_line(term)).or_else(|| opening(&item.body))
            }),
            BlockKind::Table { .. } | BlockKind::Divider {} => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

/// The first words of the first line of running text that is not empty.
fn first_line(content: &[Inline]) -> Option<String> {
    let is_break = |inline: &Inline| matches!(inline, Inline::Span(Span { kind: SpanKind::Br, .. }));
    content.split(is_break).find_map(|line| {
        let mut text = String::new();
        plain_text(line, &mut text);
        first_words(&text)
    })
}

/// The first words of a text; `None` if it is empty.
pub fn first_words(text: &str) -> Option<String> {
    let mut title = String::new();
    let mut is_joined = false;
    for (count, c) in trimmed(text).chars().enumerate() {
        // A grapheme stays whole: a letter with its marks, or joined emoji.
        let may_end = !is_joined && !is_mark(c);
        if count >= TITLE && c.is_whitespace() || count >= 2 * TITLE && may_end || count >= 4 * TITLE {
            return Some(ended(title));
        }
        is_joined = c == '\u{200D}';
        title.push(if c == '\n' { ' ' } else { c });
    }
    (!title.is_empty()).then_some(title)
}

/// Ends a cut title with an ellipsis, without punctuation before it.
fn ended(mut title: String) -> String {
    let mut kept = trimmed_end(&title).len();
    while let Some(shorter) = title.get(..kept).and_then(|text| text.strip_suffix(['.', ',', ';', ':', '…']))
    {
        kept = trimmed_end(shorter).len();
    }
    title.truncate(kept);
    title.push('…');
    title
}

#[cfg(test)]
mod tests {
    use super::{first_words, on_card};

    #[test]
    fn a_short_text_is_its_own_title() {
        assert_eq!(first_words("  Une brève.\n").as_deref(), Some("Une brève."));
        assert_eq!(first_words(" \n"), None);
    }

    #[test]
    fn a_long_one_ends_with_a_word_and_without_its_stop() {
        let title = first_words(&"Le conseil a voté, ".repeat(9)).unwrap();
        assert_eq!(title, "Le conseil a voté, Le conseil a voté, Le conseil a voté, Le conseil…");
        let title = first_words(&"Aujourd’hui. ".repeat(9)).unwrap();
        assert!(title.ends_with("hui. Aujourd’hui…"), "{title}");
    }

    #[test]
    fn without_spaces_it_ends_between_what_a_reader_takes_for_characters() {
        assert_eq!(first_words(&"字".repeat(200)).unwrap().chars().count(), 121);
        let family = "👨\u{200D}👩\u{200D}👧";
        let title = first_words(&family.repeat(60)).unwrap();
        assert_eq!(title, family.repeat(24) + "…");
        let title = first_words(&"ke\u{301}".repeat(90)).unwrap();
        assert!(title.ends_with("ke\u{301}…"), "{title}");
        assert!(first_words(&"\u{301}".repeat(100_000)).unwrap().chars().count() < 300);
    }

    #[test]
    fn a_card_does_not_say_the_same_twice() {
        let mut summary = Some("Bref.".to_owned());
        assert_eq!(on_card(None, &mut summary).as_deref(), Some("Bref."));
        assert_eq!(summary, None);
        let long = "mot ".repeat(90);
        let mut summary = Some(long.clone());
        assert!(on_card(None, &mut summary).unwrap().ends_with("mot…"));
        assert_eq!(summary, Some(long));
    }
}
