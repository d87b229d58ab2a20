//! The renderer as a WebAssembly module without imports. `render.js`, beside this, writes a request into its memory,
//! calls it, and reads the answer.
//!
//! A request is the document, followed by the options as JSON. An answer is JSON: `{"html", "head"}`, or `{"kind",
//! "message"}` if nothing was rendered.

mod options;

use news_article_render::{Error, Rendered, render_as};
use serde_json::{Value, json};
use std::cell::RefCell;

thread_local! {
    /// The request, and then the answer.
    static BYTES: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Allocates memory for a request of so many bytes, and returns its address.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn reserve(length: usize) -> *mut u8 {
    BYTES.with_borrow_mut(|bytes| {
        *bytes = vec![0; length];
        bytes.as_mut_ptr()
    })
}

/// Answers the request, of which the first `document` bytes are the document. Returns the length of the answer, and
/// [`answer`] its address.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn run(document: usize) -> usize {
    let request = BYTES.take();
    let (document, options) = request.split_at_checked(document).unwrap_or((&request, b"{}"));
    let answer = answered(document, options).unwrap_or_else(failed).to_string().into_bytes();
    let length = answer.len();
    BYTES.set(answer);
    length
}

/// The address of the answer.
#[allow(unsafe_code)]
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    BYTES.with_borrow(|bytes| bytes.as_ptr())
}

fn answered(document: &[u8], options: &[u8]) -> Result<Value, Error> {
    let (options, output) = options::read(options)?;
    let document =
        str::from_utf8(document).map_err(|_| Error::Article("the document is no UTF-8".to_owned()))?;
    let Rendered { html, head } = render_as(document, &options, output)?;
    Ok(json!({"html": html, "head": head}))
}

fn failed(error: Error) -> Value {
    json!({"kind": error.kind(), "message": error.to_string()})
}
