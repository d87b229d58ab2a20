use super::Thread;
use crate::comments::list;
use crate::lazy::Lazy;
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;

const NATIVE: &str = "https://news.example/api/comments?article=42";
const WORDPRESS: &str = "https://news.example/wp-json/wp/v2/comments?post=47";

fn endpoint(url: &str) -> Address {
    resolve(url, None, Purpose::Endpoint).unwrap()
}

fn thread(url: &str, count: Option<u32>) -> Thread {
    Thread::new(Some(&endpoint(url)), false, count, None, Lazy::in_one_piece())
}

fn json(text: &str) -> Json {
    Json::parse(text).unwrap()
}

fn arrive(thread: &mut Thread, answer: &str, total: Option<u32>) {
    let endpoint = thread.endpoint().cloned();
    thread.arrive(list::list(&json(answer), endpoint.as_ref()).unwrap(), total);
}

/// A list of comments with these numbers as ids, as JSON.
fn comments(ids: std::ops::Range<u32>) -> String {
    let list: Vec<_> = ids.map(|id| format!(r#"{{"id": {id}, "body": "n° {id}"}}"#)).collect();
    format!("[{}]", list.join(","))
}

#[test]
fn the_first_page_is_the_endpoint_or_the_first_of_wordpress() {
    assert_eq!(thread(NATIVE, None).next(), Some(NATIVE));
    assert!(thread(WORDPRESS, None).next().unwrap().ends_with("&page=1"));
}

#[test]
fn a_long_list_is_shown_a_page_at_a_time() {
    let mut thread = thread(NATIVE, None);
    arrive(&mut thread, &comments(0..45), None);
    assert_eq!(thread.show_next(), (0..20).collect::<Vec<_>>());
    assert!(thread.has_fetched() && !thread.is_over());
    assert_eq!(thread.show_next().len(), 20);
    assert_eq!(thread.show_next(), (40..45).collect::<Vec<_>>());
    assert!(thread.is_over());
    assert_eq!(thread.count(), Some(45));
}

#[test]
fn the_native_contract_names_the_next_page() {
    let mut thread = thread(NATIVE, None);
    arrive(&mut thread, r#"{"comments": [{"id": 1, "body": "a"}], "total": 2, "next": "?page=2"}"#, None);
    assert_eq!(thread.next(), Some("https://news.example/api/comments?page=2"));
    assert_eq!(thread.count(), Some(2));
    arrive(&mut thread, r#"[{"id": 2, "body": "b"}]"#, None);
    assert_eq!(thread.next(), None);
}

#[test]
fn a_page_of_wordpress_is_the_last_where_the_total_says_so_or_it_is_not_full() {
    let mut known = thread(WORDPRESS, None);
    arrive(&mut known, &comments(0..20), Some(21));
    assert!(known.next().unwrap().ends_with("&page=2"));
    arrive(&mut known, &comments(20..21), Some(21));
    assert_eq!((known.next(), known.count()), (None, Some(21)));

    let mut unknown = thread(WORDPRESS, Some(7));
    arrive(&mut unknown, &comments(0..20), None);
    assert!(unknown.next().unwrap().ends_with("&page=2"));
    assert_eq!(unknown.count(), Some(7), "as long as there are more, the article's own number stands");
    unknown.show_next();
    arrive(&mut unknown, &comments(20..23), None);
    assert_eq!((unknown.next(), unknown.count()), (None, Some(23)));
}

#[test]
fn a_page_with_nothing_new_is_the_last_whatever_it_says() {
    let mut thread = thread(NATIVE, None);
    let answer = r#"{"comments": [{"id": 1, "body": "a"}], "next": "?page=1"}"#;
    arrive(&mut thread, answer, None);
    thread.show_next();
    arrive(&mut thread, answer, None);
    assert!(thread.is_over());
    assert_eq!(thread.order().len(), 1);
}

#[test]
fn comments_with_nothing_to_show_are_neither_shown_nor_counted() {
    let mut thread = thread(NATIVE, None);
    let answer = r#"{"total": 4, "comments": [
        {"id": 1, "body": " \n"},
        {"id": 2, "bodyHtml": "<p><img src='https://elsewhere.example/x.gif'></p>"},
        {"id": 3, "parent": 1, "body": "c"},
        {"id": 4, "body": [{"type": "code", "text": "d"}]}
    ]}"#;
    arrive(&mut thread, answer, None);
    assert_eq!(thread.show_next(), [0, 1]);
    assert_eq!(thread.count(), Some(2));
    assert_eq!(thread.order().replies(None), [0, 1], "a reply to one that is left out stands in its place");
}

#[test]
fn the_readers_own_comment_is_placed_once_under_what_it_answers() {
    let mut thread = thread(NATIVE, Some(1));
    arrive(&mut thread, r#"[{"id": "a", "body": "un"}]"#, Some(1));
    thread.show_next();
    let written = r#"{"name": "Salma", "body": "deux", "parent": "a"}"#;
    assert_eq!(thread.publish(json(r#"{"id": "b"}"#), json(written)), Some(1));
    assert_eq!(thread.publish(json(r#"{"id": "b"}"#), json(written)), None);
    assert_eq!(thread.order().replies(Some(0)), [1]);
    assert_eq!(thread.comment(1).unwrap().author.as_deref(), Some("Salma"));
    assert_eq!(thread.count(), Some(2));
    arrive(&mut thread, r#"[{"id": "b", "parent": "a", "body": "deux"}]"#, Some(2));
    assert_eq!(thread.show_next(), [0_usize; 0], "the list brings what is shown already");
}

#[test]
fn a_comment_that_was_just_sent_stands_once_when_the_list_brings_it_under_an_id() {
    let mut thread = thread(NATIVE, None);
    arrive(
        &mut thread,
        &format!(r#"{{"comments": {}, "total": 25, "next": "?page=2"}}"#, comments(0..20)),
        None,
    );
    thread.show_next();
    let written = || json(r#"{"name": "Salma", "email": "s@example.org", "body": "Bien vu,\n merci."}"#);
    assert_eq!(thread.publish(json(r#"{"status": "published"}"#), written()), Some(20));
    assert_eq!(thread.count(), Some(26));
    let own = r#"[{"id": 90, "author": "Salma", "bodyHtml": "<p>Bien vu,<br>merci.</p>"}, {"id": 91, "author": "Omar", "body": "Bien vu,\n merci."}]"#;
    arrive(&mut thread, own, Some(26));
    assert_eq!(thread.show_next().len(), 1);
    assert_eq!(thread.count(), Some(26));
    assert!(thread.order().has("90") && thread.order().has("91"));
}

#[test]
fn a_comment_that_the_list_has_brought_before_the_answer_stands_once() {
    let mut thread = thread(NATIVE, None);
    arrive(&mut thread, r#"[{"id": 1, "author": "Salma", "body": "Merci."}]"#, None);
    thread.show_next();
    assert_eq!(thread.publish(Json::null(), json(r#"{"name": "Salma", "body": " Merci. "}"#)), None);
    assert_eq!(thread.publish(Json::null(), json(r#"{"name": "Omar", "body": "Merci."}"#)), Some(1));
    assert_eq!(thread.count(), Some(2));
}

#[test]
fn where_the_site_lists_no_comments_a_readers_own_is_shown() {
    let mut thread = Thread::new(None, false, Some(2), None, Lazy::in_one_piece());
    assert!(thread.is_over());
    assert_eq!(thread.publish(Json::null(), json(r#"{"name": "Omar", "body": "Merci."}"#)), Some(0));
    assert_eq!(thread.count(), Some(3));
}

fn newest_first(url: &str) -> Thread {
    Thread::new(Some(&endpoint(url)), true, None, None, Lazy::in_one_piece())
}

/// The numbers on a level, in the order in which they are shown.
fn shown(thread: &Thread, first: usize) -> Vec<usize> {
    std::iter::once(first).chain(thread.after(first)).collect()
}

#[test]
fn the_newest_are_asked_for_first_where_that_is_wanted() {
    let native = newest_first(NATIVE);
    assert_eq!(native.next(), Some("https://news.example/api/comments?article=42&order=newest"));
    let wordpress = newest_first(WORDPRESS);
    assert!(wordpress.next().unwrap().contains("&order=desc&"));
}

#[test]
fn newest_first_a_comment_stands_by_its_date_and_replies_in_the_order_in_which_they_were_written() {
    let mut thread = newest_first(NATIVE);
    let answer = r#"[
        {"id": 1, "body": "a", "date": "2026-03-01T08:00:00Z"},
        {"id": 3, "body": "c", "date": "2026-03-01T10:00:00Z"},
        {"id": 2, "body": "b", "date": "2026-03-01T09:00:00Z"},
        {"id": 5, "parent": 1, "body": "e", "date": "2026-03-01T12:00:00Z"},
        {"id": 4, "parent": 1, "body": "d", "date": "2026-03-01T11:00:00Z"}
    ]"#;
    arrive(&mut thread, answer, None);
    thread.show_next();
    let ids = |numbers: Vec<usize>| {
        numbers.iter().map(|number| thread.order().id(*number).to_owned()).collect::<String>()
    };
    assert_eq!(ids(shown(&thread, 1)), "321");
    assert_eq!(ids(shown(&thread, 4)), "45");
}

#[test]
fn newest_first_a_reply_may_come_before_what_it_answers_and_stands_under_it_when_that_comes() {
    let mut thread = newest_first(NATIVE);
    arrive(&mut thread, r#"{"comments": [{"id": 2, "parent": 1, "body": "b"}], "next": "?page=2"}"#, None);
    assert_eq!(thread.show_next(), [0]);
    arrive(&mut thread, r#"[{"id": 1, "body": "a"}]"#, None);
    assert_eq!(thread.show_next(), [1]);
    assert_eq!(thread.adopted(1), [0]);
    assert_eq!(shown(&thread, 1), [1], "it stands at the top no more");
}

#[test]
fn newest_first_the_readers_own_comment_stands_at_the_top_and_a_reply_last() {
    let mut thread = newest_first(NATIVE);
    arrive(&mut thread, r#"[{"id": "a", "body": "un", "date": "2026-03-01"}]"#, Some(1));
    thread.show_next();
    let own = thread.publish(json(r#"{"id": "b"}"#), json(r#"{"body": "deux"}"#)).unwrap();
    assert_eq!(shown(&thread, own), [own, 0]);
    let reply = thread.publish(json(r#"{"id": "c"}"#), json(r#"{"body": "trois", "parent": "a"}"#)).unwrap();
    assert_eq!(thread.order().under(reply), Some(0));
}
