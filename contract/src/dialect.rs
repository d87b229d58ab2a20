//! The dialects of `body`: the documents of other editors, and the marks by which each is recognised.

/// The dialect of a body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Sanity's Portable Text.
    PortableText,
    /// The documents of ProseMirror, Tiptap and Storyblok.
    ProseMirror,
    /// Lexical, as Payload and Ghost keep it.
    Lexical,
    /// Contentful's Rich Text.
    Contentful,
    /// DatoCMS' Structured Text.
    Dato,
    /// Strapi's blocks, and other documents of Slate's.
    Strapi,
    /// Editor.js.
    EditorJs,
    /// Prismic's rich text.
    Prismic,
    /// Components of a page builder, with texts of a dialect in them.
    Components,
}

/// The marks of a list, in its first entry: rows of dotted paths, of which all must exist.
pub const OF_LISTS: &[(Dialect, &[&str])] = &[
    (Dialect::PortableText, &["_type"]),
    (Dialect::Prismic, &["type", "spans"]),
    (Dialect::Prismic, &["type", "content.spans"]),
    (Dialect::Prismic, &["type", "oembed"]),
    (Dialect::Prismic, &["type", "dimensions"]),
    (Dialect::Components, &["_uid", "component"]),
    (Dialect::Components, &["__component"]),
    (Dialect::Components, &["slice_type"]),
    (Dialect::Components, &["__typename"]),
    (Dialect::Components, &["blockType"]),
    // After the dialects whose components may have children, too. A paragraph of Slate has no type.
    (Dialect::Strapi, &["children"]),
];

/// The marks of an object: a dotted path, and the value there; if that is empty, any list.
pub const OF_OBJECTS: &[(Dialect, &str, &str)] = &[
    (Dialect::Strapi, "raw.children", ""),
    (Dialect::ProseMirror, "type", "doc"),
    (Dialect::Lexical, "root.children", ""),
    (Dialect::Contentful, "nodeType", "document"),
    (Dialect::Contentful, "json.nodeType", "document"),
    (Dialect::Dato, "schema", "dast"),
    (Dialect::Dato, "value.schema", "dast"),
    (Dialect::EditorJs, "blocks", ""),
];
