//! Blocks written in short, so that a test shows what HTML becomes on one line.

use super::super::blocks;
use crate::article::{Align, Block, BlockKind, Cell, Inline, Media, Span, SpanKind};
use crate::network::address::{Address, Purpose, resolve};
use crate::text::number::digits;

pub(super) fn base() -> Address {
    resolve("https://news.example/maroc/article", None, Purpose::Page).unwrap()
}

pub(super) fn read(html: &str) -> Vec<Block> {
    blocks(html, Some(&base())).unwrap()
}

/// Blocks in short: `p(un [em deux])`.
pub(in crate::source) fn brief(blocks: &[Block]) -> String {
    let mut parts = Vec::new();
    for block in blocks {
        let mut name = match &block.kind {
            BlockKind::Paragraph { content } => format!("p({})", short(content)),
            BlockKind::Heading { level, content } => format!("h{level}({})", short(content)),
            BlockKind::List { ordered, start, reversed, numbering, values, items } => {
                let items: Vec<_> = items.iter().map(|item| brief(item)).collect();
                let name = if *ordered { "ol" } else { "ul" };
                let start = start.map(|start| format!("@{start}")).unwrap_or_default();
                let numbering = numbering.map(|kind| format!(":{}", kind.html())).unwrap_or_default();
                let values: Vec<_> =
                    values.iter().map(|value| value.map_or("-".to_owned(), digits)).collect();
                let values =
                    if values.is_empty() { String::new() } else { format!("[{}]", values.join(",")) };
                let reversed = if *reversed { "-" } else { "" };
                format!("{name}{start}{numbering}{values}{reversed}({})", items.join("; "))
            }
            BlockKind::Definitions { items } => {
                let items: Vec<_> = items
                    .iter()
                    .map(|item| {
                        let terms: Vec<_> = item.terms.iter().map(|term| short(term)).collect();
                        format!("{}: {}", terms.join(", "), brief(&item.body))
                    })
                    .collect();
                format!("dl({})", items.join("; "))
            }
            BlockKind::Image(image) => {
                let href = image.href.as_ref().map(|href| format!(" -> {}", href.path())).unwrap_or_default();
                let caption = if image.caption.is_empty() {
                    String::new()
                } else {
                    format!(" | {}", short(&image.caption))
                };
                let side = image.align.map(|side| format!(":{}", side.name())).unwrap_or_default();
                format!("img{side}({}{href}{caption})", image.src.path())
            }
            BlockKind::Gallery { images, caption } => {
                let images: Vec<_> = images
                    .iter()
                    .map(|image| format!("{} {}", image.src.path(), short(&image.caption)).trim().to_owned())
                    .collect();
                format!("gallery({} | {})", images.join(", "), short(caption))
            }
            BlockKind::Quote { body, cite } => format!("quote({} | {})", brief(body), short(cite)),
            BlockKind::PullQuote { content, cite } => format!("pull({} | {})", short(content), short(cite)),
            BlockKind::Table { head, rows, row_headings, align, caption } => {
                let cell = |cell: &Cell| match cell {
                    Cell::Text(content) => short(content),
                    Cell::Blocks { blocks } => format!("{{{}}}", brief(blocks)),
                };
                let row = |row: &Vec<Cell>| row.iter().map(cell).collect::<Vec<_>>().join(",");
                let rows: Vec<_> = rows.iter().map(row).collect();
                let sides: Vec<_> = align.iter().map(|side| side.map_or("-", Align::name)).collect();
                let sides = if sides.is_empty() { String::new() } else { format!("[{}]", sides.join(",")) };
                let sides = if *row_headings { format!("{sides}[rows]") } else { sides };
                format!("table{sides}({} / {} | {})", row(head), rows.join("; "), short(caption))
            }
            BlockKind::Code { text, language } => {
                format!("code{}({text})", language.as_deref().unwrap_or_default())
            }
            BlockKind::Divider {} => "hr".to_owned(),
            BlockKind::Audio(media) => format!("audio({})", played(media)),
            BlockKind::Video(media) => format!("video({})", played(media)),
            BlockKind::Embed { provider, url, title } => {
                format!("embed({provider} {} {})", url.as_str(), title.as_deref().unwrap_or_default())
                    .replace(" )", ")")
            }
            BlockKind::Callout { title, body } => {
                format!("box({} | {})", title.as_deref().unwrap_or_default(), brief(body))
            }
            BlockKind::Details { summary, body } => format!("details({} | {})", short(summary), brief(body)),
        };
        if let Some(lang) = &block.lang {
            name = format!("{name}:{lang}");
        }
        if let Some(dir) = block.dir {
            name = format!("{name}:{}", dir.name());
        }
        if let Some(anchor) = &block.anchor {
            name = format!("{name}#{anchor}");
        }
        parts.push(name);
    }
    parts.join(" ")
}

/// A recording in short: its address, how many forms it has besides, its tracks, its caption.
fn played(media: &Media) -> String {
    let mut text = media.src.path().to_owned();
    for source in &media.sources {
        text += &format!(" <{} {}>", source.src.path(), source.kind.as_deref().unwrap_or_default());
    }
    for track in &media.tracks {
        let kind = track.kind.as_deref().unwrap_or_default();
        text += &format!(" [{kind}:{} {}]", track.srclang.as_deref().unwrap_or_default(), track.src.path());
    }
    format!("{text} | {}", short(&media.caption))
}

pub(in crate::source) fn short(content: &[Inline]) -> String {
    let mut text = String::new();
    for inline in content {
        match inline {
            Inline::Text(plain) => text.push_str(plain),
            Inline::Span(Span { kind: SpanKind::Br, .. }) => text.push('/'),
            Inline::Span(Span { kind: SpanKind::Image, image: Some(image), .. }) => {
                text.push_str(&format!("[img {} {}]", image.src.path(), image.alt));
            }
            Inline::Span(span) => {
                let name = if span.kind == SpanKind::Link {
                    let href = span.href.as_ref().unwrap();
                    let href = href.as_str().strip_prefix("https://news.example").unwrap_or(href.as_str());
                    let sponsored = if span.sponsored { " sponsored" } else { "" };
                    format!("a {href}{sponsored}{}", if span.button { " button" } else { "" })
                } else if span.display {
                    "math block".to_owned()
                } else {
                    span.kind.tag().to_owned()
                };
                let name = match (name.strip_prefix("a "), &span.anchor) {
                    (Some(rest), Some(anchor)) => format!("a#{anchor} {rest}"),
                    (None, Some(anchor)) => format!("{name}#{anchor}"),
                    _ => name,
                };
                let lang = span.lang.as_ref().map(|lang| format!(":{lang}")).unwrap_or_default();
                let dir = span.dir.map(|dir| format!(":{}", dir.name())).unwrap_or_default();
                text.push_str(&format!("[{name}{lang}{dir} {}]", short(&span.content)));
            }
        }
    }
    text
}

/// Each line of `cases` is HTML, `=>`, and what it becomes.
#[track_caller]
pub(super) fn check(cases: &[(&str, &str)]) {
    for (html, expected) in cases {
        assert_eq!(brief(&read(html)), *expected, "{html}");
    }
}
