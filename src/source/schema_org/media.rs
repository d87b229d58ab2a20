//! Films and recordings that an article names beside its text: `video`, and `audio`, whose first is the text as it is read aloud.

use super::graph::{Graph, each};
use super::{picture, text};
use crate::article::{Block, BlockKind, Inline, Media};
use crate::network::address::{Address, Purpose, resolve};
use crate::network::json::Json;
use crate::source::compose::embed;
use crate::source::limit::ATTACHMENTS_MAX;
use crate::source::native::address;
use crate::text::number;
use crate::text::search::around;

/// Adds them to the end of a body, those apart that it has. Returns the recording of the text, which is not part of it.
pub(super) fn append(
    graph: &Graph,
    node: &Json,
    base: Option<&Address>,
    body: &mut Vec<Block>,
) -> Option<Media> {
    let mut there: Vec<Address> = body.iter().filter_map(source).take(ATTACHMENTS_MAX).collect();
    let mut spoken = None;
    for (key, kind) in [("video", BlockKind::Video as fn(Media) -> BlockKind), ("audio", BlockKind::Audio)] {
        for item in graph.each(node, key, ATTACHMENTS_MAX) {
            let Some(block) = block(graph, &item, base, kind) else { continue };
            let Some(source) = source(&block).filter(|source| !there.contains(source)) else { continue };
            there.push(source);
            match block.kind {
                BlockKind::Audio(media) if spoken.is_none() => spoken = Some(media),
                kind => body.push(kind.into()),
            }
        }
    }
    spoken
}

/// The address of what a block plays or leads to.
fn source(block: &Block) -> Option<Address> {
    match &block.kind {
        BlockKind::Video(media) | BlockKind::Audio(media) => Some(media.src.clone()),
        BlockKind::Embed { url, .. } => Some(url.clone()),
        _ => None,
    }
}

/// A film or a recording: its file, else a link to the page that has it.
fn block(graph: &Graph, item: &Json, base: Option<&Address>, kind: fn(Media) -> BlockKind) -> Option<Block> {
    let title = text::line(item, "name");
    let file = address(item, "contentUrl", base, Purpose::Page);
    // A list of pieces, which most browsers play with a script alone.
    let Some(src) = file.filter(|file| !file.path().ends_with(".m3u8")) else {
        let page = each(&item.get("embedUrl")).iter().chain(&each(&item.get("url"))).find_map(Json::trimmed);
        return resolve(&page?, base, Purpose::Page).map(|page| embed(&page, title));
    };
    let mut media = Media::new(src);
    media.poster = picture::lead(graph, item, base).map(|image| image.src);
    media.duration = text::line(item, "duration").and_then(|text| seconds(&text));
    let caption = text::line(item, "caption").or(title).or_else(|| text::line(item, "description"));
    media.caption = caption.map(Inline::Text).into_iter().collect();
    Some(kind(media).into())
}

/// The seconds of a duration of ISO 8601 (`PT1H2M3S`, `P0DT45.5S`). `None` for what is none, or is empty.
fn seconds(duration: &str) -> Option<u32> {
    let (days, time) = around(duration.strip_prefix('P')?, "T")?;
    let mut seconds: u32 = 0;
    let mut digits = String::new();
    for (part, units) in [(days, &[('D', 86_400)][..]), (time, &[('H', 3_600), ('M', 60), ('S', 1)])] {
        for c in part.chars() {
            if c.is_ascii_digit() || c == '.' {
                digits.push(c);
                continue;
            }
            let (_, unit) = units.iter().find(|(name, _)| *name == c)?;
            // The rest of a second does not count.
            let whole = around(&digits, ".").map_or(digits.as_str(), |(whole, _)| whole);
            seconds = seconds.checked_add(number::whole(whole, 10)?.checked_mul(*unit)?)?;
            digits.clear();
        }
    }
    (seconds > 0 && digits.is_empty()).then_some(seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_duration_is_read_in_seconds() {
        for (duration, right) in [
            ("PT1M33S", Some(93)),
            ("PT1H2M3S", Some(3_723)),
            ("P0DT0H0M45.9S", Some(45)),
            ("P1DT1S", Some(86_401)),
            ("PT0S", None),
            ("93", None),
            ("PT1M3", None),
            ("PT1X", None),
            ("PT99999999999999H", None),
            ("PT4294967295H", None),
        ] {
            assert_eq!(seconds(duration), right, "{duration}");
        }
    }
}
