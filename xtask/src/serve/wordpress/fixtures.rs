//! The captured answers.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde_json::Value;

/// The captured answers by request.
pub(super) struct Fixtures {
    /// Posts by id.
    posts: BTreeMap<u64, Value>,
    /// Public comments, oldest first.
    comments: Vec<Value>,
    /// Refusals by file name.
    errors: BTreeMap<String, Value>,
    /// The form of a comment that was just accepted.
    created: Value,
    /// The protected post with its text, and its password.
    unlocked: Option<(Value, String)>,
    /// The id of the draft, of which only errors were captured.
    draft: Option<u64>,
}

impl Fixtures {
    /// Reads `directory`.
    pub(super) fn load(directory: &Path) -> Result<Self> {
        let read = |name: &str| -> Result<Value> {
            let path = directory.join(name);
            let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            serde_json::from_str(&text).with_context(|| path.display().to_string())
        };
        let mut fixtures = Self {
            posts: BTreeMap::new(),
            comments: Vec::new(),
            errors: BTreeMap::new(),
            created: read("comment-created-hold.json")?,
            unlocked: None,
            draft: None,
        };
        let index = read("index.json")?;
        // Lists come first, because a post that was captured by itself replaces the one from a list.
        for post in read("list-related.json")?.as_array().into_iter().flatten() {
            fixtures.add_post(post.clone());
        }
        for entry in index.as_array().into_iter().flatten() {
            let Some(file) = entry["file"].as_str() else { continue };
            let Some(name) = file.strip_suffix(".json") else { continue };
            let request = entry["request"].as_str().unwrap_or_default();
            match name.split('-').next() {
                Some("error") => {
                    fixtures.errors.insert(name.to_owned(), read(file)?);
                    if name == "error-post-draft" {
                        fixtures.draft = request.rsplit('/').next().and_then(|id| id.parse().ok());
                    }
                }
                Some("comments") if !name.contains(".page") => {
                    fixtures.comments.extend(read(file)?.as_array().cloned().unwrap_or_default());
                }
                Some("post") if request.contains("password=") => {
                    let password = request.split("password=").nth(1).unwrap_or_default();
                    let password = password.split('&').next().unwrap_or_default().to_owned();
                    fixtures.unlocked = Some((read(file)?, password));
                }
                Some("post") if !name.starts_with("post-by-") => fixtures.add_post(read(file)?),
                _ => {}
            }
        }
        Ok(fixtures)
    }

    fn add_post(&mut self, post: Value) {
        if let Some(id) = post["id"].as_u64() {
            self.posts.insert(id, post);
        }
    }

    /// A post by its id.
    pub(super) fn post(&self, id: u64) -> Option<&Value> {
        self.posts.get(&id)
    }

    /// All posts, newest first.
    pub(super) fn posts(&self) -> Vec<&Value> {
        let mut posts: Vec<&Value> = self.posts.values().collect();
        posts.sort_by(|a, b| b["date"].as_str().cmp(&a["date"].as_str()));
        posts
    }

    /// Public comments, oldest first.
    pub(super) fn comments(&self) -> &[Value] {
        &self.comments
    }

    /// A captured error.
    pub(super) fn error(&self, name: &str) -> &Value {
        self.errors.get(name).unwrap_or(&Value::Null)
    }

    /// The form of a comment that was just accepted.
    pub(super) fn created(&self) -> &Value {
        &self.created
    }

    /// The protected post with its text, and its password.
    pub(super) fn unlocked(&self) -> Option<&(Value, String)> {
        self.unlocked.as_ref()
    }

    /// Returns true if a post is a draft.
    pub(super) fn is_draft(&self, id: u64) -> bool {
        self.draft == Some(id)
    }
}
