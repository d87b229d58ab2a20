//! What stands behind an `iframe` or a bare address: whose it is, and the page that a reader can open.

use crate::address::{Address, Purpose, resolve};

/// The provider of an address, if it is one whose pages are embedded: its name, and the page to open.
pub(crate) fn known(address: &Address) -> Option<(&'static str, Address)> {
    let url = address.as_str();
    let host = host(address);
    let path = address.path();
    // The first part of the path after a prefix: an identifier.
    let after = |prefix: &str| {
        let id = path.strip_prefix(prefix)?.split('/').next().unwrap_or_default();
        (!id.is_empty()).then_some(id)
    };
    let page =
        |parts: &[&str]| resolve(&parts.concat(), None, Purpose::Page).unwrap_or_else(|| address.clone());
    let same = || address.clone();
    Some(match host {
        "youtube.com" | "youtube-nocookie.com" | "m.youtube.com" => {
            let page = match after("/embed/").filter(|id| *id != "videoseries") {
                Some(id) => page(&["https://www.youtube.com/watch?v=", id]),
                None => match query(url, "list").filter(|_| path.starts_with("/embed/")) {
                    Some(list) => page(&["https://www.youtube.com/playlist?list=", list]),
                    None => same(),
                },
            };
            ("YouTube", page)
        }
        "youtu.be" => ("YouTube", page(&["https://www.youtube.com/watch?v=", after("/")?])),
        "player.vimeo.com" => ("Vimeo", page(&["https://vimeo.com/", after("/video/")?])),
        "vimeo.com" => ("Vimeo", same()),
        "dailymotion.com" | "geo.dailymotion.com" => {
            let id = after("/embed/video/").or_else(|| query(url, "video"));
            ("Dailymotion", id.map_or_else(same, |id| page(&["https://www.dailymotion.com/video/", id])))
        }
        "dai.ly" => ("Dailymotion", same()),
        "twitter.com" | "x.com" | "mobile.twitter.com" => ("X", same()),
        "platform.twitter.com" => ("X", page(&["https://x.com/i/status/", query(url, "id")?])),
        "instagram.com" => {
            let page = match url.split_once("/embed") {
                Some((post, _)) => page(&[post, "/"]),
                None => same(),
            };
            ("Instagram", page)
        }
        "facebook.com" | "m.facebook.com" | "fb.watch" => {
            let page = query(url, "href").filter(|_| path.starts_with("/plugins/"));
            (
                "Facebook",
                page.and_then(|page| resolve(&decoded(page), None, Purpose::Page)).unwrap_or_else(same),
            )
        }
        "tiktok.com" => {
            let id = after("/embed/v2/").or_else(|| after("/embed/")).or_else(|| after("/player/v1/"));
            ("TikTok", id.map_or_else(same, |id| page(&["https://www.tiktok.com/@/video/", id])))
        }
        "w.soundcloud.com" => {
            let page = query(url, "url").and_then(|page| resolve(&decoded(page), None, Purpose::Page));
            ("SoundCloud", page.unwrap_or_else(same))
        }
        "soundcloud.com" => ("SoundCloud", same()),
        "open.spotify.com" => match path.strip_prefix("/embed/") {
            Some(rest) => ("Spotify", page(&["https://open.spotify.com/", rest])),
            None => ("Spotify", same()),
        },
        "bsky.app" | "embed.bsky.app" => ("Bluesky", same()),
        "threads.net" | "threads.com" => ("Threads", same()),
        "datawrapper.dwcdn.net" => ("Datawrapper", same()),
        "flo.uri.sh" | "public.flourish.studio" => ("Flourish", same()),
        "google.com" | "maps.google.com" if host != "google.com" || path.starts_with("/maps") => {
            ("Google Maps", same())
        }
        "openstreetmap.org" => ("OpenStreetMap", same()),
        "ted.com" | "embed.ted.com" => ("TED", same()),
        "rumble.com" => ("Rumble", same()),
        "reddit.com" | "embed.reddit.com" => ("Reddit", same()),
        "pinterest.com" => ("Pinterest", same()),
        _ => return None,
    })
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
