//! What other readers have said: the comments, their replies, the button for more.
//!
//! A page of them is fetched when the reader comes near, the next at a click. All this is a chunk of the wasm, which
//! comes at the same moment. **A list that fails touches neither the article nor the
//! form**: one line, and another try. A comment is text: pictures and players of strangers are left out, so that nothing
//! is asked of anybody's server, and their links are marked as theirs.

use super::count;
use super::list::{self, Entry, PAGE};
use crate::article::{Block, BlockKind};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::fetch::{self, Cancel, Document, Failure, Kind};
use crate::network::json::Json;
use crate::source::html::entry::Markup;
use crate::source::native::entry::Native;
use crate::source::wordpress::route;
use crate::text::date;
use crate::text::search::{concat, trimmed};
use crate::view::dom::{El, el, part};
use crate::view::page::PageRef;
use crate::view::scope::at_end;
use crate::view::{attention, content, shell};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Replies to replies are lists in lists down to here; those below stand beside what they answer.
const DEPTH_MAX: u32 = 4;

/// What a click on "reply" is given: the comment's id, its author, and the button.
pub(super) type Answer = Rc<dyn Fn(&str, &str, &El)>;

/// Adds a comment that was just sent and is published: what the endpoint said, and what was sent.
pub(super) type Publish = Rc<dyn Fn(Json, Json)>;

/// The list.
struct Thread {
    page: PageRef,
    wordpress: bool,
    endpoint: Address,
    readers: (Markup, Native),
    root: El,
    heading: El,
    list: El,
    empty: El,
    more: El,
    line: El,
    answer: Option<Answer>,
    said: RefCell<Vec<Said>>,
    /// Comments that show nothing, by their ids, each with the one that its replies answer in its place.
    blank: RefCell<Vec<(String, String)>>,
    queue: RefCell<Vec<Entry>>,
    next: RefCell<Option<String>>,
    /// The number of the last page of WordPress'.
    number: Cell<u32>,
    count: Cell<Option<u32>>,
    busy: Cell<bool>,
    cancel: Cancel,
}

/// A comment that is shown.
struct Said {
    id: String,
    author: String,
    depth: u32,
    item: El,
    /// The list that it stands in.
    list: El,
    replies: Option<El>,
    button: Option<El>,
}

/// Builds the list for an endpoint in `root`, and asks for the first page of it. `heading` says how many comments there
/// are; `answer` is there where comments are taken.
pub(super) fn thread(
    page: &PageRef,
    endpoint: &Address,
    readers: (Markup, Native),
    root: &El,
    heading: &El,
    answer: Option<Answer>,
) -> Publish {
    let list = el("ol").set("role", "list").set("aria-labelledby", "comments");
    let empty = el("p").set("class", "fine").set("hidden", "").text(&page.text("commentsEmpty"));
    let more = part("button", "comments-more").set("type", "button").set("hidden", "");
    let line = part("p", "status").set("role", "status");
    for element in [&list, &empty, &line, &more] {
        root.add(element);
    }
    let wordpress = route::is_comments(endpoint);
    let first = if wordpress { list::wordpress_page(endpoint, 1) } else { endpoint.as_str().to_owned() };
    let thread = Rc::new(Thread {
        page: page.clone(),
        wordpress,
        endpoint: endpoint.clone(),
        readers,
        root: root.clone(),
        heading: heading.clone(),
        list,
        empty,
        more,
        line,
        answer,
        said: RefCell::default(),
        blank: RefCell::default(),
        queue: RefCell::default(),
        next: RefCell::new(Some(first)),
        number: Cell::new(1),
        count: Cell::new(page.article.comments.as_ref().and_then(|comments| comments.count)),
        busy: Cell::new(false),
        cancel: Cancel::default(),
    });
    let gone = thread.cancel.clone();
    at_end(move || gone.cancel());
    let clicked = thread.clone();
    let _ = thread.more.clone().on("click", move |_| clicked.load(true));
    let clicked = thread.clone();
    let _ = thread.list.clone().on("click", move |event| clicked.reply(&event));
    thread.load(false);
    Rc::new(move |answer, written| thread.publish(&Entry::sent(answer, written)))
}

impl Thread {
    /// Shows the next comments: those at hand, else those of the next page.
    fn load(self: &Rc<Self>, by_reader: bool) {
        if self.busy.get() {
            return;
        }
        if !self.queue.borrow().is_empty() {
            self.show(by_reader);
            return;
        }
        let Some(address) = self.next.borrow().clone() else { return };
        self.busy.set(true);
        self.root.toggle("aria-busy", Some("true"));
        self.more.toggle("aria-disabled", Some("true"));
        let this = self.clone();
        spawn_local(async move {
            let found = fetch::json(&address, &this.page.settings.fetch, None, &this.cancel).await;
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
                    Ok(()) => this.show(by_reader),
                    Err(failure) => this.fail(&failure, by_reader),
                }
            });
        });
    }

    /// Takes what came: the comments that are not here yet, and where more are to be had.
    fn arrive(&self, document: Document) -> Result<(), Failure> {
        // What a page's own service worker makes up has no address.
        let base = resolve(&document.url, None, Purpose::Endpoint);
        let list = list::list(&document.json, base.as_ref().or(Some(&self.endpoint)))
            .ok_or_else(|| Failure::new(Kind::Malformed, "comments: there is no list"))?;
        let full = list.entries.len() >= PAGE as usize;
        let mut fresh = Vec::new();
        for entry in list.entries {
            if !self.has(&entry.id) {
                fresh.push(entry);
            }
        }
        let total = list.total.or(document.total);
        let number = self.number.get();
        // A page with nothing new is the last, whatever it says of another.
        *self.next.borrow_mut() = if fresh.is_empty() {
            None
        } else if !self.wordpress {
            list.next.map(|next| next.as_str().to_owned())
        } else if total.map_or(full, |total| total > number * PAGE) {
            // Where the header with the number of comments is kept from us, a page that is not full is the last.
            self.number.set(number + 1);
            Some(list::wordpress_page(&self.endpoint, number + 1))
        } else {
            None
        };
        let blank = self.blank.borrow().len() as u32;
        let all = || self.said.borrow().len() as u32 + blank + fresh.len() as u32;
        let all = self.next.borrow().is_none().then(all);
        *self.queue.borrow_mut() = fresh;
        if let Some(count) = total.or(all) {
            self.tell_count(count.saturating_sub(blank));
        }
        Ok(())
    }

    fn tell_count(&self, count: u32) {
        self.count.set(Some(count));
        count::tell_count(&self.page, &self.heading, Some(count));
    }

    fn show(&self, by_reader: bool) {
        let batch = {
            let mut queue = self.queue.borrow_mut();
            let size = queue.len().min(PAGE as usize);
            let rest = queue.split_off(size);
            std::mem::replace(&mut *queue, rest)
        };
        let mut shown: Vec<El> = Vec::new();
        for entry in &batch {
            if let Some(comment) = self.place(entry) {
                shown.push(comment);
            }
        }
        let over = self.queue.borrow().is_empty() && self.next.borrow().is_none();
        self.empty.toggle("hidden", (!self.said.borrow().is_empty()).then_some(""));
        self.more.put_text(&self.page.text("commentsMore"));
        self.more.toggle("hidden", over.then_some(""));
        let announced = self.page.locale.plural("comments", shown.len() as u32);
        self.line.put_text(if by_reader { &announced } else { "" });
        self.line.toggle("class", by_reader.then_some("aside"));
        if by_reader {
            self.lead(shown.into_iter().next());
        }
    }

    /// Moves the focus to a comment. Where none came after all, the button that had it is gone: the last one has it then.
    fn lead(&self, to: Option<El>) {
        let last = || self.said.borrow().last().map(|said| said.item.clone());
        if let Some(to) = to.or_else(last) {
            to.toggle("tabindex", Some("-1"));
            to.focus();
        }
    }

    fn fail(&self, failure: &Failure, by_reader: bool) {
        shell::warn(&concat(&["news-article: comments: ", failure.kind.name(), " ", &failure.message]));
        self.line.toggle("class", None);
        self.line.put_text(&self.page.text("commentsError"));
        // Where the answer is no, another try has the same.
        let refused = matches!(failure.status, 401 | 403 | 404 | 410);
        self.more.put_text(&self.page.text("retry"));
        self.more.toggle("hidden", refused.then_some(""));
        if refused && by_reader {
            self.lead(None);
        }
    }

    fn has(&self, id: &str) -> bool {
        !id.is_empty()
            && (self.said.borrow().iter().any(|said| said.id == id)
                || self.blank.borrow().iter().any(|(blank, _)| blank == id))
    }

    /// Adds a comment that the reader has just sent and the site has published.
    fn publish(&self, entry: &Entry) {
        if self.place(entry).is_some() {
            self.empty.toggle("hidden", Some(""));
            self.tell_count(self.count.get().unwrap_or(0).saturating_add(1));
        }
    }

    /// Shows a comment under the one that it answers, or at the end where that is not here. One that says nothing is left
    /// out: deleted, or a picture.
    fn place(&self, entry: &Entry) -> Option<El> {
        if self.has(&entry.id) {
            return None;
        }
        let page = &self.page;
        let comment = entry.read(page.article.url.as_ref().or(page.base.as_ref()), self.readers);
        let text = el("div").set("lang", &page.content_language);
        write(page, &text, &comment.body);
        // Of those with no id there may be several: nobody answers them.
        let answered = |(blank, above): &(String, String)| {
            (!blank.is_empty() && *blank == entry.parent).then(|| above.clone())
        };
        let parent = self.blank.borrow().iter().find_map(answered).unwrap_or_else(|| entry.parent.clone());
        if text.node().text_content().is_none_or(|said| trimmed(&said).is_empty()) {
            self.blank.borrow_mut().push((entry.id.clone(), parent));
            if let Some(count) = self.count.get() {
                self.tell_count(count.saturating_sub(1));
            }
            return None;
        }
        let author = comment.author.unwrap_or_else(|| page.text("commentAnonymous"));
        let shown = part("div", "comment").set("role", "article").set("aria-label", &author);
        let head = el("p").child(el("bdi").set("class", "strong").text(&author));
        if let Some(instant) = comment.date {
            let time = el("time").set("class", "when").set("datetime", &date::to_rfc3339(&instant));
            head.add(&time.text(&page.locale.date(&instant)));
        }
        disown(&text);
        shown.add(&head);
        shown.add(&text);
        let button = self.answer.as_ref().filter(|_| !entry.id.is_empty()).map(|_| {
            // The word that is seen, then whom it is about: a whole sentence may bend the word.
            let reply = page.text("commentReply");
            let button = part("button", "comment-reply").set("type", "button");
            button.set("aria-label", &concat(&[&reply, " – ", &author])).text(&reply)
        });
        if let Some(button) = &button {
            shown.add(button);
        }
        let item = el("li").child(shown.clone());
        let mut said = self.said.borrow_mut();
        let parent = said.iter_mut().find(|other| !parent.is_empty() && other.id == parent);
        let (list, depth) = match parent {
            Some(parent) if parent.depth + 1 < DEPTH_MAX => {
                let list = parent.replies.get_or_insert_with(|| el("ol").set("role", "list"));
                parent.item.add(list);
                (list.clone(), parent.depth + 1)
            }
            Some(parent) => (parent.list.clone(), parent.depth),
            None => (self.list.clone(), 0),
        };
        list.add(&item);
        said.push(Said { id: entry.id.clone(), author, depth, item, list, replies: None, button });
        Some(shown)
    }

    fn reply(&self, event: &web_sys::Event) {
        let Some(target) = event.target() else { return };
        let clicked = self.said.borrow().iter().find_map(|said| {
            let button = said.button.as_ref()?;
            (target == *button.node().as_ref())
                .then(|| (said.id.clone(), said.author.clone(), button.clone()))
        });
        if let (Some(answer), Some((id, author, button))) = (&self.answer, clicked) {
            answer(&id, &author, &button);
        }
    }
}

/// The text of a comment: no headings, no pictures, no players.
fn write(page: &PageRef, into: &El, blocks: &[Block]) {
    for block in blocks {
        let shown = match &block.kind {
            BlockKind::Paragraph { content } | BlockKind::Heading { content, .. } => {
                let line = el("p").set("dir", "auto");
                content::fill(page, &line, content);
                line
            }
            BlockKind::List { ordered, items, .. } => {
                let list = el(if *ordered { "ol" } else { "ul" });
                for item in items {
                    let shown = el("li");
                    write(page, &shown, item);
                    list.add(&shown);
                }
                list
            }
            BlockKind::Quote { body, .. } => {
                let quote = el("blockquote");
                write(page, &quote, body);
                quote
            }
            BlockKind::Code { text, .. } => el("pre").set("dir", "ltr").text(text),
            BlockKind::Callout { body, .. } | BlockKind::Details { body, .. } => {
                write(page, into, body);
                continue;
            }
            _ => continue,
        };
        into.add(&shown);
    }
}

/// Says of every link in it that the publisher has not placed it.
fn disown(text: &El) {
    let Ok(links) = text.node().query_selector_all("a") else { return };
    for link in (0..links.length()).filter_map(|at| links.item(at)) {
        let link: &web_sys::Element = wasm_bindgen::JsCast::unchecked_ref(&link);
        let _ = link.set_attribute("rel", "ugc nofollow noopener noreferrer");
    }
}
