//! What `xtask/bench/run.js` writes: every sample of everything that was measured.

use serde::{Deserialize, Serialize};

/// All of it; what was not asked for is not there.
#[derive(Deserialize)]
pub(super) struct Samples {
    pub(super) slow: Option<Vec<Visits>>,
    pub(super) fast: Option<Vec<Visits>>,
    pub(super) copy: Option<Vec<Answered>>,
    pub(super) long: Option<Vec<Long>>,
    pub(super) second: Option<Vec<Long>>,
    pub(super) rendering: Option<Vec<Rendering>>,
    pub(super) million: Option<f64>,
    pub(super) many: Option<Vec<Many>>,
    pub(super) steps: Option<Vec<Steps>>,
    pub(super) interactions: Option<Vec<Interaction>>,
    pub(super) memory: Option<Vec<Held>>,
    pub(super) lazy: Option<Lazy>,
    pub(super) machine: Machine,
    pub(super) browser: String,
}

impl Samples {
    /// Whether all was measured.
    pub(super) fn is_whole(&self) -> bool {
        self.slow.is_some()
            && self.fast.is_some()
            && self.copy.is_some()
            && self.long.is_some()
            && self.second.is_some()
            && self.rendering.is_some()
            && self.million.is_some()
            && self.many.is_some()
            && self.steps.is_some()
            && self.interactions.is_some()
            && self.memory.is_some()
            && self.lazy.is_some()
    }
}

/// The first visits of one contender on one line.
#[derive(Deserialize)]
pub(super) struct Visits {
    pub(super) contender: String,
    pub(super) samples: Vec<Visit>,
}

/// One first visit.
#[derive(Deserialize)]
pub(super) struct Visit {
    /// Over the wire, headers included, of scripts, wasm and sheets.
    pub(super) bytes: f64,
    /// Milliseconds from navigation to headline and body painted.
    pub(super) article: f64,
    /// Milliseconds of the longest task.
    pub(super) longest: f64,
    /// Cumulative layout shift.
    pub(super) shift: f64,
}

/// One contender's answers to a click on "copy link", on the slow line.
#[derive(Deserialize)]
pub(super) struct Answered {
    pub(super) contender: String,
    /// Milliseconds from navigation to the address in the clipboard.
    pub(super) samples: Vec<f64>,
}

/// One article of one contender, navigation to painted.
#[derive(Deserialize)]
pub(super) struct Long {
    pub(super) contender: String,
    /// The number of its paragraphs, or what else it is called.
    pub(super) article: String,
    pub(super) samples: Vec<Work>,
}

/// What the main thread did for it, in milliseconds.
#[derive(Deserialize)]
pub(super) struct Work {
    /// From navigation to headline and body painted.
    pub(super) article: f64,
    /// The longest task.
    pub(super) longest: f64,
    pub(super) script: f64,
    pub(super) style: f64,
    pub(super) layout: f64,
    /// Parsing of HTML.
    pub(super) parse: f64,
    /// How many elements were styled.
    pub(super) styled: f64,
}

/// A long article set on the widget where everything is loaded, to its paint, in milliseconds.
#[derive(Deserialize)]
pub(super) struct Rendering {
    pub(super) paragraphs: u32,
    pub(super) samples: Vec<f64>,
}

/// One element, or fifty, on one page.
#[derive(Deserialize)]
pub(super) struct Many {
    pub(super) contender: String,
    pub(super) samples: Vec<Page>,
}

/// A page when all its elements stand.
#[derive(Deserialize)]
pub(super) struct Page {
    /// Milliseconds from navigation to all painted.
    pub(super) painted: f64,
    /// Requests of a wasm.
    pub(super) wasms: u32,
    /// Instances of one.
    pub(super) instances: u32,
    /// Different style sheets.
    pub(super) sheets: u32,
}

/// Steps of a carousel to the painted frame, in milliseconds, a list a round.
#[derive(Deserialize)]
pub(super) struct Steps {
    pub(super) contender: String,
    pub(super) samples: Vec<Vec<f64>>,
}

/// A control and its worst interaction in milliseconds; 0 where the browser reports none, being too short.
#[derive(Deserialize)]
pub(super) struct Interaction {
    pub(super) name: String,
    pub(super) duration: f64,
}

/// What is held after so many mounts and removals.
#[derive(Deserialize)]
pub(super) struct Held {
    pub(super) mounts: u32,
    /// Of 64 KB, of wasm memory.
    pub(super) pages: u32,
    /// Kilobytes of JavaScript.
    pub(super) heap: u32,
    pub(super) nodes: u32,
    pub(super) listeners: u32,
}

/// What a page with `loading="lazy"` asks the server for.
#[derive(Deserialize)]
pub(super) struct Lazy {
    pub(super) before: Vec<String>,
    pub(super) after: Vec<String>,
}

/// Where it was measured.
#[derive(Deserialize, Serialize)]
pub(super) struct Machine {
    pub(super) date: String,
    pub(super) system: String,
    pub(super) processor: String,
    pub(super) cores: u32,
    pub(super) gigabytes: u32,
    /// The load average, before and after.
    pub(super) load: [f64; 2],
}
