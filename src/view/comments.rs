//! The comment section: the prompt, what has been said, the form.

use super::dom::{El, el, part};
use super::form::{Field, Form, Kind, form};
use super::{PageRef, content};
use crate::address::Address;
use crate::submission::{self, Outcome};
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Characters of a comment, as WordPress' column takes them.
const BODY_MAX: u32 = 65_525;
/// Characters of a name, likewise.
const NAME_MAX: u32 = 245;

/// The section, where the article can be commented on or has been.
pub fn comments(page: &PageRef) -> Option<El> {
    let comments = page.article.comments.as_ref()?;
    let action = comments.action.as_ref();
    if action.is_none() && comments.open {
        return None;
    }
    let section = part("section", "comments").set("aria-labelledby", "comments");
    let section = section.maybe(prompt(page, comments.open));
    let heading = page.heading(1).set("id", "comments");
    let section = match comments.count.filter(|count| *count > 0) {
        Some(count) => section.child(heading.text(&page.locale.plural("comments", count))),
        None => section.child(heading.set("class", "aside").text(&page.locale.plural("comments", 0))),
    };
    Some(match action.filter(|_| comments.open) {
        Some(action) => section.child(writing(page, action)),
        None => section.child(part("p", "status").text(&page.text("commentsClosed"))),
    })
}

/// The invitation: a link to the form.
fn prompt(page: &PageRef, open: bool) -> Option<El> {
    if !open {
        return None;
    }
    let link = part("a", "comments-prompt").href_own("#comment-form").text(&page.text("commentsPrompt"));
    Some(el("p").child(link.on("click", |event| {
        // The form is in a shadow root, where a fragment does not reach.
        event.prevent_default();
        let link = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let root = link.and_then(|link| link.get_root_node().dyn_into::<web_sys::ShadowRoot>().ok());
        if let Some(field) = root.and_then(|root| root.get_element_by_id("comment-name")) {
            field.scroll_into_view();
            let _ = field.unchecked_into::<web_sys::HtmlElement>().focus();
        }
    })))
}

/// Whether an endpoint speaks WordPress' contract.
fn speaks_wordpress(action: &Address) -> bool {
    action.path().trim_end_matches('/').ends_with("/wp/v2/comments")
}

fn writing(page: &PageRef, action: &Address) -> El {
    let wordpress = speaks_wordpress(action);
    let fields = vec![
        Field {
            name: "name",
            label: page.text("commentName"),
            kind: Kind::Text,
            required: true,
            autocomplete: "name",
            max: NAME_MAX,
        },
        Field {
            name: "email",
            label: page.text("commentEmail"),
            kind: Kind::Email,
            required: true,
            autocomplete: "email",
            max: 100,
        },
        Field {
            name: "body",
            label: page.text("commentBody"),
            kind: Kind::Area,
            required: true,
            autocomplete: "",
            max: BODY_MAX,
        },
    ];
    let id = page.article_id();
    let form = form(
        page,
        Form {
            name: "comment",
            part: Some("comment-form"),
            event: "news-article-comment",
            fields,
            submit: page.text("commentSubmit"),
            action: action.as_str().to_owned(),
            members: Box::new(move || vec![("article", JsValue::from_str(&id))]),
            shape: if wordpress { as_wordpress } else { |fields| fields },
            read: if wordpress {
                |answer| submission::wordpress(answer.status, &answer.json)
            } else {
                |answer| submission::native(answer.status, &answer.json)
            },
            said: |outcome| match outcome {
                Outcome::Published => "commentPublished",
                Outcome::Duplicate => "commentDuplicate",
                _ => "commentHeld",
            },
            done: Box::new(|| {}),
        },
    );
    let heading = page.heading(2).set("id", "comment-form").text(&page.text("commentForm"));
    let box_ = el("div")
        .child(heading)
        .child(el("p").set("class", "fine").text(&page.text("commentNote")))
        .child(form);
    let notice =
        page.article.comments.as_ref().map(|comments| comments.notice.as_slice()).unwrap_or_default();
    if !notice.is_empty() {
        let fine = el("p").set("class", "fine").set("dir", "auto");
        content::fill(page, &fine, notice);
        box_.add(&fine);
    }
    box_
}

/// The fields under WordPress' names; what the page has added goes along.
fn as_wordpress(fields: JsValue) -> JsValue {
    let shaped = Object::new();
    for pair in Object::entries(fields.unchecked_ref::<Object>()).iter() {
        let name = Reflect::get_u32(&pair, 0).unwrap_or(JsValue::NULL);
        let value = Reflect::get_u32(&pair, 1).unwrap_or(JsValue::NULL);
        let name = match name.as_string().unwrap_or_default().as_str() {
            "article" => "post".into(),
            "name" => "author_name".into(),
            "email" => "author_email".into(),
            "body" => "content".into(),
            _ => name,
        };
        let _ = Reflect::set(&shaped, &name, &value);
    }
    shaped.into()
}
