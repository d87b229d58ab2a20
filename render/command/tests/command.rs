//! The command, run as from a shell.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::process::{Command, Output, Stdio};

const ARTICLE: &str =
    r#"{"title": "Night trains", "url": "/a", "body": [{"type": "paragraph", "content": ["They left."]}]}"#;

fn run(arguments: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_news-article"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("it starts");
    // The command may end without reading its input.
    let _ = child.stdin.take().expect("its input").write_all(input.as_bytes());
    child.wait_with_output().expect("it ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

/// Answers one request.
fn server(answer: String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}/articles/1.json", listener.local_addr().expect("its address"));
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a request");
        let mut asked = [0; 2048];
        let _ = stream.read(&mut asked);
        let _ = stream.write_all(answer.as_bytes());
    });
    address
}

fn answer(status: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}", body.len())
}

#[test]
fn an_article_from_standard_input_becomes_a_fragment() {
    let output = run(&["render", "-", "--lang", "en", "--attr", "data-desk=travel"], ARTICLE);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let html = text(&output.stdout);
    assert!(html.starts_with("<news-article data-desk=\"travel\" lang=\"en\"><article"), "{html}");
    assert!(html.ends_with("</news-article>\n"));
}

#[test]
fn an_article_at_an_address_is_resolved_against_it() {
    let address = server(answer("200 OK", ARTICLE));
    let output = run(&["render", &address, "--output", "head"], "");
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let canonical = address.replace("/articles/1.json", "/a");
    assert!(text(&output.stdout).contains(&format!("<link rel=\"canonical\" href=\"{canonical}\">")));
}

#[test]
fn what_is_no_article_ends_with_1_and_one_line_that_names_the_field() {
    for (input, line) in [
        (r#"{"body": []}"#, "native: title is missing"),
        (r#"{"title": {"rendered": "a"}, "content": {}}"#, "content.rendered is missing"),
        ("{", "the document is no JSON"),
    ] {
        let output = run(&["render", "-"], input);
        let error = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{error}");
        assert_eq!(error.lines().count(), 1, "{error}");
        assert!(error.contains(line), "{error}");
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn what_cannot_be_had_ends_with_1_and_says_why() {
    let gone = server(answer("404 Not Found", "{}"));
    for (from, why) in
        [("no/such.json", "no/such.json"), (gone.as_str(), "404"), ("http://127.0.0.1:1/", "refused")]
    {
        let output = run(&["render", from], "");
        let error = text(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{error}");
        assert!(error.contains(why) && error.lines().count() == 1, "{error}");
    }
}

#[test]
fn words_that_make_no_sense_end_with_2() {
    for arguments in [
        &["render"][..],
        &["render", "-", "--output", "pdf"],
        &["render", "-", "--format", "gazette"],
        &["render", "-", "--base", "journal"],
        &["render", "-", "--attr", "onclick=alert(1)"],
        &["render", "-", "--assets", "javascript:a"],
        &["publish", "-"],
    ] {
        let output = run(arguments, ARTICLE);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", text(&output.stderr));
    }
}

#[test]
fn a_document_of_more_than_8_mb_is_not_read() {
    let output = run(&["render", "-"], &" ".repeat(8 * 1024 * 1024 + 1));
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("more than 8 MB"));
}

#[test]
fn help_names_every_option() {
    let help = text(&run(&["render", "--help"], "").stdout);
    for option in
        ["--output", "--format", "--lang", "--base", "--page", "--assets", "--related", "--site", "--attr"]
    {
        assert!(help.contains(option), "{option}");
    }
}

/// Starts the service on a free port. Returns the address that it prints.
fn serving(upstream: &str) -> (std::process::Child, String) {
    use std::io::{BufRead as _, BufReader};
    let mut command = Command::new(env!("CARGO_BIN_EXE_news-article"));
    command.args(["serve", "--listen", "127.0.0.1:0", "--lang", "en", "--upstream", upstream]);
    let mut child = command.stderr(Stdio::piped()).spawn().expect("it starts");
    let lines = BufReader::new(child.stderr.take().expect("its log")).lines();
    let line = lines.map_while(Result::ok).find(|line| line.contains("listening")).expect("it listens");
    let address = line.split("address=").nth(1).expect("an address").trim().to_owned();
    (child, address)
}

#[cfg(unix)]
#[test]
fn the_service_answers_until_it_is_told_to_end() {
    let origin = server(answer("200 OK", ARTICLE));
    let upstream = origin.replace("/articles/1.json", "/articles/");
    let (mut child, address) = serving(&format!("/a={upstream}"));
    let mut connection = std::net::TcpStream::connect(&address).expect("it listens");
    connection
        .write_all(b"GET /a/1.json HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n")
        .expect("it is asked");
    let mut answered = String::new();
    connection.read_to_string(&mut answered).expect("it answers");
    assert!(answered.starts_with("HTTP/1.1 200") && answered.contains("They left."), "{answered}");
    let told = Command::new("kill").args(["-TERM", &child.id().to_string()]).status().expect("kill runs");
    assert!(told.success());
    assert_eq!(child.wait().expect("it ends").code(), Some(0));
}

#[test]
fn a_service_with_options_that_make_no_sense_does_not_start() {
    for arguments in [
        &["serve"][..],
        &["serve", "--upstream", "wp=https://blog.example/"],
        &["serve", "--upstream", "/a=https://a.example/", "--upstream", "/a=https://b.example/"],
        &["serve", "--upstream", "/a=https://a.example/", "--attr", "onclick=alert(1)"],
    ] {
        assert_eq!(run(arguments, "").status.code(), Some(2), "{arguments:?}");
    }
}
