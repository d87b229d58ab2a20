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
use crate::article::{Block, BlockKind, Direction, Inline, Media, Span, SpanKind};
use crate::network::address::{Address, Purpose, resolve};
use crate::source::is_code;
use crate::text::number::whole;
use crate::text::search::{WHITE, pieces, trimmed, trimmed_end};
use line::{Line, LineKind, is_blank};
use std::mem::replace;
use table::{Section, Table};

/// The most blocks, list items and table rows that a document may have.
const BLOCKS: usize = 10_000;

/// The most marks within text; after these, text goes on without.
const MARKS: usize = 20_000;

/// The most table cells.
const CELLS: usize = 50_000;

/// Reads an attribute of the element at hand: empty where there is none.
pub(super) type Get<'g> = &'g dyn Fn(&str) -> String;

/// Builds blocks.
pub(super) struct Builder<'a> {
    base: Option<&'a Address>,
    fragments: &'a [String],
    /// The block that is open, or the document itself, and those around it, the outermost first.
    frame: Box<Frame>,
    #[expect(
        clippy::vec_box,
        reason = "a frame goes in and out of `frame`: by its address, that is less code"
    )]
    outer: Vec<Box<Frame>>,
    /// The text that is open.
    line: Line,
    /// The elements that are open.
    open: Vec<Open>,
    /// How many elements are open inside one that loses its content, and that one.
    skipping: usize,
    /// The languages and directions that occur, the document's own first: they are told apart by their place here.
    manners: Vec<Manner>,
    manner: usize,
    /// The name of a place that the next block is.
    anchor: Option<String>,
    blocks: usize,
    marks: usize,
    cells: usize,
}

/// Language and direction of text.
#[derive(Default)]
struct Manner {
    lang: Option<String>,
    dir: Option<Direction>,
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
    /// Language and direction around the element.
    outer: usize,
}

/// A block of blocks.
#[derive(Default)]
struct Frame {
    kind: FrameKind,
    blocks: Vec<Block>,
    /// Caption, summary or source: the text that such a block has besides its blocks.
    caption: Vec<Inline>,
    /// What the block itself will carry, so that those inside need not.
    manner: usize,
    anchor: Option<String>,
    /// A list's number to start from.
    start: Option<u32>,
    /// Whether a list counts down.
    reversed: bool,
    /// A list's items.
    items: Vec<Vec<Block>>,
    /// The page of the post that a quotation stands for, or the recording.
    address: Option<Address>,
    /// A film's picture.
    poster: Option<Address>,
    table: Table,
    /// The line that a recording interrupts, where that cannot end.
    line: Option<Line>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum FrameKind {
    #[default]
    Document,
    List,
    OrderedList,
    Item,
    Quote,
    /// A quotation that stands for a post on a social network.
    Post,
    Figure,
    /// A figure whose paragraphs are captions.
    Captioned,
    /// A figure around a quotation of the article's own words.
    Pull,
    Gallery,
    Details,
    Callout,
    Table,
    Audio,
    Video,
}

impl<'a> Builder<'a> {
    /// A builder of blocks.
    pub(super) fn new(base: Option<&'a Address>, fragments: &'a [String]) -> Self {
        Builder {
            base,
            fragments,
            frame: Frame::new(FrameKind::Document),
            outer: Vec::new(),
            line: Line::new(),
            open: Vec::new(),
            skipping: 0,
            manners: vec![Manner::default()],
            manner: 0,
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
        if self.blocks > BLOCKS || self.cells > CELLS {
            return None;
        }
        Some(self.frame.blocks)
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
        if self.skipping > 0 || matches!(tag, Some(Tag::Lost | Tag::Raw)) {
            self.skipping += 1;
            return;
        }
        let outer = self.manner;
        let end = self.opened(tag, get);
        self.open.push(Open { end, outer });
    }

    fn opened(&mut self, tag: Option<Tag>, get: Get<'_>) -> End {
        let Some(tag) = tag else { return End::Nothing };
        let deep = self.open.len() >= DEPTH;
        if tag.is_inline() {
            return if deep { End::Nothing } else { self.open_inline(tag, get) };
        }
        self.boundary();
        if deep {
            return End::Boundary;
        }
        let (lang, dir) = manner(get);
        if lang.is_some() || dir.is_some() {
            let around = self.manners.get(self.manner);
            let lang = lang.or_else(|| around.and_then(|around| around.lang.clone()));
            let dir = dir.or_else(|| around.and_then(|around| around.dir));
            self.manner = self.manners.len();
            self.manners.push(Manner { lang, dir });
        }
        if let Some(name) = self.place(get) {
            self.anchor = Some(name);
        }
        if self.line.kind == LineKind::Paragraph { self.open_block(tag, get) } else { End::Boundary }
    }

    /// The element that opened last, of those still open, closes.
    pub(super) fn close(&mut self) {
        if self.skipping > 0 {
            self.skipping -= 1;
            return;
        }
        let Some(open) = self.open.pop() else { return };
        if matches!(open.end, End::Boundary | End::Term | End::Row | End::Section) {
            self.boundary();
        }
        match open.end {
            End::Nothing | End::Boundary => {}
            End::Span | End::Term => {
                if let Some(place) = self.line.close_span() {
                    self.anchor = Some(place);
                }
            }
            End::Line => self.end_line(),
            End::Frame => self.end_frame(),
            End::Row => self.frame.table.end_row(),
            End::Section => self.frame.table.section = Section::Body,
        }
        self.manner = open.outer;
    }

    fn open_inline(&mut self, tag: Tag, get: Get<'_>) -> End {
        let (mut kind, mut href) = (SpanKind::Bdi, None);
        match tag {
            Tag::Image => {
                self.image(get);
                return End::Nothing;
            }
            Tag::Break => {
                if self.marks >= MARKS {
                    self.line.text(" ");
                    return End::Nothing;
                }
                self.marks += 1;
                if self.line.line_break() {
                    self.flush();
                }
                return End::Nothing;
            }
            Tag::Frame => {
                let late = || self.address(get, "data-src", "", Purpose::Page);
                if let Some(address) = self.address(get, "src", "", Purpose::Page).or_else(late) {
                    let (provider, url) = embed::provider(&address);
                    // A script may have put it into the element that has just told of it.
                    let told = |block: &Block| matches!(&block.kind, BlockKind::Embed { url: told, .. } if *told == url);
                    if !self.frame.blocks.last().is_some_and(told) {
                        self.emit(BlockKind::Embed { provider, url, title: some(get("title")) });
                    }
                }
                return End::Nothing;
            }
            Tag::Audio | Tag::Video => {
                let kind = if tag == Tag::Video { FrameKind::Video } else { FrameKind::Audio };
                let mut frame = Frame::new(kind);
                frame.address = self.address(get, "src", "", Purpose::Page);
                frame.poster = self.address(get, "poster", "", Purpose::Image);
                if self.line.kind == LineKind::Paragraph {
                    self.flush();
                }
                frame.line = Some(replace(&mut self.line, Line::new()));
                return self.start_frame(frame);
            }
            Tag::Source => {
                let found = self.address(get, "src", "", Purpose::Page);
                if matches!(self.frame.kind, FrameKind::Audio | FrameKind::Video)
                    && self.frame.address.is_none()
                {
                    self.frame.address = found;
                }
                return End::Nothing;
            }
            Tag::Span(SpanKind::Cite) if self.is_source() => {
                self.boundary();
                return self.start_line(LineKind::Caption);
            }
            Tag::Span(SpanKind::Code) if self.line.kind == LineKind::Code => {
                self.line.name_language(get);
                return End::Nothing;
            }
            Tag::Span(mark) => kind = mark,
            Tag::Link => {
                href = self.address(get, "href", "", Purpose::Link);
                if href.is_some() {
                    kind = SpanKind::Link;
                }
            }
            _ => {}
        }
        if self.marks >= MARKS {
            return End::Nothing;
        }
        let mut span = Span::new(kind, Vec::new());
        span.sponsored = href.is_some() && has(&get("rel"), "sponsored");
        span.href = href;
        (span.lang, span.dir) = manner(get);
        let mut place = self.place(get);
        let bare = kind == SpanKind::Bdi && span.lang.is_none() && span.dir.is_none();
        if place.is_some() && !self.line.started && (bare || self.line.kind == LineKind::Paragraph) {
            self.anchor = place.take();
        }
        if bare && place.is_none() {
            return End::Nothing;
        }
        span.anchor = place;
        if kind == SpanKind::Abbr {
            span.title = some(get("title"));
        }
        if !self.line.open_span(span) {
            return End::Nothing;
        }
        self.marks += 1;
        End::Span
    }

    fn open_block(&mut self, tag: Tag, get: Get<'_>) -> End {
        let mark = match tag {
            Tag::Container | Tag::Figure | Tag::Quote | Tag::List | Tag::Preformatted => mark(&get("class")),
            _ => Mark::None,
        };
        let top = self.frame.kind;
        let in_gallery = top == FrameKind::Gallery;
        let in_table = top == FrameKind::Table;
        let caption = match tag {
            Tag::FigureCaption => {
                matches!(top, FrameKind::Figure | FrameKind::Pull | FrameKind::Captioned | FrameKind::Gallery)
            }
            Tag::TableCaption => in_table,
            Tag::Footer => matches!(top, FrameKind::Quote | FrameKind::Post),
            Tag::Summary => top == FrameKind::Details,
            _ => false,
        };
        if caption {
            return self.start_line(LineKind::Caption);
        }
        let kind = match tag {
            Tag::Heading(level) => {
                self.line.level = level;
                return self.start_line(LineKind::Heading);
            }
            Tag::Preformatted if mark == Mark::Verse => return self.start_line(LineKind::Verse),
            Tag::Preformatted => {
                self.start_line(LineKind::Code);
                self.line.name_language(get);
                return End::Line;
            }
            Tag::List | Tag::Container | Tag::Figure if mark == Mark::Gallery => FrameKind::Gallery,
            Tag::List | Tag::OrderedList | Tag::Item if in_gallery => return End::Boundary,
            Tag::List => FrameKind::List,
            Tag::OrderedList => FrameKind::OrderedList,
            Tag::Item if matches!(top, FrameKind::List | FrameKind::OrderedList) => {
                self.stray();
                FrameKind::Item
            }
            Tag::Term if !in_gallery => {
                self.line.open_span(Span::new(SpanKind::Strong, Vec::new()));
                return End::Term;
            }
            Tag::Quote if mark == Mark::Post => FrameKind::Post,
            // What a script would put there; what it replaces follows.
            Tag::Container if mark == Mark::Post => {
                if let Some(address) = self.address(get, "data-href", "data-src", Purpose::Page) {
                    let (provider, url) = embed::provider(&address);
                    self.push(BlockKind::Embed { provider, url, title: None });
                }
                return End::Boundary;
            }
            Tag::Quote => FrameKind::Quote,
            Tag::Container | Tag::Figure if mark == Mark::Captioned => FrameKind::Captioned,
            Tag::Figure if mark == Mark::PullQuote => FrameKind::Pull,
            Tag::Figure => FrameKind::Figure,
            Tag::Container if mark == Mark::Box => FrameKind::Callout,
            Tag::Aside => FrameKind::Callout,
            Tag::Details => FrameKind::Details,
            Tag::Table => FrameKind::Table,
            Tag::TableHead | Tag::TableBody | Tag::TableFoot if in_table => {
                self.frame.table.section = match tag {
                    Tag::TableHead => Section::Head,
                    Tag::TableFoot => Section::Foot,
                    _ => Section::Body,
                };
                return End::Section;
            }
            Tag::Row if in_table => {
                self.blocks += 1;
                return End::Row;
            }
            Tag::Cell | Tag::HeaderCell if in_table => {
                let columns = number(get, "colspan").unwrap_or(1).clamp(1, 50);
                self.line.columns = columns;
                self.line.rows = number(get, "rowspan").unwrap_or(1).clamp(1, 1000);
                self.cells += columns as usize;
                let header = tag == Tag::HeaderCell;
                return self.start_line(if header { LineKind::HeaderCell } else { LineKind::Cell });
            }
            Tag::Rule => {
                self.push(BlockKind::Divider {});
                return End::Nothing;
            }
            _ => return End::Boundary,
        };
        let mut frame = Frame::new(kind);
        match kind {
            // What makes no block of its own leaves language and place to the blocks inside.
            FrameKind::Item
            | FrameKind::Figure
            | FrameKind::Pull
            | FrameKind::Captioned
            | FrameKind::Callout => {
                frame.manner = self.frame.manner;
            }
            _ => {
                frame.manner = self.manner;
                frame.anchor = self.anchor.take();
            }
        }
        if kind == FrameKind::OrderedList {
            frame.start = number(get, "start").filter(|start| *start != 1);
            frame.reversed = !get("reversed").is_empty();
        }
        if kind == FrameKind::Post {
            frame.address = self.address(get, "data-instgrm-permalink", "cite", Purpose::Page);
        }
        self.start_frame(frame)
    }

    fn start_frame(&mut self, frame: Box<Frame>) -> End {
        self.outer.push(replace(&mut self.frame, frame));
        End::Frame
    }

    /// Whether a `cite` that opens here names the source of the quotation around it.
    fn is_source(&self) -> bool {
        self.line.kind == LineKind::Paragraph
            && !self.line.started
            && self.open.last().is_some_and(|open| open.end == End::Frame)
            && matches!(self.frame.kind, FrameKind::Quote | FrameKind::Post | FrameKind::Pull)
            && !self.frame.blocks.is_empty()
    }

    fn start_line(&mut self, kind: LineKind) -> End {
        self.line.kind = kind;
        End::Line
    }

    /// Ends text that is no paragraph, and makes of it what it is.
    fn end_line(&mut self) {
        let kind = replace(&mut self.line.kind, LineKind::Paragraph);
        let mut content = self.line.take();
        match kind {
            LineKind::Heading => {
                if !is_blank(&content) {
                    self.push(BlockKind::Heading { level: self.line.level, content });
                }
            }
            LineKind::Code => {
                let code = std::mem::take(&mut self.line.code);
                let language = self.line.language.take();
                let text = trimmed_end(code.strip_prefix("\n").unwrap_or(&code));
                if !text.is_empty() {
                    self.push(BlockKind::Code { text: text.to_owned(), language });
                }
            }
            LineKind::Caption | LineKind::Cell | LineKind::HeaderCell => {
                // What becomes no block cannot carry a language but in a mark.
                let (lang, dir) = self.own_manner();
                if (lang.is_some() || dir.is_some()) && !content.is_empty() {
                    let mut span = Span::new(SpanKind::Bdi, content);
                    span.lang = lang;
                    span.dir = dir;
                    content = vec![Inline::Span(span)];
                }
                if kind != LineKind::Caption {
                    let header = kind == LineKind::HeaderCell;
                    self.frame.table.cell(content, header, self.line.columns, self.line.rows);
                } else if !is_blank(&content) {
                    if !self.frame.caption.is_empty() {
                        self.frame.caption.push(line::end());
                    }
                    self.frame.caption.append(&mut content);
                }
            }
            LineKind::Paragraph | LineKind::Verse | LineKind::Flat => self.paragraph(content),
        }
        let deferred = taken(&mut self.line.deferred);
        self.blocks += deferred.len();
        self.adopt_all(deferred);
    }

    /// Language and direction here, where they are not those of the block around.
    fn own_manner(&self) -> (Option<String>, Option<Direction>) {
        let (Some(here), Some(around)) = (self.manners.get(self.manner), self.manners.get(self.frame.manner))
        else {
            return (None, None);
        };
        let lang = if here.lang == around.lang { None } else { here.lang.clone() };
        (lang, if here.dir == around.dir { None } else { here.dir })
    }

    fn end_frame(&mut self) {
        self.flush();
        self.stray();
        let Some(outer) = self.outer.pop() else { return };
        let mut frame = replace(&mut self.frame, outer);
        let mut blocks = taken(&mut frame.blocks);
        let mut caption = taken(&mut frame.caption);
        // The block takes the frame's place, and what was pending inside is for what follows.
        let pending = replace(&mut self.anchor, frame.anchor.take());
        match frame.kind {
            FrameKind::Document => {}
            FrameKind::List | FrameKind::OrderedList => {
                if !frame.items.is_empty() {
                    let ordered = frame.kind == FrameKind::OrderedList;
                    self.push(BlockKind::List {
                        ordered,
                        start: frame.start,
                        reversed: frame.reversed,
                        items: taken(&mut frame.items),
                    });
                }
            }
            FrameKind::Item => {
                if !blocks.is_empty() {
                    self.frame.items.push(taken(&mut blocks));
                    self.blocks += 1;
                }
            }
            FrameKind::Quote | FrameKind::Post => {
                let mut post = frame.address.take();
                if post.is_none() && frame.kind == FrameKind::Post {
                    post = figure::last_post(&blocks);
                }
                if blocks.is_empty() && !caption.is_empty() {
                    blocks.push(Block::from(BlockKind::Paragraph { content: taken(&mut caption) }));
                }
                if !blocks.is_empty() {
                    self.push(BlockKind::Quote { body: taken(&mut blocks), cite: taken(&mut caption) });
                }
                // A quotation that stands for a post elsewhere is followed by the post.
                if let Some(post) = post {
                    let (provider, url) = embed::provider(&post);
                    self.push(BlockKind::Embed { provider, url, title: None });
                }
            }
            FrameKind::Figure | FrameKind::Captioned | FrameKind::Pull => {
                self.figure(frame.kind, &mut blocks, &mut caption);
            }
            FrameKind::Gallery => self.gallery(&mut blocks, &mut caption),
            FrameKind::Details => {
                if !caption.is_empty() {
                    let summary = taken(&mut caption);
                    self.push(BlockKind::Details { summary, body: taken(&mut blocks) });
                }
            }
            FrameKind::Callout => self.callout(&mut blocks),
            FrameKind::Table => self.end_table(&mut frame.table, &mut caption),
            FrameKind::Audio | FrameKind::Video => {
                if let Some(line) = frame.line.take() {
                    self.line = line;
                }
                let src = frame.address.take();
                // What a browser without players would show is not shown; a link to the recording is.
                for block in taken(&mut blocks) {
                    if !figure::is_link(&block) {
                        continue;
                    }
                    if src.is_none() {
                        self.emit(block.kind);
                    } else if let BlockKind::Paragraph { content } = block.kind
                        && caption.is_empty()
                    {
                        caption = content;
                    }
                }
                if let Some(src) = src {
                    let poster = frame.poster.take();
                    let media = Media { src, poster, duration: None, caption: taken(&mut caption) };
                    let video = frame.kind == FrameKind::Video;
                    self.emit(if video { BlockKind::Video(media) } else { BlockKind::Audio(media) });
                }
            }
        }
        self.adopt_all(blocks);
        self.paragraph(caption);
        if pending.is_some() {
            self.anchor = pending;
        }
        discard(frame);
    }

    /// What stands in a list outside its items belongs to the last of them.
    fn stray(&mut self) {
        let Frame { kind: FrameKind::List | FrameKind::OrderedList, items, blocks, .. } = &mut *self.frame
        else {
            return;
        };
        if blocks.is_empty() {
            return;
        }
        if items.is_empty() {
            items.push(Vec::new());
        }
        if let Some(item) = items.last_mut() {
            item.append(blocks);
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
        self.paragraph(content);
    }

    /// Adds a paragraph, if a reader would see any of it.
    fn paragraph(&mut self, content: Vec<Inline>) {
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

    #[inline(never)]
    fn push(&mut self, kind: BlockKind) {
        let mut block = Block::from(kind);
        (block.lang, block.dir) = self.own_manner();
        block.anchor = self.anchor.take();
        self.blocks += 1;
        if self.blocks <= BLOCKS {
            self.frame.blocks.push(block);
        }
    }

    fn adopt_all(&mut self, mut blocks: Vec<Block>) {
        self.frame.blocks.append(&mut blocks);
    }

    /// The name of the element at hand, where a link leads to it.
    fn place(&self, get: Get<'_>) -> Option<String> {
        if self.fragments.is_empty() {
            return None;
        }
        let name = either(get, "id", "name");
        if self.fragments.binary_search(&name).is_ok() { Some(name) } else { None }
    }

    /// The address that an attribute holds, or another where that is missing.
    #[inline(never)]
    fn address(&self, get: Get<'_>, first: &str, second: &str, purpose: Purpose) -> Option<Address> {
        resolve(&either(get, first, second), self.base, purpose)
    }
}

impl Frame {
    #[inline(never)]
    fn new(kind: FrameKind) -> Box<Self> {
        Box::new(Frame { kind, ..Frame::default() })
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
    wp-block-verse|twitter-tweet instagram-media tiktok-embed bluesky-embed text-post-media fb-post fb-video rll-youtube-player|\
    encadre callout infobox wp-block-callout|wp-block-group has-background";

const MARKINGS: &[Mark] =
    &[Mark::Gallery, Mark::PullQuote, Mark::Captioned, Mark::Verse, Mark::Post, Mark::Box];

fn mark(class: &str) -> Mark {
    let mut group = false;
    for name in pieces(class, WHITE) {
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

/// [`std::mem::take`], as one function.
#[inline(never)]
fn taken<T>(from: &mut Vec<T>) -> Vec<T> {
    std::mem::take(from)
}

#[inline(never)]
fn discard(_: Box<Frame>) {}

/// Whether a class attribute, or one like it, holds a word.
fn has(list: &str, word: &str) -> bool {
    pieces(list, WHITE).any(|one| one == word)
}

/// One attribute, or another where that is missing.
#[inline(never)]
fn either(get: Get<'_>, first: &str, second: &str) -> String {
    let value = get(first);
    if value.is_empty() && !second.is_empty() { get(second) } else { value }
}

/// A text without the white space around it; an empty one is none.
#[inline(never)]
fn some(text: String) -> Option<String> {
    let text = trimmed(&text);
    if text.is_empty() { None } else { Some(text.to_owned()) }
}

#[inline(never)]
fn number(get: Get<'_>, name: &str) -> Option<u32> {
    let text = get(name);
    let text = trimmed(&text);
    whole(text.strip_suffix("px").unwrap_or(text), 10)
}

/// The language and the direction that an element gives.
#[inline(never)]
fn manner(get: Get<'_>) -> (Option<String>, Option<Direction>) {
    (language(get), Direction::named(trimmed(&get("dir"))))
}

fn language(get: Get<'_>) -> Option<String> {
    let tag = some(either(get, "lang", "xml:lang"))?;
    let mut first = true;
    for part in pieces(&tag, "-") {
        let sound = if first {
            is_code(part)
        } else {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric())
        };
        if !sound {
            return None;
        }
        first = false;
    }
    if tag.len() > 35 { None } else { Some(tag) }
}
