//! What the plugin's PHP knows of the element: how words are counted and how fast they are read, where shares go, and the
//! words of the interface. It is written from the Rust and from `src/locale`, and this test says whether it still is that:
//!
//! `NEWS_ARTICLE_WRITE=1 cargo test --package news-article --test plugin` writes it anew.
//!
//! Where there is a `php`, what it makes of texts and titles is compared with the Rust, too.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test that panics has failed"
)]

use news_article::network::json::Json;
use news_article::reading;
use news_article::share::limit::{BLUESKY, LONG, Limit, X};
use news_article::share::{self, Action, Content, Label, Network};
use news_article::source::reader::Reader;
use news_article::source::{self, Context, Format};
use news_article::text::character::{Class, class};
use news_article::text::reading_time::{Tally, minutes, speed};
use news_article::text::script::{Script, Verdict, dominant_script, language_for};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

const NOTE: &str = "<?php\n/**\n * Written by tests/wordpress/data.rs, which says how: not by hand.\n *\n * @package NewsArticle\n */\n\ndefined( 'ABSPATH' ) || exit;\n\nreturn ";

fn plugin() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("integrations/wordpress/news-article")
}

/// A value as PHP writes it.
fn php(value: &Value, depth: usize) -> String {
    let quoted = |text: &str| format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"));
    let indent = "\t".repeat(depth + 1);
    let mut out = String::from("array(\n");
    match value {
        Value::Object(map) => {
            // By name: whether the map keeps the order of its making depends on what else is compiled with it.
            for (key, value) in map.iter().collect::<BTreeMap<_, _>>() {
                let _ = writeln!(out, "{indent}{} => {},", quoted(key), php(value, depth + 1));
            }
        }
        Value::Array(list) => {
            for value in list {
                let _ = writeln!(out, "{indent}{},", php(value, depth + 1));
            }
        }
        Value::String(text) => return quoted(text),
        other => return other.to_string(),
    }
    out + &"\t".repeat(depth) + ")"
}

/// The code points for which something holds, as they stand in a character class of PHP's regular expressions.
fn ranges(holds: impl Fn(char) -> bool) -> String {
    let mut out = String::new();
    let mut first = None;
    for code in 0..=0x11_0000_u32 {
        // Surrogates are in no text: a range may go across them, but PHP takes none that ends at one.
        let is = char::from_u32(code).map_or(first.is_some() && code < 0x11_0000, &holds);
        match (is, first) {
            (true, None) => first = Some(code),
            (false, Some(from)) => {
                let to = if (0xd800..=0xdfff).contains(&(code - 1)) { 0xd7ff } else { code - 1 };
                let _ = if from == to {
                    write!(out, "\\x{{{from:x}}}")
                } else {
                    write!(out, "\\x{{{from:x}}}-\\x{{{to:x}}}")
                };
                first = None;
            }
            _ => {}
        }
    }
    out
}

/// Every tag of two or three letters.
fn tags() -> impl Iterator<Item = String> {
    let two = || ('a'..='z').flat_map(|a| ('a'..='z').map(move |b| format!("{a}{b}")));
    two().chain(two().flat_map(|two| ('a'..='z').map(move |c| format!("{two}{c}"))))
}

fn reading() -> Value {
    let classes = [
        ("gap", Class::Gap),
        ("mark", Class::Mark),
        ("sign", Class::Sign),
        ("han", Class::Han),
        ("kana", Class::Kana),
        ("unspaced", Class::Unspaced),
    ];
    let classes: serde_json::Map<String, Value> = classes
        .into_iter()
        .map(|(name, one)| (name.to_owned(), ranges(|c| class(c) == one).into()))
        .collect();
    let scripts = [
        ("Latin", Script::Latin),
        ("Arabic", Script::Arabic),
        ("Hebrew", Script::Hebrew),
        ("Cyrillic", Script::Cyrillic),
        ("Greek", Script::Greek),
        ("Hangul", Script::Hangul),
        ("Thai", Script::Thai),
        ("Devanagari", Script::Devanagari),
        ("Other", Script::Other),
        ("Han", Script::Han),
        ("Kana", Script::Kana),
    ];
    let scripts: serde_json::Map<String, Value> = scripts
        .into_iter()
        .map(|(name, script)| {
            let is = |c: char| dominant_script(c.encode_utf8(&mut [0; 4])) == Some(script);
            // "xx" is no language: what it is taken for is the commonest of the script.
            let language = match language_for("xx", script) {
                Verdict::Is(language) => language,
                _ => "",
            };
            // Of Latin, the languages that are never written in it.
            let listed =
                |tag: &String| (language_for(tag, script) == Verdict::Agrees) != (script == Script::Latin);
            let languages: Vec<String> = tags().filter(listed).collect();
            (
                name.to_owned(),
                json!({ "letters": ranges(is), "language": language, "languages": languages.join(" ") }),
            )
        })
        .collect();
    let usual = speed("");
    let words: serde_json::Map<String, Value> = tags()
        .filter_map(|tag| {
            let words = speed(&tag).words;
            (words != usual.words).then(|| (tag, words.into()))
        })
        .collect();
    let unspaced: Vec<String> =
        tags().filter(|tag| speed(tag).characters == speed("th").characters).collect();
    json!({
        "classes": classes,
        "scripts": scripts,
        "words": words,
        "usual": usual.words,
        "han": usual.characters,
        "kana": speed("ja").characters,
        "unspaced": speed("th").characters,
        "unspaced_languages": unspaced.join(" "),
    })
}

fn networks() -> impl Iterator<Item = &'static Network> {
    share::COMMON.iter().chain(&share::others::OTHERS)
}

fn whole(title: &str, _: Limit) -> String {
    title.to_owned()
}

fn table_of_share() -> Value {
    // Words that no address has, and that are not encoded.
    let content = Content { url: "_url_", title: "_title_", image: Some("_image_"), fit: &whole };
    let mut table = serde_json::Map::new();
    for network in networks() {
        let mut row = serde_json::Map::new();
        match network.label {
            Label::Brand(brand) => row.insert("brand".to_owned(), brand.into()),
            Label::Words(key) => row.insert("words".to_owned(), key.into()),
        };
        if let Action::Link(link) = network.action(&content) {
            row.insert(
                "link".to_owned(),
                link.replace("_url_", "{url}")
                    .replace("_title_", "{title}")
                    .replace("_image_", "{image}")
                    .into(),
            );
        }
        // Of the title, in characters; of Bluesky's the address takes its part.
        let limit = match network.name {
            "x" => X,
            "threads" => LONG,
            "bluesky" => BLUESKY,
            _ => 0,
        };
        if limit > 0 {
            row.insert("limit".to_owned(), limit.into());
        }
        table.insert(network.name.to_owned(), row.into());
    }
    json!({ "usual": news_article_contract::network::DEFAULT, "networks": table })
}

/// The words of stand-ins, by language.
fn words() -> Value {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/locale");
    let mut all = serde_json::Map::new();
    let mut files: Vec<PathBuf> = fs::read_dir(&folder)
        .expect("src/locale")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    files.sort();
    for path in files {
        let texts: Value = serde_json::from_str(&fs::read_to_string(&path).expect("a file")).expect("JSON");
        let keys = ["readingTime", "share", "shareOn", "shareEmail", "shareSms", "related", "commentsPrompt"];
        let chosen = keys.iter().map(|key| ((*key).to_owned(), texts.get(key).cloned().expect("the text")));
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        all.insert(name, Value::Object(chosen.collect()));
    }
    all.into()
}

#[test]
fn the_plugins_tables_are_those_of_the_rust() {
    for (name, table) in [("reading", reading()), ("share", table_of_share()), ("words", words())] {
        let path = plugin().join("data").join(format!("{name}.php"));
        let text = format!("{NOTE}{};\n", php(&table, 0));
        if env::var_os("NEWS_ARTICLE_WRITE").is_some() {
            fs::write(&path, &text).expect("the file is written");
        }
        let found = fs::read_to_string(&path).unwrap_or_default();
        assert!(found == text, "{} is old: NEWS_ARTICLE_WRITE=1 writes it anew", path.display());
    }
}

/// What the plugin's PHP makes of a list of things to do; nothing where there is no `php`.
fn asked(script: &str, input: &Value) -> Option<Value> {
    let includes = plugin().join("includes");
    let code = format!(
        "namespace NewsArticle; define('ABSPATH', '/'); foreach (['reading', 'words', 'share'] as $name) require $argv[1] . \"/$name.php\"; \
         echo json_encode(array_map({script}, json_decode(file_get_contents('php://stdin'), true)));"
    );
    let mut child = Command::new("php")
        .args(["-d", "error_reporting=-1", "-d", "display_errors=stderr", "-r", &code, "--"])
        .arg(&includes)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take().expect("a pipe").write_all(input.to_string().as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).expect("JSON"))
}

/// Texts of every language that there is a sample of, and what is hard to count.
fn texts() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts: Vec<String> =
        ["src/locale", "tests/fixtures/wordpress", "tests/fixtures/json-feed", "tests/fixtures/schema-org"]
            .iter()
            .flat_map(|folder| fs::read_dir(root.join(folder)).into_iter().flatten())
            .filter_map(|entry| fs::read_to_string(entry.ok()?.path()).ok())
            .collect();
    texts.extend(
        [
            "l’action de l'État",
            "«\u{A0}Bonjour\u{A0}», dit-il\u{202F}!",
            "peut\u{AD}être un\u{200B}deux Euh…non the end—or not",
            "أعلنت شركة Microsoft في عام 2024 عن مشروع جديد، وقالت إنها سعيدة.",
            "می\u{200C}خواهم کتاب\u{200C}ها را بخوانم",
            "政府は「新しい」対策 AI技術 2024年 使用GPT和iPhone、Mac",
            "ที่นี่ ກຳລັງ ខ្មែរ བོད་ཡིག",
            "정부는 새로운 대책을 발표했다. הוא אמר: צה״ל ותל־אביב हिन्दी में समाचार।",
            "« » – — ! ? … 👍🏽 👨‍👩‍👧 ❤️ 🇲🇦 ★ → € \u{301}",
        ]
        .map(str::to_owned),
    );
    // Every character, between two letters.
    let all: Vec<char> = (1..=0x3_FFFF).filter_map(char::from_u32).collect();
    texts.extend(all.chunks(4_096).map(|part| part.iter().flat_map(|c| ['a', *c, 'b', ' ']).collect()));
    texts
}

#[test]
fn php_counts_words_and_minutes_as_the_rust_does() {
    let texts = texts();
    let languages = ["fr", "ar-MA", "en", "ja", "th", "zh-CN", "ru", "eo", ""];
    let script = "fn($text) => (function ($tally) { return [$tally['words'], $tally['han'] + $tally['kana'] + $tally['unspaced'], array_map(fn($language) => minutes($tally, $language), LANGUAGES)]; })(count_text($text, tally()))"
        .replace("LANGUAGES", &serde_json::to_string(&languages).expect("JSON"));
    let Some(found) = asked(&script, &json!(texts)) else { return eprintln!("Left out: there is no php.") };
    for (text, found) in texts.iter().zip(found.as_array().expect("a list")) {
        let mut tally = Tally::default();
        tally.text(text);
        let times: Vec<u32> = languages.iter().map(|language| minutes(&tally, language, None)).collect();
        let start: String = text.chars().take(60).collect();
        assert_eq!(*found, json!([tally.words, tally.characters, times]), "{start}");
    }
}

/// HTML of posts and articles among the samples, each with where it is from.
fn html() -> Vec<(String, String)> {
    fn collect(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    match value.as_str().or_else(|| value["rendered"].as_str()) {
                        Some(html)
                            if matches!(name.as_str(), "content" | "content_html" | "bodyHtml" | "html") =>
                        {
                            found.push(html.to_owned());
                        }
                        _ => collect(value, found),
                    }
                }
            }
            Value::Array(list) => list.iter().for_each(|value| collect(value, found)),
            _ => {}
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut all = Vec::new();
    for folder in
        ["tests/fixtures/wordpress", "tests/fixtures/json-feed", "tests/fixtures/ghost", "demo/api/articles"]
    {
        for entry in fs::read_dir(root.join(folder)).into_iter().flatten().flatten() {
            let Ok(text) = fs::read_to_string(entry.path()) else { continue };
            let Ok(json) = serde_json::from_str::<Value>(&text) else { continue };
            let mut found = Vec::new();
            collect(&json, &mut found);
            let name = entry.file_name().to_string_lossy().into_owned();
            all.extend(found.into_iter().enumerate().map(|(at, html)| (format!("{name} {at}"), html)));
        }
    }
    all
}

#[test]
fn php_counts_the_html_of_a_post_as_the_rust_does_to_a_word_and_in_the_same_minutes() {
    let html = html();
    assert!(html.len() > 20, "{}", html.len());
    let script = "fn($html) => (fn($tally) => [$tally['words'] + $tally['han'] + $tally['kana'] + $tally['unspaced'], minutes_of('Un titre', $html, 'fr')])(count_html($html))";
    let input: Vec<&String> = html.iter().map(|(_, html)| html).collect();
    let Some(found) = asked(script, &json!(input)) else { return eprintln!("Left out: there is no php.") };
    let mut differences = Vec::new();
    for ((name, html), found) in html.iter().zip(found.as_array().expect("a list")) {
        let document =
            Json::parse(&json!({ "title": "Un titre", "bodyHtml": html }).to_string()).expect("JSON");
        let reader = Reader::in_one_piece(Format::Native);
        let mut article = source::article(reader, &document, &Context::default()).expect("an article");
        let language = reading::content_language(&article, "fr");
        let minutes = reading::measure(&mut article, false, &language, None);
        let words = i64::from(article.word_count);
        let told = [found[0].as_i64().unwrap_or_default(), found[1].as_i64().unwrap_or_default()];
        if (told[0] - words).abs() > 1 || told[1] != i64::from(minutes) {
            differences.push(format!("{name}: PHP counts {told:?}, the Rust [{words}, {minutes}]"));
        }
    }
    assert!(differences.is_empty(), "{} of {}:\n{}", differences.len(), html.len(), differences.join("\n"));
}

#[test]
fn php_makes_the_addresses_that_the_rust_makes() {
    let titles = [
        "Tramway : le tracé de la ligne T4 adopté, l’opposition dénonce « un passage en force »",
        "مرصد صغير في قرية جبلية",
        "Un & deux <b>\n100 % + 1 ?",
        "",
    ];
    let urls = [
        "https://journal.example/politique/tramway/?a=1&b=%C3%A9#lit",
        "https://journal.example/%d9%85%d8%b1/",
    ];
    let script = "fn($one) => share_address($one[0], $one[1], $one[2], 'https://journal.example/i.jpg')";
    let mut expected = Vec::new();
    let mut input = Vec::new();
    for network in networks() {
        for url in urls {
            for title in titles {
                // As WordPress has it: on one line.
                let line = title.replace('\n', " ");
                let content =
                    Content { url, title: &line, image: Some("https://journal.example/i.jpg"), fit: &whole };
                input.push(json!([network.name, url, title]));
                expected.push(match network.action(&content) {
                    Action::Link(link) => Value::from(link),
                    _ => Value::Null,
                });
            }
        }
    }
    let Some(found) = asked(script, &json!(input)) else { return eprintln!("Left out: there is no php.") };
    for ((input, expected), found) in input.iter().zip(expected).zip(found.as_array().expect("a list")) {
        assert_eq!(*found, expected, "{input}");
    }
}
