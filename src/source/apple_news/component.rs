//! Reads components, by their roles.

use super::markdown::Markdown;
use super::text::{either, one_line, paragraphs};
use crate::article::{Block, BlockKind, Cell, Image, Inline, Media, plain_text};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::compose::{
    Budget, DEPTH_MAX, embed, flattened, heading, leftovers, link, list, paragraph, plain, table,
};
use crate::source::native::address;
use crate::source::{SourceError, html};
use crate::text::number::{digits, whole};
use crate::text::search::{concat, has_word};

/// Roles of containers, which only say where something stands.
const CONTAINERS: &str = "container section chapter header aside flexible content";

/// Roles without text: advertisements and space.
const NOTHING: &str = "banner_advertisement medium_rectangle_advertisement replica_advertisement advertisement \
                       flexible_spacer logo augmented_reality";

/// Roles of posts and videos of other sites, which have an address.
const EMBEDS: &str = "tweet facebook_post instagram tiktok bluesky_post x_post threads_post embedwebvideo embedvideo podcast \
                      apple_music pinterest";

/// The content of a document's components.
#[derive(Default)]
pub(super) struct Parts {
    pub(super) title: Option<Vec<Inline>>,
    pub(super) intro: Option<Vec<Inline>>,
    pub(super) byline: Option<Vec<Inline>>,
    pub(super) body: Vec<Block>,
    /// True if a picture came before any text.
    pub(super) opens_with_picture: bool,
}

/// Reads components.
pub(super) struct Components<'a> {
    base: Option<&'a Address>,
    budget: Budget,
    markdown: Option<Markdown>,
    parts: Parts,
}

fn too_large() -> SourceError {
    SourceError::too_large("apple-news: more than 20,000 components")
}

/// Reads the components of a document.
pub(super) fn read(
    components: &Json,
    base: Option<&Address>,
    markdown: Option<Markdown>,
) -> Result<Parts, SourceError> {
    let mut reader = Components { base, budget: Budget::new(), markdown, parts: Parts::default() };
    reader.list(components, 0)?;
    Ok(reader.parts)
}

impl Components<'_> {
    fn list(&mut self, components: &Json, depth: u32) -> Result<(), SourceError> {
        if depth > DEPTH_MAX {
            return Ok(());
        }
        for component in components.items() {
            if !self.budget.take() {
                return Err(too_large());
            }
            self.component(&component, depth)?;
        }
        Ok(())
    }

    fn component(&mut self, component: &Json, depth: u32) -> Result<(), SourceError> {
        let role = component.line("role").unwrap_or_default();
        let base = self.base;
        if has_word(CONTAINERS, &role) {
            return self.list(&component.get("components"), depth + 1);
        }
        if has_word(NOTHING, &role) {
            return Ok(());
        }
        if has_word(EMBEDS, &role) {
            let page = address(component, "URL", base, Purpose::Page);
            let caption = component.get("caption");
            match page {
                Some(page) => {
                    self.parts.body.push(embed(&page, caption.trimmed().or_else(|| caption.line("text"))))
                }
                None => self.parts.body.extend(leftovers(component, base)),
            }
            return Ok(());
        }
        match role.as_str() {
            "title" if self.parts.title.is_none() => self.parts.title = Some(self.line(component)?),
            "intro" if self.parts.intro.is_none() => self.parts.intro = Some(self.line(component)?),
            "byline" | "author" if self.parts.byline.is_none() => {
                self.parts.byline = Some(self.line(component)?)
            }
            "title" | "heading" => self.heading(component, 2)?,
            "pullquote" => {
                let content = self.line(component)?;
                self.push(BlockKind::PullQuote { content, cite: Vec::new() });
            }
            "quote" => {
                let body = self.blocks(component)?;
                self.push(BlockKind::Quote { body, cite: Vec::new() });
            }
            "photo" | "image" | "figure" | "portrait" => self.picture(component)?,
            "caption" => {
                let content = self.line(component)?;
                self.beside_picture(content, |image, content| {
                    image.caption.is_empty().then(|| image.caption = content.to_vec()).is_some()
                });
            }
            "photographer" | "illustrator" => {
                let content = self.line(component)?;
                self.beside_picture(content, |image, content| {
                    let mut text = String::new();
                    plain_text(content, &mut text);
                    image.credit.is_none().then(|| image.credit = Some(text)).is_some()
                });
            }
            "gallery" | "mosaic" => self.gallery(component)?,
            "audio" | "music" | "video" => self.playable(component, role == "video"),
            "divider" => self.push(BlockKind::Divider {}),
            "link_button" | "article_link" => {
                let words = component.get("text").trimmed().or_else(|| component.line("accessibilityLabel"));
                let to = address(component, "URL", base, Purpose::Link);
                let to =
                    to.or_else(|| address(&component.get("additions").first(), "URL", base, Purpose::Link));
                if !component.get("components").is_null() {
                    return self.list(&component.get("components"), depth + 1);
                }
                self.parts.body.extend(paragraph(link(plain(words.unwrap_or_default()), to)));
            }
            "htmltable" => {
                let markup = component.get("html").text().unwrap_or_default();
                self.parts.body.extend(html::blocks(&markup, base)?);
            }
            "datatable" => self.data(&component.get("data"))?,
            "map" | "place" => self.map(component),
            role => {
                if let Some(level) = role.strip_prefix("heading").and_then(|level| whole(level, 10)) {
                    return self.heading(component, level);
                }
                if component.get("text").is_null() {
                    self.list(&component.get("components"), depth + 1)?;
                    self.parts.body.extend(leftovers(&without_components(component), base));
                } else {
                    let blocks = self.blocks(component)?;
                    self.parts.body.extend(blocks);
                }
            }
        }
        Ok(())
    }

    fn push(&mut self, kind: BlockKind) {
        self.parts.body.push(kind.into());
    }

    /// The text of a component as blocks.
    fn blocks(&self, component: &Json) -> Result<Vec<Block>, SourceError> {
        let text = || component.get("text").text().unwrap_or_default();
        match (component.line("format").as_deref(), self.markdown) {
            (Some("html"), _) => html::blocks(&text(), self.base),
            (Some("markdown"), Some(markdown)) => html::blocks(&markdown.html(&text()), self.base),
            _ => Ok(paragraphs(component, self.base).into_iter().filter_map(paragraph).collect()),
        }
    }

    /// The text of a component in one line.
    fn line(&self, component: &Json) -> Result<Vec<Inline>, SourceError> {
        match component.line("format").as_deref() {
            Some("html" | "markdown") => Ok(flattened(self.blocks(component)?)),
            _ => Ok(one_line(paragraphs(component, self.base))),
        }
    }

    fn heading(&mut self, component: &Json, level: u32) -> Result<(), SourceError> {
        let content = self.line(component)?;
        self.parts.body.extend(heading(level, content));
        Ok(())
    }

    /// A picture with an address that browsers can fetch. `None` for one in the bundle (`bundle://`), whose texts are kept.
    fn image(&self, component: &Json) -> Option<Image> {
        let mut image = Image::new(address(component, "URL", None, Purpose::Image)?);
        image.caption = self.caption(component);
        image.alt = component.line("accessibilityCaption").unwrap_or_default();
        Some(image)
    }

    fn caption(&self, component: &Json) -> Vec<Inline> {
        let caption = component.get("caption");
        if caption.is_object() {
            return self.line(&caption).unwrap_or_default();
        }
        either(&caption)
    }

    fn picture(&mut self, component: &Json) -> Result<(), SourceError> {
        match self.image(component) {
            Some(image) => {
                self.parts.opens_with_picture |= self.parts.body.is_empty();
                self.push(BlockKind::Image(image));
            }
            None => {
                let caption = self.caption(component);
                self.parts.body.extend(paragraph(caption));
            }
        }
        Ok(())
    }

    /// Adds a caption to the picture before it, or, if there is none, as a paragraph.
    fn beside_picture(&mut self, content: Vec<Inline>, put: impl Fn(&mut Image, &[Inline]) -> bool) {
        if let Some(Block { kind: BlockKind::Image(image), .. }) = self.parts.body.last_mut()
            && put(image, &content)
        {
            return;
        }
        self.parts.body.extend(paragraph(content));
    }

    fn gallery(&mut self, component: &Json) -> Result<(), SourceError> {
        let mut images = Vec::new();
        let mut words = Vec::new();
        for item in component.get("items").items() {
            if !self.budget.take() {
                return Err(too_large());
            }
            match self.image(&item) {
                Some(image) => images.push(image),
                None => words.extend(paragraph(self.caption(&item))),
            }
        }
        if !images.is_empty() {
            self.push(BlockKind::Gallery { images, caption: Vec::new() });
        }
        self.parts.body.extend(words);
        Ok(())
    }

    fn playable(&mut self, component: &Json, film: bool) {
        let caption = self.caption(component);
        let Some(src) = address(component, "URL", None, Purpose::Page) else {
            return self.parts.body.extend(paragraph(caption));
        };
        let mut media = Media::new(src);
        media.poster = address(component, if film { "stillURL" } else { "imageURL" }, None, Purpose::Image);
        media.caption = caption;
        self.push(if film { BlockKind::Video(media) } else { BlockKind::Audio(media) });
    }

    /// A table of records: a column for each descriptor.
    fn data(&mut self, data: &Json) -> Result<(), SourceError> {
        let columns = data.get("descriptors").items();
        let mut head = Vec::new();
        for column in &columns {
            head.push(Cell::Text(self.value(&column.get("label"))?));
        }
        let mut rows = Vec::new();
        for record in data.get("records").items() {
            let mut row = Vec::new();
            for column in &columns {
                if !self.budget.take() {
                    return Err(too_large());
                }
                let key = column.line("key").unwrap_or_default();
                row.push(Cell::Text(self.value(&record.get(&key))?));
            }
            rows.push(row);
        }
        self.parts.body.push(table(head, rows, Vec::new()));
        Ok(())
    }

    /// A value of a record: a text, a number, or formatted text.
    fn value(&self, value: &Json) -> Result<Vec<Inline>, SourceError> {
        if value.is_object() {
            return self.line(value);
        }
        Ok(plain(value.as_identifier().unwrap_or_default()))
    }

    /// A map: its caption, and its places.
    fn map(&mut self, component: &Json) {
        let caption = self.caption(component);
        self.parts.body.extend(paragraph(caption));
        let mut items: Vec<Vec<Block>> = Vec::new();
        for place in component.get("items").items() {
            if self.budget.take() {
                items.push(paragraph(either(&place.get("caption"))).into_iter().collect());
            }
        }
        items.retain(|item| !item.is_empty());
        if !items.is_empty() {
            self.parts.body.push(list(false, items));
        }
        let of = |key: &str| component.get(key).number();
        if let (Some(latitude), Some(longitude)) = (of("latitude"), of("longitude"))
            && let Some(page) = place(latitude, longitude)
        {
            self.parts.body.push(embed(&page, None));
        }
    }
}

/// A page that shows a place on a map.
fn place(latitude: f64, longitude: f64) -> Option<Address> {
    let degrees = |value: f64| -> Option<String> {
        if !(-180.0..=180.0).contains(&value) {
            return None;
        }
        // Rounded to a ten-thousandth of a degree, some ten metres.
        let parts = (value.abs() * 10_000.0).round() as u32;
        let mut text = if value < 0.0 { "-".to_owned() } else { String::new() };
        text.push_str(&digits(parts / 10_000));
        text.push('.');
        let rest = digits(10_000 + parts % 10_000);
        text.push_str(rest.get(1..).unwrap_or_default());
        Some(text)
    };
    let (latitude, longitude) = (degrees(latitude)?, degrees(longitude)?);
    let page = concat(&["https://www.openstreetmap.org/?mlat=", &latitude, "&mlon=", &longitude]);
    resolve(&page, None, Purpose::Page)
}

/// A component without its children, for the text of the rest.
fn without_components(component: &Json) -> Json {
    if component.get("components").is_null() { component.clone() } else { Json::null() }
}
