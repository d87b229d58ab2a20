//! Watches the sources. Changes of compiled files cause a build, changes of others a reload.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, SystemTime};

use anyhow::Result;
use notify_debouncer_mini::new_debouncer;
use notify_debouncer_mini::notify::RecursiveMode;

use super::reload::Reload;
use crate::wasm::{self, Profile};

/// The sources of the wasm.
const COMPILED: [&str; 4] = ["Cargo.toml", "build.rs", "src", "style"];
/// Files that are served unchanged.
const SERVED: [&str; 4] = ["index.html", "demo", "docs", "article.schema.json"];

/// Long enough for an editor to finish writing.
const QUIET: Duration = Duration::from_millis(120);

/// Watches on a thread of its own, as long as the process lives. If a build fails, the compiler's messages are
/// printed, and the last good build stays in `directory`.
pub(crate) fn start(root: &Path, profile: Profile, directory: PathBuf, reload: Reload) -> Result<()> {
    let (sender, events) = mpsc::channel();
    let mut debouncer = new_debouncer(QUIET, sender)?;
    // The root itself, for its files and for new directories; without what is below it.
    debouncer.watcher().watch(root, RecursiveMode::NonRecursive)?;
    for name in COMPILED.into_iter().chain(SERVED) {
        let path = root.join(name);
        if path.is_dir() {
            debouncer.watcher().watch(&path, RecursiveMode::Recursive)?;
        }
    }
    let root = root.to_path_buf();
    thread::spawn(move || {
        let mut seen = Seen::now(&root);
        for _ in &events {
            // Reading a file is an event, too, so the sources are compared.
            let present = Seen::now(&root);
            let (compiled, served) = (present.compiled != seen.compiled, present.served != seen.served);
            seen = present;
            if compiled {
                eprintln!("Building …");
                match wasm::build(profile, &directory) {
                    Ok(()) => eprintln!("Built."),
                    Err(error) => {
                        eprintln!("{error:#}; the last good build stays");
                        continue;
                    }
                }
            }
            if compiled || served {
                reload.now();
            }
        }
        drop(debouncer);
    });
    Ok(())
}

/// The state of the sources: each file's time and length.
struct Seen {
    compiled: Files,
    served: Files,
}

type Files = Vec<(PathBuf, Option<SystemTime>, u64)>;

impl Seen {
    fn now(root: &Path) -> Self {
        let (mut compiled, mut served) = (Files::new(), Files::new());
        COMPILED.into_iter().for_each(|name| list(&root.join(name), &mut compiled));
        SERVED.into_iter().for_each(|name| list(&root.join(name), &mut served));
        // The shell's scripts are among the sources, but are served unchanged.
        let (scripts, rest) = compiled.into_iter().partition(|(path, ..)| is_script(path));
        served.extend::<Files>(scripts);
        Self { compiled: rest, served }
    }
}

fn is_script(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "js")
}

fn list(path: &Path, files: &mut Files) {
    let Ok(data) = fs::metadata(path) else { return };
    if data.is_file() {
        files.push((path.to_path_buf(), data.modified().ok(), data.len()));
        return;
    }
    let Ok(entries) = fs::read_dir(path) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().for_each(|path| list(path, files));
}
