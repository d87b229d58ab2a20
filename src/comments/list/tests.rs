use super::{Entry, list, wordpress_page};
use crate::article::{Block, BlockKind, plain_text};
use crate::lazy::Lazy;
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::wordpress::route::is_comments;
use crate::text::date;

fn endpoint(url: &str) -> Address {
    resolve(url, None, Purpose::Endpoint).unwrap()
}

fn ids(text: &str) -> Vec<String> {
    let list = list(&Json::parse(text).unwrap(), None).unwrap();
    list.entries.iter().map(|entry| format!("{}<{}", entry.id, entry.parent)).collect()
}

fn said(blocks: &[Block]) -> Vec<String> {
    let text = |block: &Block| match &block.kind {
        BlockKind::Paragraph { content } => {
            let mut text = String::new();
            plain_text(content, &mut text);
            text
        }
        other => format!("{other:?}"),
    };
    blocks.iter().map(text).collect()
}

fn entry(text: &str) -> Entry {
    let json = Json::parse(&format!("[{text}]")).unwrap();
    list(&json, None).unwrap().entries.remove(0)
}

#[test]
fn a_captured_list_of_wordpress_is_read_whole() {
    let text = include_str!("../../../tests/fixtures/wordpress/comments-jardins-partages.json");
    let list = list(&Json::parse(text).unwrap(), None).unwrap();
    assert_eq!(list.entries.len(), 12);
    let first = list.entries[0].read(None, Lazy::in_one_piece());
    assert_eq!(first.author.as_deref(), Some("Hicham B."));
    assert_eq!(said(&first.body)[0].split(" : ").next(), Some("Merci pour l’article. Une question"));
    // The site's own clock: an hour ahead of UTC.
    assert_eq!(date::to_rfc3339(&first.date.unwrap()), "2026-04-04T09:12:00+01:00");
    assert_eq!((list.entries[1].id.as_str(), list.entries[1].parent.as_str()), ("3", "2"));
}

#[test]
fn a_page_that_is_newest_first_has_each_reply_after_what_it_answers() {
    let text = include_str!("../../../tests/fixtures/wordpress/comments-jardins-partages.page1.json");
    let list = list(&Json::parse(text).unwrap(), None).unwrap();
    for (at, entry) in list.entries.iter().enumerate() {
        let parent = list.entries.iter().position(|other| other.id == entry.parent);
        assert!(parent.is_none_or(|parent| parent < at), "{} answers {}", entry.id, entry.parent);
    }
    assert_eq!(list.entries.len(), 10);
}

#[test]
fn a_reply_may_be_sent_before_what_it_answers() {
    assert_eq!(
        ids(r#"[{"id": "c", "parent": "b"}, {"id": "b", "parent": "a"}, {"id": "a"}]"#),
        ["a<", "b<a", "c<b"]
    );
    assert_eq!(ids(r#"[{"id": 1, "parent": 0}, {"id": 2, "parent": null}, 5, null]"#), ["1<", "2<"]);
}

#[test]
fn a_ring_of_replies_comes_to_an_end() {
    assert_eq!(ids(r#"[{"id": 1, "parent": 2}, {"id": 2, "parent": 1}, {"id": 3, "parent": 3}]"#).len(), 3);
}

#[test]
fn what_is_no_list_is_none() {
    for text in ["{}", "null", r#"{"code": "rest_cannot_read_post"}"#, r#"{"comments": {}}"#] {
        assert!(list(&Json::parse(text).unwrap_or_else(Json::null), None).is_none(), "{text}");
    }
    assert!(list(&Json::parse("[]").unwrap(), None).unwrap().entries.is_empty());
}

#[test]
fn the_next_page_resolves_against_the_answer() {
    let json = Json::parse(r#"{"comments": [], "total": 12, "next": "?page=2"}"#).unwrap();
    let base = endpoint("https://news.example/api/comments?article=42");
    let list = list(&json, Some(&base)).unwrap();
    assert_eq!(list.total, Some(12));
    assert_eq!(list.next.unwrap().as_str(), "https://news.example/api/comments?page=2");
}

#[test]
fn a_body_is_text_blocks_or_html() {
    assert_eq!(
        said(&entry(r#"{"body": "un\n\ndeux <b>"}"#).read(None, Lazy::in_one_piece()).body),
        ["un", "deux <b>"]
    );
    let blocks = r#"{"body": [{"type": "paragraph", "content": ["a ", {"type": "em", "content": "b"}]}]}"#;
    assert_eq!(said(&entry(blocks).read(None, Lazy::in_one_piece()).body), ["a b"]);
    let markup = r#"{"bodyHtml": "<p>un &amp; <em>deux</em></p><script>x</script>"}"#;
    assert_eq!(said(&entry(markup).read(None, Lazy::in_one_piece()).body), ["un & deux"]);
}

#[test]
fn a_name_is_text_in_the_native_contract_and_html_in_wordpress() {
    let name = |text: &str| entry(text).read(None, Lazy::in_one_piece()).author;
    assert_eq!(name(r#"{"author": "A &amp; B"}"#).as_deref(), Some("A &amp; B"));
    assert_eq!(name(r#"{"author": {"name": "Salma"}}"#).as_deref(), Some("Salma"));
    assert_eq!(name(r#"{"author": 7, "author_name": "L&#8217;oncle"}"#).as_deref(), Some("L’oncle"));
    assert_eq!(name(r#"{"author_name": " "}"#), None);
}

#[test]
fn a_comment_just_sent_is_what_the_endpoint_gives_back_or_what_was_written() {
    let json = |text: &str| Json::parse(text).unwrap();
    let written = r#"{"name": "Salma", "body": "un", "parent": "7"}"#;
    let bare = Entry::sent(json(r#"{"status": "published", "id": 9}"#), json(written));
    assert_eq!((bare.id.as_str(), bare.parent.as_str()), ("9", "7"));
    assert_eq!(
        (
            bare.read(None, Lazy::in_one_piece()).author.as_deref(),
            said(&bare.read(None, Lazy::in_one_piece()).body)
        ),
        (Some("Salma"), vec!["un".into()])
    );
    let whole = Entry::sent(json(r#"{"id": 9, "author": "S.", "body": "UN"}"#), json(written));
    assert_eq!(
        (
            whole.read(None, Lazy::in_one_piece()).author.as_deref(),
            said(&whole.read(None, Lazy::in_one_piece()).body)
        ),
        (Some("S."), vec!["UN".into()])
    );
}

#[test]
fn wordpress_is_told_by_its_route_with_and_without_pretty_permalinks() {
    for url in [
        "https://news.example/wp-json/wp/v2/comments?post=47",
        "https://news.example/index.php?rest_route=%2Fwp%2Fv2%2Fcomments&post=47",
        "https://news.example/?rest_route=/wp/v2/comments",
    ] {
        assert!(is_comments(&endpoint(url)), "{url}");
    }
    for url in ["https://news.example/api/comments", "https://news.example/wp/v2/posts?x=/wp/v2/comments"] {
        assert!(!is_comments(&endpoint(url)), "{url}");
    }
}

#[test]
fn a_page_of_wordpress_is_oldest_first() {
    let page = wordpress_page(&endpoint("https://news.example/wp-json/wp/v2/comments?post=47#x"), 2, false);
    assert_eq!(
        page,
        "https://news.example/wp-json/wp/v2/comments?post=47&_fields=id,parent,author_name,date,date_gmt,content&order=asc&per_page=20&page=2"
    );
}
