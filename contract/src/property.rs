//! The properties and methods of the elements, besides the properties that reflect attributes.

/// A property or a method.
#[derive(Clone, Copy, Debug)]
pub struct Property {
    /// Its name.
    pub name: &'static str,
    /// In words: its meaning.
    pub description: &'static str,
    /// Its type in TypeScript; for a method, the type of the result.
    pub type_name: &'static str,
    /// How it is used.
    pub kind: Kind,
}

/// How a property is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Read and set.
    Writable,
    /// Read alone.
    ReadOnly,
    /// Called, without arguments.
    Method,
}

/// Every one of them.
pub const PROPERTIES: [Property; 6] = [
    Property {
        name: "state",
        description: "Where the load stands; also a custom state where the browser has them.",
        type_name: "NewsArticleState",
        kind: Kind::ReadOnly,
    },
    Property {
        name: "article",
        description: "The normalised article, a copy; `null` before it is ready. Settable in place of `src`, in any of the formats: the one set last wins.",
        type_name: "Article | null",
        kind: Kind::Writable,
    },
    Property {
        name: "site",
        description: "The publisher's own data, in place of `site-src`; a copy.",
        type_name: "SiteInput | null",
        kind: Kind::Writable,
    },
    Property {
        name: "labels",
        description: "Texts over the interface's own, by key (docs/labels.md); a copy.",
        type_name: "Labels | null",
        kind: Kind::Writable,
    },
    Property {
        name: "transform",
        description: "A function `(json) => article` for an endpoint of no known format, run before any is recognised.",
        type_name: "Transform | null",
        kind: Kind::Writable,
    },
    Property {
        name: "reload",
        description: "Loads again; an article that stands stays until the new one is ready.",
        type_name: "void",
        kind: Kind::Method,
    },
];
