//! Tests a corpus of hostile HTML in the shipped program, with every link clicked: nothing runs, and nothing is
//! outside of the lists.

use news_article_tests::{Scope, in_engines};
use serde_json::json;

const STEPS: &str = include_str!("js/hostile.js");

/// The corpus of the in-browser tests: one case a line, `#` starts a comment.
const CORPUS: [&str; 4] = [
    include_str!("../browser/hostile/scripts.txt"),
    include_str!("../browser/hostile/handlers.txt"),
    include_str!("../browser/hostile/addresses.txt"),
    include_str!("../browser/hostile/mutation.txt"),
];

/// The elements that a body may contain.
const ELEMENTS: &str = "a abbr aside audio bdi blockquote br caption cite code dd del details div dl dt em figcaption figure footer \
    h1 h2 h3 h4 h5 h6 hr img li mark math mfrac mi mn mo mover mroot mrow ms msqrt mstyle msub msubsup msup mtable mtd mtext mtr \
    munder munderover ol p path pre q rp rt ruby small slot source span strong sub summary sup svg table tbody td th thead tr track \
    ul video";

/// The attributes that they may have.
const ATTRIBUTES: &str = "alt aria-hidden aria-label class controls d data-anchor data-to decoding dir fetchpriority focusable height href lang loading \
    name part poster preload referrerpolicy rel role scope sizes src srcset start tabindex target title type value viewBox width";

/// Decodes `
/// `, `\xHH` and the like, as the corpus writes them.
fn unescaped(line: &str) -> String {
    let mut text = String::new();
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        match (c, if c == '\\' { chars.next() } else { None }) {
            ('\\', Some('n')) => text.push('\n'),
            ('\\', Some('t')) => text.push('\t'),
            ('\\', Some('r')) => text.push('\r'),
            ('\\', Some('f')) => text.push('\u{c}'),
            ('\\', Some('0')) => text.push('\0'),
            ('\\', Some('x')) => {
                let digits: String = chars.by_ref().take(2).collect();
                text.push(char::from(u8::from_str_radix(&digits, 16).expect("two digits")));
            }
            ('\\', Some(other)) => text.push(other),
            (c, _) => text.push(c),
        }
    }
    text
}

pub(crate) fn cases() -> Vec<String> {
    let lines = CORPUS.iter().flat_map(|file| file.lines());
    lines.filter(|line| !line.is_empty() && !line.starts_with("# ")).map(unescaped).collect()
}

#[tokio::test]
async fn nothing_of_the_corpus_runs_and_nothing_is_off_the_list() {
    in_engines(Scope::ChromiumOnly, async |page| {
        let cases = cases();
        assert!(cases.len() >= 300, "only {} cases", cases.len());
        page.mount(r#"<news-article lang="fr" sections="title"></news-article>"#).await;
        // The detector: anything that the corpus can run calls this. It must detect a control that is known to be
        // bad.
        page.call(STEPS, "setDetector", []).await;
        page.until("runs === 1").await;
        page.run("runs = 0; document.querySelector('#control').remove();").await;
        let names = |list: &str| json!(list.split_whitespace().collect::<Vec<_>>());
        page.call(STEPS, "showAll", [json!(cases), names(ELEMENTS), names(ATTRIBUTES)]).await;
        for checkpoint in (0..cases.len()).step_by(100).chain([cases.len()]) {
            page.until(&format!("done >= {checkpoint}")).await;
        }
        assert_eq!(page.eval("return window.found;").await, json!([]));
        assert_eq!(page.eval("return runs;").await, json!(0));
        // Pictures and recordings may be asked for; nothing else is.
        let others = page.call(STEPS, "othersAskedFor", []).await;
        assert_eq!(others, json!([]));
    })
    .await;
}
