//! The body: blocks into nodes.

mod group;

use super::anchor::Anchors;
use super::content;
use super::dom::{El, el, part};
use super::figure;
use super::page::{PageRef, heading_tag};
use super::picture::Priority;
use super::slot::slot;
use crate::article::{Align, Block, BlockKind, Cell, Definition, Direction, Image, Inline, Media, Numbering};
use crate::locale::direction;
use crate::text::number::digits;
use group::Groups;
#[cfg(browser)]
use news_article_contract::event;

/// The body, and the slots that found no place in it.
pub struct Body {
    /// The element.
    pub root: El,
    /// The element at the end of each quarter, with the percentage.
    pub ends: Vec<(u32, El)>,
    /// Slots for which the body is too short.
    pub unplaced: Vec<&'static str>,
    /// The places that links lead to.
    pub anchors: Anchors,
}

/// Builds the body of the page's article.
pub fn body(page: &PageRef) -> Body {
    let language = &page.content_language;
    let root = part("div", "body").set("lang", language).set("dir", direction(language));
    let mut writer = Writer {
        page,
        anchors: Anchors::default(),
        levels: Vec::new(),
        blank: part("p", "paragraph").set("dir", "auto"),
    };
    let blocks = &page.article.body;
    let is_paragraph = |block: &Block| matches!(block.kind, BlockKind::Paragraph { .. });
    // In a body without paragraphs, progress is counted by blocks.
    let has_paragraphs = blocks.iter().any(is_paragraph);
    let is_read = |block: &Block| !has_paragraphs || is_paragraph(block);
    let total = blocks.iter().filter(|block| is_read(block)).count();
    let mut unplaced = vec!["in-body-3", "in-body-2", "in-body-1"];
    let mut ends = Vec::new();
    let mut seen = 0;
    let mut groups = Groups::new(&root);
    for block in blocks {
        let element = writer.block(block);
        groups.add(block, &element);
        if !is_read(block) {
            continue;
        }
        seen += 1;
        for percent in QUARTERS {
            if end_of(percent, total) == seen {
                ends.push((percent, element.clone()));
            }
        }
        // Slots come after a quarter, a half and three quarters of the paragraphs, but never before the third
        // paragraph, and never two at one place.
        if has_paragraphs
            && seen >= 3
            && unplaced.last().is_some_and(|name| seen * 4 >= total * quarter(name))
            && let Some(name) = unplaced.pop()
        {
            groups.close();
            root.add(&slot(name));
        }
    }
    groups.close();
    Body { root, ends, unplaced, anchors: writer.anchors }
}

/// Builds blocks that stand outside of the body. The places in them are added to `anchors`.
pub fn blocks(page: &PageRef, blocks: &[Block], anchors: &Anchors) -> Vec<El> {
    let mut writer = Writer {
        page,
        anchors: anchors.clone(),
        levels: vec![0, 1],
        blank: part("p", "paragraph").set("dir", "auto"),
    };
    blocks.iter().map(|block| writer.block(block)).collect()
}

/// The quarters of a body, in percent.
pub const QUARTERS: [u32; 4] = [25, 50, 75, 100];

/// The number of the paragraph, counted from 1, that ends a quarter. In a short body one paragraph ends several.
pub fn end_of(percent: u32, paragraphs: usize) -> usize {
    (paragraphs * percent as usize).div_ceil(100)
}

fn quarter(slot: &str) -> usize {
    match slot {
        "in-body-1" => 1,
        "in-body-2" => 2,
        _ => 3,
    }
}

struct Writer<'a> {
    page: &'a PageRef,
    anchors: Anchors,
    /// The source's levels of the headings that are open here, outermost first.
    levels: Vec<u8>,
    /// Every paragraph is a copy of this one, which is cheaper than setting the attributes on each of what may be
    /// thousands.
    blank: El,
}

impl Writer<'_> {
    fn block(&mut self, block: &Block) -> El {
        let element = self.kind(&block.kind).set_some("lang", block.lang.as_deref());
        // Text finds its own direction. A container inherits the body's: `auto` ignores descendants that have a `dir`
        // of their own, and would take an Arabic list for left to right.
        let text = matches!(block.kind, BlockKind::Heading { .. });
        let element = element.set_some("dir", block.dir.map(Direction::name).or(text.then_some("auto")));
        if let Some(name) = &block.anchor {
            self.anchors.add(name, &element);
        }
        element
    }

    fn kind(&mut self, kind: &BlockKind) -> El {
        match kind {
            BlockKind::Paragraph { content } => self.text(self.blank.copy(), content),
            BlockKind::Heading { level, content } => {
                let tag = self.heading(*level);
                let heading =
                    part(tag, "heading").set_some("class", (self.levels.len() > 1).then_some("sub"));
                self.text(heading, content)
            }
            BlockKind::List { ordered, start, reversed, numbering, values, items } => {
                let list = el(if *ordered { "ol" } else { "ul" });
                let list = list.set_some("type", numbering.map(Numbering::html));
                let list = match start {
                    Some(start) if *ordered => list.set("start", &digits(*start)),
                    _ => list,
                };
                let list = list.set_some("reversed", (*ordered && *reversed).then_some(""));
                for (at, item) in items.iter().enumerate() {
                    let item = self.item(item);
                    list.add(&match values.get(at) {
                        Some(Some(value)) => item.set("value", &digits(*value)),
                        _ => item,
                    });
                }
                list
            }
            BlockKind::Definitions { items } => self.definitions(items),
            BlockKind::Image(image) => figure::figure(self.page, image, "figure", Priority::Lazy),
            BlockKind::Gallery { images, caption } => self.gallery(images, caption),
            BlockKind::Quote { body, cite } => {
                let quote = self.blocks(part("blockquote", "quote"), body);
                self.cited(quote, cite)
            }
            BlockKind::PullQuote { content, cite } => {
                let quote = part("blockquote", "quote").set("class", "pull");
                let text = self.text(el("p").set("dir", "auto"), content);
                self.cited(quote.child(text), cite)
            }
            BlockKind::Table { head, rows, row_headings, align, caption } => {
                let table = part("table", "table");
                if !caption.is_empty() {
                    table.add(&self.text(part("caption", "caption").set("dir", "auto"), caption));
                }
                self.table(table, head, rows, *row_headings, align)
            }
            BlockKind::Code { text, .. } => el("pre")
                .set("tabindex", "0")
                .set("role", "group")
                .set("aria-label", &self.page.text("code"))
                .child(el("code").set("dir", "ltr").text(text)),
            BlockKind::Divider {} => el("hr"),
            BlockKind::Audio(media) => self.media("audio", media),
            BlockKind::Video(media) => self.media("video", media),
            BlockKind::Embed { provider, url, title } => self.embed(provider, url, title.as_deref()),
            BlockKind::Callout { title, body } => {
                let callout = el("aside").set("class", "callout");
                let callout = match title {
                    Some(title) => {
                        callout.child(el("p").set("class", "strong").set("dir", "auto").text(title))
                    }
                    None => callout,
                };
                self.blocks(callout, body)
            }
            BlockKind::Details { summary, body } => {
                let summary = self.text(el("summary").set("dir", "auto"), summary);
                self.blocks(el("details").child(summary), body)
            }
        }
    }

    fn text(&self, into: El, content: &[Inline]) -> El {
        content::write(self.page, &into, content, Some(&self.anchors));
        into
    }

    fn blocks(&mut self, into: El, blocks: &[Block]) -> El {
        for block in blocks {
            into.add(&self.block(block));
        }
        into
    }

    fn item(&mut self, blocks: &[Block]) -> El {
        self.filled(el("li"), blocks)
    }

    /// Fills an entry of a list. A single paragraph becomes the entry itself, without a paragraph's margins.
    fn filled(&mut self, entry: El, blocks: &[Block]) -> El {
        match blocks {
            [Block { kind: BlockKind::Paragraph { content }, lang, dir, anchor }] => {
                let item = self.text(entry, content).set_some("lang", lang.as_deref());
                if let Some(name) = anchor {
                    self.anchors.add(name, &item);
                }
                item.set("dir", dir.map_or("auto", Direction::name))
            }
            _ => self.blocks(entry, blocks),
        }
    }

    fn cited(&self, quote: El, cite: &[Inline]) -> El {
        if cite.is_empty() { quote } else { quote.child(self.text(el("footer").set("dir", "auto"), cite)) }
    }

    /// The body's headings are one level below the headline. Where the source jumps from 2 to 5, the outline does
    /// not.
    fn heading(&mut self, level: u8) -> &'static str {
        while self.levels.last().is_some_and(|open| *open >= level) {
            self.levels.pop();
        }
        self.levels.push(level);
        heading_tag(self.page.settings.heading_level.saturating_add(self.levels.len().min(6) as u8))
    }

    fn gallery(&mut self, images: &[Image], caption: &[Inline]) -> El {
        let list = el("ul").set("class", "gallery").set("role", "list");
        for image in images {
            list.add(&el("li").child(figure::figure(self.page, image, "figure", Priority::Lazy)));
        }
        let gallery = part("figure", "figure").set("aria-label", &self.page.text("figures"));
        gallery.child(list).maybe(figure::caption(self.page, caption, None))
    }

    fn definitions(&mut self, items: &[Definition]) -> El {
        let list = el("dl");
        for item in items {
            for term in &item.terms {
                list.add(&self.text(el("dt").set("dir", "auto"), term));
            }
            if !item.body.is_empty() {
                list.add(&self.filled(el("dd"), &item.body));
            }
        }
        list
    }

    fn table(
        &mut self,
        table: El,
        head: &[Cell],
        rows: &[Vec<Cell>],
        row_headings: bool,
        align: &[Option<Align>],
    ) -> El {
        if !head.is_empty() {
            table.add(&el("thead").child(self.row(head, align, |_| Some("col"))));
        }
        let of_row = |at| (row_headings && at == 0).then_some("row");
        let body = el("tbody");
        for cells in rows {
            body.add(&self.row(cells, align, of_row));
        }
        // Wide tables scroll on their own, and can be focused so that the keyboard scrolls them.
        el("div")
            .set("class", "scroll")
            .set("tabindex", "0")
            .set("role", "group")
            .set("aria-label", &self.page.text("table"))
            .child(table.child(body))
    }

    /// Builds a row. `heads` gives the scope of the heading cell at an index, if the cell is a heading.
    fn row(
        &mut self,
        cells: &[Cell],
        align: &[Option<Align>],
        heads: impl Fn(usize) -> Option<&'static str>,
    ) -> El {
        let row = el("tr");
        for (at, cell) in cells.iter().enumerate() {
            // An empty corner cell is no heading.
            let tag = match heads(at).filter(|_| !cell.is_empty()) {
                Some(scope) => el("th").set("scope", scope),
                None => el("td"),
            };
            let tag = tag.set_some("class", align.get(at).copied().flatten().map(Align::name));
            row.add(&match cell {
                Cell::Text(content) => self.text(tag.set("dir", "auto"), content),
                Cell::Blocks { blocks } => self.blocks(tag, blocks),
            });
        }
        row
    }

    fn media(&mut self, tag: &'static str, media: &Media) -> El {
        let key = if tag == "audio" { "audio" } else { "video" };
        let player =
            el(tag).set("controls", "").set("preload", "none").set("aria-label", &self.page.text(key));
        let player = if media.sources.is_empty() { player.src(&media.src) } else { player };
        for source in &media.sources {
            player.add(&el("source").set_some("type", source.kind.as_deref()).src(&source.src));
        }
        for track in &media.tracks {
            // Not `default`: a browser would fetch it from an address in the article before the reader's click.
            let shown = el("track")
                .set_some("kind", track.kind.as_deref())
                .set_some("srclang", track.srclang.as_deref())
                .set_some("label", track.label.as_deref());
            player.add(&shown.src(&track.src));
        }
        let player = match &media.poster {
            Some(poster) if tag == "video" => before_film(self.page, player, poster),
            _ => player,
        };
        part("figure", "figure").child(player).maybe(figure::caption(self.page, &media.caption, None))
    }

    /// Builds a placeholder with a link. The other site is not contacted before the reader's click.
    fn embed(&mut self, provider: &str, url: &crate::network::address::Address, title: Option<&str>) -> El {
        let page = self.page;
        let name = if provider.is_empty() { page.text("embedOther") } else { provider.to_owned() };
        let link = el("a")
            .href(url)
            .set("rel", "noopener noreferrer")
            .set("target", "_blank")
            .text(&page.locale.with_words("embedOpen", "provider", &name));
        #[cfg(browser)]
        let link = announced(link, page, provider, url);
        let box_ = part("div", "embed");
        let box_ = match title {
            Some(title) => box_.child(el("p").set("class", "strong").set("dir", "auto").text(title)),
            None => box_,
        };
        box_.child(el("p").text(&page.locale.with_words("embedNotice", "provider", &name)))
            .child(el("p").child(link))
    }
}

/// A video behind its poster image. That is an image of its own and not the attribute `poster`, so that it is fetched
/// lazily and with the referrer policy of all images.
fn before_film(page: &PageRef, player: El, poster: &crate::network::address::Address) -> El {
    let picture = super::picture::picture(page, &Image::new(poster.clone()), "", Priority::Lazy);
    #[cfg(browser)]
    let shown = picture.clone();
    #[cfg(browser)]
    let player = player.on("playing", move |_| shown.toggle("hidden", Some("")));
    el("div").set("class", "film").child(picture).child(player)
}

/// Fires an event at a click on a link to an embed. The page may cancel it.
#[cfg(browser)]
fn announced(link: El, page: &PageRef, provider: &str, url: &crate::network::address::Address) -> El {
    use wasm_bindgen::JsValue;

    let detail = [("provider", JsValue::from_str(provider)), ("url", JsValue::from_str(url.as_str()))];
    let shell = page.shell.clone();
    link.on("click", move |event| {
        if !shell.allows(event::EMBED.name, &detail) {
            event.prevent_default();
        }
    })
}
