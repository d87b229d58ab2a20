//! The table of chunks: their names, their entries, and which of them may use which.

use std::collections::BTreeSet;

use anyhow::{Context as _, Result, ensure};

use crate::name;

/// The name of a token's constructor, which is part of the main module.
const CONSTRUCTOR: &str = "load";

/// A part of the program in a file of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chunk {
    /// Its name.
    pub name: String,
    /// The paths of its entries: modules with the functions and methods in them (`crate::feature::entry`), or types
    /// with their methods (`crate::feature::entry::Token`).
    pub entries: Vec<String>,
    /// Names of chunks that are always loaded before this one, so that it may use their code.
    pub after: Vec<String>,
}

/// All chunks of a program. A chunk's number is its index in the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Chunks {
    table: Vec<Chunk>,
    /// For each chunk, the numbers of those that come before it.
    after: Vec<Vec<usize>>,
    /// The sets of chunks that one kind of page loads.
    together: Vec<BTreeSet<usize>>,
}

impl Chunks {
    /// Checks and takes a table.
    ///
    /// # Errors
    ///
    /// Fails if a chunk comes after one that is not in the table, if two have the same name, or if a function could
    /// lead into two.
    pub fn new(table: Vec<Chunk>) -> Result<Self> {
        let number = |name: &String| table.iter().position(|chunk| chunk.name == *name);
        let mut after = Vec::new();
        for (at, chunk) in table.iter().enumerate() {
            ensure!(number(&chunk.name) == Some(at), "two chunks are called {}", chunk.name);
            for other in table.iter().filter(|other| other.name != chunk.name) {
                let inside = chunk.entries.iter().any(|entry| {
                    other.entries.iter().any(|outer| entry == outer || within(entry, outer).is_some())
                });
                ensure!(!inside, "the entry of {} is in that of {}", chunk.name, other.name);
            }
            let before = chunk.after.iter().map(|name| {
                number(name).with_context(|| format!("{} comes after {name}, which is no chunk", chunk.name))
            });
            after.push(before.collect::<Result<_>>()?);
        }
        Ok(Self { table, after, together: Vec::new() })
    }

    /// States for each kind of page which chunks it loads. Code that two of them reach is then in the main module,
    /// not in both.
    ///
    /// # Errors
    ///
    /// Fails for the name of no chunk.
    pub fn together<'a>(mut self, pages: &[impl AsRef<[&'a str]>]) -> Result<Self> {
        for page in pages {
            let number = |name: &&str| {
                let found = self.table.iter().position(|chunk| chunk.name == *name);
                found.with_context(|| format!("{name} is no chunk"))
            };
            let page = page.as_ref().iter().map(number).collect::<Result<_>>()?;
            self.together.push(page);
        }
        Ok(self)
    }

    /// The chunks, in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &Chunk> {
        self.table.iter()
    }

    /// The number of the chunk that a function leads into, by the function's demangled name: for a function in one of
    /// its entries, or a method of a type there. Closures inside of one belong to the chunk without leading into it.
    /// `load`, which constructs a token after the chunk is loaded, is called before that, and belongs to the main
    /// module.
    pub fn entered_by(&self, function: &str) -> Option<usize> {
        let path = name::plain(function);
        if name::is_made_by_the_compiler(&path) {
            return None;
        }
        let leads = |rest: &str| !rest.contains(['<', ' ']) && rest.rsplit("::").next() != Some(CONSTRUCTOR);
        self.table
            .iter()
            .position(|chunk| chunk.entries.iter().any(|entry| within(&path, entry).is_some_and(leads)))
    }

    /// Returns true if one page loads two of these.
    pub(crate) fn are_together(&self, chunks: &BTreeSet<usize>) -> bool {
        self.together.iter().any(|page| page.intersection(chunks).count() > 1)
    }

    /// Returns true if a chunk may use code of another.
    pub fn follows(&self, chunk: usize, other: usize) -> bool {
        self.after.get(chunk).is_some_and(|before| before.contains(&other))
    }
}

/// The rest of a path inside of another, if it is there.
fn within<'a>(path: &'a str, outer: &str) -> Option<&'a str> {
    path.strip_prefix(outer)?.strip_prefix("::")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chunk(name: &str, entry: &str, after: &[&str]) -> Chunk {
        let after = after.iter().map(|name| (*name).to_owned()).collect();
        Chunk { name: name.into(), entries: vec![entry.into()], after }
    }

    #[test]
    fn functions_and_methods_of_the_entry_lead_into_a_chunk_in_both_manglings() {
        let chunks =
            Chunks::new(vec![chunk("a", "demo::a", &[]), chunk("b", "demo::b::entry", &[])]).unwrap();
        for name in [
            "demo::b::entry::show",
            "demo::b::entry::show::h0123456789abcdef",
            "demo[c5930c85a12de822]::b::entry::show::<usize>",
            "demo::b::entry::Token::show::h0123456789abcdef",
            "<demo[c5930c85a12de822]::b::entry::Token>::show",
            "<demo[c5930c85a12de822]::b::entry::Token>::show[1]",
        ] {
            assert_eq!(chunks.entered_by(name), Some(1), "{name}");
        }
    }

    #[test]
    fn closures_trait_methods_and_the_tokens_constructor_do_not() {
        let chunks = Chunks::new(vec![chunk("b", "demo::b::entry", &[])]).unwrap();
        for name in [
            "demo::b::entry::show::{{closure}}::h0123456789abcdef",
            "<demo[c5930c85a12de822]::b::entry::Token>::show::{closure#0}",
            "demo::b::entry::Token::load::h0123456789abcdef",
            "<demo[c5930c85a12de822]::b::entry::Token>::load",
            "demo::b::entry::Token::load::{{closure}}",
            "<demo::b::entry::Token as core::clone::Clone>::clone",
            "core::ptr::drop_in_place<demo::b::entry::Token>",
            "demo::b::entry::<impl demo::c::Other>::show",
            "demo::b::entrypoint::show",
            "demo::b::show",
        ] {
            assert_eq!(chunks.entered_by(name), None, "{name}");
        }
    }

    #[test]
    fn a_chunk_may_have_several_entries_and_an_entry_may_be_a_type() {
        let entries = vec!["demo::b::entry::Token".into(), "demo::c::entry".into()];
        let chunks = Chunks::new(vec![Chunk { name: "b".into(), entries, after: Vec::new() }]).unwrap();
        for name in ["<demo::b::entry::Token>::show", "demo::b::entry::Token::show", "demo::c::entry::show"] {
            assert_eq!(chunks.entered_by(name), Some(0), "{name}");
        }
        for name in ["demo::b::entry::show", "<demo::b::entry::Other>::show", "demo::b::entry::Tokens::show"]
        {
            assert_eq!(chunks.entered_by(name), None, "{name}");
        }
    }

    #[test]
    fn a_chunk_uses_only_what_it_comes_after() {
        let chunks = Chunks::new(vec![chunk("a", "demo::a", &[]), chunk("b", "demo::b", &["a"])]).unwrap();
        assert!(chunks.follows(1, 0));
        assert!(!chunks.follows(0, 1) && !chunks.follows(0, 0));
    }

    #[test]
    fn a_table_that_says_two_things_is_refused() {
        for table in [
            vec![chunk("a", "demo::a", &["b"])],
            vec![chunk("a", "demo::a", &[]), chunk("a", "demo::b", &[])],
            vec![chunk("a", "demo::a", &[]), chunk("b", "demo::a::entry", &[])],
        ] {
            assert!(Chunks::new(table).is_err());
        }
    }
}
