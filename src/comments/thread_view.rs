//! The thread as it is shown: the comments, their replies, the button for more.
//!
//! A page of them is fetched when the reader comes near, the next at a click. **A list that fails touches neither the
//! article nor the form**: one line, and another try. It does not wait for the form's code, and so it is made without
//! Leptos, which comes with that (docs/decisions/late-features.md).

use super::count::tell_count;
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
    /// By `src/element/runtime.js`: the id of the comment that a reader has come for, else an empty text.
    #[wasm_bindgen(js_name = awaitedComment)]
    fn awaited_comment() -> String;
}

/// What a click on "reply" calls: with the comment's id, its author, and the button.
pub(super) type Answer = Rc<dyn Fn(&str, &str, &El)>;

/// Adds a comment that was just sent and is published: what the endpoint said, and what was sent.
pub(super) type Publish = Rc<dyn Fn(Json, Json)>;

/// A thread, and the elements that show it.
struct ThreadView {
    page: PageRef,
    thread: RefCell<Thread>,
    root: El,
    heading: El,
    /// The button that turns the order.
    turn: El,
    list: El,
    empty: El,
    more: El,
    line: El,
    answer: Option<Answer>,
    /// The comments that are shown, by their numbers.
    shown: RefCell<Vec<ShownComment>>,
    /// What the reader has sent from here: what the endpoint said, and what was sent.
    own: RefCell<Vec<(Json, Json)>>,
    busy: Cell<bool>,
    cancel: Cancel,
}

/// A comment that is shown.
struct ShownComment {
    author: String,
    comment: El,
    /// The item of the list that it stands in.
    item: El,
    replies: Option<El>,
    reply: Option<El>,
}

/// Shows a thread in `root`, and asks for the first page of it. `heading` says how many comments there are; `answer` is
/// there where comments are taken.
pub(super) fn show(
    page: &PageRef,
    thread: Thread,
    root: &El,
    heading: &El,
    answer: Option<Answer>,
) -> Publish {
    let list = el("ol").set("role", "list").set("aria-labelledby", "comments");
    let empty = el("p").set("class", "fine").set("hidden", "").text(&page.text("commentsEmpty"));
    let more = part("button", "comments-more").set("type", "button").set("hidden", "");
    let line = part("p", "status").set("role", "status");
    let turn = part("button", "comments-order").set("type", "button").set("hidden", "");
    for element in [&turn, &list, &empty, &line, &more] {
        root.add(element);
    }
    let view = Rc::new(ThreadView {
        page: page.clone(),
        thread: RefCell::new(thread),
        root: root.clone(),
        heading: heading.clone(),
        turn,
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
    let turned = view.clone();
    let _ = view.turn.clone().on("click", move |_| turned.turn());
    let clicked = view.clone();
    let _ = view.list.clone().on("click", move |event| clicked.reply(&event));
    view.load(false);
    Rc::new(move |answer, written| view.publish(answer, written))
}

impl ThreadView {
    /// Turns the order, by the reader's choice, which the element's attribute keeps. What the reader has sent stays.
    fn turn(self: &Rc<Self>) {
        if self.busy.get() {
            return;
        }
        let newest_first = !self.thread.borrow().is_newest_first();
        self.thread.borrow_mut().restart(newest_first);
        let word = if newest_first { attribute::NEWEST } else { attribute::OLDEST };
        let shell = &self.page.shell;
        // Known here already: nothing is to be built anew.
        shell.store(attribute::COMMENTS_ORDER.name, word);
        let _ = shell.host().set_attribute(attribute::COMMENTS_ORDER.name, word);
        self.shown.borrow_mut().clear();
        self.list.empty();
        self.load(false);
    }

    /// Says in which order they stand, on the button that turns it.
    fn tell_order(&self) {
        let page = &self.page;
        let newest_first = self.thread.borrow().is_newest_first();
        let word = page.text(if newest_first { "orderNewest" } else { "orderOldest" });
        self.turn.put_text(&word);
        self.turn.toggle("aria-label", Some(&concat(&[&word, " – ", &page.text("commentsOrder")])));
        // One alone has no order; and where there is no list to be had, what the reader has sent could not be shown again.
        let thread = self.thread.borrow();
        let one = !thread.has_list() || thread.is_over() && thread.order().len() < 2;
        self.turn.toggle("hidden", one.then_some(""));
    }

    /// Shows the next comments: those at hand, else those of the next page.
    fn load(self: &Rc<Self>, by_reader: bool) {
        if self.busy.get() {
            return;
        }
        if self.thread.borrow().has_at_hand() {
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
            // Its margins are elsewhere as long as it is empty: the section's end is what others stand below.
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

    /// How a page of the list is asked for. Another origin's, which the list itself has named, is not the page's word.
    fn options(&self, address: &str) -> fetch::Options {
        let settings = &self.page.settings;
        let Some(address) = resolve(address, None, Purpose::Endpoint) else { return settings.fetch.clone() };
        let thread = self.thread.borrow();
        let is_same = thread.endpoint().is_some_and(|endpoint| endpoint.origin() == address.origin());
        self.page.list_options(&address, settings.named.list && is_same)
    }

    /// Takes what came.
    fn arrive(&self, document: Document) -> Result<(), Failure> {
        let mut thread = self.thread.borrow_mut();
        // What a page's own service worker makes up has no address.
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
        self.tell_order();
        tell_count(&self.page, &self.heading, self.thread.borrow().count());
        // Where comments are closed, that says it.
        let open = self.page.article.comments.as_ref().is_none_or(|comments| comments.open);
        self.empty.toggle("hidden", (!none || !open).then_some(""));
        self.more.put_text(&self.page.text("commentsMore"));
        self.more.toggle("hidden", over.then_some(""));
        let announced = self.page.locale.plural("comments", numbers.len() as u32);
        self.line.put_text(if by_reader { &announced } else { "" });
        self.line.toggle("class", by_reader.then_some("aside"));
        if by_reader {
            self.lead(numbers.first().copied());
        }
        // A link to a comment leads to it on whichever page it is.
        let awaited = awaited_comment();
        if !awaited.is_empty() && !over && !self.thread.borrow().order().has(&awaited) {
            self.load(false);
        }
    }

    /// Moves the focus to a comment. Where none came after all, the button that had it is gone: the last one has it then.
    fn lead(&self, to: Option<usize>) {
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
            self.line.add(&status::way_in(url));
        }
        // Where the answer is no, another try has the same.
        let refused = matches!(failure.status, 401 | 403 | 404 | 410);
        self.more.put_text(&self.page.text("retry"));
        self.more.toggle("hidden", refused.then_some(""));
        if refused && by_reader {
            self.lead(None);
        }
    }

    /// Adds a comment that the reader has just sent and the site has published.
    fn publish(&self, answer: Json, written: Json) {
        self.own.borrow_mut().push((answer.clone(), written.clone()));
        self.place_own(answer, written);
        self.tell_order();
    }

    fn place_own(&self, answer: Json, written: Json) {
        let placed = self.thread.borrow_mut().publish(answer, written);
        if let Some(number) = placed {
            self.add(number);
            self.empty.toggle("hidden", Some(""));
            tell_count(&self.page, &self.heading, self.thread.borrow().count());
        }
    }

    /// Shows a comment that was placed, after those that were placed before.
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
            // The word that is seen, then whom it is about: a whole sentence may bend the word.
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
        // It stands before the next of its level that is shown already, else at the end.
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

    /// The date of a comment, as a link to the comment where it has an id.
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
