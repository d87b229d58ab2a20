//! The head above the body: trail, label, headline, byline, dates, reading time, summary, lead image.

use super::dom::{El, el, part};
use super::figure;
use super::page::{Page, PageRef, Section};
use super::slot::slot;
use super::stand_in;
use crate::article::{Label, Named, Summary};
use crate::text::date;
use crate::text::search::around;

/// Builds the head of the article.
pub fn header(page: &PageRef) -> El {
    let article = &page.article;
    let header = el("header");
    if page.shows(Section::Breadcrumb) {
        header_add(&header, breadcrumb(page));
    }
    if page.shows(Section::Title) {
        header_add(&header, kicker(page));
        header.add(
            &page
                .heading(0)
                .set("part", "title")
                .set("id", "title")
                .set("dir", "auto")
                .set("lang", &page.content_language)
                .text(&article.title),
        );
    }
    header.add(&slot("after-title"));
    if page.shows(Section::Byline) {
        header_add(&header, byline(page));
    }
    if page.shows(Section::ReadingTime) {
        header.add(&stand_in::beside(page, Section::ReadingTime, reading_time(page)));
    }
    if page.shows(Section::Byline) {
        header_add(&header, correction(page));
    }
    if page.shows(Section::Summary) {
        header_add(&header, summary(page));
    }
    if page.shows(Section::Image)
        && let Some(image) = &article.image
    {
        header.add(&figure::lead(page, image));
    }
    header
}

/// Builds the head for an article of the page's own, if only the reading time is wanted.
pub fn short(page: &PageRef) -> El {
    let header = el("header").child(slot("after-title"));
    if page.shows(Section::ReadingTime) {
        header.add(&stand_in::beside(page, Section::ReadingTime, reading_time(page)));
    }
    header
}

/// Returns true if more than the reading time is wanted there.
pub fn is_long(page: &Page) -> bool {
    page.shows(Section::Breadcrumb) || page.shows(Section::Byline)
}

/// Builds the line with the reading time.
pub fn reading_time(page: &Page) -> El {
    part("p", "reading-time").text(&page.locale.plural("readingTime", page.minutes))
}

fn header_add(header: &El, child: Option<El>) {
    if let Some(child) = child {
        header.add(&child);
    }
}

/// A name, as a link if it has an address.
fn named(page: &Page, named: &Named, name_part: Option<&str>) -> El {
    let element = match &named.url {
        Some(url) => page.link(url),
        None => el("span"),
    };
    element.set_some("part", name_part).set("dir", "auto").text(&named.name)
}

fn breadcrumb(page: &Page) -> Option<El> {
    let crumbs = &page.article.breadcrumbs;
    let list = el("ol").set("role", "list");
    if crumbs.is_empty() {
        return None;
    }
    for crumb in crumbs {
        list.add(&el("li").child(named(page, crumb, None)));
    }
    list.add(
        &el("li").child(
            el("span")
                .set("aria-current", "page")
                .set("dir", "auto")
                .set("lang", &page.content_language)
                .text(&page.article.title),
        ),
    );
    Some(part("nav", "breadcrumb").set("aria-label", &page.text("breadcrumb")).child(list))
}

/// The text of a label: the publisher's, else the interface's.
pub fn label_text(page: &Page, label: &Label) -> String {
    if let Some(text) = &label.text {
        return text.clone();
    }
    // The key for `fact-check` is `labelFactCheck`. A kind without such a text is shown as it is.
    let (mut key, mut starts) = (String::from("label"), true);
    for c in label.kind.chars() {
        if c != '-' {
            key.push(if starts { c.to_ascii_uppercase() } else { c });
        }
        starts = c == '-';
    }
    let text = page.text(&key);
    let known = !text.is_empty() && !label.kind.bytes().any(|byte| byte.is_ascii_uppercase());
    if known { text } else { label.kind.clone() }
}

/// Builds the line with section and label above the headline.
fn kicker(page: &Page) -> Option<El> {
    let article = &page.article;
    if article.section.is_none() && article.label.is_none() {
        return None;
    }
    let row = el("p").set("class", "kicker");
    if let Some(section) = &article.section {
        row.add(&named(page, section, Some("section")));
    }
    if let Some(label) = &article.label {
        row.add(
            &part("span", "label")
                .set("data-kind", &label.kind)
                .set("dir", "auto")
                .text(&label_text(page, label)),
        );
    }
    Some(row)
}

/// Fills the placeholder of a text with elements.
fn filled(template: &str, place: &str, into: El, content: Vec<El>) -> El {
    let (before, after) = around(template, place).unwrap_or((template, ""));
    let mut into = into.text(before);
    for element in content {
        into = into.child(element);
    }
    into.text(after)
}

fn byline(page: &Page) -> Option<El> {
    let article = &page.article;
    let published = article.published_at.as_deref().and_then(date::parse);
    let modified = article.modified_at.as_deref().and_then(date::parse).filter(|modified| match &published {
        Some(published) => modified.minutes_since(published) >= page.settings.modified_after.max(1),
        None => true,
    });
    if article.authors.is_empty() && published.is_none() && modified.is_none() {
        return None;
    }
    let byline = part("div", "byline");
    if !article.authors.is_empty() {
        byline.add(&filled(&page.text("by"), "{authors}", el("p"), authors(page)));
    }
    let dates = [("published", "date", published), ("modified", "modified", modified)];
    for (key, name, instant) in dates {
        let Some(instant) = instant else { continue };
        let time = el("time").set("datetime", &date::to_rfc3339(&instant)).text(&page.locale.date(&instant));
        byline.add(&filled(&page.text(key), "{date}", part("p", name), vec![time]));
    }
    Some(byline)
}

/// The authors in a row, each a link if it has an address. The row is joined as the language does ("a, b et c").
fn authors(page: &Page) -> Vec<El> {
    let authors = &page.article.authors;
    // Characters of the private use area stand for the names while `Intl` joins the row.
    let mut marks = Vec::new();
    for at in 0..authors.len() as u32 {
        if let Some(mark) = char::from_u32(0xE000 + at) {
            marks.push(String::from(mark));
        }
    }
    let mut row = Vec::new();
    let mut rest = String::new();
    for c in page.locale.list(&marks).chars() {
        let author = (c as u32).checked_sub(0xE000).and_then(|at| authors.get(at as usize));
        match author {
            Some(author) => {
                if !rest.is_empty() {
                    row.push(el("span").text(&std::mem::take(&mut rest)));
                }
                row.push(named(page, author, Some("author")));
            }
            None => rest.push(c),
        }
    }
    if !rest.is_empty() {
        row.push(el("span").text(&rest));
    }
    row
}

fn correction(page: &Page) -> Option<El> {
    let correction = page.article.correction.as_ref()?;
    let row = el("p").set("class", "notice");
    let row = match correction.date.as_deref().and_then(date::parse) {
        Some(instant) => {
            row.child(el("strong").text(&page.locale.with("correction", "date", &page.locale.date(&instant))))
        }
        None => row.child(el("strong").text(&page.text("labelCorrection"))),
    };
    Some(row.text(" ").child(el("span").set("dir", "auto").text(&correction.text)))
}

fn summary(page: &Page) -> Option<El> {
    let summary = page.article.summary.as_ref()?;
    let section = part("section", "summary")
        .set("aria-labelledby", "summary")
        .child(page.heading(1).set("id", "summary").text(&page.text("summary")));
    let lang = &page.content_language;
    Some(match summary {
        Summary::Text(text) => section.child(el("p").set("dir", "auto").set("lang", lang).text(text)),
        Summary::Points(points) => {
            let list = el("ul").set("lang", lang);
            for point in points {
                list.add(&el("li").set("dir", "auto").text(point));
            }
            section.child(list)
        }
    })
}
