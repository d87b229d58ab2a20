//! Elements and text, one after the other, into blocks.
//!
//! The builder is told what opens, what closes and what stands between, by whichever rung of the ladder read the
//! HTML. It keeps the elements that are open in a list of its own: nothing here recurses with the document. What an
//! element becomes is decided by [`Tag`] and a few class names of WordPress; **nothing of the document is carried
//! over but text, checked addresses, and values that were parsed**.

mod figure;
mod line;
mod picture;
mod table;

use super::embed;
use super::list;
use super::scan::DEPTH;
use super::tag::Tag;
use crate::address::{Address, Purpose, resolve};
use crate::article::{Block, BlockKind, Direction, Inline, Media, Span, SpanKind};
use line::{Line, LineKind, is_blank};
use std::mem::take;
use table::{Section, Table};

/// The most blocks, list items and table rows that a document may have.
const BLOCKS: usize = 10_000;

/// The most marks within text; after these, text goes on without.
const MARKS: usize = 20_000;

/// The most table cells.
const CELLS: usize = 50_000;

/// Reads an attribute of the element at hand.
pub(super) type Get<'g> = &'g dyn Fn(&str) -> Option<String>;

/// Builds blocks.
pub(super) struct Builder<'a> {
    base: Option<&'a Address>,
    fragments: &'a [String],
    /// The blocks that are open, the document itself first.
    frames: Vec<Frame>,
    /// The text that is open.
    line: Line,
    /// The elements that are open.
    open: Vec<Open>,
    /// How many elements are open inside one that loses its content, and that one.
    skipping: usize,
    lang: Option<String>,
    dir: Option<Direction>,
    /// The name of a place that the next block is.
    anchor: Option<String>,
    blocks: usize,
    marks: usize,
    cells: usize,
}

/// What the end of an element ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Nothing,
    /// A paragraph's worth of text, if any.
    Boundary,
    /// A mark.
    Span,
    /// A definition's term: text with a mark.
    Term,
    /// Text that is not a paragraph.
    Line,
    /// A block of blocks.
    Frame,
    Row,
    Section,
}

struct Open {
    end: End,
    /// Language and direction around the element, where it has its own.
    outer: Option<(Option<String>, Option<Direction>)>,
}

/// A block of blocks.
struct Frame {
    kind: FrameKind,
    blocks: Vec<Block>,
    /// Caption, summary or source: the text that such a block has besides its blocks.
    caption: Vec<Inline>,
    /// What the block itself will carry, so that those inside need not.
    lang: Option<String>,
    dir: Option<Direction>,
    anchor: Option<String>,
}

enum FrameKind {
    Document,
    List {
        ordered: bool,
        start: Option<u32>,
        items: Vec<Vec<Block>>,
    },
    Item,
    /// With the page of a post that the quotation stands for.
    Quote {
        post: Option<Address>,
        social: bool,
    },
    Figure {
        pull: bool,
        captioned: bool,
    },
    Gallery,
    Details,
    Callout,
    Table(Box<Table>),
    /// With the line that it interrupts, where that cannot end.
    Media {
        video: bool,
        src: Option<Address>,
        poster: Option<Address>,
        line: Box<Line>,
    },
}

impl<'a> Builder<'a> {
    /// A builder of blocks.
    pub(super) fn new(base: Option<&'a Address>, fragments: &'a [String]) -> Self {
        Builder {
            base,
            fragments,
            frames: vec![Frame::new(FrameKind::Document)],
            line: Line::default(),
            open: Vec::new(),
            skipping: 0,
            lang: None,
            dir: None,
            anchor: None,
            blocks: 0,
            marks: 0,
            cells: 0,
        }
    }

    /// A builder of one line: its blocks are line breaks.
    pub(super) fn flat(base: Option<&'a Address>) -> Self {
        let mut builder = Self::new(base, &[]);
        builder.line.kind = LineKind::Flat;
        builder
    }

    /// The blocks; `None` where there are more than the cap allows.
    pub(super) fn finish(mut self) -> Option<Vec<Block>> {
        while !self.open.is_empty() {
            self.skipping = 0;
            self.close();
        }
        self.flush();
        let blocks = self.frames.pop().map(|frame| frame.blocks).unwrap_or_default();
        (self.blocks <= BLOCKS && self.cells <= CELLS).then_some(blocks)
    }

    /// The line of a flat builder.
    pub(super) fn finish_line(mut self) -> Vec<Inline> {
        self.line.take()
    }

    /// Text of the document.
    pub(super) fn text(&mut self, text: &str) {
        if self.skipping == 0 {
            self.line.text(text);
        }
    }

    /// An element opens; `None` is one that is not known.
    pub(super) fn open(&mut self, tag: Option<Tag>, get: Get<'_>) {
        if self.skipping > 0 {
            self.skipping += 1;
            return;
        }
        let Some(tag) = tag else { return self.opened(End::Nothing, None) };
        if matches!(tag, Tag::Lost | Tag::Raw) {
            self.skipping = 1;
            return;
        }
        let deep = self.open.len() >= DEPTH;
        if tag.is_inline() {
            let end = if deep { End::Nothing } else { self.open_inline(tag, get) };
            return self.opened(end, None);
        }
        self.boundary();
        if deep {
            return self.opened(End::Boundary, None);
        }
        let (lang, dir) = (language(get), direction(get));
        let outer = (lang.is_some() || dir.is_some()).then(|| (self.lang.clone(), self.dir));
        self.lang = lang.or(self.lang.take());
        self.dir = dir.or(self.dir);
        if let Some(name) = self.place(get) {
            self.anchor = Some(name);
        }
        let end =
            if self.line.kind == LineKind::Paragraph { self.open_block(tag, get) } else { End::Boundary };
        self.opened(end, outer);
    }

    /// The element that opened last, of those still open, closes.
    pub(super) fn close(&mut self) {
        if self.skipping > 0 {
            self.skipping -= 1;
            return;
        }
        let Some(open) = self.open.pop() else { return };
        match open.end {
            End::Nothing => {}
            End::Boundary => self.boundary(),
            End::Span => {
                if let Some(place) = self.line.close_span() {
                    self.anchor = Some(place);
                }
            }
            End::Term => {
                self.boundary();
                self.line.close_span();
            }
            End::Line => self.end_line(),
            End::Frame => self.end_frame(),
            End::Row => {
                self.boundary();
                if let Some(table) = self.table() {
                    table.end_row();
                }
            }
            End::Section => {
                self.boundary();
                if let Some(table) = self.table() {
                    table.section = Section::Body;
                }
            }
        }
        if let Some((lang, dir)) = open.outer {
            self.lang = lang;
            self.dir = dir;
        }
    }

    fn opened(&mut self, end: End, outer: Option<(Option<String>, Option<Direction>)>) {
        self.open.push(Open { end, outer });
    }

    fn open_inline(&mut self, tag: Tag, get: Get<'_>) -> End {
        match tag {
            Tag::Image => {
                self.image(get);
                End::Nothing
            }
            Tag::Break => {
                if self.marks < MARKS {
                    self.marks += 1;
                    if self.line.line_break() {
                        self.flush();
                    }
                } else {
                    self.line.text(" ");
                }
                End::Nothing
            }
            Tag::Frame => {
                let address = get("src").or_else(|| get("data-src"));
                if let Some(address) = self.resolve(address, Purpose::Page) {
                    let (provider, url) = embed::provider(&address);
                    let title =
                        get("title").map(|title| title.trim().to_owned()).filter(|title| !title.is_empty());
                    self.emit(BlockKind::Embed { provider, url, title });
                }
                End::Nothing
            }
            Tag::Audio | Tag::Video => {
                let src = self.resolve(get("src"), Purpose::Page);
                let poster = self.resolve(get("poster"), Purpose::Image);
                let line = if self.line.kind == LineKind::Paragraph {
                    self.flush();
                    Line::default()
                } else {
                    take(&mut self.line)
                };
                let line = Box::new(line);
                self.frames.push(Frame::new(FrameKind::Media {
                    video: tag == Tag::Video,
                    src,
                    poster,
                    line,
                }));
                End::Frame
            }
            Tag::Source => {
                let found = self.resolve(get("src"), Purpose::Page);
                if let Some(Frame { kind: FrameKind::Media { src, .. }, .. }) = self.frames.last_mut()
                    && src.is_none()
                {
                    *src = found;
                }
                End::Nothing
            }
            Tag::Span(SpanKind::Cite) if self.is_source() => {
                self.boundary();
                self.start_line(LineKind::Caption)
            }
            Tag::Span(SpanKind::Code) if self.line.kind == LineKind::Code => {
                self.line.name_language(get);
                End::Nothing
            }
            _ if self.marks >= MARKS => End::Nothing,
            Tag::Span(kind) => self.open_span(Span::new(kind, Vec::new()), get),
            Tag::Link => {
                let mut span = Span::new(SpanKind::Link, Vec::new());
                span.href = self.resolve(get("href"), Purpose::Link);
                if span.href.is_none() {
                    span.kind = SpanKind::Bdi;
                } else {
                    span.sponsored = has(&get("rel"), "sponsored");
                }
                self.open_span(span, get)
            }
            _ => self.open_span(Span::new(SpanKind::Bdi, Vec::new()), get),
        }
    }

    /// Opens a mark, unless it would say nothing.
    fn open_span(&mut self, mut span: Span, get: Get<'_>) -> End {
        span.lang = language(get);
        span.dir = direction(get);
        let mut place = self.place(get);
        let bare = span.kind == SpanKind::Bdi && span.lang.is_none() && span.dir.is_none();
        if place.is_some() && !self.line.started && (bare || self.line.kind == LineKind::Paragraph) {
            self.anchor = place.take();
        }
        span.anchor = place;
        match span.kind {
            SpanKind::Abbr => span.title = get("title").filter(|title| !title.trim().is_empty()),
            SpanKind::Bdi if bare && span.anchor.is_none() => return End::Nothing,
            _ => {}
        }
        if !self.line.open_span(span) {
            return End::Nothing;
        }
        self.marks += 1;
        End::Span
    }

    fn open_block(&mut self, tag: Tag, get: Get<'_>) -> End {
        let mark = match tag {
            Tag::Container | Tag::Figure | Tag::Quote | Tag::List | Tag::Preformatted => mark(get("class")),
            _ => Mark::None,
        };
        let top = self.frames.last().map(|frame| &frame.kind);
        let in_figure = matches!(top, Some(FrameKind::Figure { .. } | FrameKind::Gallery));
        let in_gallery = matches!(top, Some(FrameKind::Gallery));
        let in_list = matches!(top, Some(FrameKind::List { .. }));
        let in_table = matches!(top, Some(FrameKind::Table(_)));
        let quoted = matches!(top, Some(FrameKind::Quote { .. }));
        let in_details = matches!(top, Some(FrameKind::Details));
        match tag {
            Tag::Heading(level) => self.start_line(LineKind::Heading(level)),
            Tag::FigureCaption if in_figure => self.start_line(LineKind::Caption),
            Tag::TableCaption if in_table => self.start_line(LineKind::Caption),
            Tag::Footer if quoted => self.start_line(LineKind::Caption),
            Tag::Summary if in_details => self.start_line(LineKind::Caption),
            Tag::Preformatted if mark == Mark::Verse => self.start_line(LineKind::Verse),
            Tag::Preformatted => {
                let end = self.start_line(LineKind::Code);
                self.line.name_language(get);
                end
            }
            Tag::List | Tag::Container | Tag::Figure if mark == Mark::Gallery => {
                self.start_frame(FrameKind::Gallery)
            }
            Tag::List | Tag::OrderedList | Tag::Item if in_gallery => End::Boundary,
            Tag::List | Tag::OrderedList => {
                let ordered = tag == Tag::OrderedList;
                let start = get("start").and_then(|start| start.trim().parse().ok());
                let start = start.filter(|start| ordered && *start != 1);
                self.start_frame(FrameKind::List { ordered, start, items: Vec::new() })
            }
            Tag::Item if in_list => {
                self.stray();
                self.start_frame(FrameKind::Item)
            }
            Tag::Term if !in_gallery => {
                self.line.open_span(Span::new(SpanKind::Strong, Vec::new()));
                End::Term
            }
            Tag::Quote => {
                let social = mark == Mark::Post;
                let post = get("data-instgrm-permalink").or_else(|| get("cite")).filter(|_| social);
                let post = self.resolve(post, Purpose::Page);
                self.start_frame(FrameKind::Quote { post, social })
            }
            Tag::Figure => self.start_frame(FrameKind::Figure {
                pull: mark == Mark::PullQuote,
                captioned: mark == Mark::Captioned,
            }),
            Tag::Container if mark == Mark::Captioned => {
                self.start_frame(FrameKind::Figure { pull: false, captioned: true })
            }
            Tag::Container if mark == Mark::Box => self.start_frame(FrameKind::Callout),
            Tag::Aside => self.start_frame(FrameKind::Callout),
            Tag::Details => self.start_frame(FrameKind::Details),
            Tag::Table => self.start_frame(FrameKind::Table(Box::default())),
            Tag::TableHead | Tag::TableBody | Tag::TableFoot if in_table => {
                if let Some(table) = self.table() {
                    table.section = match tag {
                        Tag::TableHead => Section::Head,
                        Tag::TableFoot => Section::Foot,
                        _ => Section::Body,
                    };
                }
                End::Section
            }
            Tag::Row if in_table => {
                self.blocks += 1;
                End::Row
            }
            Tag::Cell | Tag::HeaderCell if in_table => {
                let span = |name: &str| get(name).and_then(|span| span.trim().parse().ok()).unwrap_or(1);
                let (columns, rows) = (span("colspan").clamp(1, 50), span("rowspan").clamp(1, 1000));
                self.cells += columns as usize;
                self.start_line(LineKind::Cell { header: tag == Tag::HeaderCell, columns, rows })
            }
            Tag::Rule => {
                self.push(BlockKind::Divider {});
                End::Nothing
            }
            _ => End::Boundary,
        }
    }

    /// Whether a `cite` that opens here names the source of the quotation around it.
    fn is_source(&self) -> bool {
        self.line.kind == LineKind::Paragraph
            && !self.line.started
            && self.open.last().is_some_and(|open| open.end == End::Frame)
            && self.frames.last().is_some_and(|frame| {
                matches!(frame.kind, FrameKind::Quote { .. } | FrameKind::Figure { pull: true, .. })
                    && !frame.blocks.is_empty()
            })
    }

    fn table(&mut self) -> Option<&mut Table> {
        match self.frames.last_mut() {
            Some(Frame { kind: FrameKind::Table(table), .. }) => Some(table),
            _ => None,
        }
    }

    fn start_line(&mut self, kind: LineKind) -> End {
        self.line.kind = kind;
        End::Line
    }

    /// Ends text that is no paragraph, and makes of it what it is.
    fn end_line(&mut self) {
        let kind = take(&mut self.line.kind);
        let content = self.line.take();
        let code = take(&mut self.line.code);
        let language = take(&mut self.line.language);
        let deferred = take(&mut self.line.deferred);
        match kind {
            LineKind::Heading(level) => {
                if !is_blank(&content) {
                    self.push(BlockKind::Heading { level, content });
                }
            }
            LineKind::Verse => {
                if !is_blank(&content) {
                    self.push(BlockKind::Paragraph { content });
                }
            }
            LineKind::Code => {
                let text = code.strip_prefix('\n').unwrap_or(&code).trim_end();
                if !text.is_empty() {
                    self.push(BlockKind::Code { text: text.to_owned(), language });
                }
            }
            LineKind::Caption => {
                let content = self.in_language(content);
                if let Some(frame) = self.frames.last_mut()
                    && !is_blank(&content)
                {
                    if !frame.caption.is_empty() {
                        frame.caption.push(Inline::Span(Span::new(SpanKind::Br, Vec::new())));
                    }
                    frame.caption.extend(content);
                }
            }
            LineKind::Cell { header, columns, rows } => {
                let content = self.in_language(content);
                if let Some(table) = self.table() {
                    table.cell(content, header, columns, rows);
                }
            }
            LineKind::Paragraph | LineKind::Flat => {}
        }
        for block in deferred {
            self.adopt(block);
        }
    }

    /// Text whose element has a language of its own and becomes no block that could carry it.
    fn in_language(&self, content: Vec<Inline>) -> Vec<Inline> {
        let Some(frame) = self.frames.last() else { return content };
        let lang = self.lang.clone().filter(|_| self.lang != frame.lang);
        let dir = self.dir.filter(|_| self.dir != frame.dir);
        if lang.is_none() && dir.is_none() || content.is_empty() {
            return content;
        }
        let mut span = Span::new(SpanKind::Bdi, content);
        span.lang = lang;
        span.dir = dir;
        vec![Inline::Span(span)]
    }

    fn start_frame(&mut self, kind: FrameKind) -> End {
        let mut frame = Frame::new(kind);
        match frame.kind {
            // What makes no block of its own leaves language and place to the blocks inside.
            FrameKind::Item | FrameKind::Figure { .. } | FrameKind::Callout => {
                if let Some(outer) = self.frames.last() {
                    frame.lang = outer.lang.clone();
                    frame.dir = outer.dir;
                }
            }
            _ => {
                frame.lang = self.lang.clone();
                frame.dir = self.dir;
                frame.anchor = self.anchor.take();
            }
        }
        self.frames.push(frame);
        End::Frame
    }

    fn end_frame(&mut self) {
        self.flush();
        if matches!(self.frames.last(), Some(Frame { kind: FrameKind::List { .. }, .. })) {
            self.stray();
        }
        if self.frames.len() < 2 {
            return;
        }
        let Some(Frame { kind, mut blocks, caption, anchor, .. }) = self.frames.pop() else { return };
        // The block takes the frame's place, and what was pending inside is for what follows.
        let pending = self.anchor.take();
        self.anchor = anchor;
        match kind {
            FrameKind::Document => {}
            FrameKind::List { ordered, start, items } => {
                if !items.is_empty() {
                    self.push(BlockKind::List { ordered, start, items });
                }
            }
            FrameKind::Item => {
                if let Some(Frame { kind: FrameKind::List { items, .. }, .. }) = self.frames.last_mut()
                    && !blocks.is_empty()
                {
                    items.push(blocks);
                    self.blocks += 1;
                }
            }
            FrameKind::Quote { post, social } => self.quote(blocks, caption, post, social),
            FrameKind::Figure { pull, captioned } => self.figure(blocks, caption, pull, captioned),
            FrameKind::Gallery => self.gallery(blocks, caption),
            FrameKind::Details => {
                if caption.is_empty() {
                    self.adopt_all(blocks);
                } else {
                    self.push(BlockKind::Details { summary: caption, body: blocks });
                }
            }
            FrameKind::Callout => self.callout(blocks),
            FrameKind::Table(table) => {
                self.end_table(*table, caption);
                self.adopt_all(blocks);
            }
            FrameKind::Media { video, src, poster, line } => {
                self.line = *line;
                // What a browser without players would show is not shown; a link to the recording is.
                blocks.retain(figure::is_link);
                match src {
                    Some(src) => {
                        let caption = match blocks.into_iter().next().map(|block| block.kind) {
                            Some(BlockKind::Paragraph { content }) => content,
                            _ => Vec::new(),
                        };
                        let media = Media { src, poster, duration: None, caption };
                        self.emit(if video { BlockKind::Video(media) } else { BlockKind::Audio(media) });
                    }
                    None => {
                        for block in blocks {
                            self.emit(block.kind);
                        }
                    }
                }
            }
        }
        if pending.is_some() {
            self.anchor = pending;
        }
    }

    /// What stands in a list outside its items belongs to the last of them.
    fn stray(&mut self) {
        if let Some(Frame { kind: FrameKind::List { items, .. }, blocks, .. }) = self.frames.last_mut()
            && !blocks.is_empty()
        {
            match items.last_mut() {
                Some(item) => item.append(blocks),
                None => items.push(take(blocks)),
            }
        }
    }

    /// The edge of a block: the paragraph that is open ends; other text breaks there.
    fn boundary(&mut self) {
        if self.line.kind == LineKind::Paragraph {
            self.flush();
        } else {
            self.line.edge();
        }
    }

    /// Ends the paragraph that is open.
    fn flush(&mut self) {
        let content = self.line.take();
        if !is_blank(&content) {
            self.push(BlockKind::Paragraph { content });
        }
    }

    /// Adds a block that stands between paragraphs, or after the text that it stands in.
    fn emit(&mut self, kind: BlockKind) {
        if self.line.kind == LineKind::Paragraph {
            self.flush();
            self.push(kind);
        } else {
            self.line.deferred.push(Block::from(kind));
        }
    }

    fn push(&mut self, kind: BlockKind) {
        let mut block = Block::from(kind);
        if let Some(frame) = self.frames.last() {
            block.lang = self.lang.clone().filter(|_| self.lang != frame.lang);
            block.dir = self.dir.filter(|_| self.dir != frame.dir);
        }
        block.anchor = self.anchor.take();
        self.adopt(block);
    }

    fn adopt(&mut self, block: Block) {
        self.blocks += 1;
        if self.blocks <= BLOCKS
            && let Some(frame) = self.frames.last_mut()
        {
            frame.blocks.push(block);
        }
    }

    fn adopt_all(&mut self, blocks: Vec<Block>) {
        if let Some(frame) = self.frames.last_mut() {
            frame.blocks.extend(blocks);
        }
    }

    /// The name of the element at hand, where a link leads to it.
    fn place(&self, get: Get<'_>) -> Option<String> {
        if self.fragments.is_empty() {
            return None;
        }
        get("id").or_else(|| get("name")).filter(|name| self.fragments.binary_search(name).is_ok())
    }

    fn resolve(&self, raw: Option<String>, purpose: Purpose) -> Option<Address> {
        resolve(&raw?, self.base, purpose)
    }
}

impl Frame {
    fn new(kind: FrameKind) -> Self {
        Frame { kind, blocks: Vec::new(), caption: Vec::new(), lang: None, dir: None, anchor: None }
    }
}

/// What a class says that the element does not.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    None,
    Gallery,
    PullQuote,
    Captioned,
    Verse,
    /// Stands for a post on a social network.
    Post,
    Box,
}

/// The classes of [`MARKINGS`]; the last of them say something two at a time.
const CLASSES: &str = "gallery wp-block-gallery blocks-gallery-grid tiled-gallery|wp-block-pullquote|wp-caption|\
    wp-block-verse|twitter-tweet instagram-media tiktok-embed bluesky-embed text-post-media|\
    encadre callout infobox wp-block-callout|wp-block-group has-background";

const MARKINGS: &[Mark] = &[Mark::Gallery, Mark::PullQuote, Mark::Captioned, Mark::Verse, Mark::Post, Mark::Box];

fn mark(class: Option<String>) -> Mark {
    let mut group = false;
    for name in class.unwrap_or_default().split_ascii_whitespace() {
        let Some(at) = list::group(CLASSES, name) else { continue };
        match MARKINGS.get(at) {
            Some(mark) => return *mark,
            // A group with a colour of its own.
            None if group => return Mark::Box,
            None => group = true,
        }
    }
    Mark::None
}

/// Whether a class attribute, or one like it, holds a word.
fn has(list: &Option<String>, word: &str) -> bool {
    list.as_ref().is_some_and(|list| list.split_ascii_whitespace().any(|one| one == word))
}

fn language(get: Get<'_>) -> Option<String> {
    let tag = get("lang").or_else(|| get("xml:lang"))?;
    let tag = tag.trim();
    let first = tag.split('-').next().unwrap_or_default();
    let sound = tag.len() <= 35
        && (2..=8).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_alphabetic())
        && tag.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    sound.then(|| tag.to_owned())
}

fn direction(get: Get<'_>) -> Option<Direction> {
    Direction::named(get("dir")?.trim())
}
