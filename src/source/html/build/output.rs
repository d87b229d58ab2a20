//! Adds blocks: text when it ends, and blocks between paragraphs or after the text around them.

use super::container::ContainerKind;
use super::line::{LineKind, is_blank, line_break};
use super::{BLOCKS_MAX, Builder};
use crate::article::{Block, BlockKind, Direction, Inline, Span, SpanKind};
use crate::text::search::trimmed_end;
use std::mem::{replace, take};

impl Builder<'_> {
    /// Ends text that is no paragraph, and adds it by its kind.
    pub(super) fn end_line(&mut self) {
        let kind = replace(&mut self.line.kind, LineKind::Paragraph);
        let mut content = self.line.take(&mut self.repeats_left);
        match kind {
            LineKind::Heading => {
                if !is_blank(&content) {
                    self.push(BlockKind::Heading { level: self.line.level, content });
                }
            }
            LineKind::Code => {
                let code = take(&mut self.line.code);
                let language = self.line.code_language.take();
                let text = trimmed_end(code.strip_prefix("\n").unwrap_or(&code));
                if !text.is_empty() {
                    self.push(BlockKind::Code { text: text.to_owned(), language });
                }
            }
            LineKind::Caption | LineKind::Term => {
                // Captions and terms are no blocks, so a span carries their language.
                let (lang, dir) = self.own_language();
                if !content.is_empty() {
                    content = carried(content, lang, dir, None);
                }
                if kind == LineKind::Term {
                    if !is_blank(&content) {
                        self.blocks += 1;
                        self.container.add_term(content);
                    }
                } else if !is_blank(&content) {
                    if !self.container.caption.is_empty() {
                        self.container.caption.push(line_break());
                    }
                    self.container.caption.append(&mut content);
                }
            }
            LineKind::Paragraph | LineKind::Verse | LineKind::Flat => self.paragraph(content),
        }
        let mut deferred = take(&mut self.line.deferred);
        self.blocks += deferred.len();
        self.container.blocks.append(&mut deferred);
    }

    /// Adds a block before the open paragraph, which goes on.
    pub(super) fn put_before(&mut self, kind: BlockKind) {
        let anchor = if self.line.started { self.anchor.take() } else { None };
        self.push(kind);
        if anchor.is_some() {
            self.anchor = anchor;
        }
    }

    /// The current language and direction, if they differ from the container's.
    pub(super) fn own_language(&self) -> (Option<String>, Option<Direction>) {
        let (Some(here), Some(around)) =
            (self.languages.get(self.language), self.languages.get(self.container.language))
        else {
            return (None, None);
        };
        let lang = if here.lang == around.lang { None } else { here.lang.clone() };
        (lang, if here.dir == around.dir { None } else { here.dir })
    }

    /// Handles the edge of a block: an open paragraph ends, other text gets a line break.
    pub(super) fn boundary(&mut self) {
        if self.line.kind == LineKind::Paragraph {
            self.flush();
        } else {
            self.line.edge();
        }
    }

    /// Ends the open paragraph.
    pub(super) fn flush(&mut self) {
        let content = self.line.take(&mut self.repeats_left);
        self.paragraph(content);
    }

    /// Adds a paragraph, if anything in it is visible.
    pub(super) fn paragraph(&mut self, content: Vec<Inline>) {
        if !is_blank(&content) {
            self.push(BlockKind::Paragraph { content });
        }
    }

    /// Adds a block between paragraphs, or after the text around it.
    pub(super) fn emit(&mut self, kind: BlockKind) {
        self.line.forget_name();
        // A picture in a table is put after the table.
        if self.container.kind == ContainerKind::Cell
            && matches!(kind, BlockKind::Image(_))
            && let Some(table) = self.outer.last_mut()
        {
            self.blocks += 1;
            table.blocks.push(Block::from(kind));
        } else if self.line.kind == LineKind::Paragraph {
            self.flush();
            self.push(kind);
        } else {
            self.line.deferred.push(Block::from(kind));
        }
    }

    #[inline(never)]
    pub(super) fn push(&mut self, kind: BlockKind) {
        let mut block = Block::from(kind);
        (block.lang, block.dir) = self.own_language();
        block.anchor = self.anchor.take();
        self.blocks += 1;
        if self.blocks <= BLOCKS_MAX {
            self.container.blocks.push(block);
        }
    }
}

/// Running text in a span that carries language and direction, if there are any.
pub(super) fn carried(
    content: Vec<Inline>,
    lang: Option<String>,
    dir: Option<Direction>,
    anchor: Option<String>,
) -> Vec<Inline> {
    if lang.is_none() && dir.is_none() && anchor.is_none() {
        return content;
    }
    vec![Inline::Span(Span { lang, dir, anchor, ..Span::new(SpanKind::Bdi, content) })]
}
