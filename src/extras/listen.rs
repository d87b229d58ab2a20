//! The player that reads the article aloud: its recording, where the publisher has one.

use crate::view::dom::{El, el, part};
use crate::view::page::{Page, PageRef, Section};

/// The speeds that a reader chooses from.
const SPEEDS: [&str; 6] = ["0.75", "1", "1.25", "1.5", "1.75", "2"];

/// The player.
pub struct Player {
    /// The root of the player.
    pub root: El,
}

/// Returns true if there may be something to hear.
pub fn is_wanted(page: &Page) -> bool {
    page.shows(Section::Listen) && (page.article.audio.is_some() || page.settings.speaks)
}

/// The recording, which plays without a script.
pub fn recording(page: &PageRef) -> Option<El> {
    let audio = page.article.audio.as_ref()?;
    let player =
        el("audio").set("controls", "").set("preload", "none").set("aria-label", &page.text("listen"));
    let player = if audio.sources.is_empty() { player.src(&audio.src) } else { player };
    for source in &audio.sources {
        player.add(&el("source").set_some("type", source.kind.as_deref()).src(&source.src));
    }
    Some(part("section", "listen").set("aria-label", &page.text("listen")).child(player))
}

/// The player with the controls that a script adds. Without a recording it is hidden until a voice is available.
pub fn player(page: &PageRef) -> Player {
    let root = match recording(page) {
        Some(recording) => recording,
        None => part("section", "listen").set("aria-label", &page.text("listen")).set("hidden", ""),
    };
    let speed = part("select", "listen-speed").set("aria-label", &page.text("listenSpeed"));
    for value in SPEEDS {
        let chosen = (value == "1").then_some("");
        let shown = crate::text::search::concat(&[value, "×"]);
        speed.add(&el("option").set("value", value).set_some("selected", chosen).text(&shown));
    }
    let play = part("button", "listen-play").set("type", "button").text(&page.text("listenPlay"));
    Player { root: root.child(el("p").set("class", "row").child(play).child(speed)) }
}
