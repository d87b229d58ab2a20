//! The pieces of the wasm that come later than the rest.

/// A piece of the wasm in a file of its own, which only pages that need it ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// Its name: the file is `news-article_NAME.wasm`.
    pub name: &'static str,
    /// The module whose functions lead into it. All that nothing outside of them reaches goes along.
    pub entry: &'static str,
    /// Chunks that are always there before this one is used: it may use what is in them.
    pub after: &'static [&'static str],
}

/// Every chunk.
pub const CHUNKS: [Chunk; 9] = [
    Chunk { name: "native", entry: "news_article::chunk::native", after: &[] },
    Chunk { name: "markup", entry: "news_article::chunk::markup", after: &[] },
    Chunk { name: "formats", entry: "news_article::chunk::formats", after: &["markup"] },
    Chunk { name: "posts", entry: "news_article::chunk::posts", after: &["markup"] },
    Chunk { name: "sections", entry: "news_article::chunk::sections", after: &[] },
    Chunk { name: "networks", entry: "news_article::chunk::networks", after: &[] },
    Chunk { name: "reactive", entry: "news_article::chunk::reactive", after: &["sections"] },
    Chunk { name: "related", entry: "news_article::chunk::related", after: &["sections", "reactive"] },
    Chunk { name: "comments", entry: "news_article::chunk::comments", after: &["sections"] },
];

#[cfg(test)]
mod tests {
    use super::CHUNKS;

    #[test]
    fn a_chunk_comes_only_after_chunks_that_there_are() {
        for chunk in CHUNKS {
            for before in chunk.after {
                assert!(CHUNKS.iter().any(|other| other.name == *before), "{}", chunk.name);
            }
        }
    }
}
