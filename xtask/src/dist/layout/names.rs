//! Short names for what glue, main module and chunks call each other by. wasm-bindgen's end in a hash, which no compression
//! helps with, and each stands in both files.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};

use super::shape::{Shape, is_function};
use wasmparser::{Export, ExternalKind, Import, TypeRef};

/// The module that every import of JavaScript's comes from, once it is renamed.
pub(crate) const MODULE: &str = "a";

/// Which number each name has become: its short name is made of that.
#[derive(Default)]
pub(crate) struct Names {
    imports: BTreeMap<String, usize>,
    exports: BTreeMap<String, usize>,
    /// The old name of the imports' module.
    module: String,
}

impl Names {
    /// The new name of one of JavaScript's functions.
    pub(crate) fn import(&self, name: &str) -> Option<String> {
        self.imports.get(name).map(|number| short(*number))
    }

    /// The new name of one of the main module's exports.
    pub(crate) fn export(&self, name: &str) -> Option<String> {
        self.exports.get(name).map(|number| short(*number))
    }

    /// What the imports' module was called.
    pub(crate) fn module(&self) -> &str {
        &self.module
    }

    /// The new name of what is imported, from JavaScript or from the main module.
    pub(super) fn imported(&self, import: &Import<'_>) -> Option<String> {
        self.number(import).map(short)
    }

    /// The number of what is imported: JavaScript's functions by type, the main module's as it has them.
    fn number(&self, import: &Import<'_>) -> Option<usize> {
        let names = if super::is_shared(import.module) { &self.exports } else { &self.imports };
        names.get(import.name).copied()
    }

    /// Gives names to what in a module has none yet: the main module comes first.
    pub(super) fn add(&mut self, shape: &Shape<'_>, order: &[usize]) -> Result<()> {
        let mut imports: Vec<_> =
            shape.imports.iter().filter(|import| !super::is_shared(import.module)).collect();
        // Those of a type together: a module says of each which type it has.
        imports.sort_by_key(|import| match import.ty {
            TypeRef::Func(ty) => ty,
            _ => u32::MAX,
        });
        for import in imports {
            let number = self.imports.len();
            self.imports.entry(import.name.to_owned()).or_insert(number);
            ensure!(
                self.module.is_empty() || self.module == import.module,
                "imports from {} and from {}: which is the glue?",
                self.module,
                import.module
            );
            self.module = import.module.to_owned();
        }
        let renumbered = shape.renumbered(&self.imports_of(shape), order);
        let mut exports: Vec<_> = shape.exports.iter().collect();
        exports.sort_by_key(|export| match export.kind {
            ExternalKind::Func => (false, renumbered[export.index as usize]),
            _ => (true, export.index),
        });
        for export in exports {
            let number = self.exports.len();
            self.exports.entry(export.name.to_owned()).or_insert(number);
        }
        Ok(())
    }

    /// A module's imports in their new order: functions by number, then the rest as it is.
    pub(super) fn imports_of(&self, shape: &Shape<'_>) -> Vec<usize> {
        let mut order: Vec<usize> = (0..shape.imports.len()).collect();
        order.sort_by_key(|at| {
            let import = &shape.imports[*at];
            let number = is_function(import).then(|| self.number(import)).flatten();
            let own = is_function(import) && !super::is_shared(import.module);
            (!is_function(import), own, number)
        });
        order
    }

    /// A module's exports in their new order, which is that of their names.
    pub(super) fn exports_of<'a, 'bytes>(&self, shape: &'a Shape<'bytes>) -> Vec<&'a Export<'bytes>> {
        let mut exports: Vec<_> = shape.exports.iter().collect();
        exports.sort_by_key(|export| self.exports.get(export.name));
        exports
    }
}

/// `a`, `b` … `Z`, `aa`, `ba` …
fn short(mut number: usize) -> String {
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
