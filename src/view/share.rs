//! Share buttons: plain links to the networks' own pages, and the device's own ways.

use super::dom::{El, el, part};
use super::icon::icon;
use super::shell::warn_once;
use super::{Page, PageRef};
use crate::excerpt;
use crate::object::object;
use crate::share::{self, Action, Network};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};

#[wasm_bindgen]
extern "C" {
    #[derive(Clone)]
    type Navigator;
    #[wasm_bindgen(thread_local_v2, js_name = navigator)]
    static NAVIGATOR: Navigator;
    #[wasm_bindgen(method, js_name = canShare, catch)]
    fn can_share(this: &Navigator, data: &js_sys::Object) -> Result<bool, JsValue>;
    #[wasm_bindgen(method, catch)]
    async fn share(this: &Navigator, data: &js_sys::Object) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn clipboard(this: &Navigator) -> Option<Clipboard>;

    type Clipboard;
    #[wasm_bindgen(method, js_name = writeText, catch)]
    fn write_text(this: &Clipboard, text: &str) -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(js_name = print)]
    fn print();
    #[wasm_bindgen(js_name = open)]
    fn open(address: &str, target: &str, features: &str);

    type Field;
    #[wasm_bindgen(method)]
    fn select(this: &Field);
}

/// What the row of buttons is saying.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Saying {
    Nothing,
    Copied,
    /// The clipboard is refused: the address stands in a field, selected.
    ByHand,
    /// Mastodon: which instance?
    Instance,
    /// That has been answered or dismissed.
    Closed,
}

/// The buttons, where any network is asked for.
pub fn share(page: &PageRef) -> Option<El> {
    let (networks, unknown) = share::parse(&page.settings.share);
    if !unknown.is_empty() {
        warn_once(["news-article: share: unknown network ", &unknown.join(" ")].concat());
    }
    if networks.is_empty() || page.url().is_empty() {
        return None;
    }
    let address = share::with_query(&page.url(), &page.settings.share_utm);
    let saying = RwSignal::new(Saying::Nothing);
    let list = el("ul").set("role", "list");
    let mut question = None;
    for network in &networks {
        if *network == Network::Native && !device_shares(page, &address) {
            continue;
        }
        let button = button(page, *network, &address, saying);
        if *network == Network::Mastodon {
            question = Some(instance(page, &address, saying, &button));
        }
        list.add(&el("li").child(button));
    }
    let row = part("div", "share").set("role", "group").set("aria-label", &page.text("share")).child(list);
    let row = row.maybe(question);
    row.add(&by_hand(page, &address, saying));
    let words = page.clone();
    row.add(&part("p", "status").set("role", "status").bind_text(move || match saying.try_get() {
        Some(Saying::Copied) => words.text("linkCopied"),
        Some(Saying::ByHand) => words.text("copyByHand"),
        _ => String::new(),
    }));
    Some(row)
}

/// The accessible name of a button.
fn name(page: &Page, network: Network) -> String {
    match network {
        Network::Native => page.text("shareNative"),
        Network::Copy => page.text("copyLink"),
        Network::Print => page.text("sharePrint"),
        Network::Email => page.text("shareEmail"),
        Network::Sms => page.text("shareSms"),
        _ => page.locale.with("shareOn", "network", network.label().unwrap_or_default()),
    }
}

fn content<'a>(page: &'a Page, address: &'a str) -> share::Content<'a> {
    let cut: &dyn Fn(&str, usize) -> String =
        &|text, graphemes| excerpt::cut(text, graphemes, &excerpt::approximate_clusters);
    share::Content {
        url: address,
        title: &page.article.title,
        image: page.article.image.as_ref().map(|image| image.src.as_str()),
        cut,
    }
}

fn button(page: &PageRef, network: Network, address: &str, saying: RwSignal<Saying>) -> El {
    let name = name(page, network);
    let action = network.action(&content(page, address));
    let control = match &action {
        Action::Link(href) => {
            let link = el("a").href_own(href);
            // mailto:, sms: and the like open no page.
            if href.starts_with("https:") {
                link.set("target", "_blank").set("rel", "noopener noreferrer")
            } else {
                link
            }
        }
        _ => el("button").set("type", "button"),
    };
    let control = control
        .set("part", "share-button")
        .set("data-network", network.name())
        .set("aria-label", &name)
        .set("title", &name)
        .child(icon(network.name()));
    let page = page.clone();
    let address = address.to_owned();
    control.on("click", move |event| {
        let detail = [("network", network.name().into()), ("url", JsValue::from_str(&address))];
        if !page.shell.allows("news-article-share", &detail) {
            event.prevent_default();
            return;
        }
        match action {
            Action::Link(_) => {}
            Action::Native => {
                let data = device_data(&page, &address);
                spawn_local(async move {
                    // A reader who changes their mind (AbortError) has made no error.
                    let _ = NAVIGATOR.with(Clone::clone).share(&data).await;
                });
            }
            Action::Copy => copy(&address, saying),
            Action::Print => print(),
            Action::Instance => saying.set(Saying::Instance),
        }
    })
}

fn device_data(page: &Page, address: &str) -> js_sys::Object {
    object(&[("title", JsValue::from_str(&page.article.title)), ("url", JsValue::from_str(address))])
}

fn device_shares(page: &Page, address: &str) -> bool {
    NAVIGATOR.with(|navigator| navigator.can_share(&device_data(page, address)).unwrap_or(false))
}

fn copy(address: &str, saying: RwSignal<Saying>) {
    let written =
        NAVIGATOR.with(Navigator::clipboard).and_then(|clipboard| clipboard.write_text(address).ok());
    // The same words twice are announced once: clear them first.
    saying.set(Saying::Nothing);
    spawn_local(async move {
        let done = match written {
            Some(promise) => JsFuture::from(promise).await.is_ok(),
            None => false,
        };
        saying.try_set(if done { Saying::Copied } else { Saying::ByHand });
    });
}

/// The address in a field, selected, where the clipboard is refused.
fn by_hand(page: &PageRef, address: &str, saying: RwSignal<Saying>) -> El {
    let field = el("input")
        .set("part", "input")
        .set("type", "text")
        .set("readonly", "")
        .set("dir", "ltr")
        .set("aria-label", &page.text("address"));
    field.put_value(address);
    let shown = field.clone();
    let row = el("p").set("class", "row");
    let hidden = row.clone();
    super::dom::react(Box::new(move || {
        let wanted = saying.try_get() == Some(Saying::ByHand);
        hidden.toggle("hidden", (!wanted).then_some(""));
        if wanted {
            shown.focus();
            shown.node().unchecked_ref::<Field>().select();
        }
    }));
    row.child(field)
}

/// The question for the reader's own Mastodon instance; the answer stays on the device. Once it is answered or
/// dismissed, the focus is back on the `button` that has asked.
fn instance(page: &PageRef, address: &str, saying: RwSignal<Saying>, button: &El) -> El {
    let input = el("input")
        .set("part", "input")
        .set("type", "text")
        .set("inputmode", "url")
        .set("dir", "ltr")
        .set("autocapitalize", "none")
        .set("spellcheck", "false")
        .set("id", "mastodon")
        .set("placeholder", "mastodon.social");
    let label = el("label").set("for", "mastodon").text(&page.text("mastodonInstance"));
    let submit = el("button")
        .set("part", "submit")
        .set("type", "submit")
        .text(&page.locale.with("shareOn", "network", "Mastodon"));
    let wrong = el("p").set("part", "error").set("role", "alert").set("id", "mastodon-error");
    let form = el("form").set("class", "row").set("novalidate", "");
    let (page, address, typed, message) = (page.clone(), address.to_owned(), input.clone(), wrong.clone());
    let form = form.on("keydown", move |event| {
        if event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            // A dialog around stays.
            event.prevent_default();
            saying.set(Saying::Closed);
        }
    });
    let form = form.on("submit", move |event| {
        event.prevent_default();
        match share::mastodon(&typed.value(), &content(&page, &address)) {
            Some(link) => {
                open(&link, "_blank", "noopener,noreferrer");
                saying.set(Saying::Closed);
            }
            None => {
                message.put_text(&page.text("mastodonHint"));
                typed.toggle("aria-invalid", Some("true"));
                typed.focus();
            }
        }
    });
    let (shown, focused, said, button) = (form.clone(), input.clone(), wrong.clone(), button.clone());
    super::dom::react(Box::new(move || {
        let now = saying.try_get();
        shown.toggle("hidden", (now != Some(Saying::Instance)).then_some(""));
        match now {
            Some(Saying::Instance) => focused.focus(),
            Some(Saying::Closed) => {
                said.put_text("");
                focused.toggle("aria-invalid", None);
                button.focus();
            }
            _ => {}
        }
    }));
    form.child(label).child(input.set("aria-describedby", "mastodon-error")).child(submit).child(wrong)
}
