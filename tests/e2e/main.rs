//! End-to-end: what `dist` ships, served by the dev server, in real browsers. One module an area.

mod article;
mod element;
mod failure;
mod forms;
mod hostile;
mod policy;
mod related;
mod share;
mod wordpress;
