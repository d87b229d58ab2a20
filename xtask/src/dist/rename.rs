//! Short names for what glue and wasm call each other by. wasm-bindgen's end in a hash, which no compression
//! helps with, and each stands in both files.

use std::collections::BTreeMap;

use walrus::Module;

/// The module that every import comes from, once it is renamed.
pub(crate) const MODULE: &str = "a";

/// From long names to short ones.
#[derive(Default)]
pub(crate) struct Names {
    /// Of the imports.
    pub(crate) imports: BTreeMap<String, String>,
    /// Of the exports.
    pub(crate) exports: BTreeMap<String, String>,
    /// Of the imports' module.
    pub(crate) module: (String, String),
}

/// Renames imports and exports, most readable first: in the order that the module has them.
pub(crate) fn shorten(module: &mut Module) -> Names {
    let mut names = Names::default();
    for (number, import) in module.imports.iter_mut().enumerate() {
        let short = short(number);
        names.imports.insert(std::mem::replace(&mut import.name, short.clone()), short);
        names.module = (std::mem::replace(&mut import.module, MODULE.into()), MODULE.into());
    }
    for (number, export) in module.exports.iter_mut().enumerate() {
        let short = short(number);
        names.exports.insert(std::mem::replace(&mut export.name, short.clone()), short);
    }
    names
}

/// `a`, `b` … `Z`, `aa`, `ba` …
pub(crate) fn short(mut number: usize) -> String {
    const LETTERS: &[u8; 52] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let mut name = String::new();
    loop {
        name.push(char::from(LETTERS[number % LETTERS.len()]));
        number /= LETTERS.len();
        if number == 0 {
            return name;
        }
        number -= 1;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_names_are_the_same() {
        assert_eq!([short(0), short(51), short(52), short(53)], ["a", "Z", "aa", "ba"]);
        assert_eq!((0..10_000).map(short).collect::<BTreeSet<_>>().len(), 10_000);
    }
}
