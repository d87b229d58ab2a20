//! Blocks written in short, so that a test shows what HTML becomes on one line.

use super::super::blocks;
use crate::article::{Block, BlockKind, Inline, Span, SpanKind};
use crate::network::address::{Address, Purpose, resolve};

pub(super) fn base() -> Address {
    resolve("https://news.example/maroc/article", None, Purpose::Page).unwrap()
}

pub(super) fn read(html: &str) -> Vec<Block> {
    blocks(html, Some(&base())).unwrap()
}

/// Blocks in short: `p(un [em deux])`.
pub(super) fn brief(blocks: &[Block]) -> String {
    let mut parts = Vec::new();
    for block in blocks {
        let mut name = match &block.kind {
            BlockKind::Paragraph { content } => format!("p({})", short(content)),
            BlockKind::Heading { level, content } => format!("h{level}({})", short(content)),
            BlockKind::List { ordered, start, reversed, items } => {
                let items: Vec<_> = items.iter().map(|item| brief(item)).collect();
                let name = if *ordered { "ol" } else { "ul" };
                let start = start.map(|start| format!("@{start}")).unwrap_or_default();
                format!("{name}{start}{}({})", if *reversed { "-" } else { "" }, items.join("; "))
            }
            BlockKind::Image(image) => {
                let href = image.href.as_ref().map(|href| format!(" -> {}", href.path())).unwrap_or_default();
                let caption = if image.caption.is_empty() {
                    String::new()
                } else {
                    format!(" | {}", short(&image.caption))
                };
                format!("img({}{href}{caption})", image.src.path())
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
            BlockKind::Table { head, rows, caption } => {
                let row =
                    |row: &Vec<Vec<Inline>>| row.iter().map(|cell| short(cell)).collect::<Vec<_>>().join(",");
                let rows: Vec<_> = rows.iter().map(row).collect();
                format!("table({} / {} | {})", row(head), rows.join("; "), short(caption))
            }
            BlockKind::Code { text, language } => {
                format!("code{}({text})", language.as_deref().unwrap_or_default())
            }
            BlockKind::Divider {} => "hr".to_owned(),
            BlockKind::Audio(media) => format!("audio({} | {})", media.src.path(), short(&media.caption)),
            BlockKind::Video(media) => format!("video({} | {})", media.src.path(), short(&media.caption)),
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

pub(super) fn short(content: &[Inline]) -> String {
    let mut text = String::new();
    for inline in content {
        match inline {
            Inline::Text(plain) => text.push_str(plain),
            Inline::Span(Span { kind: SpanKind::Br, .. }) => text.push('/'),
            Inline::Span(span) => {
                let name = if span.kind == SpanKind::Link {
                    let href = span.href.as_ref().unwrap();
                    let href = href.as_str().strip_prefix("https://news.example").unwrap_or(href.as_str());
                    format!("a {href}{}", if span.sponsored { " sponsored" } else { "" })
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
