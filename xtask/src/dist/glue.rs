//! The glue as text. wasm-bindgen writes it with one layout, which is relied on here: an import is a property
//! indented by eight spaces, an export of the wasm is read as `wasm.name`. Should the layout change, nothing is
//! recognised, nothing removed, and the byte budget tells.

use std::collections::BTreeSet;

use anyhow::{Result, ensure};

use crate::wasm::linker::FOREIGN;

/// The indentation of an import.
const INDENT: &str = "        ";

/// A module that exports what the crate itself exports, and so lets a bundler drop the rest.
pub(crate) fn entry(glue: &str, path: &str) -> String {
    let declared = |line: &str| {
        let rest = line.strip_prefix("export ")?;
        let rest =
            ["function ", "async function ", "class "].iter().find_map(|kind| rest.strip_prefix(kind))?;
        Some(rest.chars().take_while(|letter| is_name(*letter)).collect::<String>())
    };
    let names: Vec<String> =
        glue.lines().filter_map(declared).filter(|name| !FOREIGN.contains(&name.as_str())).collect();
    format!("export {{ {} }} from '{path}';\n", names.join(", "))
}

/// The glue without what keeps a bundler from dropping unused classes: registries count as having effects, and
/// `Symbol.dispose` (for JavaScript's `using`, which the shell has no use for) is written into each prototype.
pub(crate) fn without_effects(glue: &str) -> String {
    let lines = glue.lines().filter(|line| !line.starts_with("if (Symbol.dispose) "));
    let text: String = lines.flat_map(|line| [line, "\n"]).collect();
    text.replace(": new FinalizationRegistry(", ": /* @__PURE__ */ new FinalizationRegistry(")
}

/// The exports of the wasm that a glue reads.
pub(crate) fn exports(glue: &str) -> BTreeSet<String> {
    glue.match_indices("wasm.")
        .filter(|(at, _)| !glue[..*at].ends_with(|before: char| is_name(before) || before == '.'))
        .map(|(at, found)| glue[at + found.len()..].chars().take_while(|letter| is_name(*letter)).collect())
        .filter(|name: &String| !name.is_empty())
        .collect()
}

/// The glue with those imports alone that are in `kept`.
pub(crate) fn with_imports(glue: &str, kept: &BTreeSet<String>) -> String {
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
        // An import ends where its own indentation closes it.
        if line.strip_prefix(INDENT).is_some_and(|rest| rest.starts_with('}')) {
            skipping = false;
        }
    }
    text
}

/// The glue with names replaced: of imports, of exports as they are read, and of the imports' module.
pub(crate) fn renamed(
    glue: &str,
    import_name: impl Fn(&str) -> Option<String>,
    export_name: impl Fn(&str) -> Option<String>,
    module: (&str, &str),
) -> String {
    let mut text = String::with_capacity(glue.len());
    for line in glue.lines() {
        let quoted = |name: &str| format!("\"{name}\": import0");
        let mut line = line.replace(&quoted(module.0), &quoted(module.1));
        let short = import(&line).and_then(|name| Some((name.len(), import_name(name)?)));
        if let Some((length, short)) = short {
            line.replace_range(INDENT.len()..INDENT.len() + length, &short);
        }
        text.push_str(&line);
        text.push('\n');
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find("wasm.") {
        let (before, after) = rest.split_at(at + "wasm.".len());
        out.push_str(before);
        let name: String = after.chars().take_while(|letter| is_name(*letter)).collect();
        let is_read = !rest[..at].ends_with(|before: char| is_name(before) || before == '.');
        match export_name(&name).filter(|_| is_read) {
            Some(short) => out.push_str(&short),
            None => out.push_str(&name),
        }
        rest = &after[name.len()..];
    }
    out + rest
}

/// The glue with `extend(module)`, which instantiates a chunk. `imports` is the module that every import of JavaScript's
/// comes from, `main` the one that chunks import the wasm's own exports from.
pub(crate) fn extensible(glue: &str, imports: &str, main: &str) -> Result<String> {
    ensure!(
        glue.contains("function __wbg_get_imports(") && glue.contains("wasmInstance = "),
        "the glue's layout is new: how does it instantiate?"
    );
    // Not `wasm`, whose functions are guarded: from one module to another nothing is to pass through JavaScript.
    Ok(format!(
        "{glue}
export function extend(module) {{
    const shared = {{ {imports}: __wbg_get_imports().{imports}, {main}: wasmInstance.exports }};
    return WebAssembly.instantiate(module, shared);
}}
"
    ))
}

/// The name of the import that a line begins.
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
        assert_eq!(entry(GLUE, "./g.js"), "export { mount } from './g.js';\n");
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
    fn imports_exports_and_their_module_take_new_names() {
        let glue = renamed(
            GLUE,
            |name| (name == "__wbg_call_2").then(|| "a".into()),
            |name| (name == "mount").then(|| "b".into()),
            ("./news-article_bg.js", "c"),
        );
        assert!(glue.contains("        a: function() { return handleError("));
        assert!(glue.contains("wasm.b(root)"));
        assert!(glue.contains("export function mount(root)"));
        assert!(glue.contains("        \"c\": import0,"));
        assert!(glue.contains("__wbg_buffer_1: function"));
    }
}
