//! Keeps what the sample endpoints have accepted, in JSON Lines files, across restarts.

use std::fs::{self, File, OpenOptions};
use std::io::Write as _;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Context as _, Result};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The two contracts for comments.
#[derive(Serialize, Deserialize, Clone, Copy, Debug, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Contract {
    /// The project's own.
    Native,
    /// WordPress' REST one.
    WordPress,
}

/// An accepted comment.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub(crate) struct Comment {
    pub(crate) id: u64,
    pub(crate) contract: Contract,
    /// The article's id, or the number of the post.
    pub(crate) article: String,
    /// Identifies repeated requests of the same comment.
    #[serde(default)]
    pub(crate) submission: Option<String>,
    pub(crate) name: String,
    pub(crate) email: String,
    #[serde(default)]
    pub(crate) website: String,
    pub(crate) body: String,
    /// The comment that it answers.
    #[serde(default)]
    pub(crate) parent: u64,
    /// Seconds since 1970.
    pub(crate) at: u64,
    pub(crate) published: bool,
}

/// An accepted subscription.
#[derive(Serialize, Deserialize, Clone, Debug)]
pub(crate) struct Subscription {
    pub(crate) email: String,
    #[serde(default)]
    pub(crate) consent: bool,
    /// The newsletters that were chosen.
    #[serde(default)]
    pub(crate) lists: Vec<String>,
    pub(crate) submission: String,
    /// Seconds since 1970.
    pub(crate) at: u64,
}

/// Both files.
pub(crate) struct Store {
    comments: Mutex<Lines<Comment>>,
    subscriptions: Mutex<Lines<Subscription>>,
}

impl Store {
    /// Reads what earlier runs have kept in `directory`.
    pub(crate) fn open(directory: &Path) -> Result<Self> {
        fs::create_dir_all(directory).with_context(|| directory.display().to_string())?;
        Ok(Self {
            comments: Mutex::new(Lines::open(&directory.join("comments.jsonl"))?),
            subscriptions: Mutex::new(Lines::open(&directory.join("newsletter.jsonl"))?),
        })
    }

    /// The comments. The lock makes testing for one and adding it a single step.
    pub(crate) fn comments(&self) -> MutexGuard<'_, Lines<Comment>> {
        self.comments.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The subscriptions.
    pub(crate) fn subscriptions(&self) -> MutexGuard<'_, Lines<Subscription>> {
        self.subscriptions.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// One file with its entries.
pub(crate) struct Lines<T> {
    file: File,
    entries: Vec<T>,
}

impl<T: Serialize + DeserializeOwned> Lines<T> {
    fn open(path: &Path) -> Result<Self> {
        let file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(path)
            .with_context(|| path.display().to_string())?;
        let mut entries = Vec::new();
        for (number, line) in fs::read_to_string(path)?.lines().enumerate() {
            match serde_json::from_str(line) {
                Ok(entry) => entries.push(entry),
                Err(error) => eprintln!("{}:{}: left out: {error}", path.display(), number + 1),
            }
        }
        Ok(Self { file, entries })
    }

    /// What there is, oldest first.
    pub(crate) fn entries(&self) -> &[T] {
        &self.entries
    }

    /// Adds an entry, first to the file.
    pub(crate) fn add(&mut self, entry: T) -> Result<()> {
        let mut line = serde_json::to_vec(&entry)?;
        line.push(b'\n');
        self.file.write_all(&line)?;
        self.entries.push(entry);
        Ok(())
    }
}
