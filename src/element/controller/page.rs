//! From an article to everything that its view is made from.

use crate::article::{Article, Comments, Newsletter};
use crate::element::{reading, settings};
use crate::locale::{self, Locale};
use crate::network::address::{self, Address};
use crate::network::json::Json;
use crate::source::native::entry::Native;
use crate::view::page::{Page, PageRef};
use crate::view::shell::Shell;
use js_sys::Array;
use news_article_contract::attribute::{COMMENTS_ACTION, NEWSLETTER_ACTION, SITE_SRC};
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

/// The interface's language: the page's, else the article's, else the reader's, else French.
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

/// Puts everything together: under the article the publisher's data, with the code that reads them, and over it the
/// attributes; then what is computed.
pub(super) fn assemble(
    shell: &Shell,
    mut article: Article,
    base: Option<Address>,
    site: Option<(Native, Json)>,
    locale: Locale,
    paragraphs: Option<Array>,
) -> PageRef {
    let host = shell.host();
    let settings = settings::read(&host, &shell.section(), paragraphs.is_some());
    if let Some((native, site)) = site {
        // The publisher's data resolves against where it came from, not against the article's source.
        let from = host.get_attribute(SITE_SRC.name).and_then(|raw| settings::endpoint(&host, &raw));
        native.merge(&mut article, &site, from.or_else(address::page).as_ref());
    }
    apply_attributes(&host, &mut article);
    reading::add_breadcrumb(&mut article, &locale);
    let content_language = reading::content_language(&article, locale.tag());
    // Where the children are the article, all their pictures are in the body, the lead image too.
    let lead = paragraphs.is_none() && article.image.is_some();
    let minutes = reading::measure(&mut article, lead, &content_language, settings.words_per_minute);
    Rc::new(Page {
        shell: shell.clone(),
        locale,
        article,
        settings,
        base,
        minutes,
        content_language,
        paragraphs,
    })
}

/// Puts the attributes that go before what the data says into the article.
fn apply_attributes(host: &HtmlElement, article: &mut Article) {
    let endpoint = |name: &str| host.get_attribute(name).and_then(|raw| settings::endpoint(host, &raw));
    if let Some(action) = endpoint(COMMENTS_ACTION.name) {
        let comments = article.comments.get_or_insert(Comments {
            action: None,
            open: true,
            count: None,
            url: None,
            notice: Vec::new(),
        });
        comments.action = Some(action);
    }
    if let Some(action) = endpoint(NEWSLETTER_ACTION.name) {
        let newsletter = article.newsletter.get_or_insert(Newsletter {
            action: None,
            title: None,
            description: None,
            consent: None,
            consent_required: false,
        });
        newsletter.action = Some(action);
    }
}
