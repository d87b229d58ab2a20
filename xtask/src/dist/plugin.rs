//! The WordPress plugin, with the element's files in it: `target/plugin/news-article`, ready to be zipped or copied into
//! `wp-content/plugins`.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::package;
use crate::project;

/// Beside the plugin's own files: what `dist` has made, but for what only npm and editors read.
const ASSETS: &str = "assets";

/// Makes it anew.
pub(crate) fn make(dist: &Path) -> Result<()> {
    let source = project::root().join("integrations/wordpress/news-article");
    let plugin = project::target().join("plugin/news-article");
    if plugin.exists() {
        fs::remove_dir_all(&plugin).with_context(|| plugin.display().to_string())?;
    }
    copy(&source, &plugin, |_| true)?;
    copy(dist, &plugin.join(ASSETS), is_fetched)?;
    eprintln!("The WordPress plugin is in {}", plugin.display());
    Ok(())
}

/// Whether a page or the plugin reads the file.
fn is_fetched(name: &str) -> bool {
    name == "sri.json"
        || name.starts_with("locale/")
        || name.starts_with("news-article") && !name.ends_with(".d.ts")
}

fn copy(from: &Path, to: &Path, wanted: impl Fn(&str) -> bool) -> Result<()> {
    for name in package::files(from)?.iter().filter(|name| wanted(name)) {
        let target = to.join(name);
        if let Some(directory) = target.parent() {
            fs::create_dir_all(directory)?;
        }
        fs::copy(from.join(name), &target).with_context(|| target.display().to_string())?;
    }
    Ok(())
}
