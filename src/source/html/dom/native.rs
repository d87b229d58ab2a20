//! html5ever in place of the browser's parser.

use html5ever::serialize::{SerializeOpts, TraversalScope, serialize};
use html5ever::tendril::TendrilSink as _;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, QualName, local_name, ns, parse_fragment};
use markup5ever_rcdom::{RcDom, SerializableHandle};

/// Parses HTML from `written::write`, and writes it again. In the result implied elements are present, and entities
/// that `entity` does not know are characters.
pub(in crate::source::html) fn parsed(html: &str) -> Option<String> {
    let body = QualName::new(None, ns!(html), local_name!("body"));
    // The same setting as in a browser's document that runs no scripts.
    let tree_builder = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let options = ParseOpts { tree_builder, ..ParseOpts::default() };
    let dom = parse_fragment(RcDom::default(), options, body, Vec::new(), false).one(html);
    // The parser puts a fragment into a root element of its own.
    let root = dom.document.children.borrow().first()?.clone();
    let options = SerializeOpts {
        scripting_enabled: false,
        traversal_scope: TraversalScope::ChildrenOnly(None),
        create_missing_parent: false,
    };
    let mut written = Vec::new();
    serialize(&mut written, &SerializableHandle::from(root), options).ok()?;
    String::from_utf8(written).ok()
}
