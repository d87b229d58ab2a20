//! Networks and the addresses that share an article there. Pure: plain links, nobody's script.

/// Somewhere to share an article, or a way to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// The system's own sheet.
    Native,
    /// The clipboard.
    Copy,
    /// Paper.
    Print,
    /// The reader's mail program.
    Email,
    /// The reader's telephone.
    Sms,
    /// X, formerly Twitter.
    X,
    /// Facebook.
    Facebook,
    /// WhatsApp.
    WhatsApp,
    /// Telegram.
    Telegram,
    /// LinkedIn.
    LinkedIn,
    /// Reddit.
    Reddit,
    /// Bluesky.
    Bluesky,
    /// Threads.
    Threads,
    /// Mastodon, on an instance that only the reader knows.
    Mastodon,
    /// Pinterest.
    Pinterest,
    /// LINE.
    Line,
    /// VK.
    Vk,
    /// Hacker News.
    HackerNews,
    /// Microsoft Teams.
    Teams,
    /// Viber.
    Viber,
    /// XING.
    Xing,
    /// Tumblr.
    Tumblr,
}

/// What to do when a share button is pressed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// Follow this address: the button is a plain link.
    Link(String),
    /// Open the system's own sheet.
    Native,
    /// Copy the article's address.
    Copy,
    /// Print the page.
    Print,
    /// Ask for the reader's instance, then see [`mastodon`].
    Instance,
}

/// What is shared.
#[derive(Clone, Copy)]
pub struct Content<'a> {
    /// The article's address, as it is to be shared.
    pub url: &'a str,
    /// The headline.
    pub title: &'a str,
    /// The address of the article's image.
    pub image: Option<&'a str>,
    /// Cuts a text to so many graphemes, as [`crate::excerpt::cut`] does.
    pub cut: &'a dyn Fn(&str, usize) -> String,
}

/// The `share` attribute where there is none.
pub const DEFAULT: &str = "native copy x facebook whatsapp telegram linkedin bluesky email";

/// Every network, in the order of the documentation.
pub const ALL: [Network; 22] = [
    Network::Native,
    Network::Copy,
    Network::Print,
    Network::Email,
    Network::Sms,
    Network::X,
    Network::Facebook,
    Network::WhatsApp,
    Network::Telegram,
    Network::LinkedIn,
    Network::Reddit,
    Network::Bluesky,
    Network::Threads,
    Network::Mastodon,
    Network::Pinterest,
    Network::Line,
    Network::Vk,
    Network::HackerNews,
    Network::Teams,
    Network::Viber,
    Network::Xing,
    Network::Tumblr,
];

/// Reads the `share` attribute: the networks in order, each once, and the names that are none. `none`, like an
/// empty list, is no network.
pub fn parse(list: &str) -> (Vec<Network>, Vec<&str>) {
    let mut networks = Vec::new();
    let mut unknown = Vec::new();
    for word in list.split_ascii_whitespace() {
        match ALL.iter().find(|network| network.name().eq_ignore_ascii_case(word)) {
            Some(network) if networks.contains(network) => {}
            Some(network) => networks.push(*network),
            None if word.eq_ignore_ascii_case("none") || unknown.contains(&word) => {}
            None => unknown.push(word),
        }
    }
    (networks, unknown)
}

impl Network {
    /// The word of the `share` attribute and of `data-network`.
    pub fn name(self) -> &'static str {
        self.row().0
    }

    /// The brand, which is the same in every language; `None` where the interface has a word of its own.
    pub fn label(self) -> Option<&'static str> {
        Some(self.row().1).filter(|label| !label.is_empty())
    }

    /// What its button does for this article.
    pub fn action(self, content: &Content<'_>) -> Action {
        match self {
            Network::Native => Action::Native,
            Network::Copy => Action::Copy,
            Network::Print => Action::Print,
            Network::Mastodon => Action::Instance,
            _ => Action::Link(fill(self.row().2, content)),
        }
    }

    fn row(self) -> Row {
        ROWS.get(self as usize).copied().unwrap_or_default()
    }
}

/// Name, brand, and the address with its blanks (see [`fill`]).
type Row = (&'static str, &'static str, &'static str);

/// Every network, in the order of [`Network`].
static ROWS: [Row; ALL.len()] = [
    ("native", "", ""),
    ("copy", "", ""),
    ("print", "", ""),
    ("email", "", "mailto:?subject={s&body={e"),
    ("sms", "", "sms:?body={b"),
    ("x", "X", "https://x.com/intent/tweet?text={x&url={u"),
    ("facebook", "Facebook", "https://www.facebook.com/sharer/sharer.php?u={u"),
    ("whatsapp", "WhatsApp", "https://wa.me/?text={b"),
    ("telegram", "Telegram", "https://t.me/share/url?url={u&text={t"),
    ("linkedin", "LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={u"),
    ("reddit", "Reddit", "https://www.reddit.com/submit?url={u&title={t"),
    ("bluesky", "Bluesky", "https://bsky.app/intent/compose?text={3"),
    ("threads", "Threads", "https://www.threads.com/intent/post?text={5&url={u"),
    ("mastodon", "Mastodon", "/share?text={5%20{u"),
    ("pinterest", "Pinterest", "https://www.pinterest.com/pin/create/button/?url={u&media={m&description={t"),
    ("line", "LINE", "https://social-plugins.line.me/lineit/share?url={u&text={t"),
    ("vk", "VK", "https://vk.com/share.php?url={u&title={t"),
    ("hackernews", "Hacker News", "https://news.ycombinator.com/submitlink?u={u&t={t"),
    ("teams", "Microsoft Teams", "https://teams.microsoft.com/share?href={u&msgText={t"),
    ("viber", "Viber", "viber://forward?text={b"),
    ("xing", "XING", "https://www.xing.com/spi/shares/new?url={u"),
    ("tumblr", "Tumblr", "https://www.tumblr.com/widgets/share/tool?canonicalUrl={u&title={t"),
];

/// The address that shares an article on an instance of Mastodon; `None` where [`instance`] refuses the name.
pub fn mastodon(host: &str, content: &Content<'_>) -> Option<String> {
    let mut address = String::from("https://");
    address.push_str(&instance(host)?);
    address.push_str(&fill(Network::Mastodon.row().2, content));
    Some(address)
}

/// The bare host name of an instance, from what a reader types: `mastodon.social`, `https://mastodon.social/`,
/// `@somebody@mastodon.social`. Nothing but a public-looking host name passes: no path, port or address of digits.
pub fn instance(typed: &str) -> Option<String> {
    let typed = typed.trim().to_ascii_lowercase();
    let host = typed.strip_prefix("https://").unwrap_or(&typed);
    let host = host.strip_suffix('/').unwrap_or(host);
    let host = match host.strip_prefix('@').unwrap_or(host).split_once('@') {
        Some((user, host)) if !user.is_empty() && user.bytes().all(|b| is_unreserved(b) && b != b'~') => host,
        Some(_) => return None,
        None if host.starts_with('@') => return None,
        None => host,
    };
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let (_, last) = host.rsplit_once('.')?;
    let named = last.bytes().any(|b| b.is_ascii_alphabetic());
    (host.len() <= 253 && named && host.split('.').all(label)).then(|| String::from(host))
}

/// Adds a query string (`share-utm`) to an address, before its fragment. A leading `?` or `&` is forgiven; an
/// empty one changes nothing. What may not stand in a query is encoded.
pub fn with_query(url: &str, query: &str) -> String {
    let query = query.trim().trim_start_matches(['?', '&']);
    if query.is_empty() {
        return String::from(url);
    }
    let (address, fragment) = match url.split_once('#') {
        Some((address, fragment)) => (address, Some(fragment)),
        None => (url, None),
    };
    let mut out = String::from(address);
    if !address.contains('?') {
        out.push('?');
    } else if !address.ends_with(['?', '&']) {
        out.push('&');
    }
    encode(&mut out, query, b"=&%+,;:@/?!$*()");
    if let Some(fragment) = fragment {
        out.push('#');
        out.push_str(fragment);
    }
    out
}

/// X counts an address as 23 and wants a space before it.
const X_ROOM: usize = 280 - 23 - 1;
/// Mastodon, as it is installed, allows 500 and counts an address as 23; Threads allows 500.
const LONG_ROOM: usize = 500 - 23 - 1;
/// Bluesky allows 300 graphemes, the address among them.
const BLUESKY_ROOM: usize = 300;

/// Fills the blanks of an address, each a brace and a letter:
///
/// - `u` the article's address, `t` the title, `m` the image's address
/// - `b` title and address in one text
/// - `s` and `e` the subject and the body of an e-mail
/// - `x`, `3`, `5` what X, Bluesky (with the address) and Mastodon or Threads have room for
fn fill(template: &str, content: &Content<'_>) -> String {
    let Content { url, title, image, cut } = *content;
    let mut pieces = template.split('{');
    let mut out = String::from(pieces.next().unwrap_or(""));
    for piece in pieces {
        let mut rest = piece.chars();
        match rest.next() {
            Some('u') => value(&mut out, url),
            Some('t') => value(&mut out, title),
            Some('m') => value(&mut out, image.unwrap_or("")),
            Some('b') => pair(&mut out, title, " ", url),
            // A line break in a subject would start a header of its own.
            Some('s') => value(&mut out, &title.replace(char::is_control, " ")),
            Some('e') => pair(&mut out, title, "\r\n\r\n", url),
            Some('x') => value(&mut out, &cut_for_x(title, cut)),
            Some('3') => {
                let room = BLUESKY_ROOM.saturating_sub(1 + crate::search::length(url));
                pair(&mut out, &shorten(title, room, cut), " ", url);
            }
            _ => value(&mut out, &shorten(title, LONG_ROOM, cut)),
        }
        out.push_str(rest.as_str());
    }
    out
}

/// Two texts in one value; an empty first one takes its separator with it.
fn pair(out: &mut String, first: &str, between: &str, second: &str) {
    if !first.is_empty() {
        value(out, first);
        value(out, between);
    }
    value(out, second);
}

/// The text itself where it surely fits, else cut.
fn shorten(text: &str, graphemes: usize, cut: &dyn Fn(&str, usize) -> String) -> String {
    if text.chars().nth(graphemes).is_none() { String::from(text) } else { cut(text, graphemes) }
}

/// As much of a text as X has room for: the most graphemes whose weight is not too much.
fn cut_for_x(text: &str, cut: &dyn Fn(&str, usize) -> String) -> String {
    if weight(text) <= X_ROOM {
        return String::from(text);
    }
    let (mut fits, mut best) = (0, String::new());
    let mut too_many = X_ROOM + 1;
    while too_many - fits > 1 {
        let middle = fits + (too_many - fits) / 2;
        let shorter = cut(text, middle);
        if weight(&shorter) <= X_ROOM {
            fits = middle;
            best = shorter;
        } else {
            too_many = middle;
        }
    }
    best
}

/// The length of a text as X counts it (twitter-text, configuration 3): Latin, Greek, Cyrillic, Arabic, Hebrew and
/// others up to U+10FF one, and general punctuation; Chinese, Japanese, Korean and emoji two. A joined emoji is
/// two however many parts it has; a joiner inside a word, as Sinhala and Bengali have it, is a character like others.
fn weight(text: &str) -> usize {
    let mut total = 0;
    // Whether an emoji stands before, and whether a joiner, already counted, between it and this.
    let (mut emoji, mut joined) = (false, false);
    for c in text.chars() {
        let picture = matches!(c, '\u{2190}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}');
        match c {
            '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0020}'..='\u{E007F}' if emoji && !joined => {
                continue;
            }
            '\u{200D}' => {
                total += 1;
                joined = emoji && !joined;
                continue;
            }
            // One emoji with the one before: neither it nor the joiner counts.
            _ if picture && joined => total -= 1,
            '\0'..='\u{10FF}'
            | '\u{2000}'..='\u{200D}'
            | '\u{2010}'..='\u{201F}'
            | '\u{2032}'..='\u{2037}' => total += 1,
            _ => total += 2,
        }
        (emoji, joined) = (picture, false);
    }
    total
}

/// Appends a value, all but RFC 3986's unreserved characters percent-encoded as UTF-8.
fn value(out: &mut String, text: &str) {
    encode(out, text, b"");
}

/// Appends a text, encoded but for the unreserved characters and these.
fn encode(out: &mut String, text: &str, kept: &[u8]) {
    for byte in text.bytes() {
        if is_unreserved(byte) || kept.contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            for half in [byte >> 4, byte & 15] {
                out.push(char::from(half + if half < 10 { b'0' } else { b'A' - 10 }));
            }
        }
    }
}

fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::excerpt;
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
        Content { url, title, image: Some("https://news.example/i.jpg"), cut: &cut }
    }

    fn address(network: Network, content: &Content<'_>) -> String {
        match network.action(content) {
            Action::Link(address) => address,
            Action::Instance => mastodon("mastodon.example", content).unwrap(),
            _ => String::new(),
        }
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
    const TEXTS: [(Network, &str, &str); 14] = [
        (Network::Email, "subject", "mailto:?"),
        (Network::Sms, "body", "sms:?"),
        (Network::X, "text", "https://x.com/intent/tweet?"),
        (Network::WhatsApp, "text", "https://wa.me/?"),
        (Network::Telegram, "text", "https://t.me/share/url?"),
        (Network::Reddit, "title", "https://www.reddit.com/submit?"),
        (Network::Bluesky, "text", "https://bsky.app/intent/compose?"),
        (Network::Threads, "text", "https://www.threads.com/intent/post?"),
        (Network::Mastodon, "text", "https://mastodon.example/share?"),
        (Network::Line, "text", "https://social-plugins.line.me/lineit/share?"),
        (Network::Vk, "title", "https://vk.com/share.php?"),
        (Network::HackerNews, "t", "https://news.ycombinator.com/submitlink?"),
        (Network::Teams, "msgText", "https://teams.microsoft.com/share?"),
        (Network::Viber, "text", "viber://forward?"),
    ];

    #[test]
    fn the_addresses_are_those_of_the_networks() {
        let content = content("L’été & « moi »", "https://n.example/a?b=1#c");
        let title = "L%E2%80%99%C3%A9t%C3%A9%20%26%20%C2%AB%20moi%20%C2%BB";
        let url = "https%3A%2F%2Fn.example%2Fa%3Fb%3D1%23c";
        let expected = [
            (Network::Email, format!("mailto:?subject={title}&body={title}%0D%0A%0D%0A{url}")),
            (Network::Sms, format!("sms:?body={title}%20{url}")),
            (Network::X, format!("https://x.com/intent/tweet?text={title}&url={url}")),
            (Network::Facebook, format!("https://www.facebook.com/sharer/sharer.php?u={url}")),
            (Network::WhatsApp, format!("https://wa.me/?text={title}%20{url}")),
            (Network::Telegram, format!("https://t.me/share/url?url={url}&text={title}")),
            (Network::LinkedIn, format!("https://www.linkedin.com/sharing/share-offsite/?url={url}")),
            (Network::Reddit, format!("https://www.reddit.com/submit?url={url}&title={title}")),
            (Network::Bluesky, format!("https://bsky.app/intent/compose?text={title}%20{url}")),
            (Network::Threads, format!("https://www.threads.com/intent/post?text={title}&url={url}")),
            (Network::Mastodon, format!("https://mastodon.example/share?text={title}%20{url}")),
            (
                Network::Pinterest,
                format!(
                    "https://www.pinterest.com/pin/create/button/?url={url}\
                     &media=https%3A%2F%2Fnews.example%2Fi.jpg&description={title}"
                ),
            ),
            (Network::Line, format!("https://social-plugins.line.me/lineit/share?url={url}&text={title}")),
            (Network::Vk, format!("https://vk.com/share.php?url={url}&title={title}")),
            (Network::HackerNews, format!("https://news.ycombinator.com/submitlink?u={url}&t={title}")),
            (Network::Teams, format!("https://teams.microsoft.com/share?href={url}&msgText={title}")),
            (Network::Viber, format!("viber://forward?text={title}%20{url}")),
            (Network::Xing, format!("https://www.xing.com/spi/shares/new?url={url}")),
            (
                Network::Tumblr,
                format!("https://www.tumblr.com/widgets/share/tool?canonicalUrl={url}&title={title}"),
            ),
        ];
        assert_eq!(expected.len() + 3, ALL.len());
        for (network, expected) in expected {
            assert_eq!(address(network, &content), expected);
        }
    }

    #[test]
    fn what_is_no_link_is_an_action_of_the_widget() {
        let content = content("Titre", URL);
        assert_eq!(Network::Native.action(&content), Action::Native);
        assert_eq!(Network::Copy.action(&content), Action::Copy);
        assert_eq!(Network::Print.action(&content), Action::Print);
        assert_eq!(Network::Mastodon.action(&content), Action::Instance);
    }

    #[test]
    fn the_share_attribute_is_a_list_in_order() {
        assert_eq!(
            parse("x Facebook\n x  mastodon"),
            (vec![Network::X, Network::Facebook, Network::Mastodon], vec![])
        );
        assert_eq!(parse("none"), (vec![], vec![]));
        assert_eq!(parse(""), (vec![], vec![]));
        assert_eq!(parse("x pocket pocket wechat"), (vec![Network::X], vec!["pocket", "wechat"]));
        let (default, unknown) = parse(DEFAULT);
        assert_eq!((default.len(), unknown.len()), (9, 0));
    }

    #[test]
    fn every_name_is_read_back_and_every_brand_is_named() {
        for network in ALL {
            assert_eq!(parse(network.name()).0, [network]);
            let own = matches!(
                network,
                Network::Native | Network::Copy | Network::Print | Network::Email | Network::Sms
            );
            assert_eq!(network.label().is_none(), own);
        }
    }

    #[test]
    fn a_missing_image_leaves_its_blank_empty() {
        let content = Content { image: None, ..content("T", "u") };
        assert!(address(Network::Pinterest, &content).contains("&media=&description=T"));
    }

    #[test]
    fn a_line_break_in_a_title_starts_no_header_of_an_e_mail() {
        let content = content("Titre\r\nBcc: a@b.example", URL);
        assert_eq!(
            parameter(&address(Network::Email, &content), "subject").unwrap(),
            "Titre  Bcc: a@b.example"
        );
    }

    #[test]
    fn a_long_title_is_cut_at_a_word_for_x() {
        let long = "mot ".repeat(100);
        let text = parameter(&address(Network::X, &content(&long, URL)), "text").unwrap();
        assert!(text.ends_with("mot…") && (251..=256).contains(&length_on_x(&text)), "{text}");
        // Exactly as much as there is room for stays.
        let fits = "a".repeat(256);
        assert_eq!(parameter(&address(Network::X, &content(&fits, URL)), "text").unwrap(), fits);
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
        let text = parameter(&address(Network::X, &content(&"字".repeat(200), URL)), "text").unwrap();
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
        let text = parameter(&address(Network::X, &content(&title, URL)), "text").unwrap();
        assert!((245..=256).contains(&text.chars().count()), "{}", text.chars().count());
    }

    #[test]
    fn bluesky_counts_the_address_among_its_300() {
        let text = parameter(&address(Network::Bluesky, &content(&"mot ".repeat(200), URL)), "text").unwrap();
        assert!(text.ends_with(URL));
        assert!((295..=300).contains(&text.graphemes(true).count()));
        let endless = format!("https://n.example/{}", "a".repeat(400));
        assert_eq!(
            parameter(&address(Network::Bluesky, &content("Titre", &endless)), "text").unwrap(),
            endless
        );
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
        ] {
            assert_eq!(instance(typed).as_deref(), Some(host), "{typed}");
        }
        for typed in [
            "",
            "mastodon",
            "localhost",
            "127.0.0.1",
            "[::1]",
            "http://mastodon.social",
            "javascript:alert(1)",
            "mastodon.social/share",
            "mastodon.social:8080",
            "mastodon.social?x=1",
            "mastodon.social#x",
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
            "mastodon.social//",
        ] {
            assert_eq!(instance(typed), None, "{typed}");
        }
        assert_eq!(instance(&format!("{}.fr", "a".repeat(64))), None);
        assert_eq!(mastodon("evil.example/x", &content("T", URL)), None);
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
                if network == Network::Email {
                    prop_assert_eq!(text, title.replace(char::is_control, " "));
                } else if text != title {
                    // Cut: then it begins as the title does, and is as long as the network allows.
                    let room = match network {
                        Network::X => X_ROOM,
                        Network::Bluesky => BLUESKY_ROOM - 1 - URL.len(),
                        Network::Threads | Network::Mastodon => LONG_ROOM,
                        _ => 0,
                    };
                    let whole = cut(&title, usize::MAX);
                    prop_assert!(
                        text == whole || text.strip_suffix('…').is_some_and(|kept| whole.starts_with(kept)),
                        "{:?} is not the title {:?}", text, title
                    );
                    prop_assert!(text.graphemes(true).count() <= room);
                }
                if network == Network::X {
                    prop_assert!(length_on_x(text) <= X_ROOM, "{} of {:?}", length_on_x(text), text);
                }
            }
        }

        #[test]
        fn any_address_parses_back(path in "\\PC{0,60}") {
            let url = String::from("https://n.example/") + &path;
            let content = content("Titre", &url);
            for (network, name) in [
                (Network::X, "url"),
                (Network::Facebook, "u"),
                (Network::Telegram, "url"),
                (Network::LinkedIn, "url"),
                (Network::Reddit, "url"),
                (Network::Threads, "url"),
                (Network::Pinterest, "url"),
                (Network::Line, "url"),
                (Network::Vk, "url"),
                (Network::HackerNews, "u"),
                (Network::Teams, "href"),
                (Network::Xing, "url"),
                (Network::Tumblr, "canonicalUrl"),
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
}
