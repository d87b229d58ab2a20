//! The WordPress plugin, with the element's files in it: `target/plugin/news-article`, ready to be zipped or copied into
//! `wp-content/plugins`.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use super::package;
use crate::project;

/// The folder for the files of `dist`, except those that only npm and editors read. It contains the version, so that
/// browsers do not use cached files of another.
const ASSETS: &str = concat!("assets/", env!("CARGO_PKG_VERSION"));

/// Makes it anew.
pub(crate) fn make(dist: &Path) -> Result<()> {
    let source = project::root().join("integrations/wordpress/news-article");
    let plugin = project::target().join("plugin/news-article");
    if plugin.exists() {
        fs::remove_dir_all(&plugin).with_context(|| plugin.display().to_string())?;
    }
    package::copy_files(&source, &plugin, |_| true)?;
    package::copy_files(dist, &plugin.join(ASSETS), is_fetched)?;
    eprintln!("The WordPress plugin is in {}", plugin.display());
    Ok(())
}

/// Returns true if a page or the plugin reads the file, or if the licence requires it.
fn is_fetched(name: &str) -> bool {
    name == "sri.json"
        || name.starts_with("LICENSE")
        || name.starts_with("locale/")
        || name.starts_with("news-article") && !name.ends_with(".d.ts")
}

#[cfg(test)]
mod tests {
    use crate::project;
    use std::fs;

    #[test]
    fn the_plugins_header_and_its_readme_say_the_same_and_the_version_is_ours() {
        let folder = project::root().join("integrations/wordpress/news-article");
        let read = |name: &str| fs::read_to_string(folder.join(name)).expect(name);
        let (header, readme) = (read("news-article.php"), read("readme.txt"));
        let value = |text: &str, name: &str| {
            let line = text.lines().find_map(|line| line.trim_start_matches(" * ").strip_prefix(name));
            line.and_then(|line| line.strip_prefix(':')).map(|value| value.trim().to_owned()).expect(name)
        };
        for name in ["Requires at least", "Requires PHP", "License", "License URI"] {
            assert_eq!(value(&header, name), value(&readme, name), "{name}");
        }
        for name in ["Plugin URI", "Author", "Text Domain"] {
            assert!(!value(&header, name).is_empty(), "{name}");
        }
        // WordPress' own directory is never asked for an update: whoever registers the name there could push one.
        assert_eq!(value(&header, "Update URI"), "false");
        let version = env!("CARGO_PKG_VERSION");
        assert_eq!(value(&header, "Version"), version);
        assert_eq!(value(&readme, "Stable tag"), version);
        assert!(header.contains(&format!("const VERSION = '{version}';")));
        assert!(readme.contains(&format!("= {version} =")));
        // What the directory of plugins cuts off.
        let short = readme.lines().skip_while(|line| !line.is_empty()).nth(1).expect("a short description");
        assert!((1..=150).contains(&short.chars().count()) && value(&readme, "Tags").split(',').count() <= 5);
    }
}
