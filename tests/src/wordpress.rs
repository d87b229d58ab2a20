//! A real WordPress, made by `tests/wordpress/serve`.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// The site, and its database.
pub struct WordPress {
    origin: String,
    socket: String,
    folder: PathBuf,
}

impl WordPress {
    /// The site in `NEWS_ARTICLE_WORDPRESS`, whose line `serve` prints.
    pub fn running() -> Self {
        let line = env::var("NEWS_ARTICLE_WORDPRESS").unwrap_or_default();
        let words: Vec<&str> = line.split_whitespace().collect();
        let [origin, socket, folder] = words[..] else {
            panic!("NEWS_ARTICLE_WORDPRESS is not what tests/wordpress/serve prints: {line:?}")
        };
        WordPress { origin: origin.to_owned(), socket: socket.to_owned(), folder: folder.into() }
    }

    /// Its origin: scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The answer of its database: one line a row, with tabs between columns.
    pub fn sql(&self, query: &str) -> String {
        let output = Command::new("mariadb")
            .args(["--no-defaults", "--user=root", "--default-character-set=utf8mb4", "--skip-column-names"])
            .args(["--batch", "--socket", &self.socket, "wordpress", "--execute", query])
            .output()
            .expect("mariadb");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{query}: {told}");
        String::from_utf8_lossy(&output.stdout).trim_end().to_owned()
    }

    /// Installs the plugin from `cargo xtask dist` with these settings and activates it; or deactivates it.
    pub fn plugin(&self, settings: Option<&str>) {
        let target = self.folder.join("wp-content/plugins/news-article");
        let mut active = "a:0:{}";
        self.sql("DELETE FROM wp_options WHERE option_name = 'news_article'");
        if let Some(settings) = settings {
            let made = crate::server::target().join("plugin/news-article");
            // Existing files are kept, because a request that is still running would miss them, and log an error.
            let copied =
                Command::new("cp").args(["-r", "-u", "-T"]).arg(&made).arg(&target).status().expect("cp");
            assert!(copied.success(), "{}: `cargo xtask dist` makes it", made.display());
            active = "a:1:{i:0;s:29:\"news-article/news-article.php\";}";
            if !settings.is_empty() {
                self.sql(&format!(
                    "INSERT INTO wp_options (option_name, option_value) VALUES ('news_article', '{settings}')"
                ));
            }
        }
        self.sql(&format!(
            "UPDATE wp_options SET option_value = '{active}' WHERE option_name = 'active_plugins'"
        ));
    }

    /// Runs a script of `tests/wordpress` beside the site. Returns its output.
    pub fn script(&self, name: &str, argument: &str) -> String {
        let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("wordpress").join(name);
        let output = Command::new("php")
            .args(["-d", "display_errors=stderr"])
            .arg(file)
            .arg(argument)
            .arg(&self.folder)
            .env("WORDPRESS_SOCKET", &self.socket)
            .env("WORDPRESS_ADDRESS", &self.origin)
            .output()
            .expect("php");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{name} {argument}: {told}");
        String::from_utf8_lossy(&output.stdout).trim().to_owned()
    }

    /// Activates a theme: `plain` is made of PHP, `blocks` of blocks; or a stock one.
    pub fn theme(&self, name: &str) {
        self.sql(&format!(
            "UPDATE wp_options SET option_value = '{name}' WHERE option_name IN ('template', 'stylesheet'); \
             DELETE FROM wp_options WHERE option_name LIKE '%_transient_%'"
        ));
    }

    /// Returns true if the site has a theme. (The stock ones are separate packages.)
    pub fn has_theme(&self, name: &str) -> bool {
        self.folder.join("wp-content/themes").join(name).join("style.css").is_file()
    }

    /// The style variations of a theme, by the names of their files.
    pub fn styles(&self, theme: &str) -> Vec<String> {
        let folder = self.folder.join("wp-content/themes").join(theme).join("styles");
        let files = fs::read_dir(folder).into_iter().flatten().flatten();
        let names =
            files.filter_map(|file| Some(file.file_name().to_str()?.strip_suffix(".json")?.to_owned()));
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }

    /// Sets the theme's style variation and the site's language. An empty text means the default.
    pub fn look(&self, style: &str, language: &str) {
        self.sql(&format!(
            "DELETE FROM wp_options WHERE option_name IN ('test_style', 'WPLANG') OR option_name LIKE '%_transient_%'; \
             INSERT INTO wp_options (option_name, option_value) VALUES ('test_style', '{style}'), ('WPLANG', '{language}')"
        ));
    }

    /// Activates these of the plugins in `others.php`.
    pub fn others(&self, names: &str) {
        self.sql(&format!(
            "DELETE FROM wp_options WHERE option_name = 'test_others'; \
             INSERT INTO wp_options (option_name, option_value) VALUES ('test_others', '{names}')"
        ));
    }

    /// Sets the Content-Security-Policy of its pages; none if it is empty.
    pub fn policy(&self, policy: &str) {
        let policy = policy.replace('\'', "''");
        self.sql(&format!(
            "DELETE FROM wp_options WHERE option_name = 'test_policy'; \
             INSERT INTO wp_options (option_name, option_value) VALUES ('test_policy', '{policy}')"
        ));
    }

    /// Messages of PHP and WordPress about the plugin, since the last call of `settle`.
    pub fn complaints(&self) -> String {
        fs::read_to_string(self.folder.join("wp-content/complaints.log")).unwrap_or_default()
    }

    /// Sets it up as after installation, when it takes no comments from strangers, or to take them, as
    /// docs/wordpress.md describes.
    pub fn take_comments(&self, taken: bool) {
        let plugins = self.folder.join("wp-content/mu-plugins");
        let (on, off) = (plugins.join("anonymous.php"), plugins.join("anonymous.off"));
        let (from, to) = if taken { (off, on) } else { (on, off) };
        if from.exists() {
            fs::rename(from, to).expect("the plugin is moved");
        }
    }

    /// Resets it to the state in which every test begins. The last comment is hours ago, so that nobody is refused
    /// for writing too fast.
    pub fn settle(&self) {
        self.take_comments(true);
        self.plugin(None);
        self.theme("plain");
        self.look("", "");
        self.others("");
        self.policy("");
        let _ = fs::remove_file(self.folder.join("wp-content/complaints.log"));
        self.sql(
            "UPDATE wp_comments SET comment_date = comment_date - INTERVAL 2 HOUR, \
             comment_date_gmt = comment_date_gmt - INTERVAL 2 HOUR WHERE comment_author_IP <> ''; \
             UPDATE wp_posts SET comment_status = 'open' WHERE post_name <> 'ferme'; \
             UPDATE wp_options SET option_value = '/%category%/%postname%/' \
             WHERE option_name = 'permalink_structure'",
        );
    }
}
