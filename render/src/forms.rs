//! The two forms for pages without a script. A browser posts them as `application/x-www-form-urlencoded`, and the
//! server redirects it (303) to a page with the outcome. The live forms replace them, and take over what was typed.

use news_article::article::NewsletterList;
use news_article::source::wordpress::route;
use news_article::text::number::digits;
use news_article::view::dom::{El, el, part};
use news_article::view::page::Page;

/// The form for comments in this project's own contract. (WordPress answers with JSON, which is no page for readers.)
pub(crate) fn comments(page: &Page) -> Option<El> {
    let comments = page.article.comments.as_ref().filter(|comments| comments.open)?;
    let action = comments.action.as_ref().filter(|action| !route::is_comments(action))?;
    let id = page.article.id.as_deref()?;
    let form = part("form", "comment-form").set("method", "post").action(action);
    let article = el("input").set("type", "hidden").set("name", "article").set("value", id);
    let starred = |row: El| row.child(el("span").set("aria-hidden", "true").text("\u{a0}*"));
    let label = |field: &str, key: &str| starred(label(&["comment-", field].concat(), &page.text(key)));
    let name = field("comment-name", "text", "name", "name").set("dir", "auto").set("required", "");
    let email = field("comment-email", "email", "email", "email").set("dir", "ltr").set("required", "");
    let body = part("textarea", "input")
        .set("id", "comment-body")
        .set("name", "body")
        .set("rows", "6")
        .set("dir", "auto");
    let form = form
        .child(row(label("name", "commentName"), name))
        .child(row(label("email", "commentEmail"), email))
        .child(row(label("body", "commentBody"), body.set("required", "")))
        .child(button(&page.text("commentSubmit")))
        .child(outcome())
        .child(article);
    let heading = page.heading(2).set("id", "comment-form").text(&page.text("commentForm"));
    let note = el("p").set("class", "fine").text(&page.text("commentNote"));
    Some(el("div").child(heading).child(note).child(form))
}

/// The section with the newsletter's form.
pub(crate) fn newsletter(page: &Page) -> Option<El> {
    let newsletter = page.article.newsletter.as_ref()?;
    let action = newsletter.action.as_ref()?;
    let title = newsletter.title.clone().unwrap_or_else(|| page.text("newsletter"));
    let heading = page.heading(1).set("id", "newsletter").set("dir", "auto").text(&title);
    let paragraph = |text: &String| el("p").set("dir", "auto").text(text);
    let email = field("newsletter-email", "email", "email", "email").set("dir", "ltr").set("required", "");
    let form = part("form", "form").set("method", "post").action(action);
    let form = form.child(row(label("newsletter-email", &page.text("newsletterEmail")), email));
    let lists = (!newsletter.lists.is_empty()).then(|| lists(page, &newsletter.lists));
    let agreed = newsletter.consent.clone().filter(|_| newsletter.consent_required).map(|consent| {
        let tick =
            field("newsletter-consent", "checkbox", "consent", "").set("value", "true").set("required", "");
        part("div", "field").set("class", "tick").child(tick).child(label("newsletter-consent", &consent))
    });
    let form = form.maybe(lists).maybe(agreed).child(button(&page.text("newsletterSubmit"))).child(outcome());
    let consent = newsletter.consent.as_ref().filter(|_| !newsletter.consent_required);
    Some(
        part("section", "newsletter")
            .set("aria-labelledby", "newsletter")
            .child(heading)
            .maybe(newsletter.description.as_ref().map(paragraph))
            .child(form)
            .maybe(consent.map(|consent| paragraph(consent).set("class", "fine"))),
    )
}

fn lists(page: &Page, lists: &[NewsletterList]) -> El {
    let all = part("fieldset", "field").child(part("legend", "label").text(&page.text("newsletterLists")));
    for (at, list) in lists.iter().enumerate() {
        let id = ["newsletter-lists-", &digits(u32::try_from(at).unwrap_or_default())].concat();
        let tick = field(&id, "checkbox", "lists", "").set("value", &list.id);
        let tick = tick.set_some("checked", list.selected.then_some(""));
        let row = part("div", "newsletter-list").set("class", "tick").child(tick);
        let about = list.description.as_ref();
        let about = about.map(|text| el("p").set("class", "fine").set("dir", "auto").text(text));
        all.add(&row.child(label(&id, &list.title)).maybe(about));
    }
    all
}

fn row(label: El, field: El) -> El {
    part("div", "field").child(label).child(field)
}

fn label(id: &str, text: &str) -> El {
    part("label", "label").set("for", id).set("dir", "auto").text(text)
}

fn field(id: &str, kind: &'static str, name: &'static str, autocomplete: &'static str) -> El {
    let field = part("input", "input").set("type", kind).set("id", id).set("name", name);
    field.set_some("autocomplete", (!autocomplete.is_empty()).then_some(autocomplete))
}

/// The place in which the live form says what became of it, so that this one is as tall.
fn outcome() -> El {
    part("p", "status")
}

fn button(text: &str) -> El {
    part("button", "submit").set("type", "submit").text(text)
}
