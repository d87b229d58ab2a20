//! The elements of a block: each has its data under a name made of its type (`imageTypeData`).

use super::picture::{caption, of_assets};
use crate::article::{Block, BlockKind, Media};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::compose::{
    Budget, DEPTH_MAX, each, embed, flattened, heading, leftovers, link, list, paragraph, plain, whole,
};
use crate::source::html;
use crate::source::limit::NAMES_MAX;
use crate::source::native::address;
use crate::text::search::{concat, joined};

/// Reads elements, until the budget is spent.
#[derive(Clone, Copy)]
pub(super) struct Elements<'a> {
    pub(super) base: Option<&'a Address>,
    /// The item around them, which contains the atoms.
    pub(super) item: &'a Json,
    pub(super) budget: &'a Budget,
}

impl Elements<'_> {
    /// The elements of a block, or its HTML where there are none. `None` where there are more than the limits allow.
    pub(super) fn block(self, block: &Json) -> Option<Vec<Block>> {
        let elements = block.get("elements");
        if elements.first().is_null() {
            return self.html(block.line("bodyHtml"));
        }
        self.list(&elements, 0)
    }

    fn list(self, json: &Json, depth: u32) -> Option<Vec<Block>> {
        each(json, depth, self.budget, &|element| self.element(element, depth))
    }

    fn html(self, markup: Option<String>) -> Option<Vec<Block>> {
        html::blocks(&markup.unwrap_or_default(), self.base).ok()
    }

    fn element(self, element: &Json, depth: u32) -> Option<Vec<Block>> {
        let base = self.base;
        let Some(key) = element.keys().into_iter().find(|key| key.ends_with("TypeData")) else {
            return Some(leftovers(element, base));
        };
        let data = element.get(&key);
        let assets = element.get("assets");
        let markup = data.line("html");
        let one = |kind: BlockKind| Some(vec![kind.into()]);
        match key.strip_suffix("TypeData").unwrap_or_default() {
            "text" => self.html(markup),
            // If there is no file, the texts are kept.
            "image" => Some(match of_assets(&assets, &data, base) {
                Some(image) => vec![BlockKind::Image(image).into()],
                None => paragraph(caption(&data, base)).into_iter().collect(),
            }),
            "cartoon" => Some(self.variants(&data, "variants")),
            "responsiveImage" => Some(self.variants(&data, "responsiveImageVariants")),
            "pullquote" => one(BlockKind::PullQuote {
                content: flattened(self.html(markup)?),
                cite: plain(data.line("attribution").unwrap_or_default()),
            }),
            "video" | "audio" => self.playable(&data, &assets, key.starts_with("video")),
            "richLink" | "membership" => {
                let words: Vec<String> =
                    ["linkPrefix", "linkText"].iter().filter_map(|key| data.line(key)).collect();
                let mut blocks: Vec<Block> =
                    paragraph(link(plain(joined(&words, " ")), self.page(&data))).into_iter().collect();
                let more: Vec<String> =
                    ["title", "venue", "location", "price"].iter().filter_map(|key| data.line(key)).collect();
                blocks.extend(paragraph(plain(joined(&more, ", "))));
                Some(blocks)
            }
            "link" => {
                let words = plain(data.line("label").unwrap_or_default());
                Some(paragraph(link(words, self.page(&data))).into_iter().collect())
            }
            "code" => self.html(Some(concat(&["<pre><code>", &markup.unwrap_or_default(), "</code></pre>"]))),
            "callout" => {
                let mut body = Vec::new();
                for key in ["overridePrompt", "overrideDescription"] {
                    body.extend(self.html(data.line(key))?);
                }
                one(BlockKind::Callout { title: data.line("overrideTitle"), body })
            }
            "list" => self.entries(&data, depth),
            "timeline" => self.timeline(&data, depth),
            "contentAtom" => self.atom(&data),
            "product" => self.product(&data, depth),
            "recipe" => Some(leftovers(&Json::parse(&data.line("recipeJson")?)?, base)),
            "interactive" if data.get("fallbackContent").is_array() => {
                self.list(&data.get("fallbackContent"), depth + 1)
            }
            // `embed`, `tweet`, `instagram`, `map`, `document`, `witness`, and types to come.
            _ => self.foreign(&data, markup),
        }
    }

    /// Content of another site: its markup, else a notice with a link.
    fn foreign(self, data: &Json, markup: Option<String>) -> Option<Vec<Block>> {
        let mut blocks = self.html(markup)?;
        let frame = address(data, "iframeUrl", self.base, Purpose::Page);
        if let (true, Some(page)) = (blocks.is_empty(), frame.or_else(|| self.page(data))) {
            let title = ["title", "alt", "source"].iter().find_map(|key| data.line(key));
            blocks.push(embed(&page, title));
        }
        blocks.extend(paragraph(caption(data, self.base)));
        if blocks.is_empty() {
            blocks = leftovers(data, self.base);
        }
        Some(blocks)
    }

    fn page(self, data: &Json) -> Option<Address> {
        let keys = ["originalUrl", "url", "commentUrl", "youtubeUrl"];
        keys.iter().find_map(|key| address(data, key, self.base, Purpose::Page))
    }

    /// A video or a recording: the file if there is one, else a notice with a link.
    fn playable(self, data: &Json, assets: &Json, film: bool) -> Option<Vec<Block>> {
        let kind = if film { "video/mp4" } else { "audio/mpeg" };
        let assets = assets.items();
        let file = assets.iter().find(|asset| asset.line("mimeType").as_deref() == Some(kind));
        let src = file.and_then(|asset| address(asset, "file", self.base, Purpose::Page));
        let title = data.line("title").or_else(|| data.line("caption"));
        let Some(src) = src else {
            let mut blocks = match self.page(data) {
                Some(page) => vec![embed(&page, title)],
                None => self.html(data.line("html"))?,
            };
            blocks.extend(
                paragraph(caption(data, self.base)).filter(|_| !film || data.line("title").is_some()),
            );
            return Some(blocks);
        };
        let minutes = whole(data, "durationMinutes").unwrap_or(0);
        let seconds = minutes.saturating_mul(60).saturating_add(whole(data, "durationSeconds").unwrap_or(0));
        let said = caption(data, self.base);
        let mut media = Media::new(src);
        media.poster = address(data, "stillImageUrl", self.base, Purpose::Image);
        media.duration = Some(seconds).filter(|seconds| *seconds > 0).or_else(|| whole(data, "duration"));
        media.caption = if said.is_empty() { plain(title.unwrap_or_default()) } else { said };
        Some(vec![if film { BlockKind::Video(media) } else { BlockKind::Audio(media) }.into()])
    }

    /// A picture with variants for narrow and wide windows, of which one is used.
    fn variants(self, data: &Json, key: &str) -> Vec<Block> {
        let variants = data.get(key).items();
        let wide = variants.iter().find(|variant| variant.line("viewportSize").as_deref() == Some("large"));
        let Some(variant) = wide.or_else(|| variants.first()) else { return leftovers(data, self.base) };
        let mut blocks = Vec::new();
        let images = variant.get("images").items();
        let last = images.len().saturating_sub(1);
        for (at, image) in images.iter().enumerate().filter(|_| self.budget.take()) {
            let Some(src) = address(image, "file", self.base, Purpose::Image) else { continue };
            let mut shown = crate::article::Image::new(src);
            shown.width = whole(image, "width");
            shown.height = whole(image, "height");
            shown.alt = data.line("alt").unwrap_or_default();
            if at == last {
                shown.caption = caption(data, self.base);
                shown.credit = data.line("credit");
            }
            blocks.push(BlockKind::Image(shown).into());
        }
        blocks
    }

    /// The entries of a list, each with a title and elements.
    fn entries(self, data: &Json, depth: u32) -> Option<Vec<Block>> {
        let mut blocks = Vec::new();
        for item in data.get("items").items() {
            if !self.budget.take() {
                return None;
            }
            blocks.extend(heading(3, html::inlines(&item.line("title").unwrap_or_default(), self.base)));
            for key in ["byline", "bio"] {
                blocks.extend(self.html(item.line(key))?);
            }
            blocks.extend(self.list(&item.get("elements"), depth + 1)?);
            blocks.extend(self.html(item.line("endNote"))?);
        }
        Some(blocks)
    }

    fn timeline(self, data: &Json, depth: u32) -> Option<Vec<Block>> {
        let mut blocks = Vec::new();
        for section in data.get("sections").items() {
            blocks.extend(heading(2, plain(section.line("title").unwrap_or_default())));
            for event in section.get("events").items() {
                if !self.budget.take() {
                    return None;
                }
                let words: Vec<String> =
                    ["label", "date", "title"].iter().filter_map(|key| event.line(key)).collect();
                blocks.extend(heading(3, plain(joined(&words, " – "))));
                let main = event.get("main");
                if main.is_object() && depth <= DEPTH_MAX {
                    blocks.extend(self.element(&main, depth + 1)?);
                }
                blocks.extend(self.list(&event.get("body"), depth + 1)?);
            }
        }
        Some(blocks)
    }

    /// An atom stands beside the blocks, and the element only names it.
    fn atom(self, data: &Json) -> Option<Vec<Block>> {
        let id = data.line("atomId");
        let lists = self.item.get("atoms").values_within(NAMES_MAX);
        let atom = lists.iter().flat_map(Json::items).find(|atom| id.is_some() && atom.line("id") == id);
        let mut blocks = match atom {
            Some(atom) => self.of_atom(&atom)?,
            None => Vec::new(),
        };
        blocks.extend(paragraph(caption(data, self.base)));
        Some(blocks)
    }

    /// All atoms, for a text in HTML, which only names them.
    pub(super) fn atoms(self) -> Option<Vec<Block>> {
        let mut blocks = Vec::new();
        for atom in self.item.get("atoms").values_within(NAMES_MAX).iter().flat_map(Json::items) {
            if !self.budget.take() {
                return None;
            }
            blocks.extend(self.of_atom(&atom)?);
        }
        Some(blocks)
    }

    fn of_atom(self, atom: &Json) -> Option<Vec<Block>> {
        let inner = atom.get("data").values_within(1).into_iter().next().unwrap_or_else(Json::null);
        let title = inner.line("title").or_else(|| atom.line("title"));
        let film = inner.get("assets").items().into_iter().find(|asset| {
            asset.line("platform").is_some_and(|platform| platform.eq_ignore_ascii_case("youtube"))
        });
        if let Some(id) = film.and_then(|film| film.line("id")) {
            let page = resolve(&concat(&["https://www.youtube.com/watch?v=", &id]), None, Purpose::Page);
            return Some(page.map(|page| embed(&page, title)).into_iter().collect());
        }
        let blocks = self.html(atom.line("defaultHtml"))?;
        Some(if blocks.is_empty() { leftovers(&inner, self.base) } else { blocks })
    }

    /// A product: headings, picture, text and shops.
    fn product(self, data: &Json, depth: u32) -> Option<Vec<Block>> {
        let mut blocks = Vec::new();
        let name: Vec<String> =
            ["brandName", "productName"].iter().filter_map(|key| data.line(key)).collect();
        for (level, text) in [
            (2, data.line("primaryHeading")),
            (3, data.line("secondaryHeading")),
            (3, Some(joined(&name, " "))),
        ] {
            blocks.extend(heading(level, html::inlines(&text.unwrap_or_default(), self.base)));
        }
        let mut items = Vec::new();
        for shop in data.get("productCtas").items() {
            if !self.budget.take() {
                return None;
            }
            let words: Vec<String> =
                ["text", "price", "retailer"].iter().filter_map(|key| shop.line(key)).collect();
            let to = address(&shop, "url", self.base, Purpose::Link);
            items.push(paragraph(link(plain(joined(&words, " ")), to)).into_iter().collect());
        }
        for fact in data.get("customAttributes").items().iter().filter(|_| self.budget.take()) {
            let words: Vec<String> = ["name", "value"].iter().filter_map(|key| fact.line(key)).collect();
            items.push(paragraph(plain(joined(&words, " "))).into_iter().collect());
        }
        if !items.is_empty() {
            blocks.push(list(false, items));
        }
        blocks.extend(self.list(&data.get("content"), depth + 1)?);
        Some(blocks)
    }
}
