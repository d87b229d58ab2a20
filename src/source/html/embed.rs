//! What stands behind an `iframe` or a bare address: whose it is, and the page that a reader can open.

use crate::network::address::{Address, Purpose, resolve};
use crate::text::search::{around, before, concat, pieces, without_end};

/// Whose addresses are known: host, name, and how the page that a reader can open is found, where it is not the address
/// itself. That is what comes after a prefix of the path, or a parameter's value, put after another address; a
/// parameter with no other address holds a whole one.
const PROVIDERS: &str = "youtube.com,YouTube,/embed/,https://www.youtube.com/watch?v=|\
    youtube-nocookie.com,YouTube,/embed/,https://www.youtube.com/watch?v=|\
    m.youtube.com,YouTube|\
    youtu.be,YouTube,/,https://www.youtube.com/watch?v=|\
    player.vimeo.com,Vimeo,/video/,https://vimeo.com/|\
    vimeo.com,Vimeo|\
    dailymotion.com,Dailymotion,/embed/video/,https://www.dailymotion.com/video/|\
    geo.dailymotion.com,Dailymotion,video,https://www.dailymotion.com/video/|\
    dai.ly,Dailymotion|\
    x.com,X|\
    twitter.com,X|\
    platform.twitter.com,X,id,https://x.com/i/status/|\
    instagram.com,Instagram|\
    facebook.com,Facebook,href|\
    fb.watch,Facebook|\
    tiktok.com,TikTok,/embed/v2/,https://www.tiktok.com/@/video/|\
    w.soundcloud.com,SoundCloud,url|\
    soundcloud.com,SoundCloud|\
    open.spotify.com,Spotify,/embed/,https://open.spotify.com/|\
    bsky.app,Bluesky|\
    threads.net,Threads|\
    threads.com,Threads|\
    datawrapper.dwcdn.net,Datawrapper|\
    flo.uri.sh,Flourish|\
    public.flourish.studio,Flourish|\
    google.com,Google Maps|\
    maps.google.com,Google Maps";

/// The provider of an address, if it is one whose pages are embedded: its name, and the page to open.
pub(crate) fn known(address: &Address) -> Option<(&'static str, Address)> {
    let (host, path) = (host(address), address.path());
    // Their search and their mail are nobody's map.
    if host == "google.com" && !path.starts_with("/maps") {
        return None;
    }
    for provider in pieces(PROVIDERS, "|") {
        let mut parts = pieces(provider, ",");
        if parts.next() != Some(host) {
            continue;
        }
        let name = parts.next().unwrap_or_default();
        let from = parts.next().unwrap_or_default();
        let page = parts.next().unwrap_or_default();
        let id = if from.starts_with("/") { path.strip_prefix(from) } else { query(address.as_str(), from) };
        // A list of films has no page of one film.
        let id = id.filter(|id| !matches!(*id, "" | "videoseries")).unwrap_or_default();
        // A whole address stands in a parameter percent-encoded.
        let page = if page.is_empty() { decoded(id) } else { concat(&[page, without_end(id, "/")]) };
        let page = if id.is_empty() { None } else { resolve(&page, None, Purpose::Page) };
        return Some((name, page.unwrap_or_else(|| address.clone())));
    }
    None
}

/// The page of the chart that a picture shows: newsrooms' tools keep the picture beside it.
pub(super) fn chart(picture: &Address) -> Option<Address> {
    let (name, _) = known(picture)?;
    if matches!(name, "Datawrapper" | "Flourish") {
        resolve("./", Some(picture), Purpose::Page)
    } else {
        None
    }
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
    let mut host = around(address.origin(), "://").map_or("", |(_, authority)| authority);
    while let Some((_, after)) = around(host, "@") {
        host = after;
    }
    let host = before(host, ":");
    host.strip_prefix("www.").unwrap_or(host)
}

/// The value of a parameter, as it stands in the address.
fn query<'a>(url: &'a str, key: &str) -> Option<&'a str> {
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

/// A percent-encoded address inside another one.
fn decoded(value: &str) -> String {
    let fragment = concat(&["https://a.invalid/#", value]);
    resolve(&fragment, None, Purpose::Page).and_then(|address| address.fragment()).unwrap_or_default()
}
