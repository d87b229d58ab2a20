mod brief;
mod hidden;
mod hostile;
mod media;
mod structure;
mod text;
