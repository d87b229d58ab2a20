//! Editor.js (<https://editorjs.io>): blocks of a type with data, whose texts are HTML in the line.

use super::thing::address;
use super::thing::{by_address, guess, image, said, url};
use crate::article::{Block, BlockKind, Cell, Image, Inline};
use crate::network::address::{Address, Purpose};
use crate::network::json::Json;
use crate::source::compose::{Budget, DEPTH_MAX, embed, heading, leftovers, link, list, paragraph, table};
use crate::source::html;

struct Reader<'a> {
    base: Option<&'a Address>,
    budget: Budget,
}

pub(super) fn blocks(json: &Json, base: Option<&Address>) -> Option<Vec<Block>> {
    let reader = Reader { base, budget: Budget::new() };
    let mut blocks = Vec::new();
    for block in json.get("blocks").items() {
        if !reader.budget.take() {
            return None;
        }
        blocks.extend(reader.block(&block)?);
    }
    Some(blocks)
}

impl Reader<'_> {
    fn line(&self, data: &Json, key: &str) -> Vec<Inline> {
        data.line(key).map(|text| html::inlines(&text, self.base)).unwrap_or_default()
    }

    fn block(&self, block: &Json) -> Option<Vec<Block>> {
        let data = block.get("data");
        let one = |kind: BlockKind| Some(vec![kind.into()]);
        match block.line("type").unwrap_or_default().to_ascii_lowercase().as_str() {
            "paragraph" => Some(paragraph(self.line(&data, "text")).into_iter().collect()),
            "header" | "heading" => {
                let level = data.count("level").unwrap_or(2);
                Some(heading(level, self.line(&data, "text")).into_iter().collect())
            }
            "list" | "nestedlist" | "checklist" => Some(vec![self.entries(&data, is_ordered(&data), 0)?]),
            "quote" => {
                let body = paragraph(self.line(&data, "text")).into_iter().collect();
                one(BlockKind::Quote { body, cite: self.line(&data, "caption") })
            }
            "pullquote" => one(BlockKind::PullQuote {
                content: self.line(&data, "text"),
                cite: self.line(&data, "caption"),
            }),
            "image" | "simpleimage" => Some(match self.picture(&data) {
                Some(image) => vec![BlockKind::Image(image).into()],
                None => paragraph(self.line(&data, "caption")).into_iter().collect(),
            }),
            "gallery" | "carousel" | "imagegallery" => {
                let mut images = Vec::new();
                for key in ["items", "files", "images"] {
                    for item in data.get(key).items() {
                        if !self.budget.take() {
                            return None;
                        }
                        images.extend(self.picture(&item));
                    }
                }
                one(BlockKind::Gallery { images, caption: self.line(&data, "caption") })
            }
            "embed" => {
                let page = url(&data, &["source", "embed"], None, Purpose::Page);
                let caption = html::text(&data.line("caption").unwrap_or_default());
                let title = Some(caption).filter(|text| !text.is_empty());
                Some(match page {
                    Some(page) => vec![embed(&page, title)],
                    None => leftovers(&data, self.base),
                })
            }
            "code" => one(BlockKind::Code {
                text: data.get("code").text().unwrap_or_default(),
                language: said(&data, &["language", "languageCode"]),
            }),
            "raw" => html::blocks(&data.get("html").text().unwrap_or_default(), self.base).ok(),
            "delimiter" => one(BlockKind::Divider {}),
            "table" => {
                let (mut head, mut rows) = (Vec::new(), Vec::new());
                let with_head = data.get("withHeadings").boolean() == Some(true);
                for (at, row) in data.get("content").items().iter().enumerate() {
                    let mut cells = Vec::new();
                    for cell in row.items() {
                        if !self.budget.take() {
                            return None;
                        }
                        cells.push(Cell::Text(html::inlines(&cell.text().unwrap_or_default(), self.base)));
                    }
                    if at == 0 && with_head { head = cells } else { rows.push(cells) }
                }
                Some(vec![table(head, rows, Vec::new())])
            }
            "warning" | "alert" => {
                let body = paragraph(self.line(&data, "message")).into_iter().collect();
                let title = data.line("title").map(|title| html::text(&title));
                one(BlockKind::Callout { title, body })
            }
            "linktool" | "link" => {
                let to = url(&data, &["link", "url"], self.base, Purpose::Link);
                let meta = data.get("meta");
                let words = said(&meta, &["title"]).or_else(|| said(&data, &["title", "text", "link"]));
                let words = html::inlines(&words.unwrap_or_default(), None);
                let mut blocks: Vec<Block> = paragraph(link(words, to)).into_iter().collect();
                blocks.extend(paragraph(self.line(&meta, "description")));
                Some(blocks)
            }
            "attaches" | "audio" | "video" => {
                let file = data.get("file");
                let src = address(&file, "url", self.base, Purpose::Page)
                    .or_else(|| url(&data, &["url"], self.base, Purpose::Page));
                Some(match src {
                    Some(src) if data.get("caption").is_null() && data.get("title").is_null() => {
                        vec![by_address(src, &file)]
                    }
                    Some(src) => vec![by_address(src, &data)],
                    None => leftovers(&data, self.base),
                })
            }
            _ => Some(guess(&data, self.base)),
        }
    }

    /// The entries of a list: texts, or objects with entries of their own.
    fn entries(&self, data: &Json, ordered: bool, depth: u32) -> Option<Block> {
        let mut items = Vec::new();
        for item in data.get("items").items() {
            if !self.budget.take() {
                return None;
            }
            let text = item.text().or_else(|| said(&item, &["content", "text"])).unwrap_or_default();
            let mut entry: Vec<Block> = paragraph(html::inlines(&text, self.base)).into_iter().collect();
            if !item.get("items").first().is_null() && depth < DEPTH_MAX {
                entry.push(self.entries(&item, ordered, depth + 1)?);
            }
            items.push(entry);
        }
        Some(list(ordered, items))
    }

    fn picture(&self, data: &Json) -> Option<Image> {
        let src = url(data, &["file", "url", "src"], self.base, Purpose::Image)?;
        let mut picture = image(src, data, self.base);
        let file = data.get("file");
        picture.width = picture.width.or_else(|| file.count("width"));
        picture.height = picture.height.or_else(|| file.count("height"));
        Some(picture)
    }
}

fn is_ordered(data: &Json) -> bool {
    data.line("style").as_deref() == Some("ordered")
}
