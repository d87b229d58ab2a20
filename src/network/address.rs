//! The one function that every address of an article passes.
//!
//! [`resolve`] parses as the URL standard does (<https://url.spec.whatwg.org/>; with the browser's own `URL`,
//! natively with the crate `url`), against a base that is never the page's `<base>`. It returns the *parsed* address,
//! in which tabs, control characters and backslashes have had their effect and are gone. **An [`Address`] cannot be
//! made in any other way**, and the view writes `href` and `src` from nothing else.

mod plain;
mod srcset;

pub use srcset::srcset;

use crate::text::search::{around, before, has_any, pieces};
use serde::Serialize;

/// The longest `data:` image that passes, in characters. It allows inline thumbnails, but not whole photographs.
const DATA_IMAGE_MAX: usize = 65_536;

/// The longest address of any other kind, in bytes. Servers accept no longer ones.
const ADDRESS_MAX: usize = 8_192;
/// The most bytes that resolving may add. Otherwise many short addresses with a long base would fill the memory.
const GROWTH_MAX: usize = 1_024;

/// An absolute address that has passed [`resolve`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Address(String);

#[cfg(not(browser))]
impl<'de> serde::Deserialize<'de> for Address {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let raw = String::deserialize(from)?;
        resolve(&raw, None, Purpose::Link)
            .or_else(|| resolve(&raw, None, Purpose::Image))
            .ok_or_else(|| serde::de::Error::custom("an address that does not pass"))
    }
}

impl Address {
    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address without its fragment.
    pub fn without_fragment(&self) -> &str {
        before(&self.0, "#")
    }

    /// A key by which addresses of the same page are equal: the address without its fragment, tracking parameters and
    /// the slash at the end of its path. For comparison only.
    pub fn page_key(&self) -> String {
        let whole = self.without_fragment();
        let (path, query) = around(whole, "?").unwrap_or((whole, ""));
        let mut key = String::from(path.strip_suffix("/").unwrap_or(path));
        for parameter in pieces(query, "&").filter(|parameter| !parameter.is_empty()) {
            let name = before(parameter, "=");
            if !name.starts_with("utm_") && name != "fbclid" && name != "gclid" {
                // A separator that neither path nor query can contain.
                key.push('#');
                key.push_str(parameter);
            }
        }
        key
    }

    /// The percent-decoded fragment, if there is one that is not empty.
    pub fn fragment(&self) -> Option<String> {
        let (_, fragment) = around(&self.0, "#")?;
        (!fragment.is_empty()).then(|| percent_decode(fragment))
    }

    /// Scheme, host and port: `https://example.org`. Empty for `mailto:` and the like.
    pub fn origin(&self) -> &str {
        let Some((scheme, rest)) = around(&self.0, "://") else { return "" };
        let after = scheme.len() + 3;
        self.0.get(..after + before(rest, "/?#").len()).unwrap_or_default()
    }

    /// The path, from its first slash to the query.
    pub fn path(&self) -> &str {
        let rest = self.0.get(self.origin().len()..).unwrap_or_default();
        before(rest, "?#")
    }
}

/// The purpose of an address, which decides the schemes that pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A link that a reader follows: `http`, `https`, `mailto`, `tel`.
    Link,
    /// A page of the web (article, author, section, social profile), audio or video: `http`, `https`.
    Page,
    /// A picture: `http`, `https`, or a small raster `data:` image.
    Image,
    /// The target of a form or the source of data: `http`, `https`, without credentials.
    Endpoint,
}

/// Resolves `raw` against `base`, and returns it if its scheme suits `purpose`. An empty address is refused.
pub fn resolve(raw: &str, base: Option<&Address>, purpose: Purpose) -> Option<Address> {
    // The parser would trim white space, and resolve an empty address to the base itself.
    if raw.len() > DATA_IMAGE_MAX || raw.bytes().all(|byte| byte <= b' ') {
        return None;
    }
    let parsed = if plain::is_parsed(raw) { raw.to_owned() } else { parse(raw, base.map(Address::as_str))? };
    let scheme = before(&parsed, ":");
    // Percent-encoding makes three bytes of one.
    let is_long = parsed.len() > ADDRESS_MAX.min(3 * raw.len() + GROWTH_MAX);
    let passes = match scheme {
        "http" | "https" | "mailto" | "tel" if is_long => false,
        "http" | "https" => purpose != Purpose::Endpoint || !has_credentials(&parsed),
        "mailto" | "tel" => purpose == Purpose::Link,
        "data" => purpose == Purpose::Image && is_small_raster(&parsed),
        _ => false,
    };
    passes.then_some(Address(parsed))
}

/// Returns true if there is a name or a password before the host.
fn has_credentials(parsed: &str) -> bool {
    let authority = around(parsed, "://").map_or("", |(_, rest)| rest);
    has_any(before(authority, "/?#"), "@")
}

/// Returns true for PNG, JPEG, GIF, WebP and AVIF in base64. SVG is refused, because it is a document with scripts.
fn is_small_raster(parsed: &str) -> bool {
    let Some((kind, data)) = around(parsed, ",") else { return false };
    let kind = kind.strip_prefix("data:image/").and_then(|kind| kind.strip_suffix(";base64"));
    parsed.len() <= DATA_IMAGE_MAX
        && !data.is_empty()
        && kind.is_some_and(|kind| pieces("png jpeg gif webp avif", " ").any(|known| known == kind))
        && data.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/' | b'='))
}

/// Decodes the `%41`s of a text. If they are malformed, or make no UTF-8, the text is returned unchanged.
#[cfg(browser)]
pub(crate) fn percent_decode(text: &str) -> String {
    js_sys::decode_uri_component(text).map_or_else(|_| text.to_owned(), String::from)
}

/// Decodes as the browser does.
#[cfg(not(browser))]
pub(crate) fn percent_decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let byte = match byte {
            b'%' => match rest.next().and_then(hex).zip(rest.next().and_then(hex)) {
                Some((high, low)) => high * 16 + low,
                None => return text.to_owned(),
            },
            byte => byte,
        };
        bytes.push(byte);
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(not(browser))]
fn hex(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        b'A'..=b'F' => Some(byte - b'A' + 10),
        _ => None,
    }
}

#[cfg(browser)]
fn parse(raw: &str, base: Option<&str>) -> Option<String> {
    let parsed = match base {
        Some(base) => web_sys::Url::new_with_base(raw, base),
        None => web_sys::Url::new(raw),
    };
    parsed.ok().map(|url| url.href())
}

#[cfg(not(browser))]
fn parse(raw: &str, base: Option<&str>) -> Option<String> {
    let base = match base {
        Some(base) => Some(url::Url::parse(base).ok()?),
        None => None,
    };
    url::Url::options().base_url(base.as_ref()).parse(raw).ok().map(String::from)
}

/// The page's own address, whatever its `<base>` is. `None` in a page without one (`about:srcdoc`).
#[cfg(browser)]
pub fn page() -> Option<Address> {
    let href = web_sys::window()?.location().href().ok()?;
    resolve(&href, None, Purpose::Page).or_else(|| resolve(before(&href, "?#"), None, Purpose::Page))
}

/// The page's own address. Outside a browser there is none.
#[cfg(not(browser))]
pub fn page() -> Option<Address> {
    None
}

/// The canonical address of the page: the one in its `<link rel="canonical">`, else its own without the fragment.
pub fn canonical(link: &str) -> Option<Address> {
    let page = page()?;
    resolve(link, Some(&page), Purpose::Page).or_else(|| Some(Address(page.without_fragment().to_owned())))
}

#[cfg(test)]
mod tests;
