//! The share buttons: plain links to the networks' own pages, and the device's own ways to share.

use super::entry::{Networks, Question};
use super::limit::Limit;
use super::row::Row;
use super::{Action, Label, Network, icon};
use crate::lazy::Lazy;
use crate::object::object;
use crate::share;
use crate::text::search::{concat, joined};
use crate::view::dom::{El, el, part};
use crate::view::page::{Page, PageRef};
use crate::view::scope::WeakScope;
use crate::view::shell::warn_once;
use news_article_contract::event;
use std::cell::RefCell;
use std::rc::Rc;
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
}

/// Builds the buttons, if any network is asked for. `networks` is given if rarer ones are needed and their code
/// arrived.
pub fn share(page: &PageRef, networks: Option<Networks>) -> Option<El> {
    let other = |name: &str| networks.and_then(|networks| networks.find(name));
    let (named, unknown) = share::parse(&page.settings.share, &other);
    // Without that code it is not known whether a name is a network.
    if networks.is_some() && !unknown.is_empty() {
        let unknown: Vec<String> = unknown.into_iter().map(str::to_owned).collect();
        warn_once(concat(&["news-article: share: unknown network ", &joined(&unknown, " ")]));
    }
    if named.is_empty() || page.url().is_empty() {
        return None;
    }
    let address = share::with_query(&page.url(), &page.settings.share_utm);
    let list = el("ul").set("role", "list");
    let root = part("div", "share").set("role", "group").set("aria-label", &page.text("share"));
    let field = el("input")
        .set("part", "input")
        .set("type", "text")
        .set("readonly", "")
        .set("dir", "ltr")
        .set("aria-label", &page.text("address"));
    field.put_value(&address);
    let row = Rc::new(Row {
        page: page.clone(),
        root: root.clone(),
        address,
        by_hand: el("p").set("class", "row").set("hidden", "").child(field.clone()),
        field,
        words: part("p", "status").set("role", "status"),
        question: RefCell::default(),
        // The code that shortens is loaded only if the title is too long for a network.
        fit: match networks {
            Some(networks) => Box::new(move |title: &str, limit: Limit| networks.fit(title, limit)),
            None => Box::new(|title: &str, _| title.to_owned()),
        },
        scope: WeakScope::current(),
    });
    let mut any = false;
    for network in named {
        if network.name != "native" || device_shares(page, &row.address) {
            list.add(&el("li").child(button(&row, network, networks)));
            any = true;
        }
    }
    // The share sheet may have been the only one asked for, and the device may have none.
    if !any {
        return None;
    }
    Some(root.child(list).child(row.by_hand.clone()).child(row.words.clone()))
}

/// The accessible name of a button.
fn name(page: &Page, network: &Network) -> String {
    match network.label {
        Label::Words(key) => page.text(key),
        Label::Brand(brand) => page.locale.with("shareOn", "network", brand),
    }
}

fn button(row: &Rc<Row>, network: &'static Network, networks: Option<Networks>) -> El {
    let name = name(&row.page, network);
    let action = network.action(&row.content());
    let control = match &action {
        Action::Link(href) => {
            let link = el("a").href_own(href);
            // mailto:, sms: and the like open no page, so they need no new tab.
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
        .set("data-network", network.name)
        .set("aria-label", &name)
        .set("title", &name)
        .child(icon::network(network.name, networks));
    let (row, clicked) = (row.clone(), control.clone());
    control.on("click", move |event| {
        let detail = [("network", network.name.into()), ("url", JsValue::from_str(&row.address))];
        if !row.page.shell.allows(event::SHARE.name, &detail) {
            event.prevent_default();
            return;
        }
        match action {
            Action::Link(_) => {}
            Action::Native => {
                let data = device_data(&row.page, &row.address);
                spawn_local(async move {
                    // A reader who closes the sheet (AbortError) has caused no error.
                    let _ = NAVIGATOR.with(Clone::clone).share(&data).await;
                });
            }
            Action::Copy => row.copy(),
            Action::Print => print(),
            Action::Instance => row.ask(&clicked),
        }
    })
}

fn device_data(page: &Page, address: &str) -> js_sys::Object {
    object(&[("title", JsValue::from_str(&page.article.title)), ("url", JsValue::from_str(address))])
}

fn device_shares(page: &Page, address: &str) -> bool {
    NAVIGATOR.with(|navigator| navigator.can_share(&device_data(page, address)).unwrap_or(false))
}

impl Row {
    fn copy(self: &Rc<Self>) {
        let written = NAVIGATOR
            .with(Navigator::clipboard)
            .and_then(|clipboard| clipboard.write_text(&self.address).ok());
        // A status that does not change is not announced, so it is cleared first.
        self.say("", false);
        let row = self.clone();
        spawn_local(async move {
            let done = match written {
                Some(promise) => JsFuture::from(promise).await.is_ok(),
                None => false,
            };
            // If the view is gone, nothing may take the focus.
            if row.scope.scope().is_some() {
                row.say(&row.page.text(if done { "linkCopied" } else { "copyByHand" }), !done);
            }
        });
    }

    /// Asks for the reader's own Mastodon instance. `button` is the one that was clicked.
    fn ask(self: &Rc<Self>, button: &El) {
        let (row, button) = (self.clone(), button.clone());
        spawn_local(async move {
            let question = Question::load(&row.page.shell).await;
            let Some(scope) = row.scope.scope() else { return };
            if button.is_left() {
                // Otherwise the reader has gone on to something else meanwhile.
            } else if let Ok(question) = question {
                scope.run(|| question.ask(&row, &button));
            } else {
                row.say(&row.page.text("copyByHand"), true);
            }
        });
    }
}
