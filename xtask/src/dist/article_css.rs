//! Makes `article.css`, the style of a rendered article (`render/`), from the sheets of the shadow root.
//!
//! Each selector is restricted to `<news-article>` without adding specificity, so that the page's own rules win if
//! they are as specific. Classes and ids are written as the renderer writes them, and rules for the shadow root alone
//! are left out.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

/// The sheets that concern rendered elements.
const SHEETS: [&str; 9] =
    ["tokens", "base", "header", "body", "share", "social", "form", "comments", "print"];

/// The selector that restricts all others.
const SCOPE: &str = ":where(news-article)";
/// The selector in place of `:host`: the article, and each section beside it.
const BOXES: &str = ":where(news-article) > :where(article, section, nav, div)";

/// Rules for these that no shadow root has. Where a script can bring the live sections, space is kept for what it adds: to
/// the comments, and a button to the links to share.
const OWN: &str = "\
:where(news-article) { display: block; }\n\
:where(news-article) > [data-news-article] { max-inline-size: var(--measure); margin-block-start: var(--gap); margin-inline: auto; }\n\
@media (scripting: enabled) {\n\
:where(news-article) .news-article-share > ul::after { content: ''; inline-size: 44px; block-size: 44px; }\n\
:where(news-article) .news-article-expected { min-block-size: 12em; }\n\
:where(news-article) .news-article-form-expected { min-block-size: 26em; }\n\
@media (max-width: 40em) { :where(news-article) .news-article-form-expected { min-block-size: 34em; } }\n\
}\n";

/// The prefix of the names under which the element hands its own values down to the live sections (`style/tokens.css`).
const HANDED_DOWN: &str = "--rendered-article-";

/// At-rules that contain rules.
const CONDITIONS: [&str; 4] = ["@media", "@supports", "@container", "@layer"];

/// Makes the sheet from those in `directory`.
pub(super) fn made(directory: &Path) -> Result<String> {
    let mut css = String::from(OWN);
    for sheet in SHEETS {
        let path = directory.join(sheet).with_extension("css");
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        css.push_str(&scoped(&text));
    }
    Ok(css)
}

/// The rules of a sheet, or inside of an at-rule, each restricted to the element.
fn scoped(css: &str) -> String {
    let css = without_comments(css);
    let mut scoped = String::new();
    let mut rest = css.as_str();
    while let Some((prelude, after)) = rest.split_once('{') {
        let end = closing(after);
        let (body, next) = after.split_at(end);
        rest = next.strip_prefix('}').unwrap_or(next);
        let prelude = prelude.trim();
        if CONDITIONS.iter().any(|condition| prelude.starts_with(condition)) {
            let inner = self::scoped(body);
            if !inner.is_empty() {
                scoped.push_str(&format!("{prelude} {{\n{inner}}}\n"));
            }
        } else if prelude.starts_with('@') {
            scoped.push_str(&format!("{prelude} {{{body}}}\n"));
        } else {
            scoped.push_str(&handed_down(prelude, body));
            let selectors: Vec<String> = list(prelude).into_iter().filter_map(selector).collect();
            // The page's own style may apply here.
            let body = body.replace("all: initial;", "");
            if !selectors.is_empty() && !body.trim().is_empty() {
                scoped.push_str(&format!("{} {{{body}}}\n", selectors.join(", ")));
            }
        }
    }
    scoped
}

/// The same values for the live sections, which stand in the element's shadow root: a rule that gives the element the names
/// that this one gives an article from JSON. Empty if it gives none.
fn handed_down(prelude: &str, body: &str) -> String {
    let hosts: Vec<String> = list(prelude)
        .into_iter()
        .filter_map(|selector| match selector {
            "[part~='base'] > div:not(.company)" => Some(SCOPE.to_owned()),
            _ => selector
                .strip_prefix("[lang]")?
                .strip_suffix(":not(.company, .company *)")
                .map(|language| format!("{SCOPE}{language}")),
        })
        .collect();
    let own = |declaration: &&str| declaration.starts_with("--");
    let names: String = body.split(';').map(str::trim).filter(own).map(|one| format!(" {one};")).collect();
    if hosts.is_empty() || names.is_empty() {
        return String::new();
    }
    let public = format!("{HANDED_DOWN}news-article-");
    let names = names.replace("--", HANDED_DOWN).replace(&public, "--news-article-");
    format!("{} {{{names} }}\n", hosts.join(", "))
}

fn without_comments(css: &str) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        kept.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, rest)| rest);
    }
    kept + rest
}

/// The end of the block whose content `css` is.
fn closing(css: &str) -> usize {
    let mut depth = 0;
    for (at, c) in css.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => return at,
            '}' => depth -= 1,
            _ => {}
        }
    }
    css.len()
}

/// The selectors of a list, split at commas outside of brackets.
fn list(text: &str) -> Vec<&str> {
    let mut depth = 0;
    let parts = text.split(|c: char| {
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0
    });
    parts.map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// A selector restricted to the element; `None` if it concerns a shadow root alone.
fn selector(selector: &str) -> Option<String> {
    // Rules for an article from JSON apply here, too.
    let mut own = selector.to_owned();
    for (in_shadow, here) in [
        (":not(.company, .company *)", ""),
        (":not(.company)", ""),
        ("(article, .around)", "(article)"),
        (".article ", ""),
        (", slot[name]", ""),
    ] {
        own = own.replace(in_shadow, here);
    }
    if let Some(inside) = own.strip_prefix("[part~='base'] > div") {
        return inside.is_empty().then(|| BOXES.to_owned());
    }
    let elsewhere =
        [":host", "part~='base'", ".company", ".around", ".place", ".reading-time", ".bare", "> slot"];
    if elsewhere.iter().any(|mark| own.contains(mark)) {
        return None;
    }
    Some(format!("{SCOPE} {}", renamed(&own)))
}

/// Replaces parts, classes and ids by the renderer's names.
fn renamed(selector: &str) -> String {
    let mut renamed = String::new();
    let mut chars = selector.chars().peekable();
    while let Some(c) = chars.next() {
        let named = chars.peek().is_some_and(char::is_ascii_alphabetic);
        match c {
            '[' => {
                let inside: String = std::iter::from_fn(|| chars.next_if(|next| *next != ']')).collect();
                chars.next();
                renamed.push_str(&attribute(&inside));
            }
            '.' if named => renamed.push_str(".news-article-"),
            '#' if named => {
                let mut id = String::new();
                while let Some(letter) = chars.next_if(|next| next.is_ascii_alphanumeric() || *next == '-') {
                    id.push(letter);
                }
                renamed.push_str(&format!("[id$='-{id}']"));
            }
            c => renamed.push(c),
        }
    }
    renamed
}

/// An attribute selector. Without a shadow root a part is a class.
fn attribute(inside: &str) -> String {
    match inside.strip_prefix("part~='").and_then(|part| part.strip_suffix('\'')) {
        Some(part) => format!(".news-article-{part}"),
        None if inside == "part" => "[class]".to_owned(),
        None => format!("[{inside}]"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_selector_is_kept_to_the_element_without_weight() {
        assert_eq!(
            scoped("/* a { */ a, [part~='x'] > .row:is(b, c)::before { color: red; }"),
            ":where(news-article) a, :where(news-article) .news-article-x > .news-article-row:is(b, c)::before { color: red; }\n"
        );
        assert_eq!(
            scoped("#profiles { margin: 0; }"),
            ":where(news-article) [id$='-profiles'] { margin: 0; }\n"
        );
    }

    #[test]
    fn conditions_keep_what_is_in_them() {
        assert_eq!(
            scoped(
                "@media print { a { color: red; } :host { color: blue; } } @media screen { :host { top: 0; } }"
            ),
            "@media print {\n:where(news-article) a { color: red; }\n}\n"
        );
    }

    #[test]
    fn the_box_of_the_shadow_root_is_the_article_and_each_section() {
        let css = scoped(
            "[part~='base'] > div { all: initial; color: red; } [part~='base'] > div > header > p { margin: 0; }",
        );
        assert!(css.starts_with(BOXES) && css.contains("color: red") && !css.contains("initial"), "{css}");
        assert!(!css.contains("header"), "{css}");
    }

    #[test]
    fn values_are_handed_down_to_the_live_sections() {
        assert_eq!(
            handed_down(
                "[part~='base'] > div:not(.company)",
                "--text: var(--news-article-text, red); --size: 1em; color: var(--text);"
            ),
            ":where(news-article) { --rendered-article-text: var(--news-article-text, red); --rendered-article-size: 1em; }\n"
        );
        assert_eq!(
            handed_down("[lang]:is(:lang(ar)):not(.company, .company *)", "--sans: var(--arabic);"),
            ":where(news-article):is(:lang(ar)) { --rendered-article-sans: var(--rendered-article-arabic); }\n"
        );
        for (prelude, body) in
            [(".company", "--text: red;"), ("[part~='base'] > div:not(.company)", "color: red;")]
        {
            assert_eq!(handed_down(prelude, body), "");
        }
    }

    #[test]
    fn nothing_of_a_shadow_root_is_left_and_nothing_reaches_the_page() {
        let css = made(&crate::project::root().join("style")).unwrap();
        assert!(!css.contains(":host") && !css.contains("slot"), "{css}");
        for line in css.lines().filter(|line| line.contains('{') && !line.starts_with('@')) {
            for selector in list(line.split('{').next().unwrap()) {
                assert!(selector.starts_with(SCOPE), "{selector}");
            }
        }
        assert!(css.contains("--measure") && css.contains(".news-article-title"));
    }
}
