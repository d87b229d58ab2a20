//! Follows live coverage. `src/extras/live.js` decides when to ask and what the reader sees; here the answers become
//! nodes.

use super::view::{self, View};
use crate::article::Update;
use crate::network::json::Json;
use crate::object::object;
use crate::source::live;
use crate::text::date;
use crate::view::anchor::Anchors;
use crate::view::dom::{El, part};
use crate::view::frame::Frame;
use crate::view::page::{Page, PageRef};
use crate::view::scope::{Scope, WeakScope, hold};
use js_sys::{Array, Function};
use news_article_contract::event;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Date, js_name = now)]
    fn now() -> f64;
}

/// Returns true if there is an address to ask, and the coverage has not ended.
pub(super) fn goes_on(page: &Page) -> bool {
    let until = page.article.live_until.as_deref().and_then(date::parse);
    page.article.updates_url.is_some() && until.is_none_or(|until| until.epoch_ms as f64 > now())
}

/// Starts the module, and makes nodes of its answers.
pub(super) fn start(page: &PageRef, frame: &Frame, shown: View) {
    let Some(url) = &page.article.updates_url else { return };
    let button = part("button", "update-new").set("type", "button").set("hidden", "");
    let status = part("p", "status").set("role", "status").set("class", "aside");
    shown.list.before(&status);
    shown.list.before(&button);
    let (read_page, anchors, scope) = (page.clone(), frame.anchors.clone(), WeakScope::current());
    let read: Closure<dyn Fn(JsValue, Function)> = Closure::new(move |json: JsValue, done: Function| {
        let (page, anchors, scope) = (read_page.clone(), anchors.clone(), scope.clone());
        spawn_local(async move {
            let updates = live::updates(&page.shell, &Json::from(json), page.base.as_ref()).await;
            let Some(scope) = scope.scope() else { return };
            // The listeners of the nodes live as long as the view if something of the answer is kept; otherwise they
            // end here.
            let answer = Scope::default();
            let made = answer.run(|| updates.map(|updates| made(&page, &updates, &anchors)));
            let kept = done.call1(&JsValue::NULL, &made.map_or(JsValue::NULL, JsValue::from));
            if kept.is_ok_and(|kept| kept.is_truthy()) {
                scope.run(|| hold(answer));
            }
        });
    });
    let counted = page.clone();
    let say: Closure<dyn Fn(u32) -> String> =
        Closure::new(move |count| counted.locale.plural("liveNew", count));
    let told = page.clone();
    let tell: Closure<dyn Fn(u32)> =
        Closure::new(move |count| told.shell.tell(event::UPDATE.name, &[("count", JsValue::from(count))]));
    let until = page.article.live_until.as_deref().and_then(date::parse);
    let options = page.list_options(url, false);
    let node = |el: &El| JsValue::from(el.node());
    page.shell.work(
        "live",
        &shown.root.node(),
        &[
            ("url", JsValue::from_str(url.as_str())),
            ("until", until.map_or(JsValue::UNDEFINED, |until| JsValue::from_f64(until.epoch_ms as f64))),
            ("list", node(&shown.list)),
            ("keys", node(&shown.keys.0)),
            ("above", node(&shown.keys.1)),
            ("button", node(&button)),
            ("status", node(&status)),
            ("over", JsValue::from_str(&page.text("liveOver"))),
            ("newest", JsValue::from_str(&page.text("liveNewest"))),
            ("oldest", JsValue::from_str(&page.text("liveOldest"))),
            ("isUntold", JsValue::from_bool(options.no_referrer)),
            ("credentials", JsValue::from(options.credentials)),
            ("read", read.as_ref().clone()),
            ("say", say.as_ref().clone()),
            ("tell", tell.as_ref().clone()),
        ],
    );
    hold((read, say, tell));
}

fn made(page: &PageRef, updates: &[Update], anchors: &Anchors) -> Array {
    let all = Array::new();
    for update in updates {
        let published = update.published_at.as_deref().and_then(date::parse);
        let entry = view::key(page, update, anchors).map_or(JsValue::NULL, |key| key.node().into());
        all.push(&object(&[
            ("at", published.map_or(JsValue::NULL, |at| JsValue::from_f64(at.epoch_ms as f64))),
            ("node", view::item(page, update, anchors).node().into()),
            ("key", entry),
        ]));
    }
    all
}
