//! Every network's address, told apart again into what was put in.

use super::limit::weight;
use super::mastodon::{address as on_instance, instance};
use super::others::OTHERS;
use super::*;
use crate::text::excerpt;
use news_article_contract::network::{DEFAULT, NETWORKS};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

const URL: &str = "https://news.example/a?id=1&x=%C3%A9#top";

fn cut(text: &str, graphemes: usize) -> String {
    excerpt::cut(text, graphemes, &|text| {
        text.grapheme_indices(true).map(|(at, cluster)| at + cluster.len()).collect()
    })
}

fn content<'a>(title: &'a str, url: &'a str) -> Content<'a> {
    Content { url, title, image: Some("https://news.example/i.jpg"), fit: &limit::fit }
}

fn network(name: &str) -> &'static Network {
    common(name).or_else(|| others::find(name)).unwrap()
}

fn address(name: &str, content: &Content<'_>) -> String {
    match network(name).action(content) {
        Action::Link(address) => address,
        Action::Instance => on_instance("mastodon.example", content).unwrap(),
        _ => String::new(),
    }
}

/// The `share` attribute read, as names.
fn names(list: &str) -> (Vec<&'static str>, Vec<&str>) {
    let (networks, unknown) = parse(list, &others::find);
    (networks.iter().map(|network| network.name).collect(), unknown)
}

/// The decoded value of a parameter.
fn parameter(address: &str, name: &str) -> Option<String> {
    let (_, query) = address.split_once('?')?;
    query.split('&').find_map(|pair| {
        let (key, value) = pair.split_once('=')?;
        (key == name).then(|| percent_decode_str(value).decode_utf8().unwrap().into_owned())
    })
}

/// Where each network's text goes, and what its address begins with.
const TEXTS: [(&str, &str, &str); 14] = [
    ("email", "subject", "mailto:?"),
    ("sms", "body", "sms:?"),
    ("x", "text", "https://x.com/intent/tweet?"),
    ("whatsapp", "text", "https://wa.me/?"),
    ("telegram", "text", "https://t.me/share/url?"),
    ("reddit", "title", "https://www.reddit.com/submit?"),
    ("bluesky", "text", "https://bsky.app/intent/compose?"),
    ("threads", "text", "https://www.threads.com/intent/post?"),
    ("mastodon", "text", "https://mastodon.example/share?"),
    ("line", "text", "https://social-plugins.line.me/lineit/share?"),
    ("vk", "title", "https://vk.com/share.php?"),
    ("hackernews", "t", "https://news.ycombinator.com/submitlink?"),
    ("teams", "msgText", "https://teams.microsoft.com/share?"),
    ("viber", "text", "viber://forward?"),
];

#[test]
fn the_addresses_are_those_of_the_networks() {
    let content = content("L’été & « moi »", "https://n.example/a?b=1#c");
    let title = "L%E2%80%99%C3%A9t%C3%A9%20%26%20%C2%AB%20moi%20%C2%BB";
    let url = "https%3A%2F%2Fn.example%2Fa%3Fb%3D1%23c";
    let expected = [
        ("email", format!("mailto:?subject={title}&body={title}%0D%0A%0D%0A{url}")),
        ("sms", format!("sms:?body={title}%20{url}")),
        ("x", format!("https://x.com/intent/tweet?text={title}&url={url}")),
        ("facebook", format!("https://www.facebook.com/sharer/sharer.php?u={url}")),
        ("whatsapp", format!("https://wa.me/?text={title}%20{url}")),
        ("telegram", format!("https://t.me/share/url?url={url}&text={title}")),
        ("linkedin", format!("https://www.linkedin.com/sharing/share-offsite/?url={url}")),
        ("reddit", format!("https://www.reddit.com/submit?url={url}&title={title}")),
        ("bluesky", format!("https://bsky.app/intent/compose?text={title}%20{url}")),
        ("threads", format!("https://www.threads.com/intent/post?text={title}&url={url}")),
        ("mastodon", format!("https://mastodon.example/share?text={title}%20{url}")),
        (
            "pinterest",
            format!(
                "https://www.pinterest.com/pin/create/button/?url={url}\
                 &media=https%3A%2F%2Fnews.example%2Fi.jpg&description={title}"
            ),
        ),
        ("line", format!("https://social-plugins.line.me/lineit/share?url={url}&text={title}")),
        ("vk", format!("https://vk.com/share.php?url={url}&title={title}")),
        ("hackernews", format!("https://news.ycombinator.com/submitlink?u={url}&t={title}")),
        ("teams", format!("https://teams.microsoft.com/share?href={url}&msgText={title}")),
        ("viber", format!("viber://forward?text={title}%20{url}")),
        ("xing", format!("https://www.xing.com/spi/shares/new?url={url}")),
        ("tumblr", format!("https://www.tumblr.com/widgets/share/tool?canonicalUrl={url}&title={title}")),
    ];
    assert_eq!(expected.len() + 3, COMMON.len() + OTHERS.len());
    for (network, expected) in expected {
        assert_eq!(address(network, &content), expected);
    }
}

#[test]
fn what_is_no_link_is_an_action_of_the_widget() {
    let content = content("Titre", URL);
    assert_eq!(network("native").action(&content), Action::Native);
    assert_eq!(network("copy").action(&content), Action::Copy);
    assert_eq!(network("print").action(&content), Action::Print);
    assert_eq!(network("mastodon").action(&content), Action::Instance);
}

#[test]
fn the_networks_are_those_of_the_contract() {
    let mut known: Vec<&str> = NETWORKS.iter().map(|network| network.name).collect();
    let mut own: Vec<&str> = COMMON.iter().chain(&OTHERS).map(|network| network.name).collect();
    known.sort_unstable();
    own.sort_unstable();
    assert_eq!(own, known);
}

#[test]
fn the_share_attribute_is_a_list_in_order() {
    assert_eq!(names("x Facebook\n x  mastodon"), (vec!["x", "facebook", "mastodon"], vec![]));
    assert_eq!(names("none"), (vec![], vec![]));
    assert_eq!(names(""), (vec![], vec![]));
    assert_eq!(names("x pocket pocket wechat"), (vec!["x"], vec!["pocket", "wechat"]));
    let (default, unknown) = names(DEFAULT);
    assert_eq!((default.len(), unknown.len()), (9, 0));
}

#[test]
fn every_name_is_read_back_and_what_is_at_hand_on_every_page_is_known_before() {
    for network in COMMON.iter().chain(&OTHERS) {
        assert_eq!(names(network.name).0, [network.name]);
        assert_eq!(are_common(network.name), common(network.name).is_some());
    }
    assert!(are_common(DEFAULT) && are_common("") && are_common("None X\n facebook"));
    assert!(!are_common("x reddit") && !are_common("x pocket"));
}

#[test]
fn brands_are_spelled_as_they_spell_themselves() {
    let brands = ["x", "instagram", "youtube", "twitter", "reddit", "tumblr", "email", "sms", "hello"];
    let brands = brands.map(|name| brand(name).or_else(|| others::brand(name)));
    let expected = ["X", "Instagram", "YouTube", "X", "Reddit", "Tumblr"].map(Some);
    assert_eq!(brands, [&expected[..], &[None; 3]].concat()[..]);
}

#[test]
fn a_missing_image_leaves_its_blank_empty() {
    let content = Content { image: None, ..content("T", "u") };
    assert!(address("pinterest", &content).contains("&media=&description=T"));
}

#[test]
fn a_line_break_in_a_title_starts_no_header_of_an_e_mail() {
    let content = content("Titre\r\nBcc: a@b.example", URL);
    assert_eq!(parameter(&address("email", &content), "subject").unwrap(), "Titre  Bcc: a@b.example");
}

#[test]
fn a_long_title_is_cut_at_a_word_for_x() {
    let long = "mot ".repeat(100);
    let text = parameter(&address("x", &content(&long, URL)), "text").unwrap();
    assert!(text.ends_with("mot…") && (251..=256).contains(&length_on_x(&text)), "{text}");
    // Exactly as much as there is room for stays.
    let fits = "a".repeat(256);
    assert_eq!(parameter(&address("x", &content(&fits, URL)), "text").unwrap(), fits);
}

#[test]
fn chinese_and_emoji_weigh_two_on_x() {
    assert_eq!(weight("abc"), 3);
    assert_eq!(weight("été «—» …"), 8 + 2);
    assert_eq!(weight("مرحبا"), 5);
    assert_eq!(weight("政府"), 4);
    assert_eq!(weight("정부"), 4);
    assert_eq!((weight("👍🏽"), weight("👨‍👩‍👧"), weight("❤️")), (2, 2, 2));
    assert_eq!((weight("🏃🏽‍♀️"), weight("🐦‍⬛"), weight("🏴󠁧󠁢󠁥󠁮󠁧󠁿"), weight("👍👍")), (2, 2, 2, 4));
    let text = parameter(&address("x", &content(&"字".repeat(200), URL)), "text").unwrap();
    assert_eq!(text.chars().count(), 128);
    assert_eq!(text.chars().last(), Some('…'));
}

#[test]
fn a_joiner_inside_a_word_and_what_follows_it_count_on_x() {
    for word in ["ක්\u{200D}රි", "ന്\u{200D}മ", "ক্\u{200D}ষ", "می\u{200C}خوا", "a\u{200D}😀", "😀\u{200D}a"]
    {
        let counted: usize = word.chars().map(|c| if c == '😀' { 2 } else { 1 }).sum();
        assert_eq!(weight(word), counted, "{word}");
    }
    let title = "ක්\u{200D}රි ".repeat(70);
    let text = parameter(&address("x", &content(&title, URL)), "text").unwrap();
    assert!((245..=256).contains(&text.chars().count()), "{}", text.chars().count());
}

#[test]
fn bluesky_counts_the_address_among_its_300() {
    let text = parameter(&address("bluesky", &content(&"mot ".repeat(200), URL)), "text").unwrap();
    assert!(text.ends_with(URL));
    assert!((295..=300).contains(&text.graphemes(true).count()));
    let endless = format!("https://n.example/{}", "a".repeat(400));
    assert_eq!(parameter(&address("bluesky", &content("Titre", &endless)), "text").unwrap(), endless);
}

#[test]
fn an_instance_is_a_bare_host_name() {
    for (typed, host) in [
        ("mastodon.social", "mastodon.social"),
        (" Mastodon.Social/ ", "mastodon.social"),
        ("https://piaille.fr", "piaille.fr"),
        ("@moi@piaille.fr", "piaille.fr"),
        ("moi_2@piaille.fr", "piaille.fr"),
        ("xn--fiqs8s.example-site.org", "xn--fiqs8s.example-site.org"),
        // As a browser's address bar has it.
        ("http://mastodon.social", "mastodon.social"),
        ("https://mastodon.social/@moi/1234", "mastodon.social"),
        ("https://mastodon.social/@moi@piaille.fr", "mastodon.social"),
        ("HTTPS://Piaille.fr/home?x=1#top", "piaille.fr"),
        ("mastodon.social/share", "mastodon.social"),
        ("mastodon.social//", "mastodon.social"),
        ("mastodon.social?x=1", "mastodon.social"),
        ("mastodon.social#x", "mastodon.social"),
    ] {
        assert_eq!(instance(typed).as_deref(), Some(host), "{typed}");
    }
    for typed in [
        "",
        "mastodon",
        "localhost",
        "127.0.0.1",
        "[::1]",
        "javascript:alert(1)",
        "mastodon.social:8080",
        "mastodon.social\\@evil.example",
        "a:b@mastodon.social",
        "@@mastodon.social",
        "@mastodon.social",
        "a@b@mastodon.social",
        "mastodon..social",
        ".mastodon.social",
        "mastodon.social.",
        "-mastodon.social",
        "mas todon.social",
        "mastodön.example",
        "https://https://mastodon.social",
        "https://mastodon.social:8080/@moi",
        "https://127.0.0.1/@moi",
        "https:///mastodon.social",
        "ftp://mastodon.social/",
        "/mastodon.social",
    ] {
        assert_eq!(instance(typed), None, "{typed}");
    }
    assert_eq!(instance(&format!("{}.fr", "a".repeat(64))), None);
    assert_eq!(on_instance("evil.example:1/x", &content("T", URL)), None);
}

#[test]
fn a_query_is_added_before_the_fragment() {
    for (url, query, expected) in [
        ("https://n.example/a", "utm_source=share", "https://n.example/a?utm_source=share"),
        ("https://n.example/a?b=1", "utm_source=share", "https://n.example/a?b=1&utm_source=share"),
        ("https://n.example/a#c?d", "?u=1&v=2", "https://n.example/a?u=1&v=2#c?d"),
        ("https://n.example/a?", "&u=1", "https://n.example/a?u=1"),
        ("https://n.example/a?b&#c", "u=1", "https://n.example/a?b&u=1#c"),
        ("https://n.example/a", "", "https://n.example/a"),
        ("https://n.example/a", " ?& ", "https://n.example/a"),
        ("https://n.example/a#c", "u=a b#<\"é", "https://n.example/a?u=a%20b%23%3C%22%C3%A9#c"),
        ("https://n.example/a", "u=%C3%A9+1", "https://n.example/a?u=%C3%A9+1"),
    ] {
        assert_eq!(with_query(url, query), expected);
    }
}

/// Titles in the scripts of the world, with what a query string stumbles over.
fn titles() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "\\PC{0,400}",
        "[a-zé&=#?%+ «»’\u{202F}\u{A0}]{0,400}",
        "[\u{0621}-\u{064A}\u{064B}-\u{0652} 0-9]{0,400}",
        "[\u{4E00}-\u{9FFF}，。]{0,400}",
        "[\u{AC00}-\u{D7A3} ]{0,300}",
        "[\u{0E01}-\u{0E2E}\u{0E31}-\u{0E3A} ]{0,400}",
        "[\u{1F300}-\u{1F6FF}\u{200D}\u{FE0F} ]{0,300}",
        "[\u{0D9A}-\u{0DC6}\u{0DCA}\u{0DD2}\u{200D} ]{0,400}",
        "[\u{0D15}-\u{0D39}\u{0D4D}\u{0985}-\u{09B9}\u{09CD}\u{200C}\u{200D} ]{0,400}",
    ]
}

/// The length on X, told by what a reader takes for a character: an emoji with all its parts is two, elsewhere every
/// code point counts.
fn length_on_x(text: &str) -> usize {
    let one = |c: char| {
        let low = u32::from(c) <= 0x10FF || ('\u{2000}'..='\u{200D}').contains(&c);
        let marks = ('\u{2010}'..='\u{201F}').contains(&c) || ('\u{2032}'..='\u{2037}').contains(&c);
        if low || marks { 1 } else { 2 }
    };
    text.graphemes(true)
        .map(|cluster| {
            let first = cluster.chars().next().map_or(0, u32::from);
            let emoji = (0x1F000..=0x1FAFF).contains(&first) || (0x2190..=0x2BFF).contains(&first);
            if emoji { 2 } else { cluster.chars().map(one).sum() }
        })
        .sum()
}

proptest! {
    #[test]
    fn any_title_parses_back(title in titles()) {
        let content = content(&title, URL);
        for (network, name, prefix) in TEXTS {
            let address = address(network, &content);
            prop_assert!(address.starts_with(prefix));
            prop_assert!(address.bytes().all(|b| b.is_ascii_graphic()));
            let text = parameter(&address, name).unwrap();
            let text = text.strip_suffix(URL).map_or(&*text, |text| text.strip_suffix(' ').unwrap_or(text));
            if network == "email" {
                prop_assert_eq!(text, title.replace(char::is_control, " "));
            } else if text != title {
                // Cut: then it begins as the title does, and is as long as the network allows.
                let room = match network {
                    "x" => limit::X,
                    "bluesky" => BLUESKY - 1 - URL.len(),
                    "threads" | "mastodon" => LONG,
                    _ => 0,
                };
                let whole = cut(&title, usize::MAX);
                prop_assert!(
                    text == whole || text.strip_suffix('…').is_some_and(|kept| whole.starts_with(kept)),
                    "{:?} is not the title {:?}", text, title
                );
                prop_assert!(text.graphemes(true).count() <= room);
            }
            if network == "x" {
                prop_assert!(length_on_x(text) <= limit::X, "{} of {:?}", length_on_x(text), text);
            }
        }
    }

    #[test]
    fn a_title_that_there_is_room_for_is_shared_as_it_is(
        title in titles(), path in "[a-z]{0,300}", query in "|utm=[a-zé]{1,9}"
    ) {
        let url = ["https://n.example/", &path].concat();
        let shared = with_query(&url, &query);
        let content = content(&title, &shared);
        if fits(&title, &url, &query) {
            let uncut = Content { fit: &|text, _| text.to_owned(), ..content };
            for network in COMMON.iter().chain(&OTHERS) {
                prop_assert_eq!(address(network.name, &content), address(network.name, &uncut));
            }
        }
    }

    #[test]
    fn any_address_parses_back(path in "\\PC{0,60}") {
        let url = String::from("https://n.example/") + &path;
        let content = content("Titre", &url);
        for (network, name) in [
            ("x", "url"),
            ("facebook", "u"),
            ("telegram", "url"),
            ("linkedin", "url"),
            ("reddit", "url"),
            ("threads", "url"),
            ("pinterest", "url"),
            ("line", "url"),
            ("vk", "url"),
            ("hackernews", "u"),
            ("teams", "href"),
            ("xing", "url"),
            ("tumblr", "canonicalUrl"),
        ] {
            prop_assert_eq!(parameter(&address(network, &content), name), Some(url.clone()));
        }
    }

    #[test]
    fn an_instance_never_holds_more_than_a_host(typed in prop_oneof![any::<String>(), "[a-z@./:?#-]{0,20}"]) {
        if let Some(host) = instance(&typed) {
            prop_assert!(host.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b".-".contains(&b)));
        }
    }
}
