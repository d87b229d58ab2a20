//! What readers ask for and few pages have: headings as links, how far one has read, enlarged pictures, another site's content
//! in place, a voice. Each is off until the page names it, and then comes as one chunk with its texts, and a module of
//! JavaScript for what is the browser's alone (observers, dialogs, frames, speech).

pub mod contents;
#[cfg(browser)]
pub mod entry;
pub mod frame;
pub mod listen;
#[cfg(browser)]
mod view;
