//! End-to-end: what `dist` ships, served by the dev server, in real browsers. One module an area.

mod accessibility;
mod article;
mod chunks;
mod comments;
mod element;
mod enhance;
mod failure;
mod forms;
mod guide;
mod hostile;
mod languages;
mod lifecycle;
mod loading;
mod neighbours;
mod network;
mod parts;
mod policy;
mod preferences;
mod privacy;
mod reader;
mod recovery;
mod related;
mod renewal;
mod share;
mod tree;
mod wordpress;
