//! The inputs of the command: a file, standard input, or an address. None may exceed the size limit, and an address
//! must answer in time.

use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

/// The most bytes of a document.
const BYTES_MAX: usize = 8 * 1024 * 1024;
/// The longest wait for an address, body included.
const DEADLINE: Duration = Duration::from_secs(15);
/// The most redirects that are followed.
const REDIRECTS_MAX: usize = 5;

/// The source of a document.
#[derive(Clone, Debug)]
pub(crate) enum Input {
    Standard,
    File(PathBuf),
    Address(reqwest::Url),
}

/// A document, with its final address if it was fetched.
pub(crate) struct Read {
    pub(crate) text: String,
    pub(crate) address: Option<String>,
}

impl FromStr for Input {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "-" {
            return Ok(Self::Standard);
        }
        let lower = text.to_ascii_lowercase();
        if lower.starts_with("http://") || lower.starts_with("https://") {
            return reqwest::Url::parse(text).map(Self::Address).map_err(|error| error.to_string());
        }
        Ok(Self::File(text.into()))
    }
}

impl Input {
    /// Reads the whole document.
    pub(crate) fn read(&self) -> Result<Read, String> {
        let (bytes, address) = match self {
            Self::Standard => (limited(std::io::stdin().lock(), "standard input")?, None),
            Self::File(path) => {
                let name = path.display().to_string();
                let file = File::open(path).map_err(|error| format!("{name}: {error}"))?;
                (limited(file, &name)?, None)
            }
            Self::Address(address) => {
                let (bytes, address) = fetched(address)?;
                (bytes, Some(address))
            }
        };
        let text = String::from_utf8(bytes).map_err(|_| "the document is no UTF-8".to_owned())?;
        Ok(Read { text, address })
    }
}

fn limited(from: impl std::io::Read, name: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    from.take(BYTES_MAX as u64 + 1).read_to_end(&mut bytes).map_err(|error| format!("{name}: {error}"))?;
    if bytes.len() > BYTES_MAX { Err(format!("{name}: more than 8 MB")) } else { Ok(bytes) }
}

fn fetched(address: &reqwest::Url) -> Result<(Vec<u8>, String), String> {
    // This is the only provider of the process. A second call would be refused, and change nothing.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| error.to_string())?;
    let fetch = async {
        tokio::time::timeout(DEADLINE, request(address))
            .await
            .unwrap_or_else(|_| Err(format!("no answer in {} seconds", DEADLINE.as_secs())))
    };
    runtime.block_on(fetch).map_err(|what| format!("{}: {what}", shown(address)))
}

/// An address without its password.
fn shown(address: &reqwest::Url) -> String {
    let mut shown = address.clone();
    if shown.password().is_some() {
        let _ = shown.set_password(None);
    }
    shown.to_string()
}

async fn request(address: &reqwest::Url) -> Result<(Vec<u8>, String), String> {
    let client = reqwest::Client::builder()
        .user_agent(concat!("news-article/", env!("CARGO_PKG_VERSION")))
        .redirect(reqwest::redirect::Policy::limited(REDIRECTS_MAX))
        .build()
        .map_err(reason)?;
    let request = client.get(address.clone()).header("accept", "application/json, */*;q=0.1");
    let mut response = request.send().await.map_err(reason)?;
    if !response.status().is_success() {
        return Err(format!("the answer is {}", response.status()));
    }
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(reason)? {
        if bytes.len() + chunk.len() > BYTES_MAX {
            return Err("more than 8 MB".to_owned());
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok((bytes, response.url().to_string()))
}

/// The innermost cause, which says more than the outermost.
fn reason(error: reqwest::Error) -> String {
    let error = error.without_url();
    let mut cause: &dyn std::error::Error = &error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}
