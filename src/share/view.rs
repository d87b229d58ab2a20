//! Share buttons: plain links to the networks' own pages, and the device's own ways.

pub mod mastodon;

use super::room::Room;
use super::{Action, Label, Network, icon};
use crate::chunk;
use crate::object::object;
use crate::share;
use crate::text::search::{concat, joined};
use crate::view::dom::{El, el, part};
use crate::view::page::{Page, PageRef};
use crate::view::scope::Later;
use crate::view::shell::warn_once;
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

    type Field;
    #[wasm_bindgen(method)]
    fn select(this: &Field);
}

/// The row of buttons, and what it may say.
pub struct Row {
    page: PageRef,
    /// What is shared.
    address: String,
    /// The address in a field, where the clipboard is refused.
    by_hand: El,
    field: El,
    words: El,
    /// The question for an instance of Mastodon and its field, once it was asked.
    question: RefCell<Option<(El, El)>>,
    scope: Later,
}

/// The buttons, where any network is asked for.
pub fn share(page: &PageRef) -> Option<El> {
    let other = |name: &str| page.networks.get().then(|| chunk::networks::find(name)).flatten();
    let (networks, unknown) = share::parse(&page.settings.share, &other);
    // Where the code of others did not come, nobody knows.
    if page.networks.get() && !unknown.is_empty() {
        let unknown: Vec<String> = unknown.into_iter().map(str::to_owned).collect();
        warn_once(concat(&["news-article: share: unknown network ", &joined(&unknown, " ")]));
    }
    if networks.is_empty() || page.url().is_empty() {
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
        address,
        by_hand: el("p").set("class", "row").set("hidden", "").child(field.clone()),
        field,
        words: part("p", "status").set("role", "status"),
        question: RefCell::default(),
        scope: Later::current(),
    });
    for network in networks {
        if network.name != "native" || device_shares(page, &row.address) {
            list.add(&el("li").child(button(&row, network)));
        }
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

fn content<'a>(page: &'a Page, address: &'a str) -> share::Content<'a> {
    let image = page.article.image.as_ref().map(|image| image.src.as_str());
    // Where the code that cuts was not asked for, there is room for all of a title.
    let fit = if page.networks.get() { cut } else { whole };
    share::Content { url: address, title: &page.article.title, image, fit }
}

fn cut(title: &str, room: Room) -> String {
    chunk::networks::fit(title, room)
}

fn whole(title: &str, _: Room) -> String {
    title.to_owned()
}

fn button(row: &Rc<Row>, network: &'static Network) -> El {
    let name = name(&row.page, network);
    let action = network.action(&content(&row.page, &row.address));
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
        .set("data-network", network.name)
        .set("aria-label", &name)
        .set("title", &name)
        .child(icon::network(&row.page, network.name));
    let (row, clicked) = (row.clone(), control.clone());
    control.on("click", move |event| {
        let detail = [("network", network.name.into()), ("url", JsValue::from_str(&row.address))];
        if !row.page.shell.allows("news-article-share", &detail) {
            event.prevent_default();
            return;
        }
        match action {
            Action::Link(_) => {}
            Action::Native => {
                let data = device_data(&row.page, &row.address);
                spawn_local(async move {
                    // A reader who changes their mind (AbortError) has made no error.
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
    /// Says something, or with an empty text nothing; with the address in a field, selected, where `by_hand`.
    fn say(&self, words: &str, by_hand: bool) {
        self.words.put_text(words);
        self.by_hand.toggle("hidden", (!by_hand).then_some(""));
        if let Some((question, _)) = &*self.question.borrow() {
            question.toggle("hidden", Some(""));
        }
        if by_hand {
            self.field.focus();
            self.field.node().unchecked_ref::<Field>().select();
        }
    }

    fn copy(self: &Rc<Self>) {
        let written = NAVIGATOR
            .with(Navigator::clipboard)
            .and_then(|clipboard| clipboard.write_text(&self.address).ok());
        // The same words twice are announced once: clear them first.
        self.say("", false);
        let row = self.clone();
        spawn_local(async move {
            let done = match written {
                Some(promise) => JsFuture::from(promise).await.is_ok(),
                None => false,
            };
            // In a view that is gone nothing takes the focus.
            if row.scope.scope().is_some() {
                row.say(&row.page.text(if done { "linkCopied" } else { "copyByHand" }), !done);
            }
        });
    }

    /// Asks for the reader's own instance of Mastodon; `button` is the one that was clicked.
    fn ask(self: &Rc<Self>, button: &El) {
        let (row, button) = (self.clone(), button.clone());
        spawn_local(async move {
            let came = row.page.shell.chunks(&["reactive"]).await.is_ok();
            let Some(scope) = row.scope.scope() else { return };
            if button.is_left() {
                // The reader has gone on to something else meanwhile.
            } else if came {
                scope.run(|| chunk::reactive::mastodon(&row, &button));
            } else {
                row.say(&row.page.text("copyByHand"), true);
            }
        });
    }
}
