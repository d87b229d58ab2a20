//! Shows the thread: the comments, their replies, the button for more.
//!
//! The first page is fetched when the reader comes near, the next at a click. **A list that fails to load affects
//! neither the article nor the form**: a line says so, with a button to try again. The thread does not wait for the
//! code of the form, so it is written without Leptos, which comes with that (docs/decisions/late-features.md).

use super::count::show_count;
use super::list;
use super::text;
use super::thread::Thread;
use crate::network::address::{Purpose, resolve};
use crate::network::fetch::{self, Cancel, Document, Failure, Kind};
use crate::network::json::Json;
use crate::text::date;
use crate::text::direction::isolated;
use crate::text::search::concat;
use crate::view::anchor;
use crate::view::dom::{El, el, part};
use crate::view::page::PageRef;
use crate::view::scope::at_end;
use crate::view::{attention, shell, status};
use news_article_contract::attribute;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

#[wasm_bindgen]
extern "C" {
    /// The id of the comment that the page's fragment names, or an empty text (`src/element/runtime.js`).
    #[wasm_bindgen(js_name = awaitedComment)]
    fn awaited_comment() -> String;
}

/// Called at a click on "reply", with the comment's id, its author, and the button.
pub(super) type OnReply = Rc<dyn Fn(&str, &str, &El)>;

/// Adds a comment that was just sent and published. The arguments are the endpoint's answer and what was sent.
pub(super) type Publish = Rc<dyn Fn(Json, Json)>;

/// A thread with the elements that show it.
struct ThreadView {
    page: PageRef,
    thread: RefCell<Thread>,
    root: El,
    heading: El,
    /// The button that switches the order.
    order_button: El,
    list: El,
    empty: El,
    more: El,
    line: El,
    answer: Option<OnReply>,
    /// The comments that are shown, by number.
    shown: RefCell<Vec<ShownComment>>,
    /// The comments that the reader has sent from here: the endpoint's answer, and what was sent.
    own: RefCell<Vec<(Json, Json)>>,
    busy: Cell<bool>,
    cancel: Cancel,
}

/// A comment that is shown.
struct ShownComment {
    author: String,
    comment: El,
    /// The list item that holds the comment and its replies.
    item: El,
    replies: Option<El>,
    reply: Option<El>,
}

/// Shows a thread in `root` and fetches its first page. `heading` shows the number of comments. `answer` is given if
/// comments can be answered.
pub(super) fn show(
    page: &PageRef,
    thread: Thread,
    root: &El,
    heading: &El,
    answer: Option<OnReply>,
) -> Publish {
    let list = el("ol").set("role", "list").set("aria-labelledby", "comments");
    let empty = el("p").set("class", "fine").set("hidden", "").text(&page.text("commentsEmpty"));
    let more = part("button", "comments-more").set("type", "button").set("hidden", "");
    let line = part("p", "status").set("role", "status");
    let order_button = part("button", "comments-order").set("type", "button").set("hidden", "");
    for element in [&order_button, &list, &empty, &line, &more] {
        root.add(element);
    }
    let view = Rc::new(ThreadView {
        page: page.clone(),
        thread: RefCell::new(thread),
        root: root.clone(),
        heading: heading.clone(),
        order_button,
        list,
        empty,
        more,
        line,
        answer,
        shown: RefCell::default(),
        own: RefCell::default(),
        busy: Cell::new(false),
        cancel: Cancel::default(),
    });
    let gone = view.cancel.clone();
    at_end(move || gone.cancel());
    let clicked = view.clone();
    let _ = view.more.clone().on("click", move |_| clicked.load(true));
    let switched = view.clone();
    let _ = view.order_button.clone().on("click", move |_| switched.switch_order());
    let clicked = view.clone();
    let _ = view.list.clone().on("click", move |event| clicked.reply(&event));
    view.load(false);
    Rc::new(move |answer, written| view.publish(answer, written))
}

impl ThreadView {
    /// Switches the order. The element's attribute keeps the choice. Comments that the reader has sent are kept.
    fn switch_order(self: &Rc<Self>) {
        if self.busy.get() {
            return;
        }
        let newest_first = !self.thread.borrow().is_newest_first();
        self.thread.borrow_mut().restart(newest_first);
        let word = if newest_first { attribute::NEWEST } else { attribute::OLDEST };
        let shell = &self.page.shell;
        // The shell ignores a change of the attribute to the value that is stored, so that the view is not built
        // anew.
        shell.store(attribute::COMMENTS_ORDER.name, word);
        let _ = shell.host().set_attribute(attribute::COMMENTS_ORDER.name, word);
        self.shown.borrow_mut().clear();
        self.list.empty();
        self.load(false);
    }

    /// Shows the order on the button that switches it.
    fn show_order(&self) {
        let page = &self.page;
        let newest_first = self.thread.borrow().is_newest_first();
        let word = page.text(if newest_first { "orderNewest" } else { "orderOldest" });
        self.order_button.put_text(&word);
        self.order_button.toggle("aria-label", Some(&concat(&[&word, " – ", &page.text("commentsOrder")])));
        // A single comment has no order. And without a list, comments that the reader has sent could not be loaded
        // again.
        let thread = self.thread.borrow();
        let one = !thread.has_list() || thread.is_over() && thread.order().len() < 2;
        self.order_button.toggle("hidden", one.then_some(""));
    }

    /// Shows the next comments: those that were fetched already, else the next page.
    fn load(self: &Rc<Self>, by_reader: bool) {
        if self.busy.get() {
            return;
        }
        if self.thread.borrow().has_fetched() {
            self.show_next(by_reader);
            return;
        }
        let Some(address) = self.thread.borrow().next().map(str::to_owned) else { return };
        self.busy.set(true);
        self.root.toggle("aria-busy", Some("true"));
        self.more.toggle("aria-disabled", Some("true"));
        let this = self.clone();
        spawn_local(async move {
            let options = this.options(&address);
            let found = fetch::json(&address, &options, None, &this.cancel).await;
            if this.cancel.is_cancelled() {
                return;
            }
            this.busy.set(false);
            // The place is kept by the end of the section, because an empty root has no margins.
            let Some(section) = this.root.node().parent_element() else { return };
            attention::keep_place(&section, || {
                this.root.toggle("aria-busy", None);
                this.more.toggle("aria-disabled", None);
                match found.and_then(|document| this.arrive(document)) {
                    Ok(()) => this.show_next(by_reader),
                    Err(failure) => this.fail(&failure, by_reader),
                }
            });
        });
    }

    /// The options for fetching a page of the list. The page has not named an address on another origin that only the
    /// list contains.
    fn options(&self, address: &str) -> fetch::Options {
        let settings = &self.page.settings;
        let Some(address) = resolve(address, None, Purpose::Endpoint) else { return settings.fetch.clone() };
        let thread = self.thread.borrow();
        let is_same = thread.endpoint().is_some_and(|endpoint| endpoint.origin() == address.origin());
        self.page.list_options(&address, settings.named.list && is_same)
    }

    /// Takes a page of the list.
    fn arrive(&self, document: Document) -> Result<(), Failure> {
        let mut thread = self.thread.borrow_mut();
        // A response that the page's service worker has made has no address.
        let base = resolve(&document.url, None, Purpose::Endpoint);
        let list = list::list(&document.json, base.as_ref().or(thread.endpoint()))
            .ok_or_else(|| Failure::new(Kind::Malformed, "comments: there is no list"))?;
        thread.arrive(list, document.total);
        Ok(())
    }

    fn show_next(self: &Rc<Self>, by_reader: bool) {
        let numbers = self.thread.borrow_mut().show_next();
        for number in &numbers {
            self.add(*number);
        }
        let (over, none) = (self.thread.borrow().is_over(), self.thread.borrow().order().is_empty());
        for (answer, written) in self.own.borrow().clone() {
            self.place_own(answer, written);
        }
        self.show_order();
        show_count(&self.page, &self.heading, self.thread.borrow().count());
        // If comments are closed, another line says so.
        let open = self.page.article.comments.as_ref().is_none_or(|comments| comments.open);
        self.empty.toggle("hidden", (!none || !open).then_some(""));
        self.more.put_text(&self.page.text("commentsMore"));
        self.more.toggle("hidden", over.then_some(""));
        let announced = self.page.locale.plural("comments", numbers.len() as u32);
        self.line.put_text(if by_reader { &announced } else { "" });
        self.line.toggle("class", by_reader.then_some("aside"));
        if by_reader {
            self.focus_comment(numbers.first().copied());
        }
        // A link to a comment leads to it on any page of the list.
        let awaited = awaited_comment();
        if !awaited.is_empty() && !over && !self.thread.borrow().order().has(&awaited) {
            self.load(false);
        }
    }

    /// Moves the focus to a comment: to the last one if no new one came, because the button that had the focus is
    /// hidden.
    fn focus_comment(&self, to: Option<usize>) {
        let found = {
            let shown = self.shown.borrow();
            let to = to.map_or_else(|| shown.last(), |number| shown.get(number));
            to.map(|shown| shown.comment.clone())
        };
        if let Some(comment) = found {
            comment.toggle("tabindex", Some("-1"));
            comment.focus();
        }
    }

    fn fail(&self, failure: &Failure, by_reader: bool) {
        let thread = self.thread.borrow();
        let address = thread.next().unwrap_or_default();
        shell::warn(&concat(&[
            "news-article: comments: ",
            failure.kind.name(),
            ": ",
            &failure.message,
            ": ",
            address,
        ]));
        self.line.toggle("class", None);
        let login = failure.status == 401;
        self.line.put_text(&self.page.text(if login { "errorLogin" } else { "commentsError" }));
        if let Some(url) = self.page.article.url.as_ref().filter(|_| login) {
            self.line.add(&el("br"));
            self.line.add(&status::login_link(url));
        }
        // After these answers another try would have the same result.
        let refused = matches!(failure.status, 401 | 403 | 404 | 410);
        self.more.put_text(&self.page.text("retry"));
        self.more.toggle("hidden", refused.then_some(""));
        if refused && by_reader {
            self.focus_comment(None);
        }
    }

    /// Adds a comment that the reader has just sent and the site has published.
    fn publish(&self, answer: Json, written: Json) {
        self.own.borrow_mut().push((answer.clone(), written.clone()));
        self.place_own(answer, written);
        self.show_order();
    }

    fn place_own(&self, answer: Json, written: Json) {
        let placed = self.thread.borrow_mut().publish(answer, written);
        if let Some(number) = placed {
            self.add(number);
            self.empty.toggle("hidden", Some(""));
            show_count(&self.page, &self.heading, self.thread.borrow().count());
        }
    }

    /// Shows a comment that was placed.
    fn add(&self, number: usize) {
        let thread = self.thread.borrow();
        let Some(comment) = thread.comment(number) else { return };
        let page = &self.page;
        let author = comment.author.clone().unwrap_or_else(|| page.text("commentAnonymous"));
        let id = thread.order().id(number);
        let shown = part("div", "comment").set("role", "article").set("aria-label", &author);
        if !id.is_empty() {
            shown.toggle(anchor::NAME, Some(&concat(&["comment-", id])));
        }
        let head = el("p").child(el("bdi").set("class", "strong").text(&author));
        if let Some(instant) = comment.date {
            let said = page.locale.date(&instant);
            let time =
                el("time").set("class", "when").set("datetime", &date::to_rfc3339(&instant)).text(&said);
            head.add(&self.linked(id, &said, time));
        }
        let body = el("div").set("lang", &page.content_language);
        text::fill(page, &body, &comment.body);
        shown.add(&head);
        shown.add(&body);
        let reply = self.answer.as_ref().filter(|_| !id.is_empty()).map(|_| {
            // The visible word comes first, then the author. A full sentence would inflect the word in some
            // languages.
            let word = page.text("commentReply");
            let button = part("button", "comment-reply").set("type", "button");
            button.set("aria-label", &concat(&[&word, " – ", &isolated(&author)])).text(&word)
        });
        if let Some(reply) = &reply {
            shown.add(reply);
        }
        let item = el("li").child(shown.clone());
        let mut all = self.shown.borrow_mut();
        match thread.order().under(number).and_then(|under| all.get_mut(under)) {
            Some(parent) => {
                let list = parent.replies.get_or_insert_with(|| el("ol").set("role", "list"));
                parent.item.add(list);
                list.add(&item);
            }
            None => self.list.add(&item),
        }
        // Insert it before the next comment of its level that is shown already.
        if let Some(next) = thread.after(number).find_map(|next| all.get(next)) {
            next.item.before(&item);
        }
        let adopted = thread.adopted(number);
        let mut replies = None;
        if !adopted.is_empty() {
            let list = el("ol").set("role", "list");
            for reply in thread.replies(number).filter_map(|reply| all.get(reply)) {
                list.add(&reply.item);
            }
            item.add(&list);
            replies = Some(list);
        }
        all.push(ShownComment { author, comment: shown, item, replies, reply });
    }

    /// The date of a comment, as a link to the comment if it has an id.
    fn linked(&self, id: &str, said: &str, time: El) -> El {
        let address = Some(id).filter(|id| !id.is_empty());
        let address = address.and_then(|id| self.page.fragment(&concat(&["comment-", id])));
        match address {
            Some(address) => part("a", "comment-link")
                .href(&address)
                .set("aria-label", &concat(&[said, " – ", &self.page.text("commentLink")]))
                .child(time),
            None => time,
        }
    }

    fn reply(&self, event: &web_sys::Event) {
        let (Some(answer), Some(target)) = (&self.answer, event.target()) else { return };
        let shown = self.shown.borrow();
        let clicked = shown.iter().enumerate().find_map(|(number, shown)| {
            let button = shown.reply.clone().filter(|button| target == *button.node().as_ref())?;
            Some((self.thread.borrow().order().id(number).to_owned(), shown.author.clone(), button))
        });
        drop(shown);
        if let Some((id, author, button)) = clicked {
            answer(&id, &author, &button);
        }
    }
}
