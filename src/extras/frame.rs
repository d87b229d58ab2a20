//! The frame in which a provider shows what an article embeds: its address is made here, from the address of the page. Of what
//! the article sent nothing enters but identifiers, of which every character is checked.

use crate::network::address::{Address, Purpose, resolve};
use crate::text::search::concat;

/// How a frame of a provider is shown.
#[derive(Debug, PartialEq, Eq)]
pub struct Frame {
    /// The provider's name.
    pub provider: &'static str,
    /// The frame's address, always `https:`.
    pub src: String,
    /// The room that is kept.
    pub room: Room,
    /// What the provider's own origin may tell of the height, if it does.
    pub tells_height: bool,
}

/// The room that a frame takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// As wide as the text, 16:9.
    Film,
    /// A film on its side, or a post: at most so wide, so high, in pixels.
    Portrait(u32, u32),
    /// As wide as the text, and so high.
    High(u32),
}

/// The frame of a page; `None` where the provider is not on the list, or the page names nothing of which there is one.
pub fn frame(url: &Address) -> Option<Frame> {
    let page = Page::new(url)?;
    let of = |provider, src: &[&str], room| Frame { provider, src: concat(src), room, tells_height: false };
    let found = match page.host {
        "youtube.com" | "m.youtube.com" | "music.youtube.com" | "youtube-nocookie.com" | "youtu.be" => {
            return youtube(&page);
        }
        "vimeo.com" | "player.vimeo.com" => {
            let at = page.parts.iter().position(|part| is_number(part))?;
            let id = page.part(at)?;
            // An unlisted film has a key: behind its number, or as a parameter.
            let key = page.part(at + 1).or_else(|| page.query("h")).filter(|key| is_id(key));
            let key = key.map_or(String::new(), |key| concat(&["&h=", key]));
            of("Vimeo", &["https://player.vimeo.com/video/", id, "?dnt=1", &key], Room::Film)
        }
        "dailymotion.com" | "geo.dailymotion.com" | "dai.ly" => {
            let id = match page.query("video") {
                Some(id) => id,
                None => page.after("video").or_else(|| page.part(0).filter(|_| page.host == "dai.ly"))?,
            };
            // Behind the identifier stands the title.
            let id = id.split('_').next().filter(|id| is_id(id))?;
            of("Dailymotion", &["https://geo.dailymotion.com/player.html?video=", id], Room::Film)
        }
        "open.spotify.com" => {
            const KINDS: [&str; 6] = ["track", "album", "playlist", "artist", "episode", "show"];
            let at = page.parts.iter().position(|part| KINDS.contains(part))?;
            let (kind, id) = (page.part(at)?, page.part(at + 1).filter(|id| is_id(id))?);
            let high = if kind == "track" || kind == "episode" { 152 } else { 352 };
            of("Spotify", &["https://open.spotify.com/embed/", kind, "/", id], Room::High(high))
        }
        "soundcloud.com" | "m.soundcloud.com" => {
            let (artist, track) = (page.part(0).filter(|part| is_id(part))?, page.part(1)?);
            let path = if track == "sets" { concat(&["sets/", page.part(2)?]) } else { track.to_owned() };
            if !path.split('/').all(is_id) {
                return None;
            }
            soundcloud(&concat(&["https%3A//soundcloud.com/", artist, "/", &path]), track == "sets")
        }
        "w.soundcloud.com" | "api.soundcloud.com" => {
            let raw = page.query("url").map_or_else(|| url.as_str().to_owned(), decoded);
            let track = raw.split("api.soundcloud.com/").nth(1)?;
            let (kind, id) = track.split_once('/')?;
            let id = id.split(['?', '&', '/']).next().filter(|id| is_number(id))?;
            if kind != "tracks" && kind != "playlists" {
                return None;
            }
            soundcloud(&concat(&["https%3A//api.soundcloud.com/", kind, "/", id]), kind == "playlists")
        }
        "datawrapper.dwcdn.net" | "datawrapper.de" | "app.datawrapper.de" => {
            let id = page.after("_").or_else(|| page.after("chart")).or_else(|| page.part(0));
            let id = id.filter(|id| is_id(id) && id.len() == 5)?;
            let src = ["https://datawrapper.dwcdn.net/", id, "/"];
            Frame { tells_height: true, ..of("Datawrapper", &src, Room::High(420)) }
        }
        "public.flourish.studio" | "flo.uri.sh" => {
            let (kind, id) = (page.part(0)?, page.part(1).filter(|id| is_number(id))?);
            if kind != "visualisation" && kind != "story" {
                return None;
            }
            of("Flourish", &["https://flo.uri.sh/", kind, "/", id, "/embed"], Room::High(575))
        }
        "infogram.com" | "e.infogram.com" => {
            let id = page.part(0).filter(|id| is_id(id))?;
            of("Infogram", &["https://e.infogram.com/", id, "?src=embed"], Room::High(600))
        }
        "tiktok.com" | "m.tiktok.com" => {
            let id = page.after("video").or_else(|| page.after("v2")).or_else(|| page.after("v1"));
            let id = id.filter(|id| is_number(id))?;
            of("TikTok", &["https://www.tiktok.com/player/v1/", id], Room::Portrait(325, 580))
        }
        "x.com" | "twitter.com" | "mobile.twitter.com" | "platform.twitter.com" => {
            let id = page.after("status").or_else(|| page.after("statuses")).or_else(|| page.query("id"));
            let id = id.filter(|id| is_number(id))?;
            let src = ["https://platform.twitter.com/embed/Tweet.html?dnt=true&id=", id];
            of("X", &src, Room::Portrait(550, 500))
        }
        "instagram.com" => {
            let kinds = ["p", "reel", "tv"];
            let (kind, id) = kinds.iter().find_map(|kind| Some((*kind, page.after(kind)?)))?;
            let id = Some(id).filter(|id| is_id(id))?;
            let src = ["https://www.instagram.com/", kind, "/", id, "/embed/captioned/"];
            of("Instagram", &src, Room::Portrait(540, 680))
        }
        "bsky.app" => {
            let who = page.after("profile").filter(|who| is_account(who))?;
            let id = page.after("post").filter(|id| is_id(id))?;
            let src = ["https://embed.bsky.app/embed/", who, "/app.bsky.feed.post/", id];
            of("Bluesky", &src, Room::Portrait(600, 420))
        }
        "google.com" | "maps.google.com" => return google_maps(&page),
        "openstreetmap.org" => return open_street_map(&page),
        _ => return mastodon(&page),
    };
    Some(found)
}

fn youtube(page: &Page<'_>) -> Option<Frame> {
    let kinds = ["embed", "shorts", "live", "v"];
    let id = kinds.iter().find_map(|kind| page.after(kind)).or_else(|| page.query("v"));
    let id = id.or_else(|| page.part(0).filter(|_| page.host == "youtu.be"));
    let list = page.query("list").filter(|list| is_id(list));
    let start = page.query("start").or_else(|| page.query("t")).and_then(seconds);
    let is_short = page.after("shorts").is_some();
    let mut src = String::from("https://www.youtube-nocookie.com/embed/");
    match (id.filter(|id| *id != "videoseries"), list) {
        (Some(id), _) if is_id(id) => src.push_str(id),
        (None, Some(list)) => {
            src.push_str("videoseries?list=");
            src.push_str(list);
        }
        _ => return None,
    }
    if let Some(start) = start {
        src.push_str(if src.contains('?') { "&start=" } else { "?start=" });
        src.push_str(&start);
    }
    let room = if is_short { Room::Portrait(325, 580) } else { Room::Film };
    Some(Frame { provider: "YouTube", src, room, tells_height: false })
}

/// A time as parameters give it: `90`, `90s`, `1h2m3s`.
fn seconds(text: &str) -> Option<String> {
    let (mut all, mut number) = (0_u32, 0_u32);
    for c in text.chars() {
        match c {
            '0'..='9' => number = number.checked_mul(10)?.checked_add(c.to_digit(10)?)?,
            'h' => all = all.checked_add(std::mem::take(&mut number).checked_mul(3600)?)?,
            'm' => all = all.checked_add(std::mem::take(&mut number).checked_mul(60)?)?,
            's' => all = all.checked_add(std::mem::take(&mut number))?,
            _ => return None,
        }
    }
    let all = all.checked_add(number)?;
    (all > 0).then(|| crate::text::number::digits(all))
}

fn soundcloud(url: &str, is_list: bool) -> Frame {
    Frame {
        provider: "SoundCloud",
        src: concat(&["https://w.soundcloud.com/player/?url=", url]),
        room: Room::High(if is_list { 450 } else { 166 }),
        tells_height: false,
    }
}

/// Maps: one that was made to be embedded, a place, or a search.
fn google_maps(page: &Page<'_>) -> Option<Frame> {
    if page.host == "google.com" && page.part(0) != Some("maps") {
        return None;
    }
    let found =
        |src: String| Frame { provider: "Google Maps", src, room: Room::High(450), tells_height: false };
    if let Some(pb) = page.query("pb").filter(|pb| pb.bytes().all(is_plain)) {
        return Some(found(concat(&["https://www.google.com/maps/embed?pb=", pb])));
    }
    let whole = |part: &&str| part.starts_with('@');
    let at = page.parts.iter().copied().find(whole).map(|part| part.trim_start_matches('@'));
    let mut numbers = at.into_iter().flat_map(|at| at.split(','));
    let (latitude, longitude) =
        (numbers.next().filter(|n| is_decimal(n)), numbers.next().filter(|n| is_decimal(n)));
    let place = page.after("place").or_else(|| page.after("search")).or_else(|| page.query("q"));
    let place = place.filter(|place| place.bytes().all(is_plain));
    let src = match (place, latitude, longitude) {
        (Some(place), ..) => concat(&["https://www.google.com/maps?output=embed&q=", place]),
        (None, Some(latitude), Some(longitude)) => {
            concat(&["https://www.google.com/maps?output=embed&q=", latitude, ",", longitude])
        }
        _ => return None,
    };
    Some(found(src))
}

/// `#map=ZOOM/LATITUDE/LONGITUDE`, with a marker where the parameters name one; or a map that was made to be embedded.
fn open_street_map(page: &Page<'_>) -> Option<Frame> {
    let marker = match (page.query("mlat"), page.query("mlon")) {
        (Some(latitude), Some(longitude)) if is_decimal(latitude) && is_decimal(longitude) => {
            concat(&["&marker=", latitude, "%2C", longitude])
        }
        _ => String::new(),
    };
    let marked = page.query("marker").map(decoded).filter(|marker| marker.split(',').all(is_decimal));
    let marker = marked.map_or(marker, |marked| concat(&["&marker=", &marked.replace(',', "%2C")]));
    let embedded = page.query("bbox").map(decoded).filter(|bbox| bbox.split(',').all(is_decimal));
    let bbox = match embedded {
        Some(bbox) => bbox.replace(',', "%2C"),
        None => {
            let map = page.fragment.split('&').find_map(|pair| pair.strip_prefix("map="))?;
            let mut parts = map.split('/');
            let zoom = crate::text::number::whole(parts.next()?, 10)?.min(19);
            let (latitude, longitude) = (micro(parts.next()?)?, micro(parts.next()?)?);
            // A frame shows about two and a half tiles of 256 pixels, of which 2 to the power of the zoom go round the earth.
            let half = 450_000_000_i32 >> zoom;
            let sides = [longitude - half, latitude - half / 2, longitude + half, latitude + half / 2];
            let written: Vec<String> = sides.into_iter().map(decimal).collect();
            crate::text::search::joined(&written, "%2C")
        }
    };
    let src = concat(&["https://www.openstreetmap.org/export/embed.html?layer=mapnik&bbox=", &bbox, &marker]);
    Some(Frame { provider: "OpenStreetMap", src, room: Room::High(450), tells_height: false })
}

/// Degrees in millionths; none that are not on the earth. (Floats would bring 20 KB of tables.)
fn micro(text: &str) -> Option<i32> {
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let mut micro = crate::text::number::whole(whole, 10).filter(|whole| *whole <= 180)? as i32;
    let mut digits = fraction.chars();
    for _ in 0..6 {
        micro = micro * 10 + digits.next().map_or(Some(0), |digit| digit.to_digit(10))? as i32;
    }
    Some(sign * micro)
}

/// Such a number as it is written.
fn decimal(micro: i32) -> String {
    use crate::text::number::digits;
    let (sign, all) = (if micro < 0 { "-" } else { "" }, micro.unsigned_abs());
    let fraction = digits(1_000_000 + all % 1_000_000);
    concat(&[sign, &digits(all / 1_000_000), ".", fraction.get(1..).unwrap_or_default()])
}

/// A post of Mastodon's, which stands on anybody's server: `/@name/number`.
fn mastodon(page: &Page<'_>) -> Option<Frame> {
    let (who, id) = (page.part(0)?, page.part(1)?);
    let name = who.strip_prefix('@').filter(|name| is_account(name))?;
    let rest = page.parts.get(2..).unwrap_or_default();
    let is_post = is_number(id) && id.len() >= 15 && (rest.is_empty() || rest == ["embed"]);
    if !is_post || !page.origin.starts_with("https://") {
        return None;
    }
    let src = concat(&[page.origin, "/@", name, "/", id, "/embed"]);
    Some(Frame { provider: "Mastodon", src, room: Room::Portrait(600, 480), tells_height: false })
}

/// An address in its parts.
struct Page<'a> {
    origin: &'a str,
    host: &'a str,
    parts: Vec<&'a str>,
    query: &'a str,
    fragment: &'a str,
}

impl<'a> Page<'a> {
    fn new(url: &'a Address) -> Option<Self> {
        let (whole, fragment) = url.as_str().split_once('#').unwrap_or((url.as_str(), ""));
        let (rest, query) = whole.split_once('?').unwrap_or((whole, ""));
        let (scheme, rest) = rest.split_once("://")?;
        let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
        // A name or a port before or behind the host is none of a provider's.
        if !matches!(scheme, "http" | "https") || authority.contains(['@', ':']) {
            return None;
        }
        let host = authority.strip_prefix("www.").unwrap_or(authority);
        let parts = path.split('/').filter(|part| !part.is_empty()).collect();
        Some(Page { origin: url.origin(), host, parts, query, fragment })
    }

    fn part(&self, at: usize) -> Option<&'a str> {
        self.parts.get(at).copied()
    }

    /// What stands behind a part of the path.
    fn after(&self, name: &str) -> Option<&'a str> {
        let at = self.parts.iter().position(|part| *part == name)?;
        self.part(at + 1)
    }

    fn query(&self, key: &str) -> Option<&'a str> {
        self.query
            .split('&')
            .find_map(|pair| pair.split_once('=').filter(|(name, _)| *name == key))
            .map(|(_, value)| value)
    }
}

/// What providers number things by.
fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 200
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.len() <= 25 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    !digits.is_empty()
        && digits.len() <= 25
        && digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

/// An account: a host's name, an identifier with colons, or a name with its server.
fn is_account(text: &str) -> bool {
    text.len() <= 300 && text.split(['.', ':', '@']).all(is_id)
}

/// What stands in the value of a parameter without ending it.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'-' | b'_' | b'.' | b'!' | b'%' | b'+' | b',' | b'~' | b'*')
}

/// A value as it was before it was encoded into an address.
fn decoded(value: &str) -> String {
    let fragment = concat(&["https://a.invalid/#", value]);
    resolve(&fragment, None, Purpose::Page).and_then(|address| address.fragment()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
