pub(in crate::source) mod brief;
mod formula;
mod hidden;
mod hostile;
mod late;
mod media;
mod parser;
mod structure;
mod text;
