//! Lexical's documents, as Payload and Ghost keep them: trees of nodes, with the cards and blocks of those systems in them.

use super::context::{BodyContext, first_text};
use super::mark::{Mark, mark};
use super::thing::{by_address, gallery, image, picture};
use super::tree::{Grammar, Node, Tree};
use crate::article::{Block, BlockKind, Image, Inline, Media};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::compose::{embed, heading, link, paragraph, plain, whole};
use crate::source::html;
use crate::source::limit::SIZES_MAX;
use crate::source::paragraph::lines_or_paragraphs;
use crate::source::rendition::{self, Rendition};
use crate::text::number;
use crate::text::search::concat;

/// The bits of a text's `format`, with the names of the marks. Underlining has no meaning and is left out.
const FORMATS: [(u32, &str); 7] =
    [(1, "bold"), (2, "italic"), (4, "strikethrough"), (16, "code"), (32, "sub"), (64, "sup"), (128, "mark")];

struct Lexical<'a>(&'a BodyContext<'a>);

pub(super) fn blocks(json: &Json, context: &BodyContext<'_>, depth: u32) -> Option<Vec<Block>> {
    Tree { grammar: &Lexical(context), context }.blocks(&json.at("root.children"), depth)
}

fn marks(json: &Json) -> Vec<Mark> {
    let format = json.count("format").unwrap_or(0);
    FORMATS.iter().filter(|(bit, _)| format & bit != 0).filter_map(|(_, name)| mark(name)).collect()
}

impl Lexical<'_> {
    /// The target of a link: an address, or a document of the same system that states its own.
    fn link(&self, json: &Json) -> Option<Address> {
        let own = |holder: &Json| self.0.address(holder, &["url", "href"], Purpose::Link);
        let fields = json.get("fields");
        let page = || self.page(&fields.at("doc.value"));
        if fields.line("linkType").as_deref() == Some("internal") {
            return page();
        }
        own(json).or_else(|| own(&fields)).or_else(page)
    }

    /// The page of a document of the same system.
    fn page(&self, document: &Json) -> Option<Address> {
        self.0.address(document, &["url", "permalink", "href", "path"], Purpose::Link)
    }

    /// Texts of a card, which are HTML.
    fn markup(&self, json: &Json, keys: &[&str]) -> Vec<Block> {
        let text = keys.iter().find_map(|key| json.get(key).text());
        html::blocks(&text.unwrap_or_default(), self.0.base).unwrap_or_default()
    }

    /// A text of a card on one line.
    fn line(&self, json: &Json, keys: &[&str]) -> Vec<Inline> {
        html::inlines(&first_text(json, keys).unwrap_or_default(), self.0.base)
    }

    fn picture(&self, json: &Json) -> Option<Image> {
        let src = picture(json, self.0, true)?;
        let mut image = image(src, &[json], self.0);
        image.href = self.0.address(json, &["href"], Purpose::Link);
        Some(image)
    }

    /// An uploaded file of Payload, with the sizes made of a picture. The editor's texts about it are in `fields`.
    fn upload(&self, json: &Json) -> Node {
        let (file, fields) = (json.get("value"), json.get("fields"));
        let Some(src) = picture(&file, self.0, false) else {
            let Some(to) = self.0.address(&file, &["url"], Purpose::Page) else {
                return Node::Thing(if file.is_object() { file } else { fields });
            };
            let title = first_text(&file, &["title", "alt", "filename"]);
            return Node::Blocks(vec![by_address(to, title, &file, self.0)]);
        };
        let mut sizes = Vec::new();
        for size in file.get("sizes").values_within(SIZES_MAX).iter().chain(Some(&file)) {
            if let Some(url) = size.line("url") {
                let extent = |key: &str| whole(size, key).unwrap_or(0);
                sizes.push(Rendition { url, width: extent("width"), height: extent("height") });
            }
        }
        let mut image = image(src, &[&fields, &file], self.0);
        if let Some(shown) = rendition::picture(sizes, self.0.base) {
            (image.src, image.srcset) = (shown.src, shown.srcset);
            (image.width, image.height) = (shown.width, shown.height);
        }
        Node::Picture(image)
    }

    fn media(&self, json: &Json) -> Option<Media> {
        let src = self.0.address(json, &["src"], Purpose::Page)?;
        let poster = self.0.address(json, &["customThumbnailSrc", "thumbnailSrc"], Purpose::Image);
        let duration = json.count("duration").filter(|seconds| *seconds > 0);
        Some(Media { poster, duration, caption: self.line(json, &["caption", "title"]), ..Media::new(src) })
    }

    /// An embed of another site's page, with its description.
    fn shown(&self, json: &Json) -> Node {
        let Some(page) = self.0.address(json, &["url"], Purpose::Page) else {
            return Node::Thing(json.clone());
        };
        let metadata = json.get("metadata");
        let title = first_text(&metadata, &["title"]).or_else(|| first_text(json, &["title"]));
        let mut blocks = vec![embed(&page, title.map(|title| html::text(&title)))];
        if json.line("type").as_deref() == Some("bookmark") {
            blocks.extend(paragraph(self.line(&metadata, &["description"])));
        }
        blocks.extend(paragraph(self.line(json, &["caption"])));
        Node::Blocks(blocks)
    }

    /// A link to a file or a page on its own, with its description.
    fn led_to(&self, json: &Json, address: &[&str], words: &[&str], about: &[&str]) -> Node {
        let to = self.0.address(json, address, Purpose::Link);
        let mut blocks: Vec<Block> = paragraph(link(self.line(json, words), to)).into_iter().collect();
        blocks.extend(paragraph(self.line(json, about)));
        Node::Blocks(blocks)
    }

    /// A card of Ghost with a text and a link.
    fn card(&self, json: &Json) -> Node {
        let mut blocks = Vec::new();
        for key in ["productImageSrc", "imageUrl"] {
            let src = self.0.address(json, &[key], Purpose::Image);
            blocks.extend(src.map(|src| BlockKind::Image(Image::new(src)).into()));
        }
        blocks.extend(heading(2, self.line(json, &["header", "productTitle"])));
        for key in ["subheader", "productDescription", "textValue", "disclaimer"] {
            blocks.append(&mut self.markup(json, &[key]));
        }
        if let Node::Blocks(mut button) =
            self.led_to(json, &["buttonUrl", "productUrl"], &["buttonText", "productButton"], &[])
            && self.0.address(json, &["buttonUrl", "productUrl"], Purpose::Link).is_some()
        {
            blocks.append(&mut button);
        }
        Node::Blocks(blocks)
    }

    /// A post or a video of another site, identified by its number there.
    fn by_number(&self, page: &str, number: Option<String>) -> Node {
        let address = number.and_then(|number| resolve(&concat(&[page, &number]), None, Purpose::Page));
        Node::Blocks(address.map(|address| embed(&address, None)).into_iter().collect())
    }
}

impl Grammar for Lexical<'_> {
    fn children(&self, json: &Json) -> Json {
        json.get("children")
    }

    fn node(&self, json: &Json) -> Node {
        let context = self.0;
        match json.line("type").unwrap_or_default().as_str() {
            "linebreak" => Node::Break,
            "paragraph" => Node::Paragraph,
            "heading" | "extended-heading" => {
                let level = json.line("tag").and_then(|tag| number::whole(tag.strip_prefix('h')?, 10));
                Node::Heading(level.unwrap_or(2))
            }
            "quote" | "extended-quote" | "aside" => Node::Quote(Vec::new()),
            "list" => {
                let ordered = json.line("listType").as_deref() == Some("number")
                    || json.line("tag").as_deref() == Some("ol");
                Node::List(ordered, whole(json, "start").filter(|_| ordered))
            }
            "listitem" => Node::Item(match json.get("checked").boolean() {
                Some(true) => "☑ ",
                Some(false) => "☐ ",
                None => "",
            }),
            "link" | "autolink" | "at-link" => Node::Around(Mark::Link(self.link(json))),
            "code" if json.get("code").text().is_none() => Node::Code(json.line("language")),
            "code" | "codeblock" => {
                let text = json.get("code").text().unwrap_or_default();
                let mut blocks = vec![BlockKind::Code { text, language: json.line("language") }.into()];
                blocks.extend(paragraph(self.line(json, &["caption"])));
                Node::Blocks(blocks)
            }
            "horizontalrule" | "page-break" => Node::Divider,
            "table" => Node::Table,
            "tablecell" => Node::Cell(
                json.count("headerState").is_some_and(|state| state > 0),
                whole(json, "colSpan").unwrap_or(1),
            ),
            "collapsible-container" => Node::Details,
            "collapsible-title" => Node::Summary,
            "equation" => Node::Text(json.get("equation").text().unwrap_or_default(), Vec::new()),
            "image" | "inline-image" => match self.picture(json) {
                Some(picture) => Node::Picture(picture),
                None => Node::Thing(json.clone()),
            },
            "gallery" => {
                let caption = self.line(json, &["caption"]);
                match gallery(json, &["images"], caption, context, |item| self.picture(item)) {
                    Some(gallery) => Node::Blocks(vec![gallery]),
                    None => Node::Transparent,
                }
            }
            "upload" => self.upload(json),
            "block" => Node::Thing(json.get("fields")),
            "inlineBlock" => {
                let name = first_text(&json.get("fields"), &["title", "name", "label", "text"]);
                Node::Text(name.unwrap_or_default(), Vec::new())
            }
            "relationship" => {
                let document = json.get("value");
                match first_text(&document, &["title", "name", "label"]) {
                    Some(name) => {
                        Node::Blocks(paragraph(link(plain(name), self.page(&document))).into_iter().collect())
                    }
                    None => Node::Thing(document),
                }
            }
            "audio" => match self.media(json) {
                Some(media) => Node::Blocks(vec![BlockKind::Audio(media).into()]),
                None => Node::Thing(json.clone()),
            },
            "video" => match self.media(json) {
                Some(media) => Node::Blocks(vec![BlockKind::Video(media).into()]),
                None => Node::Thing(json.clone()),
            },
            "bookmark" | "embed" => self.shown(json),
            "youtube" => self.by_number("https://www.youtube.com/watch?v=", json.line("videoID")),
            "tweet" => self.by_number("https://x.com/i/status/", json.identifier("id")),
            "callout" => {
                let body = self.markup(json, &["calloutText"]);
                Node::Blocks(vec![BlockKind::Callout { title: None, body }.into()])
            }
            "toggle" => {
                let (summary, body) = (self.line(json, &["heading"]), self.markup(json, &["content"]));
                Node::Blocks(vec![BlockKind::Details { summary, body }.into()])
            }
            "button" => self.led_to(json, &["buttonUrl"], &["buttonText"], &[]),
            "file" => self.led_to(json, &["src"], &["fileTitle", "fileName"], &["fileCaption"]),
            "html" => Node::Blocks(self.markup(json, &["html"])),
            "markdown" => Node::Blocks(lines_or_paragraphs(&json.get("markdown").text().unwrap_or_default())),
            "product" | "header" | "call-to-action" | "signup" => self.card(json),
            // These are only in letters to subscribers, or mark where a preview ends.
            "email" | "email-cta" | "paywall" => Node::Blocks(Vec::new()),
            _ => match json.get("text").text() {
                Some(text) => Node::Text(text, marks(json)),
                None if json.get("children").is_array() => Node::Transparent,
                None => Node::Thing(json.clone()),
            },
        }
    }
}
