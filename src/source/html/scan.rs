//! What the parser gets to see: the same text, in markup that no parser stumbles over.
//!
//! Parsers take quadratic time on unclosed and misnested markup, and read some of it otherwise than its author wrote
//! it. So the HTML is copied before it is parsed: known elements and attributes alone, each start tag with its end
//! tag, **never more than [`DEPTH`] deep**, no comments, nothing that loses its content anyway. Pure and linear.

use super::embed;
use super::list::group;
use super::plain;
use super::tag::{FRAME, Tag};
use super::token::{Attributes, Token, Tokens};
use crate::article::SpanKind;
use crate::network::address::{Address, Purpose, resolve};
use crate::text::search::{WHITE, around, has_any, pieces, replaced, trimmed};

/// How deep elements may stand in one another; a deeper one gives its text to the last that fits.
pub(super) const DEPTH: usize = 100;

/// How many lines' worth of emphasis is carried on where a block breaks it off.
const REOPENED: usize = 4;

/// The most start tags: no article has a tenth of them, and a parser takes them in a moment.
const TAGS: usize = 60_000;

/// The most places inside the text that links lead to.
const PLACES: usize = 1_000;

/// Longer values than this are carried by images alone.
const VALUE: usize = 4096;

/// HTML that is safe to hand to a parser.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// The copy.
    pub(super) html: String,
    /// The fragments that links inside lead to, sorted: only what they name needs remembering.
    pub(super) fragments: Vec<String>,
    /// Whether it was too much, and the copy is not whole.
    pub(super) overflow: bool,
    /// Whether there is something that only a browser's parser knows: tables, whose parts it moves and implies, entities
    /// that are not in [`super::plain`], characters that it changes. Anything else it would leave as it is here.
    pub(super) intricate: bool,
}

#[derive(Clone, Copy)]
struct Open<'a> {
    tag: Tag,
    name: &'a str,
    attributes: &'a str,
    /// Its end tag has come, inside a block that is still open.
    ended: bool,
}

struct Scanner<'a> {
    out: Scan,
    stack: Vec<Open<'a>>,
    base: Option<&'a Address>,
    /// The size up to which what a block broke off may be written again.
    room: usize,
    tags: usize,
    /// How many of the open elements are paragraphs: mostly none, and then none is looked for.
    paragraphs: usize,
    /// Whether a quotation has stood for a post that a frame would show again.
    quoted: bool,
    /// The address of the last link, where that has had nothing in it yet that can be seen.
    link: Option<&'a str>,
    /// The address of the last link that has.
    named: &'a str,
}

/// The class of what a script makes a chart of.
const INFOGRAM: &str = "infogram-embed";
/// The class of a quotation that stands for a post, and of the frame that would show it.
const QUOTED: &str = "wp-embedded-content";
/// The class of a button that has the address of the link before it.
const BUTTON: &str = "wp-block-file__button";
/// The classes of what is there to be heard, and says what is shown beside it in another way.
const UNSEEN: &str = "screen-reader-text sr-only visually-hidden katex-mathml";
/// The class of a table that is a picture with its caption, in Blogger's posts.
const CAPTIONED: &str = "tr-caption-container";

/// Copies HTML as described above.
pub(super) fn scan(html: &str, base: Option<&Address>) -> Scan {
    let mut scanner = Scanner {
        out: Scan::default(),
        stack: Vec::new(),
        base,
        room: html.len().saturating_mul(2),
        tags: 0,
        paragraphs: 0,
        quoted: false,
        link: None,
        named: "",
    };
    let mut tokens = Tokens::new(html);
    // Elements whose end tag is known not to come: one search for it each.
    let mut endless: Vec<&str> = Vec::new();
    while let Some(token) = tokens.next() {
        match token {
            Token::Text(text) => scanner.text(text),
            Token::Close(name) => scanner.close(name),
            Token::Open(name, attributes) => {
                let Some(known) = named(name) else { continue };
                let mut tag = scanner.read_as(known, name, attributes);
                if tag == Tag::Lost && known.is_void() {
                    continue;
                }
                if tag == Tag::Table && !scanner.is_in(Tag::Table) && is_box(tokens.clone()) {
                    tag = Tag::Container;
                }
                if tag == Tag::Lost && name.eq_ignore_ascii_case("noscript") && is_chart(tokens.clone(), base)
                {
                    tag = Tag::Container;
                }
                if scanner.tags >= TAGS {
                    scanner.out.overflow = true;
                    break;
                }
                scanner.tags += 1;
                match tag {
                    Tag::Raw => {
                        tokens.skip_raw(name);
                    }
                    Tag::Lost | Tag::Frame => {
                        if tag == Tag::Frame {
                            let depth = scanner.stack.len();
                            scanner.open(tag, name, attributes);
                            if scanner.stack.len() > depth {
                                scanner.pop();
                            }
                        }
                        if known == Tag::Container && tag == Tag::Frame {
                            // What is in it stays: where it is left open, that is the rest of the text.
                            scanner.open(known, name, attributes);
                        } else if !endless.iter().any(|known| known.eq_ignore_ascii_case(name)) {
                            let mut ahead = tokens.clone();
                            if skip(&mut ahead, name) {
                                tokens = ahead;
                            } else {
                                endless.push(name);
                            }
                        }
                    }
                    _ => {
                        // What a style sheet keeps apart: a title and its date.
                        if name.eq_ignore_ascii_case("time")
                            && scanner.out.html.ends_with(">")
                            && !scanner.is_in(Tag::Preformatted)
                        {
                            scanner.out.html.push(' ');
                        }
                        scanner.open(tag, name, attributes);
                    }
                }
            }
        }
    }
    while scanner.pop() {}
    scanner.out
}

fn named(name: &str) -> Option<Tag> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) {
        return Tag::named(&name.to_ascii_lowercase());
    }
    Tag::named(name)
}

/// Whether a table, whose start tag has just been passed, has one cell: then it is there for the looks.
fn is_box(tokens: Tokens<'_>) -> bool {
    let mut cells = 0;
    for token in tokens {
        match token {
            Token::Open(name, _) => match named(name) {
                Some(Tag::Cell | Tag::HeaderCell) => cells += 1,
                // What is raw could be long, and is in no box.
                Some(Tag::Table | Tag::Raw) => return false,
                _ => {}
            },
            Token::Close(name) if named(name) == Some(Tag::Table) => break,
            Token::Close(_) | Token::Text(_) => {}
        }
        if cells > 1 {
            break;
        }
    }
    cells == 1
}

/// Whether what stands there for browsers without scripts, whose start tag has just been passed, is the picture of a chart.
/// (Others are there a second time, or count readers.)
fn is_chart(tokens: Tokens<'_>, base: Option<&Address>) -> bool {
    for token in tokens.take(3) {
        if matches!(token, Token::Close(name) if name.eq_ignore_ascii_case("noscript")) {
            return false;
        }
        if let Token::Open(name, attributes) = token
            && named(name) == Some(Tag::Image)
        {
            let mut attributes = Attributes::new(attributes);
            return attributes.any(|(name, value)| {
                name.eq_ignore_ascii_case("src")
                    && resolve(value, base, Purpose::Image).is_some_and(|src| embed::chart(&src).is_some())
            });
        }
    }
    false
}

/// Passes the end tag that belongs to a start tag; whether there is one.
fn skip(tokens: &mut Tokens<'_>, name: &str) -> bool {
    if name.eq_ignore_ascii_case("iframe") {
        return tokens.skip_raw(name);
    }
    let mut depth = 1;
    for token in tokens {
        match token {
            Token::Open(other, _) if other.eq_ignore_ascii_case(name) => depth += 1,
            Token::Close(other) if other.eq_ignore_ascii_case(name) => {
                depth -= 1;
                if depth == 0 {
                    return true;
                }
            }
            _ => {}
        }
    }
    false
}

impl<'a> Scanner<'a> {
    fn text(&mut self, text: &str) {
        if !trimmed(text).is_empty() {
            self.name_link();
        }
        self.escaped(text, "<", "&lt;");
    }

    /// Something is there that can be seen: of the link that is open, if one is.
    fn name_link(&mut self) {
        if let Some(link) = self.link.take() {
            self.named = link;
        }
    }

    /// Writes a text, one character of it escaped.
    fn escaped(&mut self, text: &str, from: &str, to: &str) {
        self.out.intricate |= !plain::is_known(text);
        self.out.html.push_str(&replaced(text, from, to));
    }

    fn open(&mut self, tag: Tag, name: &'a str, attributes: &'a str) {
        if tag.is_inline() {
            if tag == Tag::Link {
                self.end_before(&|open| open == Tag::Link, &Tag::is_table_part);
            }
            self.write(tag, name, attributes);
            if tag == Tag::Image {
                self.name_link();
            }
            return;
        }
        // What the start of a block ends, and the emphasis that it interrupts.
        let mut broken = Vec::new();
        match tag {
            Tag::Item => self
                .end_before(&|open| open == Tag::Item, &|open| matches!(open, Tag::List | Tag::OrderedList)),
            Tag::Term | Tag::Definition => self
                .end_before(&|open| matches!(open, Tag::Term | Tag::Definition), &|open| {
                    open == Tag::Definitions
                }),
            Tag::Row | Tag::TableHead | Tag::TableBody | Tag::TableFoot | Tag::TableCaption => {
                let row = tag == Tag::Row;
                self.end_before(
                    &|open| match open {
                        Tag::TableHead | Tag::TableBody | Tag::TableFoot => !row,
                        Tag::Row | Tag::Cell | Tag::HeaderCell | Tag::TableCaption => true,
                        _ => false,
                    },
                    &|open| open == Tag::Table,
                );
            }
            Tag::Cell | Tag::HeaderCell => self.end_before(
                &|open| matches!(open, Tag::Cell | Tag::HeaderCell | Tag::TableCaption),
                &|open| open == Tag::Table,
            ),
            _ => {}
        }
        let nearest = |open: &Open<'_>| open.tag == Tag::Paragraph || open.tag.is_table_part();
        if self.paragraphs > 0
            && let Some(at) = self.stack.iter().rposition(nearest)
            && self.stack.get(at).is_some_and(|open| open.tag == Tag::Paragraph)
        {
            self.pop_to(at, &mut broken);
        }
        if let (Tag::Heading(_), Some(Open { tag: Tag::Heading(_), .. })) = (tag, self.stack.last()) {
            self.pop();
        }
        self.write(tag, name, attributes);
        self.reopen(broken);
    }

    fn close(&mut self, name: &str) {
        let Some(tag) = named(name) else { return };
        if tag == Tag::Break {
            self.out.html.push_str("<br>");
            return;
        }
        let inline = tag.is_inline();
        let part = tag.is_table_part();
        let mut crossed = false;
        for (at, open) in self.stack.iter_mut().enumerate().rev() {
            let same = match (open.tag, tag) {
                (Tag::Heading(_), Tag::Heading(_)) => true,
                // Not the tag: it may have been read as another.
                _ => open.name.eq_ignore_ascii_case(name),
            };
            if same && !open.ended {
                if inline && crossed {
                    open.ended = true;
                    return;
                }
                let mut broken = Vec::new();
                self.pop_to(at, &mut broken);
                if inline {
                    self.reopen(broken);
                }
                return;
            }
            if open.tag.is_table_part() && (!part || open.tag == Tag::Table) {
                break;
            }
            crossed |= !open.tag.is_inline();
        }
        // As in the standard: what stands before it is apart from what follows.
        if tag == Tag::Paragraph {
            self.open(tag, "p", "");
            self.pop();
        }
    }

    /// What an element is, once its attributes and those around are looked at: lost where it is for no reader, or says again
    /// what the one before it has said (WordPress' button beside a file's link, and the frame that shows the post that a
    /// quotation has named).
    fn read_as(&mut self, tag: Tag, name: &str, attributes: &'a str) -> Tag {
        let heading = self.stack.iter().any(|open| matches!(open.tag, Tag::Heading(_)));
        let mut tag = match tag {
            // What folds an answer away has the question in it.
            Tag::Lost
                if heading
                    && name.eq_ignore_ascii_case("button")
                    && ["aria-expanded", "accordion"]
                        .into_iter()
                        .any(|word| around(attributes, word).is_some()) =>
            {
                Tag::Plain
            }
            // The parts of a table that stands for nothing.
            _ if tag.is_table_part() && tag != Tag::Table && !self.is_in(Tag::Table) => Tag::Container,
            _ => tag,
        };
        let (mut hidden, mut panel) = (false, false);
        let (mut button, mut sign) = (false, false);
        let (mut chart, mut told) = (false, false);
        let mut href = "";
        for (name, value) in Attributes::new(attributes) {
            match &*name.to_ascii_lowercase() {
                "hidden" => hidden |= !value.eq_ignore_ascii_case("until-found"),
                // Of several only one is shown at a time.
                "role" => panel |= value == "tabpanel",
                "href" => href = value,
                "videoid" | "data-videoid" | "data-id" => told |= !value.is_empty(),
                "aria-hidden" => sign |= heading && value == "true",
                // What is copied from Google Docs is all in one such element.
                "style" if tag == Tag::Span(SpanKind::Strong) => {
                    let weight = around(value, "font-weight:").map_or("", |(_, weight)| weight.trim_ascii());
                    if weight.starts_with("normal") || weight.starts_with("4") {
                        tag = Tag::Plain;
                    }
                }
                "class" => {
                    for class in pieces(value, WHITE) {
                        match class {
                            INFOGRAM => chart |= tag == Tag::Container,
                            QUOTED if tag == Tag::Frame => hidden |= self.quoted,
                            QUOTED => self.quoted |= tag == Tag::Quote,
                            BUTTON => button = true,
                            CAPTIONED if tag == Tag::Table && !self.is_in(Tag::Table) => {
                                tag = Tag::Figure;
                            }
                            // But a link with an icon alone has no other name.
                            _ => {
                                let names = self.link.is_some() && self.is_in(Tag::Link);
                                hidden |= group(UNSEEN, class).is_some() && !names;
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        // What a script would make a frame of, where it says of what.
        if chart && told {
            tag = Tag::Frame;
        } else if tag == Tag::Frame && !told && !name.eq_ignore_ascii_case("iframe") {
            tag = Tag::Container;
        }
        hidden |= button && href == self.named;
        // A plus in what folds, or the sign of a link to the heading itself.
        hidden |= sign && (tag == Tag::Link && href.starts_with("#") || self.is_folding());
        if hidden && !panel {
            return Tag::Lost;
        }
        if tag == Tag::Link {
            self.link = Some(href);
        }
        tag
    }

    /// Whether a button is open: only one that folds something ever is.
    fn is_folding(&self) -> bool {
        self.stack.iter().any(|open| open.name.eq_ignore_ascii_case("button"))
    }

    /// Whether such an element is open.
    fn is_in(&self, tag: Tag) -> bool {
        self.stack.iter().any(|open| open.tag == tag)
    }

    /// Ends the nearest open element that `is` says, unless a block or cell that it may not leave stands between.
    fn end_before(&mut self, is: &dyn Fn(Tag) -> bool, stop: &dyn Fn(Tag) -> bool) {
        loop {
            let nearest = self.stack.iter().rposition(|open| is(open.tag) || stop(open.tag));
            match nearest.and_then(|at| self.stack.get(at).map(|open| (at, open.tag))) {
                Some((at, tag)) if is(tag) => self.pop_to(at, &mut Vec::new()),
                _ => return,
            }
        }
    }

    fn pop(&mut self) -> bool {
        let Some(open) = self.stack.pop() else { return false };
        self.paragraphs -= usize::from(open.tag == Tag::Paragraph);
        self.out.html.push_str("</");
        self.name(open.tag, open.name);
        self.out.html.push('>');
        true
    }

    /// Ends every element from the top to `at`, and those above whose end tags had come before.
    fn pop_to(&mut self, at: usize, broken: &mut Vec<Open<'a>>) {
        while self.stack.len() > at {
            if let Some(open) = self.stack.last()
                && self.stack.len() > at + 1
                && matches!(open.tag, Tag::Link | Tag::Span(_))
                && !open.ended
                && broken.len() < REOPENED
            {
                broken.push(*open);
            }
            self.pop();
        }
        while self.stack.last().is_some_and(|open| open.ended) {
            self.pop();
        }
    }

    fn reopen(&mut self, broken: Vec<Open<'a>>) {
        for open in broken.into_iter().rev() {
            if self.out.html.len() < self.room {
                self.write(open.tag, open.name, open.attributes);
            }
        }
    }

    fn write(&mut self, tag: Tag, name: &'a str, attributes: &'a str) {
        self.out.intricate |= tag.is_table_part() || tag == Tag::Preformatted;
        if !tag.is_void() {
            if self.stack.len() >= DEPTH {
                // Words of two blocks do not join.
                if !tag.is_inline() {
                    self.out.html.push(' ');
                }
                return;
            }
            self.paragraphs += usize::from(tag == Tag::Paragraph);
            self.stack.push(Open { tag, name, attributes, ended: false });
        }
        self.out.html.push('<');
        self.name(tag, name);
        self.attributes(tag, name, attributes);
        self.out.html.push('>');
    }

    fn name(&mut self, tag: Tag, name: &str) {
        match tag {
            Tag::Frame => self.out.html.push_str(FRAME),
            Tag::Image => self.out.html.push_str("img"),
            Tag::Plain => self.out.html.push_str("span"),
            Tag::Container => self.out.html.push_str("div"),
            Tag::Figure => self.out.html.push_str("figure"),
            _ => self.out.html.push_str(&name.to_ascii_lowercase()),
        }
    }

    fn attributes(&mut self, tag: Tag, element: &str, attributes: &str) {
        let mut seen: u32 = 0;
        for (name, value) in Attributes::new(attributes) {
            let name = name.to_ascii_lowercase();
            let Some(place) = group(KEPT, &name) else { continue };
            let name = match place {
                LATE => "data-src",
                LATE_SET => "data-srcset",
                FILM | CHART => "src",
                _ => &*name,
            };
            // Only what a script would make a frame of tells its address so.
            let from = match place {
                FILM => "https://www.youtube.com/watch?v=",
                CHART => "https://infogram.com/",
                _ => "",
            };
            if !from.is_empty() && (tag != Tag::Frame || element.eq_ignore_ascii_case("iframe")) {
                continue;
            }
            // Of several places for the same thing one may be empty, or have a placeholder too.
            if place <= CHART && (value.is_empty() || value.starts_with("data:") || value.starts_with("#")) {
                continue;
            }
            let bit = 1 << place;
            if seen & bit != 0 || value.len() > VALUE && tag != Tag::Image {
                continue;
            }
            seen |= bit;
            let known = &mut self.out.fragments;
            if tag == Tag::Link && name == "href" && has_any(value, "#") && known.len() < PLACES {
                let fragment = resolve(value, self.base, Purpose::Link).and_then(|link| link.fragment());
                if let Some(fragment) = fragment
                    && let Err(at) = known.binary_search(&fragment)
                {
                    known.insert(at, fragment);
                }
            }
            // Being there is what it says.
            let value = if name == "reversed" { "true" } else { value };
            for part in [" ", name, "=\""] {
                self.out.html.push_str(part);
            }
            self.out.html.push_str(from);
            self.escaped(value, "\"", "&quot;");
            self.out.html.push('"');
        }
    }
}

/// The attributes that mean something to the model. Plugins that load late, or ask before, keep addresses in others each:
/// these have the same meaning.
const KEPT: &str = "data-src data-lazy-src data-original data-orig-src data-ezsrc data-cfsrc data-litespeed-src data-src-cmplz|\
    data-srcset data-lazy-srcset|videoid data-videoid|data-id|href|src|srcset|sizes|alt|width|height|title|class|id|name|lang|dir|start|reversed|colspan|\
    rowspan|poster|rel|data-href|data-instgrm-permalink|cite|xml:lang";
/// Where these are among [`KEPT`].
const LATE: usize = 0;
const LATE_SET: usize = 1;
const FILM: usize = 2;
const CHART: usize = 3;
