//! An open line of text: white space is collapsed as in CSS, and spans open and close.

use super::look::White;
use crate::article::{Block, Inline, Span, SpanKind};
use crate::network::address::Address;
use crate::text::search::{around, without_end, words};
use std::mem::take;

/// The greatest depth of spans.
const NESTED_MAX: usize = 16;

/// The greatest depth of a formula's parts.
const FORMULA_MAX: usize = 60;

/// The longest address of a link in bytes, because it is repeated for each paragraph of the link.
const ADDRESS_MAX: usize = 4096;

/// The cost of a repeated span in bytes, besides its address.
const SPAN_COST: usize = 64;

/// The kind of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum LineKind {
    /// A paragraph, which ends at the edge of any block. All others end with their own element.
    #[default]
    Paragraph,
    Heading,
    /// The caption, summary or source of the surrounding container.
    Caption,
    /// The term of a definition.
    Term,
    /// A paragraph that keeps its line breaks.
    Verse,
    Code,
    /// The only line of a flat builder: blocks in it become line breaks.
    Flat,
}

/// A line of text.
pub(super) struct Line {
    pub(super) kind: LineKind,
    /// True if there was anything but white space.
    pub(super) started: bool,
    /// Blocks inside of text that cannot contain them. They follow it.
    pub(super) deferred: Vec<Block>,
    /// The text of [`LineKind::Code`].
    pub(super) code: String,
    /// The programming language of that.
    pub(super) code_language: Option<String>,
    /// The level of [`LineKind::Heading`].
    pub(super) level: u8,
    /// The handling of white space.
    pub(super) white: White,
    content: Vec<Inline>,
    /// The open spans.
    spans: Vec<Span>,
    /// True if further white space has no effect.
    spaced: bool,
    /// True after the edge of a block, which becomes a line break if text follows.
    edged: bool,
    /// True after a line break.
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
            white: White::Collapse,
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
        let white = if self.kind == LineKind::Verse { White::Keep } else { self.white };
        for c in text.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}') {
                if c == '\n' && white != White::Collapse {
                    self.add(take(&mut run));
                    // A second one in a row makes a blank line.
                    if self.line_break() {
                        self.target().push(line_break());
                    }
                } else if white == White::Keep && self.spaced && c != '\n' && c != '\r' {
                    // A space that is kept. At the beginning of a line it is indentation.
                    run.push_str(if c == '\t' { "\u{a0}\u{a0}\u{a0}\u{a0}" } else { "\u{a0}" });
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

    /// Adds the line break for a block's edge, now that something follows.
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

    /// Adds a line break. Returns true if it is the second in a row in a paragraph, which then ends.
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

    /// Marks the edge of a block inside of text that goes on.
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

    /// Opens a span. Returns false if it has no effect.
    pub(super) fn open_span(&mut self, span: Span) -> bool {
        let repeated = span.anchor.is_none()
            && span.lang.is_none()
            && span.dir.is_none()
            && !span.kind.is_math()
            && !matches!(
                span.kind,
                SpanKind::Sub
                    | SpanKind::Sup
                    | SpanKind::Q
                    | SpanKind::Bdi
                    | SpanKind::Abbr
                    | SpanKind::Ruby
                    | SpanKind::Rt
            )
            && self.spans.iter().any(|open| open.kind == span.kind);
        let long = span.href.as_ref().is_some_and(|href| href.as_str().len() > ADDRESS_MAX);
        let nested_max = if span.kind.is_math() { FORMULA_MAX } else { NESTED_MAX };
        if repeated || long || self.kind == LineKind::Code || self.spans.len() >= nested_max {
            return false;
        }
        self.end_edge();
        self.spans.push(span);
        true
    }

    /// Closes a span. An empty one is dropped, and the name of its place returned.
    pub(super) fn close_span(&mut self) -> Option<String> {
        let span = self.spans.pop()?;
        // The parts of a formula are known by their positions, so that an empty one is kept.
        if span.content.is_empty() && !span.kind.is_math() {
            return span.anchor;
        }
        self.target().push(Inline::Span(span));
        None
    }

    /// Closes a part of a formula, and combines its parts with `make`.
    pub(super) fn close_formula(&mut self, make: fn(Vec<Inline>) -> Vec<Inline>) {
        if let Some(span) = self.spans.pop() {
            let made = Span::new(SpanKind::Mrow, make(span.content));
            self.target().push(Inline::Span(made));
        }
    }

    /// Adds its name to the open link, if that has no text.
    pub(super) fn name_link(&mut self) {
        let Some(link) = self.spans.last_mut() else { return };
        let name = link.title.take();
        if let Some(name) = name.filter(|_| link.content.is_empty() && self.kind != LineKind::Code) {
            self.text(&name);
        }
    }

    /// Drops the name of the open link, because something visible is in it.
    pub(super) fn forget_name(&mut self) {
        for span in &mut self.spans {
            if span.kind == SpanKind::Link {
                span.title = None;
            }
        }
    }

    /// Adds a complete span.
    pub(super) fn add_span(&mut self, span: Span) {
        self.end_edge();
        self.target().push(Inline::Span(span));
        self.started = true;
        self.spaced = false;
        self.broken = false;
    }

    /// Returns true if a span of that kind is open.
    pub(super) fn is_in(&self, kind: SpanKind) -> bool {
        self.spans.iter().any(|span| span.kind == kind)
    }

    /// The open link.
    pub(super) fn link(&self) -> Option<&Span> {
        self.spans.iter().rev().find(|span| span.kind == SpanKind::Link)
    }

    /// Notes the language of code, which highlighters write into the class.
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

    /// Takes the text so far. Open spans are closed, and repeated in what follows as long as `repeats_left` allows.
    /// The title of an abbreviation is not repeated.
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
                // A link that has had text needs no name.
                let title = span.title.take().filter(|_| span.kind != SpanKind::Link);
                inner = vec![Inline::Span(Span {
                    content: inner,
                    anchor: span.anchor.take(),
                    href: span.href.clone(),
                    title,
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

/// Repeats an address, as long as the bytes last.
pub(super) fn repeated(href: &Option<Address>, left: &mut usize) -> Option<Address> {
    let length = href.as_ref().map_or(0, |href| href.as_str().len());
    *left = left.checked_sub(length)?;
    href.clone()
}

/// Removes white space and line breaks at the end.
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
            Inline::Span(span) if span.kind == SpanKind::Image || span.kind.is_math() => return,
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

/// Returns true if nothing in it is visible.
pub(super) fn is_blank(content: &[Inline]) -> bool {
    content.iter().all(|inline| match inline {
        Inline::Text(text) => text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')),
        Inline::Span(span) => span.image.is_none() && is_blank(&span.content),
    })
}
