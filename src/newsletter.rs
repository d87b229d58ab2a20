//! The newsletter form.

use crate::form::fields::{Field, Kind, Purpose};
use crate::form::view::form;
use crate::view::dom::{El, el, part};
use crate::view::page::PageRef;

/// Builds the section, if the data name an endpoint for subscriptions.
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
        choices: Vec::new(),
    }];
    if !newsletter.lists.is_empty() {
        fields.push(Field {
            name: "lists",
            label: page.text("newsletterLists"),
            kind: Kind::Choices,
            required: true,
            autocomplete: "",
            max: 0,
            choices: newsletter.lists.clone(),
        });
    }
    let consent = newsletter.consent.clone();
    if newsletter.consent_required {
        fields.push(Field {
            name: "consent",
            label: consent.clone().unwrap_or_else(|| page.text("newsletterSubmit")),
            kind: Kind::Tick,
            required: true,
            autocomplete: "",
            max: 0,
            choices: Vec::new(),
        });
    }
    let form = form(page, Purpose::Newsletter, fields, &page.text("newsletterSubmit"), action.as_str());
    let section = section.child(form);
    Some(match consent.filter(|_| !newsletter.consent_required) {
        Some(consent) => section.child(el("p").set("class", "fine").set("dir", "auto").text(&consent)),
        None => section,
    })
}
