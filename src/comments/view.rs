//! Builds the comment section: prompt, form, and the place of the thread ([`super::thread_view`]).

use super::count::show_count;
use super::entry::Comments;
use super::thread_view::{OnReply, Publish};
use crate::form::fields::{CommentContext, Field, Kind, Purpose};
use crate::form::view::form;
use crate::lazy::Lazy;
use crate::network::address::Address;
use crate::network::json::Json;
use crate::source::html::entry::Markup;
use crate::source::native::entry::Native;
use crate::source::wordpress::route;
use crate::text::search::concat;
use crate::view::dom::{El, el, part};
use crate::view::page::PageRef;
use crate::view::scope::WeakScope;
use crate::view::{attention, content};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

/// The most characters of a comment, which WordPress' column allows.
const BODY_MAX: u32 = 65_525;
/// The most characters of a name, likewise.
const NAME_MAX: u32 = 245;

/// Builds the section, if the article can be or has been commented on.
pub fn comments(page: &PageRef) -> Option<El> {
    let comments = page.article.comments.as_ref()?;
    let action = comments.action.as_ref().filter(|_| comments.open);
    let url = comments.url.as_ref();
    if action.is_none() && comments.open && url.is_none() {
        return None;
    }
    let section = part("section", "comments").set("aria-labelledby", "comments");
    let heading = page.heading(1).set("id", "comments");
    show_count(page, &heading, comments.count);
    let reply = action.map(|_| Rc::new(Reply::new(page)));
    let list = (url.is_some() || action.is_some()).then(|| {
        let answer = reply.clone().map(|reply| -> OnReply {
            Rc::new(move |id: &str, author: &str, button: &El| reply.start(id, author, button))
        });
        let known = url.is_some() && comments.count.is_some_and(|count| count > 0);
        Rc::new(ThreadPlace {
            page: page.clone(),
            endpoint: url.cloned(),
            // Space is reserved if comments are known to come, so that less moves when they do.
            root: el("div")
                .set("class", if known { "thread expected" } else { "thread" })
                .set_some("aria-busy", known.then_some("true")),
            heading: heading.clone(),
            answer,
            scope: WeakScope::current(),
            publish: RefCell::default(),
        })
    });
    let section = match (action, reply) {
        (Some(action), Some(reply)) => {
            let form = comment_form(page, action, reply, list.clone());
            section.child(prompt(page, first_field(action))).child(heading).child(form)
        }
        _ if comments.open => section.child(heading),
        _ => section.child(heading).child(part("p", "status").text(&page.text("commentsClosed"))),
    };
    // The thread stands after the form, so that comments that arrive do not push the form away.
    let section = section.maybe(list.as_ref().map(|list| list.root.clone()));
    if let Some(list) = list.filter(|_| url.is_some()) {
        attention::near(&section, move || list.load(None));
    }
    Some(section)
}

/// The place of the thread, until its code is loaded.
struct ThreadPlace {
    page: PageRef,
    /// The address of the list. `None` if the site does not list comments; then only the reader's own are shown.
    endpoint: Option<Address>,
    root: El,
    heading: El,
    answer: Option<OnReply>,
    scope: WeakScope,
    publish: RefCell<Option<Publish>>,
}

impl ThreadPlace {
    /// Shows a comment that was just sent and published. The arguments are the endpoint's answer and what was sent.
    fn add(self: &Rc<Self>, answer: Json, written: Json) {
        if let Some(publish) = &*self.publish.borrow() {
            publish(answer, written);
        } else if self.endpoint.is_none() {
            self.clone().load(Some((answer, written)));
        }
        // Otherwise the list is not loaded yet, and will contain the comment.
    }

    /// Loads the code and shows the thread; then `own`, a comment that was just sent. If the code does not come,
    /// shows a line and a button to try again.
    fn load(self: Rc<Self>, own: Option<(Json, Json)>) {
        spawn_local(async move {
            let code = <(Comments, Markup, Native)>::load(&self.page.shell).await;
            let Some(scope) = self.scope.scope() else { return };
            scope.run(|| {
                if let (Some(publish), Some((answer, written))) = (&*self.publish.borrow(), &own) {
                    return publish(answer.clone(), written.clone());
                }
                self.root.empty();
                self.root.toggle("aria-busy", None);
                if let Ok((comments, markup, native)) = code {
                    let publish = comments.thread(
                        &self.page,
                        self.endpoint.as_ref(),
                        (markup, native),
                        &self.root,
                        &self.heading,
                        self.answer.clone(),
                    );
                    if let Some((answer, written)) = own {
                        publish(answer, written);
                    }
                    *self.publish.borrow_mut() = Some(publish);
                    return;
                }
                if self.endpoint.is_none() {
                    return;
                }
                let again = self.clone();
                let retry = part("button", "comments-more").set("type", "button");
                let line = part("p", "status").set("role", "status");
                self.root.add(&line.text(&self.page.text("commentsError")));
                let retry = retry.text(&self.page.text("retry"));
                self.root.add(&retry.on("click", move |_| again.clone().load(None)));
            });
        });
    }
}

/// Scrolls to an element of the same shadow root, where fragments do not work, and focuses it.
fn scroll_to(from: &El, id: &str) {
    let root = from.node().get_root_node().dyn_into::<web_sys::ShadowRoot>().ok();
    if let Some(field) = root.and_then(|root| root.get_element_by_id(id)) {
        field.scroll_into_view();
        let _ = field.unchecked_into::<web_sys::HtmlElement>().focus();
    }
}

/// The id of the first field of the form.
fn first_field(action: &Address) -> &'static str {
    if route::is_members(action) { "comment-body" } else { "comment-name" }
}

/// The invitation to comment: a link to the form's first field.
fn prompt(page: &PageRef, field: &'static str) -> El {
    let link = part("a", "comments-prompt").href_own("#comment-form").text(&page.text("commentsPrompt"));
    let from = link.clone();
    el("p").child(link.on("click", move |event| {
        event.prevent_default();
        scroll_to(&from, field);
    }))
}

/// The comment that the form answers. It is kept as long as the draft.
struct Reply {
    page: PageRef,
    /// The line above the fields that says so.
    root: El,
    words: El,
    /// The id of the answered comment.
    to: RefCell<String>,
    /// The button that was clicked to answer.
    button: RefCell<Option<El>>,
}

impl Reply {
    fn new(page: &PageRef) -> Self {
        let words = el("span").set("id", "comment-reply").set("dir", "auto");
        let root = el("p").set("class", "row").child(words.clone());
        let reply =
            Reply { page: page.clone(), root, words, to: RefCell::default(), button: RefCell::default() };
        let kept = page.shell.recall_value(&reply.key());
        let text = |member| kept.get(member).text().unwrap_or_default();
        reply.show(&text("id"), &text("author"));
        reply
    }

    /// The key under which the shell keeps the reply. It belongs to the article, as the draft does.
    fn key(&self) -> String {
        concat(&["comment.parent@", &self.page.article_id()])
    }

    fn show(&self, id: &str, author: &str) {
        let nobody = id.is_empty();
        let words = if nobody {
            String::new()
        } else {
            self.page.locale.with_words("commentReplyTo", "name", author)
        };
        self.words.put_text(&words);
        self.root.toggle("hidden", nobody.then_some(""));
        *self.to.borrow_mut() = id.to_owned();
    }

    fn start(&self, id: &str, author: &str, button: &El) {
        self.show(id, author);
        let target = [("id", JsValue::from_str(id)), ("author", JsValue::from_str(author))];
        self.page.shell.store_value(&self.key(), &target);
        *self.button.borrow_mut() = Some(button.clone());
        scroll_to(&self.root, "comment-body");
        // The line with the name of the author stands some fields above, and must be visible.
        self.root.node().scroll_into_view();
    }

    fn end(&self) {
        self.show("", "");
        self.page.shell.store(&self.key(), "");
    }
}

fn comment_form(page: &PageRef, action: &Address, reply: Rc<Reply>, list: Option<Rc<ThreadPlace>>) -> El {
    let field = |name, label: &str, kind, autocomplete, max| Field {
        name,
        label: page.text(label),
        kind,
        required: true,
        autocomplete,
        max,
        choices: Vec::new(),
    };
    let body = field("body", "commentBody", Kind::Area, "", BODY_MAX);
    // WordPress would store a name that is sent in place of the account's own.
    let is_members = route::is_members(action);
    let fields = if is_members {
        vec![body]
    } else {
        let name = field("name", "commentName", Kind::Text, "name", NAME_MAX);
        vec![name, field("email", "commentEmail", Kind::Email, "email", 100), body]
    };
    let cancelled = reply.clone();
    let cancel = el("button").set("type", "button").text(&page.text("commentCancelReply"));
    reply.root.add(&cancel.on("click", move |_| {
        cancelled.end();
        if let Some(button) = cancelled.button.take() {
            button.focus();
        }
    }));
    let above = reply.root.clone();
    let wordpress = route::is_comments(action);
    let (parent, ended) = (reply.clone(), reply);
    let purpose = Purpose::Comment(CommentContext {
        wordpress,
        article: page.article_id(),
        parent: Box::new(move || parent.to.borrow().clone()),
        end_reply: Box::new(move || ended.end()),
        publish: Box::new(move |answer, written| {
            if let Some(list) = &list {
                list.add(answer, written);
            }
        }),
    });
    let form = form(page, purpose, fields, &page.text("commentSubmit"), action.as_str());
    let heading = page.heading(2).set("id", "comment-form").text(&page.text("commentForm"));
    let note = el("p").set("class", "fine").text(&page.text("commentNote"));
    let box_ = el("div").child(heading).maybe((!is_members).then_some(note)).child(above).child(form);
    let notice =
        page.article.comments.as_ref().map(|comments| comments.notice.as_slice()).unwrap_or_default();
    if !notice.is_empty() {
        let fine = el("p").set("class", "fine").set("dir", "auto");
        content::fill(page, &fine, notice);
        box_.add(&fine);
    }
    box_
}
