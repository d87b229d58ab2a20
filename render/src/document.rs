//! A whole page.

use news_article::view::dom::el;
use news_article::view::page::Page;

/// A page that contains only the article. `head` and `fragment` are HTML made by this crate.
pub(crate) fn html(page: &Page, head: &str, fragment: &str) -> String {
    let root = el("html").set("lang", page.locale.tag()).set("dir", page.locale.direction()).to_html("");
    let open = root.strip_suffix("</html>").unwrap_or(&root);
    format!(
        "<!DOCTYPE html>\n{open}\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n{head}</head>\n\
         <body>\n<main>\n{fragment}\n</main>\n</body>\n</html>\n"
    )
}
