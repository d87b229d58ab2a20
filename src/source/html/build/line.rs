//! Text while it is being put together: white space as CSS collapses it, spans as they open and close.

use crate::article::{Block, Inline, Span, SpanKind};
use crate::network::address::Address;
use crate::text::search::{around, without_end, words};
use std::mem::take;

/// How many spans may stand in one another.
const NESTED_MAX: usize = 16;

/// The longest address that a link may have, in bytes: it is written again for each paragraph that the link goes over.
const ADDRESS_MAX: usize = 4096;

/// What a span costs that is opened again, in bytes, besides its address.
const SPAN_COST: usize = 64;

/// What becomes of a line of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum LineKind {
    /// A paragraph, which the edge of any block ends. All others end with their own element.
    #[default]
    Paragraph,
    Heading,
    /// The caption, summary or source of the container around.
    Caption,
    Cell,
    HeaderCell,
    /// A paragraph that keeps its line breaks.
    Verse,
    Code,
    /// The only line that was asked for: blocks in it are line breaks.
    Flat,
}

/// A line of text.
pub(super) struct Line {
    pub(super) kind: LineKind,
    /// Whether anything but white space has come.
    pub(super) started: bool,
    /// Blocks inside text that cannot hold them: they follow it.
    pub(super) deferred: Vec<Block>,
    /// The text of [`LineKind::Code`].
    pub(super) code: String,
    /// The programming language of that.
    pub(super) code_language: Option<String>,
    /// The level of [`LineKind::Heading`].
    pub(super) level: u8,
    /// How many columns and rows a cell reaches over.
    pub(super) columns: u32,
    pub(super) rows: u32,
    content: Vec<Inline>,
    /// The spans that are open.
    spans: Vec<Span>,
    /// Whether white space that comes now adds nothing.
    spaced: bool,
    /// Whether the edge of a block was passed: a line break, if text follows.
    edged: bool,
    /// Whether a line break was the last to come.
    broken: bool,
}

impl Line {
    #[inline(never)]
    pub(super) fn new() -> Self {
        Line {
            kind: LineKind::Paragraph,
            started: false,
            deferred: Vec::new(),
            code: String::new(),
            code_language: None,
            level: 0,
            columns: 1,
            rows: 1,
            content: Vec::new(),
            spans: Vec::new(),
            spaced: true,
            edged: false,
            broken: false,
        }
    }
}

/// A line break.
#[inline(never)]
pub(super) fn line_break() -> Inline {
    Inline::Span(Span::new(SpanKind::Br, Vec::new()))
}

impl Line {
    fn target(&mut self) -> &mut Vec<Inline> {
        match self.spans.last_mut() {
            Some(span) => &mut span.content,
            None => &mut self.content,
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        if self.kind == LineKind::Code {
            self.code.push_str(text);
            return;
        }
        let mut run = String::with_capacity(text.len());
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                if c == '\n' && self.kind == LineKind::Verse {
                    self.add(take(&mut run));
                    self.line_break();
                } else if !self.spaced {
                    self.spaced = true;
                    run.push(' ');
                }
                continue;
            }
            if c == '\0' {
                continue;
            }
            if self.edged {
                self.add(take(&mut run));
                self.end_edge();
            }
            run.push(c);
            self.spaced = false;
            self.started = true;
            self.broken = false;
        }
        self.add(run);
    }

    /// Breaks the line at the edge that was passed, now that something follows.
    fn end_edge(&mut self) {
        if self.edged {
            self.edged = false;
            self.broken = true;
            self.target().push(line_break());
        }
    }

    fn add(&mut self, run: String) {
        if run.is_empty() {
            return;
        }
        let target = self.target();
        match target.last_mut() {
            Some(Inline::Text(last)) => last.push_str(&run),
            _ => target.push(Inline::Text(run)),
        }
    }

    /// A line break; whether it is the second in a row of a paragraph, which then ends.
    pub(super) fn line_break(&mut self) -> bool {
        if self.kind == LineKind::Code {
            self.code.push('\n');
            return false;
        }
        if !self.started || self.edged {
            return false;
        }
        if self.broken && self.kind == LineKind::Paragraph {
            return true;
        }
        self.target().push(line_break());
        self.broken = true;
        self.spaced = true;
        false
    }

    /// The edge of a block inside text that goes on.
    pub(super) fn edge(&mut self) {
        if self.kind == LineKind::Code {
            if !self.code.is_empty() && !self.code.ends_with("\n") {
                self.code.push('\n');
            }
            return;
        }
        self.edged = self.started && !self.broken;
        self.spaced = true;
    }

    /// Opens a span; `false` where it would add nothing.
    pub(super) fn open_span(&mut self, span: Span) -> bool {
        let repeated = span.anchor.is_none()
            && span.lang.is_none()
            && span.dir.is_none()
            && !matches!(
                span.kind,
                SpanKind::Sub | SpanKind::Sup | SpanKind::Q | SpanKind::Bdi | SpanKind::Abbr
            )
            && self.spans.iter().any(|open| open.kind == span.kind);
        let long = span.href.as_ref().is_some_and(|href| href.as_str().len() > ADDRESS_MAX);
        if repeated || long || self.kind == LineKind::Code || self.spans.len() >= NESTED_MAX {
            return false;
        }
        self.end_edge();
        self.spans.push(span);
        true
    }

    /// Closes a span. One that holds nothing goes, and gives back the place that it was.
    pub(super) fn close_span(&mut self) -> Option<String> {
        let span = self.spans.pop()?;
        if span.content.is_empty() {
            return span.anchor;
        }
        self.target().push(Inline::Span(span));
        None
    }

    /// Where the link that is open leads.
    pub(super) fn link(&self) -> Option<&Span> {
        self.spans.iter().rev().find(|span| span.kind == SpanKind::Link)
    }

    /// Notes the name of a code's language, as highlighters write it into the class.
    pub(super) fn name_code_language(&mut self, class: &str) {
        for name in words(class) {
            if let Some((before, language)) = around(name, "-")
                && matches!(before, "language" | "lang")
                && !language.is_empty()
            {
                self.code_language = Some(language.to_owned());
                return;
            }
        }
    }

    /// The text up to here. Spans that are open end, and open again for what follows, as long as `repeats_left` allows. What
    /// an abbreviation stands for is said once.
    pub(super) fn take(&mut self, repeats_left: &mut usize) -> Vec<Inline> {
        let mut inner: Vec<Inline> = Vec::new();
        for span in self.spans.iter_mut().rev() {
            let mut content = take(&mut span.content);
            let cost = SPAN_COST + span.href.as_ref().map_or(0, |href| href.as_str().len());
            if !content.is_empty() {
                content.append(&mut inner);
                inner = content;
            }
            if !inner.is_empty()
                && let Some(left) = repeats_left.checked_sub(cost)
            {
                *repeats_left = left;
                inner = vec![Inline::Span(Span {
                    content: inner,
                    anchor: span.anchor.take(),
                    href: span.href.clone(),
                    title: span.title.take(),
                    lang: span.lang.clone(),
                    image: None,
                    ..*span
                })];
            }
        }
        let mut content = take(&mut self.content);
        content.append(&mut inner);
        trim_end(&mut content);
        self.started = false;
        self.spaced = true;
        self.edged = false;
        self.broken = false;
        content
    }
}

/// An address once more, as long as the bytes last.
pub(super) fn repeated(href: &Option<Address>, left: &mut usize) -> Option<Address> {
    let length = href.as_ref().map_or(0, |href| href.as_str().len());
    *left = left.checked_sub(length)?;
    href.clone()
}

/// Takes white space and line breaks off the end.
fn trim_end(content: &mut Vec<Inline>) {
    while let Some(last) = content.last_mut() {
        match last {
            Inline::Text(text) => {
                let length = without_end(text, " ").len();
                text.truncate(length);
                if length > 0 {
                    return;
                }
            }
            Inline::Span(span) if span.kind == SpanKind::Br => {}
            Inline::Span(span) => {
                trim_end(&mut span.content);
                if !span.content.is_empty() {
                    return;
                }
            }
        }
        content.pop();
    }
}

/// Whether there is nothing that a reader would see.
pub(super) fn is_blank(content: &[Inline]) -> bool {
    content.iter().all(|inline| match inline {
        Inline::Text(text) => text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')),
        Inline::Span(span) => is_blank(&span.content),
    })
}
