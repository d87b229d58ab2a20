//! Editor.js (<https://editorjs.io>): blocks of a type with data, whose texts are HTML in the line.

use super::context::{BodyContext, first_text};
use super::thing::{by_address, gallery, guess, image, picture};
use crate::article::{Block, BlockKind, Cell, Image, Inline};
use crate::network::address::Purpose;
use crate::network::json::Json;
use crate::source::compose::{
    DEPTH_MAX, divider, heading, leftovers, link, list, paragraph, plain, quote, table, whole,
};
use crate::source::html;

struct Reader<'a>(&'a BodyContext<'a>);

pub(super) fn blocks(json: &Json, context: &BodyContext<'_>, depth: u32) -> Option<Vec<Block>> {
    let reader = Reader(context);
    let mut blocks = Vec::new();
    for block in json.get("blocks").items() {
        if !context.budget.take() {
            return None;
        }
        blocks.append(&mut reader.block(&block, depth)?);
    }
    Some(blocks)
}

impl Reader<'_> {
    /// The first of some members that is a text, which is HTML.
    fn line(&self, data: &Json, keys: &[&str]) -> Vec<Inline> {
        let text = keys.iter().find_map(|key| data.get(key).text().filter(|text| !text.is_empty()));
        text.map(|text| html::inlines(&text, self.0.base)).unwrap_or_default()
    }

    fn paragraph(&self, data: &Json, keys: &[&str]) -> Vec<Block> {
        paragraph(self.line(data, keys)).into_iter().collect()
    }

    fn block(&self, block: &Json, depth: u32) -> Option<Vec<Block>> {
        let data = block.get("data");
        let context = self.0;
        let made: Block = match block.line("type").unwrap_or_default().to_ascii_lowercase().as_str() {
            "paragraph" => return Some(self.paragraph(&data, &["text"])),
            "header" | "heading" => {
                let made = heading(whole(&data, "level").unwrap_or(2), self.line(&data, &["text"]));
                return Some(made.into_iter().collect());
            }
            "list" | "nestedlist" | "checklist" => self.entries(&data, &data, 0)?,
            "quote" => quote(self.paragraph(&data, &["text"]), self.line(&data, &["caption"])),
            "pullquote" => BlockKind::PullQuote {
                content: self.line(&data, &["text"]),
                cite: self.line(&data, &["caption"]),
            }
            .into(),
            "image" | "simpleimage" => match self.picture(&data) {
                Some(image) => BlockKind::Image(image).into(),
                None => return Some(self.paragraph(&data, &["caption"])),
            },
            "gallery" | "carousel" | "imagegallery" => {
                let caption = self.line(&data, &["caption"]);
                gallery(&data, &["items", "files", "images"], caption, context, |item| self.picture(item))?
            }
            "code" => BlockKind::Code {
                text: data.get("code").text().unwrap_or_default(),
                language: first_text(&data, &["language", "languageCode"]),
            }
            .into(),
            "raw" => {
                let html = data.get("html").text().unwrap_or_default();
                return Some(html::blocks(&html, context.base).unwrap_or_default());
            }
            "delimiter" => divider(),
            "table" => self.table(&data)?,
            "warning" | "alert" => BlockKind::Callout {
                title: data.line("title").map(|title| html::text(&title)),
                body: self.paragraph(&data, &["message"]),
            }
            .into(),
            "embed" => match context.address(&data, &["source", "embed"], Purpose::Page) {
                Some(page) => {
                    let title = data.line("caption").map(|caption| html::text(&caption));
                    by_address(page, title.filter(|title| !title.is_empty()), &data, context)
                }
                None => return Some(leftovers(&data, context.base)),
            },
            "linktool" | "link" | "attaches" => return Some(self.link(&data)),
            _ => return guess(&data, context, depth + 1),
        };
        Some(vec![made])
    }

    /// A link to a page or a file, with its name and description.
    fn link(&self, data: &Json) -> Vec<Block> {
        let to = self.0.address(data, &["link", "url", "file"], Purpose::Link);
        let (meta, file) = (data.get("meta"), data.get("file"));
        let mut words = self.line(&meta, &["title"]);
        if words.is_empty() {
            words = self.line(data, &["title", "text"]);
        }
        if words.is_empty() {
            words = self.line(&file, &["title", "name"]);
        }
        if words.is_empty() {
            words.extend(to.iter().map(|to| Inline::Text(to.as_str().to_owned())));
        }
        let mut blocks: Vec<Block> = paragraph(link(words, to)).into_iter().collect();
        blocks.append(&mut self.paragraph(&meta, &["description"]));
        blocks
    }

    fn table(&self, data: &Json) -> Option<Block> {
        let (mut head, mut rows) = (Vec::new(), Vec::new());
        let with_head = data.get("withHeadings").boolean() == Some(true);
        for (at, row) in data.get("content").items().iter().enumerate() {
            let mut cells = Vec::new();
            for cell in row.items() {
                if !self.0.budget.take() {
                    return None;
                }
                cells.push(Cell::Text(html::inlines(&cell.text().unwrap_or_default(), self.0.base)));
            }
            if at == 0 && with_head { head = cells } else { rows.push(cells) }
        }
        Some(table(head, rows, plain(first_text(data, &["caption", "title"]).unwrap_or_default())))
    }

    /// The entries of a list: texts, or objects with entries of their own. The outermost list sets the style.
    fn entries(&self, list_data: &Json, data: &Json, depth: u32) -> Option<Block> {
        let style = data.line("style").unwrap_or_default();
        let mut items = Vec::new();
        for item in list_data.get("items").items() {
            if !self.0.budget.take() {
                return None;
            }
            let mut text = match item.text() {
                Some(text) => html::inlines(&text, self.0.base),
                None => self.line(&item, &["content", "text"]),
            };
            let checked = item.get("checked").boolean().or_else(|| item.at("meta.checked").boolean());
            if let Some(checked) = checked {
                text.insert(0, Inline::Text(if checked { "☑ " } else { "☐ " }.to_owned()));
            }
            let mut entry: Vec<Block> = paragraph(text).into_iter().collect();
            if !item.get("items").first().is_null() {
                if depth < DEPTH_MAX {
                    entry.push(self.entries(&item, data, depth + 1)?);
                } else {
                    entry.append(&mut leftovers(&item.get("items"), self.0.base));
                }
            }
            items.push(entry);
        }
        let mut made = list(style == "ordered", items);
        if let (BlockKind::List { start, .. }, 0) = (&mut made.kind, depth) {
            *start = whole(&data.get("meta"), "start").filter(|start| *start != 1);
        }
        Some(made)
    }

    fn picture(&self, data: &Json) -> Option<Image> {
        let src = picture(data, self.0, true)?;
        Some(image(src, &[data, &data.get("file")], self.0))
    }
}
