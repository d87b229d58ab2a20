//! Puts an article, the publisher's data and the attributes together to the page that the views are made from.

use super::document::Read;
use crate::locale::{self, Locale};
use crate::network::address;
use crate::network::json::Json;
use crate::reading;
use crate::source::native::entry::Native;
use crate::text::search::concat;
use crate::view::destination::Destinations;
use crate::view::page::{Page, PageRef, Section};
use crate::view::settings;
use crate::view::shell::{Shell, warn_once};
use js_sys::Array;
use news_article_contract::attribute::{COMMENTS_ACTION, FORM_ORIGINS, NEWSLETTER_ACTION, SITE_SRC};
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;

/// Makes the interface's texts. Their language is the page's, else the article's, else the browser's, else French.
pub(super) async fn locale(shell: &Shell, article: Option<String>, site: &Json) -> Locale {
    let page = shell.language();
    let navigator = || web_sys::window().and_then(|window| window.navigator().language());
    let tag =
        if page.is_empty() { article.or_else(navigator).unwrap_or_else(|| "fr".to_owned()) } else { page };
    let texts = if locale::is_built_in(&tag) {
        None
    } else {
        JsFuture::from(shell.locale(&locale::primary(&tag))).await.ok().map(Json::from)
    };
    Locale::new(&tag, texts, [Json::from(shell.labels()), site.get("labels")])
}

/// Puts everything together. The publisher's data fill what the article leaves out, attributes override both, and
/// then the language, the reading time and the breadcrumb are computed.
pub(super) fn assemble(
    shell: &Shell,
    read: Read,
    site: Option<(Native, Json)>,
    locale: Locale,
    paragraphs: Option<Array>,
) -> PageRef {
    let Read { mut article, base, text } = read;
    let host = shell.host();
    let mut settings = settings::read(&host, &shell.section(), paragraphs.is_some());
    let listed = host.get_attribute(FORM_ORIGINS.name).unwrap_or_default();
    let declared = Destinations::new(address::page().as_ref(), base.as_ref(), &listed).take(&mut article);
    for (field, origin) in &declared.refused {
        let what =
            ["news-article: ", field, ": no form is sent to ", origin, ", which form-origins does not name"];
        warn_once(concat(&what));
    }
    if text.as_ref().is_some_and(|text| text.has_time) && paragraphs.is_some() {
        settings.sections.retain(|section| *section != Section::ReadingTime);
    }
    if let Some((native, site)) = site {
        // The publisher's data resolve against their own address, not against the article's.
        let from = settings::endpoint(&host, SITE_SRC.name);
        native.merge(&mut article, &site, from.or_else(address::page).as_ref());
    }
    settings.named = declared.put_back(&mut article);
    settings::apply(&host, &mut article);
    settings.named.comments |= settings::endpoint(&host, COMMENTS_ACTION.name).is_some();
    settings.named.newsletter |= settings::endpoint(&host, NEWSLETTER_ACTION.name).is_some();
    reading::add_breadcrumb(&mut article, &locale);
    let content_language = reading::content_language(&article, locale.tag());
    // In a page that holds the article all pictures are in the text, so that the lead image is counted there.
    let (lead, speed) = (article.image.is_some(), settings.words_per_minute);
    let minutes = match text {
        Some(text) => reading::tell(&mut article, &text.tally, &content_language, speed),
        None => reading::measure(&mut article, lead, &content_language, speed),
    };
    Rc::new(Page {
        shell: shell.clone(),
        around: address::page(),
        locale,
        article,
        settings,
        base,
        minutes,
        content_language,
        paragraphs,
    })
}
