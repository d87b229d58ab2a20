//! Tests the npm package as its users have it: packed from `dist`, installed into throwaway apps, built by their
//! tools, driven in a browser. The apps are in `tests/npm`, and installed packages stay in `target/package`. [`node`]
//! tests the renderer for Node.js, [`sites`] static sites built with it, [`valid`] whole pages with the W3C's
//! checker.

mod node;
mod sites;
mod valid;

use news_article_tests::{Folder, Page, Process, Scope, dist, free_port, in_engines};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::{fs, io};

/// The folder with the apps, the package installed in it.
fn apps() -> &'static Path {
    static APPS: OnceLock<PathBuf> = OnceLock::new();
    APPS.get_or_init(|| installed("npm", "package"))
}

/// A folder of the tests, copied to `target`, with the package installed in it.
fn installed(source: &str, name: &str) -> PathBuf {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tests.join("../target").join(name);
    let _ = fs::remove_dir_all(&folder);
    copy(&tests.join(source), &folder).expect("the apps are copied");
    run(Command::new("npm").args(["ci", "--no-audit", "--no-fund"]), &folder);
    run(Command::new("npm").arg("pack").arg(dist()), &folder);
    let mut names = fs::read_dir(&folder).expect("a folder").flatten().map(|entry| entry.path());
    let tarball = names.find(|path| path.extension().is_some_and(|one| one == "tgz")).expect("a tarball");
    run(Command::new("npm").args(["install", "--no-save", "--no-audit", "--no-fund"]).arg(tarball), &folder);
    folder
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}

/// Runs a program to its end. Returns its output.
fn run(command: &mut Command, directory: &Path) -> String {
    let output =
        command.current_dir(directory).output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said).into_owned();
    assert!(output.status.success(), "{command:?}: {said}");
    said
}

fn vite() -> Command {
    let mut command = Command::new("node");
    command.arg("node_modules/vite/bin/vite.js");
    command
}

/// Uses everything that an app may do with the elements.
async fn drive(page: &Page, address: &str) {
    page.visit(&format!("{address}?api={}", page.origin())).await;
    page.until("document.querySelector('#sent')?.state === 'ready'").await;
    page.until("document.querySelector('#set').state === 'ready' && document.querySelector('#gone').state === 'error'").await;
    // Attributes, and a property.
    page.check("$('title').localName === 'h2' && text('reading-time') === 'Reading time: 2 minutes'").await;
    page.check("document.querySelector('#set').shadowRoot.querySelector('[part=title]').textContent === 'Posé par la page'").await;
    // A language that is fetched, and a part alone.
    page.until("document.querySelector('#set').shadowRoot.querySelector('[part=reading-time]').textContent.startsWith('Lesezeit')").await;
    page.until("document.querySelector('news-reading-time').shadowRoot.textContent.includes('Reading time: 2 minutes')").await;
    page.run("$('share').querySelector('[data-network=x]').click()").await;
    page.run("document.querySelector('#set').shadowRoot.querySelector('[part=embed] a').click()").await;
    page.run("$$('paragraph').at(-1).scrollIntoView()").await;
    page.until("log.includes('sent news-article-read')").await;
    // What comes above it meanwhile may push it out again.
    // With the comma, whatever scrolling gives back: newer engines give a promise.
    page.until("(($('related-list') ?? $('related')).scrollIntoView(), log.includes('sent news-article-related-view'))").await;
    // The event may have been an earlier element's: the section is asked for as soon as it is, the cards come after.
    page.until("$('related-title')?.querySelector('a').click() ?? log.includes('sent news-article-select')")
        .await;
    page.run("fillIn('comment-form', { name: 'Salma', email: 'salma@example.org', body: 'Merci.' }); send('comment-form');")
        .await;
    page.until("log.includes('sent news-article-sent')").await;
    page.run("typeIn('newsletter', 'email', 'salma@example.org'); fieldOf('newsletter', 'consent').click(); send('newsletter');")
        .await;
    page.until("log.filter((one) => one === 'sent news-article-sent').length === 2").await;
    let fired = page.eval("return [...new Set(log.filter((one) => one.startsWith('sent ')).map((one) => one.slice(5)))].sort();").await;
    assert_eq!(
        fired,
        json!([
            "load",
            "loadend",
            "loadstart",
            "news-article-comment",
            "news-article-read",
            "news-article-related-view",
            "news-article-select",
            "news-article-sent",
            "news-article-share",
            "news-article-subscribe",
            "news-article-view"
        ])
    );
    page.check(
        "log.includes('set news-article-embed') && log.includes('gone error') && !log.includes('sent error')",
    )
    .await;
}

/// Builds an app, serves what was built, and drives it.
async fn built(app: &str) {
    let said = run(vite().args(["build", app]), apps());
    assert!(!said.contains("doesn't exist at build time"), "{said}");
    let folder = Folder::start(&apps().join(app).join("dist")).await;
    in_engines(Scope::Whole, async |page| drive(&page, &format!("{}/index.html", folder.origin())).await)
        .await;
}

#[test]
fn publint_finds_nothing() {
    let said = run(
        Command::new("node").args([
            "node_modules/publint/src/cli.js",
            "--strict",
            "node_modules/news-article",
        ]),
        apps(),
    );
    assert!(said.contains("All good!"), "{said}");
}

#[tokio::test]
async fn a_page_without_a_build_has_the_element() {
    let folder = Folder::start(apps()).await;
    in_engines(Scope::Whole, async |page| {
        drive(&page, &format!("{}/plain/index.html", folder.origin())).await
    })
    .await;
}

#[tokio::test]
async fn vite_builds_it() {
    built("vite").await;
}

#[tokio::test]
async fn react_19_sets_its_properties_and_hears_its_events() {
    built("react").await;
}

#[tokio::test]
async fn vue_3_sets_its_properties_and_hears_its_events() {
    built("vue").await;
}

#[tokio::test]
async fn vites_dev_server_serves_it_where_it_is_left_out_of_pre_bundling() {
    let port = free_port().to_string();
    let mut command = vite();
    command.args(["react", "--host", "127.0.0.1", "--port", &port, "--strictPort"]).current_dir(apps());
    let _server = Process::start(command.stdout(Stdio::null()).stderr(Stdio::null()));
    let start = std::time::Instant::now();
    while tokio::net::TcpStream::connect(format!("127.0.0.1:{port}")).await.is_err() {
        assert!(start.elapsed().as_secs() < 60, "the dev server does not start");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    in_engines(Scope::Whole, async |page| drive(&page, &format!("http://127.0.0.1:{port}/")).await).await;
}
