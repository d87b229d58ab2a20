//! The `article` property: the model as plain JavaScript objects. A test in a browser checks that the shape is the
//! one that serde writes natively. Serde itself, which would make a JSON text to be parsed again, would be 4 KB more
//! to load.

use super::{
    Access, Align, Article, Block, BlockKind, Cell, Correction, Definition, Direction, Image, Inline, Label,
    Media, MediaSource, Named, NewsletterList, Numbering, Profile, Span, Summary, Teaser, Track, Update,
};
use crate::network::address::Address;
use js_sys::Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// A plain object that is being filled.
    #[wasm_bindgen(js_name = Object)]
    type Members;
    #[wasm_bindgen(constructor, js_class = "Object")]
    fn new() -> Members;
    #[wasm_bindgen(js_namespace = Reflect, js_name = set)]
    fn set(target: &Members, name: &str, value: &JsValue) -> bool;
    #[wasm_bindgen(js_namespace = Reflect, js_name = set)]
    fn set_text(target: &Members, name: &str, value: &str) -> bool;
    #[wasm_bindgen(js_namespace = Reflect, js_name = set)]
    fn set_number(target: &Members, name: &str, value: u32) -> bool;
    #[wasm_bindgen(js_namespace = Reflect, js_name = set)]
    fn set_flag(target: &Members, name: &str, value: bool) -> bool;
}

impl Members {
    fn text(&self, name: &str, value: &str) {
        set_text(self, name, value);
    }

    fn some(&self, name: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.text(name, value);
        }
    }

    fn filled(&self, name: &str, value: &str) {
        self.some(name, Some(value).filter(|value| !value.is_empty()));
    }

    fn address(&self, name: &str, value: Option<&Address>) {
        self.some(name, value.map(Address::as_str));
    }

    fn number(&self, name: &str, value: Option<u32>) {
        if let Some(value) = value {
            set_number(self, name, value);
        }
    }

    fn flag(&self, name: &str, value: bool) {
        set_flag(self, name, value);
    }

    fn put(&self, name: &str, value: &JsValue) {
        set(self, name, value);
    }

    fn list<T>(&self, name: &str, items: &[T], one: fn(&T) -> JsValue) {
        if !items.is_empty() {
            self.put(name, &list(items, one));
        }
    }

    /// Sets inlines, as a bare string if they are just one.
    fn plain_or_rich(&self, name: &str, content: &[Inline]) {
        match content {
            [] => {}
            [Inline::Text(text)] => self.text(name, text),
            _ => self.put(name, &inlines(content)),
        }
    }
}

fn list<T>(items: &[T], one: fn(&T) -> JsValue) -> JsValue {
    let list = Array::new();
    for item in items {
        list.push(&one(item));
    }
    list.into()
}

/// Makes the property.
pub fn article(article: &Article) -> JsValue {
    let made = Members::new();
    made.some("id", article.id.as_deref());
    made.address("url", article.url.as_ref());
    made.some("language", article.language.as_deref());
    made.list("breadcrumbs", &article.breadcrumbs, named);
    if let Some(section) = &article.section {
        made.put("section", &named(section));
    }
    made.list("tags", &article.tags, named);
    put_label(&made, article.label.as_ref());
    if let Some(one) = &article.correction {
        made.put("correction", &correction(one));
    }
    made.list("corrections", &article.corrections, correction);
    match article.access {
        Access::Free => {}
        Access::Metered => made.text("access", "metered"),
        Access::Subscriber => made.text("access", "subscriber"),
    }
    made.text("title", &article.title);
    match &article.summary {
        None => {}
        Some(Summary::Text(text)) => made.text("summary", text),
        Some(Summary::Points(points)) => made.put("summary", &list(points, |point| JsValue::from_str(point))),
    }
    made.list("authors", &article.authors, named);
    made.some("publishedAt", article.published_at.as_deref());
    made.some("modifiedAt", article.modified_at.as_deref());
    put_image(&made, article.image.as_ref());
    made.put("body", &list(&article.body, block));
    if let Some(audio) = &article.audio {
        let told = Members::new();
        fill_media(&told, audio);
        made.put("audio", &told);
    }
    made.list("updates", &article.updates, update);
    made.address("updatesUrl", article.updates_url.as_ref());
    made.some("liveUntil", article.live_until.as_deref());
    made.list("related", &article.related, teaser);
    made.address("relatedUrl", article.related_url.as_ref());
    if let Some(comments) = &article.comments {
        let told = Members::new();
        told.address("action", comments.action.as_ref());
        told.flag("open", comments.open);
        told.number("count", comments.count);
        told.address("url", comments.url.as_ref());
        told.list("notice", &comments.notice, inline);
        made.put("comments", &told);
    }
    if let Some(newsletter) = &article.newsletter {
        let told = Members::new();
        told.address("action", newsletter.action.as_ref());
        told.some("title", newsletter.title.as_deref());
        told.some("description", newsletter.description.as_deref());
        told.some("consent", newsletter.consent.as_deref());
        if newsletter.consent_required {
            told.flag("consentRequired", true);
        }
        told.list("lists", &newsletter.lists, newsletter_list);
        made.put("newsletter", &told);
    }
    made.list("social", &article.social, profile);
    made.number("wordCount", Some(article.word_count).filter(|count| *count > 0));
    made.some("timeRequired", article.time_required.as_deref());
    made.into()
}

fn correction(correction: &Correction) -> JsValue {
    let told = Members::new();
    told.some("date", correction.date.as_deref());
    told.text("text", &correction.text);
    told.into()
}

fn update(update: &Update) -> JsValue {
    let told = Members::new();
    told.text("id", &update.id);
    told.some("publishedAt", update.published_at.as_deref());
    told.some("title", update.title.as_deref());
    told.put("body", &list(&update.body, block));
    if let Some(author) = &update.author {
        told.put("author", &named(author));
    }
    if update.pinned {
        told.flag("pinned", true);
    }
    told.into()
}

fn newsletter_list(list: &NewsletterList) -> JsValue {
    let told = Members::new();
    told.text("id", &list.id);
    told.text("title", &list.title);
    told.some("description", list.description.as_deref());
    if list.selected {
        told.flag("selected", true);
    }
    told.into()
}

fn named(named: &Named) -> JsValue {
    let made = Members::new();
    made.text("name", &named.name);
    made.address("url", named.url.as_ref());
    made.into()
}

fn put_label(into: &Members, label: Option<&Label>) {
    if let Some(label) = label {
        let made = Members::new();
        made.filled("kind", &label.kind);
        made.some("text", label.text.as_deref());
        into.put("label", &made);
    }
}

fn put_image(into: &Members, image: Option<&Image>) {
    if let Some(image) = image {
        into.put("image", &picture(image));
    }
}

fn profile(profile: &Profile) -> JsValue {
    let made = Members::new();
    made.text("network", &profile.network);
    made.address("url", Some(&profile.url));
    made.into()
}

fn teaser(teaser: &Teaser) -> JsValue {
    let made = Members::new();
    made.address("url", Some(&teaser.url));
    made.text("title", &teaser.title);
    made.some("section", teaser.section.as_deref());
    put_label(&made, teaser.label.as_ref());
    made.some("summary", teaser.summary.as_deref());
    put_image(&made, teaser.image.as_ref());
    made.some("publishedAt", teaser.published_at.as_deref());
    made.into()
}

fn picture(image: &Image) -> JsValue {
    let made = Members::new();
    fill_image(&made, image);
    made.into()
}

fn fill_image(made: &Members, image: &Image) {
    made.address("src", Some(&image.src));
    made.text("alt", &image.alt);
    made.number("width", image.width);
    made.number("height", image.height);
    made.some("srcset", image.srcset.as_deref());
    made.some("sizes", image.sizes.as_deref());
    made.plain_or_rich("caption", &image.caption);
    made.some("credit", image.credit.as_deref());
    made.address("href", image.href.as_ref());
    made.some("align", image.align.map(Align::name));
}

fn fill_media(made: &Members, media: &Media) {
    made.address("src", Some(&media.src));
    made.list("sources", &media.sources, source);
    made.list("tracks", &media.tracks, track);
    made.address("poster", media.poster.as_ref());
    made.number("duration", media.duration);
    made.plain_or_rich("caption", &media.caption);
}

fn blocks(blocks: &[Block]) -> JsValue {
    list(blocks, block)
}

fn source(source: &MediaSource) -> JsValue {
    let made = Members::new();
    made.address("src", Some(&source.src));
    made.some("type", source.kind.as_deref());
    made.into()
}

fn track(track: &Track) -> JsValue {
    let made = Members::new();
    made.address("src", Some(&track.src));
    made.some("kind", track.kind.as_deref());
    made.some("srclang", track.srclang.as_deref());
    made.some("label", track.label.as_deref());
    if track.default {
        made.flag("default", true);
    }
    made.into()
}

fn cells(row: &[Cell]) -> JsValue {
    list(row, |cell| match cell {
        Cell::Text(content) => inlines(content),
        Cell::Blocks { blocks } => {
            let made = Members::new();
            made.put("blocks", &self::blocks(blocks));
            made.into()
        }
    })
}

fn definition(definition: &Definition) -> JsValue {
    let made = Members::new();
    made.put("terms", &list(&definition.terms, |term| inlines(term)));
    made.put("body", &blocks(&definition.body));
    made.into()
}

fn block(block: &Block) -> JsValue {
    let made = Members::new();
    let kind = |name: &str| made.text("type", name);
    match &block.kind {
        BlockKind::Paragraph { content } => {
            kind("paragraph");
            made.put("content", &inlines(content));
        }
        BlockKind::Heading { level, content } => {
            kind("heading");
            made.number("level", Some(u32::from(*level)));
            made.put("content", &inlines(content));
        }
        BlockKind::List { ordered, start, reversed, numbering, values, items } => {
            kind("list");
            made.flag("ordered", *ordered);
            made.number("start", *start);
            if *reversed {
                made.flag("reversed", true);
            }
            made.some("numbering", numbering.map(Numbering::name));
            made.list("values", values, |value| value.map_or(JsValue::NULL, JsValue::from));
            made.put("items", &list(items, |item| blocks(item)));
        }
        BlockKind::Definitions { items } => {
            kind("definitions");
            made.put("items", &list(items, definition));
        }
        BlockKind::Image(image) => {
            kind("image");
            fill_image(&made, image);
        }
        BlockKind::Gallery { images, caption } => {
            kind("gallery");
            made.put("images", &list(images, picture));
            made.plain_or_rich("caption", caption);
        }
        BlockKind::Quote { body, cite } => {
            kind("quote");
            made.put("body", &blocks(body));
            made.plain_or_rich("cite", cite);
        }
        BlockKind::PullQuote { content, cite } => {
            kind("pullquote");
            made.put("content", &inlines(content));
            made.plain_or_rich("cite", cite);
        }
        BlockKind::Table { head, rows, row_headings, align, caption } => {
            kind("table");
            if !head.is_empty() {
                made.put("head", &cells(head));
            }
            made.put("rows", &list(rows, |row| cells(row)));
            if *row_headings {
                made.flag("rowHeadings", true);
            }
            made.list("align", align, |side| match side {
                Some(side) => JsValue::from_str(side.name()),
                None => JsValue::NULL,
            });
            made.plain_or_rich("caption", caption);
        }
        BlockKind::Code { text, language } => {
            kind("code");
            made.text("text", text);
            made.some("language", language.as_deref());
        }
        BlockKind::Divider {} => kind("divider"),
        BlockKind::Audio(media) => {
            kind("audio");
            fill_media(&made, media);
        }
        BlockKind::Video(media) => {
            kind("video");
            fill_media(&made, media);
        }
        BlockKind::Embed { provider, url, title } => {
            kind("embed");
            made.filled("provider", provider);
            made.address("url", Some(url));
            made.some("title", title.as_deref());
        }
        BlockKind::Callout { title, body } => {
            kind("callout");
            made.some("title", title.as_deref());
            made.put("body", &blocks(body));
        }
        BlockKind::Details { summary, body } => {
            kind("details");
            match summary.as_slice() {
                [] => made.put("summary", &Array::new()),
                summary => made.plain_or_rich("summary", summary),
            }
            made.put("body", &blocks(body));
        }
    }
    carry(&made, block.lang.as_deref(), block.dir, block.anchor.as_deref());
    made.into()
}

/// Sets the fields that both blocks and spans may have.
fn carry(made: &Members, lang: Option<&str>, dir: Option<Direction>, anchor: Option<&str>) {
    made.some("lang", lang);
    made.some("dir", dir.map(Direction::name));
    made.some("anchor", anchor);
}

fn inlines(content: &[Inline]) -> JsValue {
    list(content, inline)
}

fn inline(inline: &Inline) -> JsValue {
    match inline {
        Inline::Text(text) => JsValue::from_str(text),
        Inline::Span(span) => self::span(span),
    }
}

fn span(span: &Span) -> JsValue {
    let made = Members::new();
    made.text("type", span.kind.name());
    made.list("content", &span.content, inline);
    made.address("href", span.href.as_ref());
    if span.sponsored {
        made.flag("sponsored", true);
    }
    if span.button {
        made.flag("button", true);
    }
    if span.display {
        made.flag("display", true);
    }
    put_image(&made, span.image.as_deref());
    made.some("title", span.title.as_deref());
    carry(&made, span.lang.as_deref(), span.dir, span.anchor.as_deref());
    made.into()
}
