//! Edits the glue as text. wasm-bindgen writes it in one layout, which this relies on: an import is a property
//! indented by eight spaces, and an export of the wasm is read as `wasm.name`. If the layout changes, nothing is
//! recognised and nothing removed, and the byte budget fails.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Result, ensure};
use walrus::Module;

use crate::carve::MAIN;

/// The indentation of an import.
const INDENT: &str = "        ";

/// A module that exports what the glue at `path` exports, except `left_out`, so that a bundler can drop the rest.
pub fn entry(glue: &str, path: &str, left_out: &[&str]) -> String {
    let declared = |line: &str| {
        let rest = line.strip_prefix("export ")?;
        let rest =
            ["function ", "async function ", "class "].iter().find_map(|kind| rest.strip_prefix(kind))?;
        Some(rest.chars().take_while(|letter| is_name(*letter)).collect::<String>())
    };
    let names: Vec<String> =
        glue.lines().filter_map(declared).filter(|name| !left_out.contains(&name.as_str())).collect();
    format!("export {{ {} }} from '{path}';\n", names.join(", "))
}

/// Removes from the glue what keeps a bundler from dropping unused classes: registries, which count as having
/// effects, and `Symbol.dispose` (for JavaScript's `using`, which the shell does not use), which is written into each
/// prototype.
pub fn without_effects(glue: &str) -> String {
    let lines = glue.lines().filter(|line| !line.starts_with("if (Symbol.dispose) "));
    let text: String = lines.flat_map(|line| [line, "\n"]).collect();
    text.replace(": new FinalizationRegistry(", ": /* @__PURE__ */ new FinalizationRegistry(")
}

/// The exports of the wasm that the glue reads.
pub fn exports(glue: &str) -> BTreeSet<String> {
    glue.match_indices("wasm.")
        .filter(|(at, _)| !glue[..*at].ends_with(|before: char| is_name(before) || before == '.'))
        .map(|(at, found)| glue[at + found.len()..].chars().take_while(|letter| is_name(*letter)).collect())
        .filter(|name: &String| !name.is_empty())
        .collect()
}

/// Removes the imports that are not in `kept`.
pub fn with_imports(glue: &str, kept: &BTreeSet<String>) -> String {
    let mut text = String::with_capacity(glue.len());
    let mut skipping = false;
    for line in glue.lines() {
        if let Some(name) = import(line) {
            skipping = !kept.contains(name);
        }
        if !skipping {
            text.push_str(line);
            text.push('\n');
        }
        // An import ends at a closing brace in its own indentation.
        if line.strip_prefix(INDENT).is_some_and(|rest| rest.starts_with('}')) {
            skipping = false;
        }
    }
    text
}

/// Shortens the names of imports, in the glue and in `module`. wasm-bindgen's names end in hashes, which do not
/// compress, and each stands in the glue, in the wasm and in chunks.
///
/// # Errors
///
/// Fails for an import that the glue does not have, or not in the place of imports.
pub fn with_short_imports(glue: &str, module: &mut Module) -> Result<String> {
    let mut short: BTreeMap<String, String> = BTreeMap::new();
    for import in module.imports.iter_mut() {
        let number = short.len();
        let name = short.entry(import.name.clone()).or_insert_with(|| format!("i{number}"));
        import.name.clone_from(name);
    }
    let mut text = String::with_capacity(glue.len());
    for line in glue.lines() {
        match import(line).and_then(|name| short.remove_entry(name)) {
            Some((name, short)) => text.push_str(&line.replacen(&name, &short, 1)),
            None => text.push_str(line),
        }
        text.push('\n');
    }
    ensure!(short.is_empty(), "the glue does not have {:?}", short.keys());
    Ok(text)
}

/// Adds the function `extend(module)`, which instantiates a chunk.
///
/// # Errors
///
/// Fails if the glue instantiates in another way than the known one.
pub fn extensible(glue: &str) -> Result<String> {
    ensure!(
        glue.contains("function __wbg_get_imports(") && glue.contains("wasmInstance = "),
        "the glue's layout is new: how does it instantiate?"
    );
    // This uses the raw exports and not `wasm`, whose functions are guarded, so that calls between modules do not
    // pass through JavaScript.
    Ok(format!(
        "{glue}
export function extend(module) {{
    return WebAssembly.instantiate(module, {{ ...__wbg_get_imports(), {MAIN}: wasmInstance.exports }});
}}
"
    ))
}

/// The name of the import that begins in a line.
fn import(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(INDENT)?;
    let end = rest.find(|letter: char| !is_name(letter))?;
    let (name, rest) = rest.split_at(end);
    (!name.is_empty()
        && (rest.starts_with(": function")
            || rest.starts_with(": async function")
            || rest.starts_with(": (")
            || rest.starts_with(": typeof")))
    .then_some(name)
}

fn is_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "\
export class IntoUnderlyingSource {
    free() {
        wasm.__wbg_source_free(this.ptr, 0);
    }
}
if (Symbol.dispose) IntoUnderlyingSource.prototype[Symbol.dispose] = IntoUnderlyingSource.prototype.free;

export function mount(root) {
    const ret = wasm.mount(root);
    return ret;
}
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_buffer_1: function(arg0) {
            return arg0.buffer;
        },
        __wbg_call_2: function() { return handleError(function (arg0) {
            if (arg0) {
                arg0.call();
            }
        }, arguments); },
        __wbg_wasm_3: function() {
            wasm.__wbindgen_malloc(1);
        },
    };
    return {
        __proto__: null,
        \"./news-article_bg.js\": import0,
    };
}
const Registry = (typeof FinalizationRegistry === 'undefined')
    ? {}
    : new FinalizationRegistry(ptr => wasm.__wbg_source_free(ptr, 1));
export { initSync, __wbg_init as default };
";

    #[test]
    fn the_entry_exports_the_start_and_what_is_the_crates_own() {
        assert_eq!(entry(GLUE, "./g.js", &["IntoUnderlyingSource"]), "export { mount } from './g.js';\n");
    }

    #[test]
    fn nothing_keeps_an_unused_class_alive() {
        let glue = without_effects(GLUE);
        assert!(!glue.contains("Symbol.dispose"));
        assert!(glue.contains(": /* @__PURE__ */ new FinalizationRegistry("));
    }

    #[test]
    fn an_import_that_is_not_kept_goes_whole() {
        let kept = BTreeSet::from(["__wbg_buffer_1".to_owned(), "__wbg_wasm_3".to_owned()]);
        let glue = with_imports(GLUE, &kept);
        let start = GLUE.find("        __wbg_call_2").unwrap();
        let end = GLUE.find("        __wbg_wasm_3").unwrap();
        assert_eq!(glue, [&GLUE[..start], &GLUE[end..]].concat());
    }

    #[test]
    fn the_exports_are_those_that_are_read() {
        let names: Vec<String> = exports(GLUE).into_iter().collect();
        assert_eq!(names, ["__wbg_source_free", "__wbindgen_malloc", "mount"]);
        assert!(exports("my.wasm.x; awasm.y").is_empty());
    }

    #[test]
    fn glue_and_module_call_an_import_by_the_same_short_name() {
        let text = "(module (import \"./g.js\" \"__wbg_call_2\" (func)) (import \"./g.js\" \"__wbg_buffer_1\" (func)))";
        let mut module = Module::from_buffer(&wat::parse_str(text).unwrap()).unwrap();
        let glue = with_short_imports(GLUE, &mut module).unwrap();
        let names: Vec<&str> = module.imports.iter().map(|import| import.name.as_str()).collect();
        assert_eq!(names, ["i0", "i1"]);
        assert!(glue.contains("        i0: function() { return handleError("), "{glue}");
        assert!(glue.contains("        i1: function(arg0) {"), "{glue}");
        assert!(glue.contains("        __wbg_wasm_3: function"), "{glue}");
        module.imports.iter_mut().for_each(|import| import.name = "missing".into());
        assert!(with_short_imports(GLUE, &mut module).is_err());
    }
}
