//! Recordings, videos and charts.

use super::container::{Container, ContainerKind};
use super::line::{Line, LineKind};
use super::{Builder, End, figure};
use crate::article::{Block, BlockKind, Inline, Media, MediaSource, Track, plain_text};
use crate::network::address::{Address, Purpose, resolve};
use crate::source::html::attribute::{Attribute, Attributes, some};
use crate::source::html::embed;
use crate::text::language;
use crate::text::search::{around, trimmed};
use std::mem::{replace, take};

/// The most sources and tracks of one recording.
const FORMS_MAX: usize = 20;
/// The longest name of a chart, in characters.
const CHART_MAX: usize = 300;

impl Builder<'_> {
    pub(super) fn open_player(&mut self, kind: ContainerKind, attributes: &Attributes<'_>) -> End {
        let mut player = Container::new(kind);
        self.add_source(&mut player, attributes);
        player.poster = self.address(attributes, Attribute::Poster, Purpose::Image);
        player.label = some(attributes.get(Attribute::Label));
        // A chart stays at its place in the text. All others stand between paragraphs.
        if self.line.kind == LineKind::Paragraph {
            self.flush();
        }
        player.line = Some(replace(&mut self.line, Line::new()));
        self.start_container(player)
    }

    /// Adds a `source` or a `track` of a recording.
    pub(super) fn add_form(&mut self, attributes: &Attributes<'_>, is_track: bool) {
        if !matches!(self.container.kind, ContainerKind::Audio | ContainerKind::Video) {
            return;
        }
        let mut player = take(&mut self.container);
        if !is_track {
            self.add_source(&mut player, attributes);
        } else if player.tracks.len() < FORMS_MAX
            && let Some(src) = self.address(attributes, Attribute::Source, Purpose::Page)
        {
            player.tracks.push(Track {
                src,
                kind: Track::kind_named(&attributes.get(Attribute::TrackKind).to_ascii_lowercase()),
                srclang: language::tag(trimmed(&attributes.get(Attribute::TrackLanguage))),
                label: some(attributes.get(Attribute::TrackLabel)),
                default: attributes.has(Attribute::Default),
            });
        }
        self.container = player;
    }

    fn add_source(&self, player: &mut Container, attributes: &Attributes<'_>) {
        let late = attributes.either(Attribute::LateSource, Attribute::GuessedSource);
        let src = self
            .address(attributes, Attribute::Source, Purpose::Page)
            .or_else(|| resolve(&late, self.base, Purpose::Page));
        if let Some(src) = src
            && player.sources.len() < FORMS_MAX
            && !player.sources.iter().any(|known| known.src == src)
        {
            player.sources.push(MediaSource { src, kind: some(attributes.get(Attribute::Type)) });
        }
    }

    /// Adds a recording or a video. The fallback for browsers without players is dropped, but a link to the recording
    /// is kept.
    pub(super) fn end_player(
        &mut self,
        player: &mut Container,
        instead: Vec<Block>,
        mut caption: Vec<Inline>,
    ) {
        if let Some(line) = player.line.take() {
            self.line = line;
        }
        // The main address must be that of a file, not of a playlist, because every client can use it.
        let sources = take(&mut player.sources);
        let src = sources.iter().find(|source| !is_playlist(source)).or(sources.first());
        let src = src.map(|source| source.src.clone());
        for block in instead {
            if !figure::is_link(&block) {
                continue;
            }
            if src.is_none() {
                self.emit(block.kind);
            } else if let BlockKind::Paragraph { content } = block.kind
                && caption.is_empty()
            {
                caption = content;
            }
        }
        let Some(src) = src else { return self.paragraph(caption) };
        let media = Media {
            sources: if sources.len() > 1 { sources } else { Vec::new() },
            tracks: take(&mut player.tracks),
            poster: player.poster.take(),
            caption,
            ..Media::new(src)
        };
        let is_video = player.kind == ContainerKind::Video;
        self.emit(if is_video { BlockKind::Video(media) } else { BlockKind::Audio(media) });
    }

    /// Adds a notice in place of a chart: its words, and a link to its page.
    pub(super) fn end_chart(&mut self, chart: &mut Container, words: Vec<Block>) {
        if let Some(line) = chart.line.take() {
            self.line = line;
        }
        let mut text = chart.label.take().unwrap_or_default();
        for block in &words {
            if let BlockKind::Paragraph { content } = &block.kind {
                if !text.is_empty() {
                    text.push(' ');
                }
                plain_text(content, &mut text);
            }
        }
        let title: String = text.chars().take(CHART_MAX).collect();
        match self.base.and_then(|base| resolve(base.without_fragment(), None, Purpose::Page)) {
            Some(page) => {
                let (provider, url) = embed::provider(&page);
                self.emit(BlockKind::Embed { provider, url, title: some(title) });
            }
            None => self.emit(BlockKind::Callout { title: None, body: words }),
        }
    }
}

/// Returns true if a source is a playlist, which some browsers cannot play.
fn is_playlist(source: &MediaSource) -> bool {
    let kind = source.kind.as_deref().unwrap_or_default().to_ascii_lowercase();
    is_ending(&source.src, ".m3u8") || is_ending(&source.src, ".mpd") || around(&kind, "mpegurl").is_some()
}

fn is_ending(address: &Address, end: &str) -> bool {
    address.path().to_ascii_lowercase().ends_with(end)
}
