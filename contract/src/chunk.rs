//! The chunks: parts of the wasm that are loaded later than the rest.

/// A part of the wasm in a file of its own, which only pages that need it load.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// Its name: the file is `news-article_NAME.wasm`.
    pub name: &'static str,
    /// The tokens whose methods lead into it, by their paths in Rust. The chunk contains all code that is reached
    /// through them alone.
    pub entries: &'static [&'static str],
    /// The chunks that are always loaded before this one, all of them. It may use their code, and is loaded together
    /// with them.
    pub after: &'static [&'static str],
}

/// This project's own format, and the publisher's own data.
pub const NATIVE: Chunk =
    Chunk { name: "native", entries: &["news_article::source::native::entry::Native"], after: &[] };

/// HTML, and WordPress' articles, which are little else.
pub const MARKUP: Chunk = Chunk {
    name: "markup",
    entries: &[
        "news_article::source::html::entry::Markup",
        "news_article::source::wordpress::entry::WordPress",
    ],
    after: &[],
};

/// The formats that few publishers send.
pub const FORMATS: Chunk =
    Chunk { name: "formats", entries: &["news_article::source::entry::Formats"], after: &[MARKUP.name] };

/// Ghost's posts.
pub const GHOST: Chunk =
    Chunk { name: "ghost", entries: &["news_article::source::entry::Ghost"], after: &[MARKUP.name] };

/// Arc XP's ANS.
pub const ANS: Chunk =
    Chunk { name: "ans", entries: &["news_article::source::entry::Ans"], after: &[MARKUP.name] };

/// The Guardian's content API.
pub const GUARDIAN: Chunk =
    Chunk { name: "guardian", entries: &["news_article::source::entry::Guardian"], after: &[MARKUP.name] };

/// IPTC's ninjs.
pub const NINJS: Chunk =
    Chunk { name: "ninjs", entries: &["news_article::source::entry::Ninjs"], after: &[MARKUP.name] };

/// Drupal's JSON:API.
pub const DRUPAL: Chunk =
    Chunk { name: "drupal", entries: &["news_article::source::entry::Drupal"], after: &[MARKUP.name] };

/// Feeds in XML: RSS 2.0 and Atom.
pub const RSS: Chunk =
    Chunk { name: "rss", entries: &["news_article::source::entry::Rss"], after: &[MARKUP.name] };

/// Apple News Format.
pub const APPLE_NEWS: Chunk = Chunk {
    name: "apple-news",
    entries: &["news_article::source::apple_news::entry::AppleNews"],
    after: &[MARKUP.name],
};

/// Markdown, in documents of Apple News Format.
pub const MARKDOWN: Chunk = Chunk {
    name: "markdown",
    entries: &["news_article::source::apple_news::markdown::Markdown"],
    after: &[],
};

/// Bodies of other editors, inside native articles.
pub const DIALECTS: Chunk = Chunk {
    name: "dialects",
    entries: &["news_article::source::dialect::entry::Dialects"],
    after: &[NATIVE.name, MARKUP.name],
};

/// WordPress' lists of posts.
pub const POSTS: Chunk = Chunk {
    name: "posts",
    entries: &["news_article::source::wordpress::entry::Posts"],
    after: &[MARKUP.name],
};

/// The code for an article from JSON, in any format. A page that holds its article does not load it.
pub const ARTICLE: Chunk =
    Chunk { name: "article", entries: &["news_article::element::entry::ArticleCode"], after: &[] };

/// The sections after the body, and the `article` property.
pub const SECTIONS: Chunk =
    Chunk { name: "sections", entries: &["news_article::sections::entry::Sections"], after: &[] };

/// The comment section and the newsletter, before a reader uses them.
pub const FORMS: Chunk =
    Chunk { name: "forms", entries: &["news_article::sections::forms::Forms"], after: &[SECTIONS.name] };

/// The networks that few pages name.
pub const NETWORKS: Chunk =
    Chunk { name: "networks", entries: &["news_article::share::entry::Networks"], after: &[] };

/// The code that reacts to the reader, with Leptos.
pub const REACTIVE: Chunk = Chunk {
    name: "reactive",
    entries: &["news_article::form::entry::Sending", "news_article::share::entry::Question"],
    after: &[SECTIONS.name],
};

/// The list of other articles.
pub const RELATED: Chunk = Chunk {
    name: "related",
    entries: &["news_article::related::entry::Cards"],
    after: &[SECTIONS.name, REACTIVE.name],
};

/// The thread of comments.
pub const COMMENTS: Chunk = Chunk {
    name: "comments",
    entries: &["news_article::comments::entry::Comments"],
    after: &[SECTIONS.name, FORMS.name],
};

/// The extras that few pages have: contents, progress, enlarged pictures, embeds in place, speech.
pub const EXTRAS: Chunk =
    Chunk { name: "extras", entries: &["news_article::extras::entry::Extras"], after: &[SECTIONS.name] };

/// Live coverage.
pub const LIVE: Chunk = Chunk {
    name: "live",
    entries: &["news_article::live::entry::Live"],
    after: &[ARTICLE.name, SECTIONS.name],
};

/// Every chunk.
pub const CHUNKS: [Chunk; 22] = [
    NATIVE, MARKUP, FORMATS, GHOST, ANS, GUARDIAN, NINJS, DRUPAL, RSS, APPLE_NEWS, MARKDOWN, DIALECTS, POSTS,
    ARTICLE, SECTIONS, FORMS, NETWORKS, REACTIVE, RELATED, COMMENTS, EXTRAS, LIVE,
];

#[cfg(test)]
mod tests {
    use super::{CHUNKS, Chunk};

    fn named(name: &str) -> Chunk {
        CHUNKS.into_iter().find(|chunk| chunk.name == name).expect(name)
    }

    #[test]
    fn what_comes_before_a_chunk_is_there_and_is_named_to_the_last() {
        for chunk in CHUNKS {
            for before in chunk.after {
                for further in named(before).after {
                    assert!(chunk.after.contains(further), "{} comes after {further}, too", chunk.name);
                }
            }
        }
    }
}
