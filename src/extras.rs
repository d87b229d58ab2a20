//! The extras, which few pages have: headings as links, reading progress, enlarged pictures, embeds in place, speech.
//! Each is off until the page asks for it. They are one chunk with their texts, and a JavaScript module each for what
//! only browsers have (observers, dialogs, frames, speech).

pub mod contents;
#[cfg(browser)]
pub mod entry;
pub mod frame;
pub mod listen;
#[cfg(browser)]
mod view;
