//! A server that misbehaves, on raw sockets, because server libraries would not allow it. Each path has one fault,
//! and counts its requests.

use crate::server::dist;
use flate2::Compression;
use flate2::write::GzEncoder;
use std::collections::HashMap;
use std::io::Write as _;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

/// The article in the answers of all paths that have one.
pub const ARTICLE: &str = r#"{"title":"Une panne","url":"https://news.example/panne","body":[{"type":"paragraph","content":["Le texte arrive entier."]}]}"#;

/// The bytes of one piece of an endless body.
const PIECE: usize = 64 * 1024;
/// The size at which an "endless" body ends after all.
const ENDLESS: usize = 200 * 1024 * 1024;

/// The behaviour of a path.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Answers with these header lines (the status line first) and this body, with the right length.
    Answer(&'static str, Vec<u8>),
    /// The same, but cacheable.
    Cached(&'static str, Vec<u8>),
    /// The first fault for so many requests, then the second.
    First(usize, Box<Fault>, Box<Fault>),
    /// Reads the request and does not answer.
    Stall,
    /// Sends half of the answer and resets the connection.
    Reset,
    /// Sends half of the announced body, by length or in chunks, and closes the connection.
    Truncate {
        /// In chunks, without the last one.
        chunked: bool,
    },
    /// Announces fewer bytes than it sends.
    TooShort,
    /// Sends a byte from time to time, endlessly.
    Drip,
    /// Sends 200 MB of white space.
    Endless,
    /// Sends 200 MB of white space, compressed to 200 KB.
    Bomb,
}

impl Fault {
    /// Answers with JSON.
    pub fn json(text: impl Into<Vec<u8>>) -> Self {
        Fault::Answer("200 OK\r\nContent-Type: application/json", text.into())
    }

    /// Answers with a file of what `dist` ships.
    pub fn shipped(name: &str) -> Self {
        let head = match name.rsplit('.').next() {
            Some("js") => "200 OK\r\nContent-Type: text/javascript; charset=utf-8",
            Some("wasm") => "200 OK\r\nContent-Type: application/wasm",
            _ => "200 OK\r\nContent-Type: application/json",
        };
        Fault::Answer(head, std::fs::read(dist().join(name)).expect("a file of dist"))
    }

    /// All files of the program in `dist`, under a path that ends in a slash.
    pub fn program(under: &str) -> Vec<(String, Self)> {
        let files = std::fs::read_dir(dist()).expect("what dist made");
        let names =
            files.map(|file| file.expect("a file of dist").file_name().into_string().expect("a plain name"));
        names
            .filter(|name| [".js", ".wasm"].iter().any(|end| name.ends_with(end)))
            .map(|name| (format!("{under}{name}"), Self::shipped(&name)))
            .collect()
    }

    /// Answers with an error status, and further header lines.
    pub fn status(head: &'static str) -> Self {
        Fault::Answer(head, b"{\"error\":true}".to_vec())
    }

    /// Has this fault once, and then answers correctly.
    pub fn once(self) -> Self {
        Fault::First(1, Box::new(self), Box::new(Fault::json(ARTICLE)))
    }
}

#[derive(Default)]
struct Log {
    /// The number of requests of a path.
    asked: HashMap<String, usize>,
    /// The referrers of the requests of a path.
    referrers: HashMap<String, Vec<String>>,
    /// The open connections of a path.
    open: HashMap<String, usize>,
    /// The bytes of a path's body that were sent.
    sent: HashMap<String, usize>,
}

/// The longest wait for a request or its end.
const PATIENCE: Duration = Duration::from_secs(20);

/// The server, which ends when it is dropped.
pub struct FaultServer {
    origin: String,
    log: Arc<Mutex<Log>>,
    /// Notified of each change of the log.
    changed: Arc<Notify>,
    task: tokio::task::JoinHandle<()>,
}

impl FaultServer {
    /// Starts the server on a free port. `cors` means that other origins may read its answers.
    #[must_use]
    pub async fn start(cors: bool, faults: Vec<(String, Fault)>) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("its address"));
        let log = Arc::new(Mutex::new(Log::default()));
        let changed = Arc::new(Notify::new());
        let (shared, told, faults) = (log.clone(), changed.clone(), Arc::new(faults));
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (log, told, faults) = (shared.clone(), told.clone(), faults.clone());
                tokio::spawn(async move {
                    let _ = serve(stream, cors, &faults, &log, &told).await;
                });
            }
        });
        FaultServer { origin, log, changed, task }
    }

    /// Its origin: scheme, host and port.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The number of requests of a path.
    pub fn asked(&self, path: &str) -> usize {
        self.log.lock().expect("the log").asked.get(path).copied().unwrap_or(0)
    }

    /// The referrers of the requests of a path.
    pub fn referrers(&self, path: &str) -> Vec<String> {
        self.log.lock().expect("the log").referrers.get(path).cloned().unwrap_or_default()
    }

    /// The bytes of a path's body that were sent.
    pub fn sent(&self, path: &str) -> usize {
        self.log.lock().expect("the log").sent.get(path).copied().unwrap_or(0)
    }

    /// Waits until a path has no open connections.
    pub async fn closed(&self, path: &str) {
        self.until(
            |log| log.open.get(path).copied().unwrap_or(0) == 0,
            || format!("{path} is still being read"),
        )
        .await;
    }

    /// Waits until a path was requested so many times.
    pub async fn asked_for(&self, path: &str, times: usize) {
        self.until(
            |log| log.asked.get(path).copied().unwrap_or(0) >= times,
            || format!("{path} was asked for {} times, not {times}", self.asked(path)),
        )
        .await;
    }

    /// Checks the log after each change until a condition holds.
    async fn until(&self, holds: impl Fn(&Log) -> bool, otherwise: impl FnOnce() -> String) {
        let wait = async {
            loop {
                let changed = self.changed.notified();
                tokio::pin!(changed);
                changed.as_mut().enable();
                if holds(&self.log.lock().expect("the log")) {
                    return;
                }
                changed.await;
            }
        };
        if tokio::time::timeout(PATIENCE, wait).await.is_err() {
            panic!("{}", otherwise());
        }
    }
}

impl Drop for FaultServer {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(
    mut stream: TcpStream,
    cors: bool,
    faults: &[(String, Fault)],
    log: &Mutex<Log>,
    changed: &Notify,
) -> std::io::Result<()> {
    // The request's headers. Bodies are not read.
    let mut head = Vec::new();
    let mut byte = [0];
    while !head.ends_with(b"\r\n\r\n") {
        if stream.read(&mut byte).await? == 0 {
            return Ok(());
        }
        head.extend(byte);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let path = head.split(' ').nth(1).unwrap_or("/").to_owned();
    // A query without a fault of its own is ignored, and counts for its path.
    let plain = path.split('?').next().unwrap_or_default().to_owned();
    let path = if faults.iter().any(|(name, _)| *name == path) { path } else { plain };
    let count = {
        let mut log = log.lock().expect("the log");
        let referrer = head.lines().find_map(|line| line.strip_prefix("Referer: ")).unwrap_or_default();
        log.referrers.entry(path.clone()).or_default().push(referrer.to_owned());
        *log.open.entry(path.clone()).or_default() += 1;
        let count = log.asked.entry(path.clone()).or_default();
        *count += 1;
        *count
    };
    changed.notify_waiters();
    let found = faults.iter().find(|(name, _)| *name == path).map(|(_, fault)| fault.clone());
    let mut fault = found.unwrap_or_else(|| Fault::status("404 Not Found"));
    while let Fault::First(times, before, after) = fault {
        fault = if count <= times { *before } else { *after };
    }
    let cors = if cors { "Access-Control-Allow-Origin: *\r\n" } else { "" };
    let done = answer(&mut stream, fault, cors, &path, log).await;
    *log.lock().expect("the log").open.entry(path).or_default() -= 1;
    changed.notify_waiters();
    done
}

async fn answer(
    stream: &mut TcpStream,
    fault: Fault,
    cors: &str,
    path: &str,
    log: &Mutex<Log>,
) -> std::io::Result<()> {
    const OK: &str = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n";
    let half = &ARTICLE.as_bytes()[..ARTICLE.len() / 2];
    match fault {
        Fault::First(..) => {}
        Fault::Answer(..) | Fault::Cached(..) => {
            let (head, body, cache) = match fault {
                Fault::Answer(head, body) => (head, body, "Cache-Control: no-store\r\n"),
                Fault::Cached(head, body) => (head, body, ""),
                _ => return Ok(()),
            };
            let length = body.len();
            let head = format!(
                "HTTP/1.1 {head}\r\n{cors}{cache}Connection: close\r\nContent-Length: {length}\r\n\r\n"
            );
            stream.write_all(head.as_bytes()).await?;
            stream.write_all(&body).await?;
        }
        Fault::Stall => {
            let mut rest = Vec::new();
            stream.read_to_end(&mut rest).await?;
        }
        Fault::Reset => {
            let head = format!("{OK}{cors}Content-Length: {}\r\n\r\n", ARTICLE.len());
            stream.write_all(head.as_bytes()).await?;
            stream.write_all(half).await?;
            // Closing without lingering causes a reset.
            return stream.set_zero_linger();
        }
        Fault::Truncate { chunked: false } => {
            let head = format!("{OK}{cors}Content-Length: {}\r\n\r\n", ARTICLE.len());
            stream.write_all(head.as_bytes()).await?;
            stream.write_all(half).await?;
        }
        Fault::Truncate { chunked: true } => {
            let head = format!("{OK}{cors}Transfer-Encoding: chunked\r\n\r\n{:x}\r\n", half.len());
            stream.write_all(head.as_bytes()).await?;
            stream.write_all(half).await?;
            stream.write_all(b"\r\n").await?;
        }
        Fault::TooShort => {
            let head = format!("{OK}{cors}Content-Length: {}\r\n\r\n", half.len());
            stream.write_all(head.as_bytes()).await?;
            stream.write_all(ARTICLE.as_bytes()).await?;
        }
        Fault::Drip => {
            stream.write_all(format!("{OK}{cors}\r\n").as_bytes()).await?;
            loop {
                stream.write_all(b" ").await?;
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
        Fault::Endless => {
            stream.write_all(format!("{OK}{cors}\r\n").as_bytes()).await?;
            let piece = vec![b' '; PIECE];
            for _ in 0..ENDLESS / PIECE {
                stream.write_all(&piece).await?;
                *log.lock().expect("the log").sent.entry(path.to_owned()).or_default() += PIECE;
            }
        }
        Fault::Bomb => {
            let mut packed = GzEncoder::new(Vec::new(), Compression::best());
            let piece = vec![b' '; PIECE];
            for _ in 0..ENDLESS / PIECE {
                packed.write_all(&piece)?;
            }
            let packed = packed.finish()?;
            let head =
                format!("{OK}{cors}Content-Encoding: gzip\r\nContent-Length: {}\r\n\r\n", packed.len());
            stream.write_all(head.as_bytes()).await?;
            stream.write_all(&packed).await?;
        }
    }
    stream.shutdown().await
}
