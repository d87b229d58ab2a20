//! The providers of embedded content (YouTube, X …), and the page that a reader can open for a frame.

use crate::network::address::{Address, Purpose, resolve};
use crate::text::search::{around, before, concat, has_word, pieces, without_end};

/// The providers: name, and hosts without `www.`.
const PROVIDERS: &[(&str, &str)] = &[
    ("YouTube", "youtube.com youtube-nocookie.com m.youtube.com youtu.be"),
    ("Vimeo", "player.vimeo.com vimeo.com"),
    ("Dailymotion", "dailymotion.com geo.dailymotion.com dai.ly"),
    ("X", "x.com twitter.com platform.twitter.com"),
    ("Instagram", "instagram.com"),
    ("Facebook", "facebook.com fb.watch"),
    ("TikTok", "tiktok.com"),
    ("SoundCloud", "w.soundcloud.com soundcloud.com"),
    ("Spotify", "open.spotify.com"),
    ("Bluesky", "bsky.app"),
    ("Threads", "threads.net threads.com"),
    ("Datawrapper", "datawrapper.dwcdn.net"),
    ("Flourish", "flo.uri.sh public.flourish.studio"),
    ("Google Maps", "google.com maps.google.com"),
];

/// How the page is made from the address of a frame.
enum Page {
    /// The rest of the path after a prefix is appended to another address.
    InPath(&'static str, &'static str),
    /// The value of a parameter is appended to another address.
    InQuery(&'static str, &'static str),
    /// A parameter contains the whole address, percent-encoded.
    Whole(&'static str),
}

/// The elements of which scripts make frames: name, attribute, and the beginning of the address before the
/// attribute's value. A `div` is recognised by its class ([`super::scan`]).
const FRAMES: &[(&str, &str, &str)] = &[
    ("lite-youtube amp-youtube", "videoid data-videoid", "https://www.youtube.com/watch?v="),
    ("lite-vimeo amp-vimeo", "videoid data-videoid", "https://vimeo.com/"),
    ("amp-dailymotion", "data-videoid", "https://www.dailymotion.com/video/"),
    ("amp-twitter", "data-tweetid", "https://x.com/i/status/"),
    ("amp-instagram", "data-shortcode", "https://www.instagram.com/p/"),
    ("amp-tiktok", "data-src", "https://www.tiktok.com/@/video/"),
    (
        "amp-soundcloud",
        "data-trackid",
        "https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/",
    ),
    ("amp-facebook amp-pinterest", "data-href data-url", ""),
    ("amp-reddit amp-embedly-card", "data-src data-url", ""),
    ("amp-imgur", "data-imgur-id", "https://imgur.com/"),
    ("amp-gist", "data-gistid", "https://gist.github.com/"),
    ("amp-iframe embed", "src", ""),
    ("oembed", "url", ""),
    ("object", "data", ""),
    ("div", "data-oembed-url", ""),
    ("div", "data-id", "https://infogram.com/"),
    ("div", "data-src", "https://public.flourish.studio/"),
];

/// The beginning of the address for an attribute by which an element names the content that a script would show.
pub(super) fn frame(element: &str, attribute: &str) -> Option<&'static str> {
    let (element, attribute) = (element.to_ascii_lowercase(), attribute.to_ascii_lowercase());
    let found = FRAMES
        .iter()
        .find(|(elements, names, _)| has_word(elements, &element) && has_word(names, &attribute));
    found.map(|(.., prefix)| *prefix)
}

/// The hosts whose frames have another address than their page. For all others they are the same.
const PAGES: &[(&str, Page)] = &[
    ("youtube.com", Page::InPath("/embed/", "https://www.youtube.com/watch?v=")),
    ("youtube.com", Page::InPath("/v/", "https://www.youtube.com/watch?v=")),
    ("youtube-nocookie.com", Page::InPath("/embed/", "https://www.youtube.com/watch?v=")),
    ("youtu.be", Page::InPath("/", "https://www.youtube.com/watch?v=")),
    ("player.vimeo.com", Page::InPath("/video/", "https://vimeo.com/")),
    ("dailymotion.com", Page::InPath("/embed/video/", "https://www.dailymotion.com/video/")),
    ("geo.dailymotion.com", Page::InQuery("video", "https://www.dailymotion.com/video/")),
    ("platform.twitter.com", Page::InQuery("id", "https://x.com/i/status/")),
    ("facebook.com", Page::Whole("href")),
    ("tiktok.com", Page::InPath("/embed/v2/", "https://www.tiktok.com/@/video/")),
    ("w.soundcloud.com", Page::Whole("url")),
    ("open.spotify.com", Page::InPath("/embed/", "https://open.spotify.com/")),
];

/// The provider of an address, if it is known: its name, and the page to open.
pub(crate) fn known(address: &Address) -> Option<(&'static str, Address)> {
    let host = host(address);
    // Google's search and mail are no maps.
    if host == "google.com" && !address.path().starts_with("/maps") {
        return None;
    }
    let (name, _) = PROVIDERS.iter().find(|(_, hosts)| has_word(hosts, host))?;
    let page = PAGES.iter().filter(|(known, _)| *known == host).find_map(|(_, page)| page.of(address));
    Some((name, page.unwrap_or_else(|| address.clone())))
}

impl Page {
    /// The page for the address of a frame; `None` if it names none.
    fn of(&self, address: &Address) -> Option<Address> {
        let page = match self {
            Self::InPath(prefix, page) => concat(&[page, identifier(address.path().strip_prefix(prefix))?]),
            Self::InQuery(key, page) => concat(&[page, identifier(parameter(address.as_str(), key))?]),
            Self::Whole(key) => decoded(parameter(address.as_str(), key)?),
        };
        // The address of an API is no page.
        resolve(&page, None, Purpose::Page).filter(|page| !host(page).starts_with("api."))
    }
}

/// The identifier of one video or post; `None` if there is none, or if it is a list of videos.
fn identifier(found: Option<&str>) -> Option<&str> {
    let found = without_end(found?, "/");
    if matches!(found, "" | "videoseries") { None } else { Some(found) }
}

/// The picture of the chart in a frame.
pub(super) fn picture(frame: &Address) -> Option<Address> {
    let path = frame.path();
    let mut parts = pieces(path, "/").filter(|part| !part.is_empty());
    let picture = match (host(frame), parts.next()?) {
        ("datawrapper.dwcdn.net", chart) => concat(&["https://datawrapper.dwcdn.net/", chart, "/full.png"]),
        ("flo.uri.sh" | "public.flourish.studio", kind) => {
            concat(&["https://public.flourish.studio/", kind, "/", parts.next()?, "/thumbnail"])
        }
        _ => return None,
    };
    resolve(&picture, None, Purpose::Image)
}

/// The page of the chart in a picture, since newsrooms' tools keep a picture beside each chart.
pub(super) fn chart(picture: &Address) -> Option<Address> {
    let (name, _) = known(picture)?;
    if matches!(name, "Datawrapper" | "Flourish") {
        resolve("./", Some(picture), Purpose::Page)
    } else {
        None
    }
}

/// The provider's name and the page for an address. If the provider is unknown, the host and the address itself.
pub(in crate::source) fn provider(address: &Address) -> (String, Address) {
    match known(address) {
        Some((name, page)) => (name.to_owned(), page),
        None => (host(address).to_owned(), address.clone()),
    }
}

/// The provider's name for an address, else the host.
pub(crate) fn name(address: &Address) -> String {
    let host = host(address);
    // Google's search and mail are no maps.
    let is_map = host != "google.com" || address.path().starts_with("/maps");
    let found = PROVIDERS.iter().find(|(_, hosts)| is_map && has_word(hosts, host));
    found.map_or(host, |(name, _)| name).to_owned()
}

/// The host without `www.`, credentials and port.
fn host(address: &Address) -> &str {
    let mut host = around(address.origin(), "://").map_or("", |(_, authority)| authority);
    while let Some((_, after)) = around(host, "@") {
        host = after;
    }
    let host = before(host, ":");
    host.strip_prefix("www.").unwrap_or(host)
}

/// The value of a parameter, as written in the address.
fn parameter<'a>(url: &'a str, key: &str) -> Option<&'a str> {
    let (_, query) = around(before(url, "#"), "?")?;
    for pair in pieces(query, "&") {
        if let Some((name, value)) = around(pair, "=")
            && name == key
        {
            return Some(value);
        }
    }
    None
}

/// Decodes a percent-encoded address inside another one.
fn decoded(value: &str) -> String {
    let fragment = concat(&["https://a.invalid/#", value]);
    resolve(&fragment, None, Purpose::Page).and_then(|address| address.fragment()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_host_with_pages_elsewhere_has_a_provider() {
        for (host, _) in PAGES {
            assert!(PROVIDERS.iter().any(|(_, hosts)| has_word(hosts, host)), "{host}");
        }
    }
}
