//! The dialects of `body`: what editors of other systems make, and the marks by which each is recognised.

/// What a body is in.
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

/// The marks of a list, in its first entry: each a row of dotted paths, all of which lead somewhere.
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
    // After those whose components may have children, too. Of Slate's, a paragraph has no type.
    (Dialect::Strapi, &["children"]),
];

/// The marks of an object: a dotted path, and what is there; any list where that is empty.
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
