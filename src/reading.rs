//! Computes what an article does not say itself: the language of its text, its words, its reading time, its breadcrumb.

use crate::article::{Article, Block, BlockKind, Cell, Inline, Named, counted_text, plain_text};
use crate::locale::Locale;
use crate::network::address::{Purpose, resolve};
use crate::text::number::digits;
use crate::text::reading_time::{Tally, minutes, word_count};
use crate::text::script::{Verdict, dominant_script, language_for};
use crate::text::search::concat;

/// A sample of an article's text, long enough to tell its script.
fn sample(article: &Article) -> String {
    let mut text = article.title.clone();
    for block in article.body.iter().take(20) {
        if let BlockKind::Paragraph { content } = &block.kind {
            text.push(' ');
            plain_text(content, &mut text);
        }
    }
    text
}

/// The language of title and body: the one that the data state, else the interface's. If the text's script
/// contradicts it, a language of that script.
pub fn content_language(article: &Article, interface: &str) -> String {
    let declared = article.language.as_deref().unwrap_or(interface);
    let Some(script) = dominant_script(&sample(article)) else { return declared.to_owned() };
    match language_for(declared, script) {
        Verdict::Agrees => declared.to_owned(),
        Verdict::Is(language) => language.to_owned(),
        // Latin letters under an Arabic interface may be any language, and `und` means unknown.
        Verdict::Unknown => match language_for(interface, script) {
            Verdict::Agrees => interface.to_owned(),
            _ => "und".to_owned(),
        },
    }
}

/// Counts words and minutes, with a `lead` image if there is one, and stores them in the article.
pub fn measure(article: &mut Article, lead: bool, language: &str, words_per_minute: Option<u32>) -> u32 {
    let mut tally = Tally::default();
    if lead {
        tally.image();
    }
    blocks(&mut tally, &article.body);
    tell(article, &tally, language, words_per_minute)
}

/// Stores what was counted in the article, and returns the minutes.
pub fn tell(article: &mut Article, tally: &Tally, language: &str, words_per_minute: Option<u32>) -> u32 {
    let minutes = minutes(tally, language, words_per_minute);
    article.word_count = word_count(tally);
    article.time_required = Some(concat(&["PT", &digits(minutes), "M"]));
    minutes
}

fn blocks(tally: &mut Tally, list: &[Block]) {
    for block in list {
        match &block.kind {
            BlockKind::Paragraph { content } | BlockKind::Heading { content, .. } => text(tally, content),
            BlockKind::List { items, .. } => items.iter().for_each(|item| blocks(tally, item)),
            BlockKind::Definitions { items } => {
                for item in items {
                    item.terms.iter().for_each(|term| text(tally, term));
                    blocks(tally, &item.body);
                }
            }
            BlockKind::Image(image) => {
                tally.image();
                text(tally, &image.caption);
            }
            BlockKind::Gallery { images, caption } => {
                for image in images {
                    tally.image();
                    text(tally, &image.caption);
                }
                text(tally, caption);
            }
            BlockKind::Quote { body, cite } => {
                blocks(tally, body);
                text(tally, cite);
            }
            // A pull quote repeats text of the article.
            BlockKind::PullQuote { .. } | BlockKind::Divider {} => {}
            BlockKind::Table { head, rows, caption, .. } => {
                let mut count = 0;
                let mut row = |cells: &[Cell]| {
                    count += cells.len();
                    cells.iter().for_each(|cell| match cell {
                        Cell::Text(content) => text(tally, content),
                        Cell::Blocks { blocks } => self::blocks(tally, blocks),
                    });
                };
                row(head);
                rows.iter().for_each(|cells| row(cells));
                tally.cells(count as u32);
                text(tally, caption);
            }
            BlockKind::Code { text, .. } => tally.code(text),
            BlockKind::Audio(media) | BlockKind::Video(media) => {
                tally.media(media.duration);
                text(tally, &media.caption);
            }
            BlockKind::Embed { title, .. } => {
                if let Some(title) = title {
                    tally.text(title);
                }
            }
            BlockKind::Callout { title, body } => {
                if let Some(title) = title {
                    tally.text(title);
                }
                blocks(tally, body);
            }
            BlockKind::Details { summary, body } => {
                text(tally, summary);
                blocks(tally, body);
            }
        }
    }
}

fn text(tally: &mut Tally, content: &[Inline]) {
    let mut line = String::new();
    counted_text(content, &mut line);
    tally.text(&line);
}

/// Gives an article without a breadcrumb one of home and section. (The page shows the title as its last entry.)
pub fn add_breadcrumb(article: &mut Article, locale: &Locale) {
    if !article.breadcrumbs.is_empty() {
        return;
    }
    let Some(url) = &article.url else { return };
    let home = resolve("/", Some(url), Purpose::Page);
    article.breadcrumbs.push(Named { name: locale.text("home"), url: home });
    if let Some(section) = &article.section {
        article.breadcrumbs.push(section.clone());
    }
}
