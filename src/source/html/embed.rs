//! What stands behind an `iframe` or a bare address: whose it is, and the page that a reader can open.

use crate::address::{Address, Purpose, resolve};

/// A provider: its host, its name, and how the page is found from what is embedded.
struct Provider {
    host: &'static str,
    name: &'static str,
    page: Page,
}

/// How the page that a reader can open is found.
enum Page {
    /// It is the address itself.
    Same,
    /// What comes after a prefix of the path, put after another address.
    After(&'static str, &'static str),
    /// A parameter, put after another address. With none, it is the address itself.
    Parameter(&'static str, &'static str),
}

/// Whose addresses are known.
const PROVIDERS: &[Provider] = &[
    provider_of("youtube.com", "YouTube", Page::After("/embed/", "https://www.youtube.com/watch?v=")),
    provider_of(
        "youtube-nocookie.com",
        "YouTube",
        Page::After("/embed/", "https://www.youtube.com/watch?v="),
    ),
    provider_of("m.youtube.com", "YouTube", Page::Same),
    provider_of("youtu.be", "YouTube", Page::After("/", "https://www.youtube.com/watch?v=")),
    provider_of("player.vimeo.com", "Vimeo", Page::After("/video/", "https://vimeo.com/")),
    provider_of("vimeo.com", "Vimeo", Page::Same),
    provider_of(
        "dailymotion.com",
        "Dailymotion",
        Page::After("/embed/video/", "https://www.dailymotion.com/video/"),
    ),
    provider_of(
        "geo.dailymotion.com",
        "Dailymotion",
        Page::Parameter("video", "https://www.dailymotion.com/video/"),
    ),
    provider_of("dai.ly", "Dailymotion", Page::Same),
    provider_of("x.com", "X", Page::Same),
    provider_of("twitter.com", "X", Page::Same),
    provider_of("platform.twitter.com", "X", Page::Parameter("id", "https://x.com/i/status/")),
    provider_of("instagram.com", "Instagram", Page::Same),
    provider_of("facebook.com", "Facebook", Page::Parameter("href", "")),
    provider_of("fb.watch", "Facebook", Page::Same),
    provider_of("tiktok.com", "TikTok", Page::After("/embed/v2/", "https://www.tiktok.com/@/video/")),
    provider_of("w.soundcloud.com", "SoundCloud", Page::Parameter("url", "")),
    provider_of("soundcloud.com", "SoundCloud", Page::Same),
    provider_of("open.spotify.com", "Spotify", Page::After("/embed/", "https://open.spotify.com/")),
    provider_of("bsky.app", "Bluesky", Page::Same),
    provider_of("threads.net", "Threads", Page::Same),
    provider_of("threads.com", "Threads", Page::Same),
    provider_of("datawrapper.dwcdn.net", "Datawrapper", Page::Same),
    provider_of("flo.uri.sh", "Flourish", Page::Same),
    provider_of("google.com", "Google Maps", Page::Same),
    provider_of("maps.google.com", "Google Maps", Page::Same),
];

const fn provider_of(host: &'static str, name: &'static str, page: Page) -> Provider {
    Provider { host, name, page }
}

/// The provider of an address, if it is one whose pages are embedded: its name, and the page to open.
pub(crate) fn known(address: &Address) -> Option<(&'static str, Address)> {
    let (url, host, path) = (address.as_str(), host(address), address.path());
    let provider = PROVIDERS.iter().find(|provider| provider.host == host)?;
    let parts = match &provider.page {
        Page::Same => None,
        Page::After(prefix, page) => path.strip_prefix(prefix).map(|id| (page, id)),
        Page::Parameter(name, page) => query(url, name).map(|id| (page, id)),
    };
    // A list of films has no page of one film.
    let page = parts.filter(|(_, id)| !matches!(*id, "" | "videoseries")).and_then(|(page, id)| {
        // A whole address stands in a parameter percent-encoded.
        let page = if page.is_empty() { decoded(id) } else { [page, id.trim_end_matches('/')].concat() };
        resolve(&page, None, Purpose::Page)
    });
    // Their search and their mail are nobody's map.
    if host == "google.com" && !path.starts_with("/maps") {
        return None;
    }
    Some((provider.name, page.unwrap_or_else(|| address.clone())))
}

/// Whose an address is: a known provider, or the host itself.
pub(super) fn provider(address: &Address) -> (String, Address) {
    match known(address) {
        Some((name, page)) => (name.to_owned(), page),
        None => (host(address).to_owned(), address.clone()),
    }
}

/// The host without `www.`, credentials and port.
fn host(address: &Address) -> &str {
    let authority = address.origin().split("://").nth(1).unwrap_or_default();
    let host = authority.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host)
}

/// The value of a parameter, as it stands in the address.
fn query<'a>(url: &'a str, key: &str) -> Option<&'a str> {
    let (_, query) = url.split('#').next()?.split_once('?')?;
    query
        .split('&')
        .find_map(|pair| pair.split_once('=').filter(|(name, _)| *name == key))
        .map(|(_, value)| value)
}

/// A percent-encoded address inside another one.
fn decoded(value: &str) -> String {
    let fragment = ["https://a.invalid/#", value].concat();
    resolve(&fragment, None, Purpose::Page).and_then(|address| address.fragment()).unwrap_or_default()
}
