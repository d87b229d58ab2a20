//! The newsletter form.

use super::PageRef;
use super::dom::{El, el, part};
use super::form::{Field, Form, Kind, form};
use crate::submission::{self, Outcome};
use wasm_bindgen::JsValue;

/// The section, where the data says where to subscribe.
pub fn newsletter(page: &PageRef) -> Option<El> {
    let newsletter = page.article.newsletter.as_ref()?;
    let action = newsletter.action.as_ref()?;
    let title = newsletter.title.clone().unwrap_or_else(|| page.text("newsletter"));
    let section = part("section", "newsletter")
        .set("aria-labelledby", "newsletter")
        .child(page.heading(1).set("id", "newsletter").set("dir", "auto").text(&title));
    let section = match &newsletter.description {
        Some(description) => section.child(el("p").set("dir", "auto").text(description)),
        None => section,
    };
    let mut fields = vec![Field {
        name: "email",
        label: page.text("newsletterEmail"),
        kind: Kind::Email,
        required: true,
        autocomplete: "email",
        max: 254,
    }];
    let consent = newsletter.consent.clone();
    if newsletter.consent_required {
        fields.push(Field {
            name: "consent",
            label: consent.clone().unwrap_or_else(|| page.text("newsletterSubmit")),
            kind: Kind::Tick,
            required: true,
            autocomplete: "",
            max: 0,
        });
    }
    let form = form(
        page,
        Form {
            name: "newsletter",
            part: None,
            event: "news-article-subscribe",
            fields,
            submit: page.text("newsletterSubmit"),
            action: action.as_str().to_owned(),
            members: Box::new(Vec::<(&'static str, JsValue)>::new),
            shape: |fields| fields,
            // The article's page is of no more help here than this one, and of comments nobody speaks.
            read: |answer| match submission::native(answer.status, &answer.json) {
                Outcome::Login | Outcome::Refused(_) => Outcome::Refused("sendRefused"),
                outcome => outcome,
            },
            said: |outcome| match outcome {
                Outcome::Held => "newsletterConfirm",
                Outcome::Duplicate => "newsletterDuplicate",
                _ => "newsletterDone",
            },
            done: Box::new(|_, _, _| {}),
        },
    );
    let section = section.child(form);
    Some(match consent.filter(|_| !newsletter.consent_required) {
        Some(consent) => section.child(el("p").set("class", "fine").set("dir", "auto").text(&consent)),
        None => section,
    })
}
