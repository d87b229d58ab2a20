//! Puts the glue inside of a function. wasm-bindgen's glue is a module, of which a page has one, and with it one
//! instance of the wasm. `src/element/runtime.js` is put around it, so that each call makes an instance that shares
//! nothing with others, and so that the failure of one is noticed.
//!
//! wasm-bindgen has `--force-enable-abort-handler` for this. It is not used because it compiles exception handling
//! into the wasm, 5 KB more, which the oldest supported browsers cannot read.

use anyhow::{Result, ensure};

/// The mark where the glue is inserted.
const MARK: &str = "/* the glue */";
/// The mark where the addresses of chunks are inserted.
const CHUNKS: &str = "/* the chunks */";
/// The mark where the hashes of chunks are inserted.
const HASHES: &str = "/* the hashes */";
/// The mark where the style is inserted as a string.
const STYLE: &str = "/* the style */ ''";
/// The statement at which the glue gets the exports of the instance.
const EXPORTS: &str = "wasm = instance.exports;";
/// The statement before a Rust closure is run. Its count is 0 if it was dropped.
const CALL: &str = "state.cnt++;";

/// A chunk as it is shipped.
pub(crate) struct Shipped {
    /// The chunk's name.
    pub(crate) name: String,
    /// The file's.
    pub(crate) file: String,
    /// Its hash, in the form of `integrity`.
    pub(crate) hash: String,
}

/// Inserts the glue, a module without imports, the chunks and the style into the text around them.
pub(crate) fn wrap(glue: &str, chunks: &[Shipped], style: &str, around: &str) -> Result<String> {
    ensure!(around.matches(MARK).count() == 1, "src/element/runtime.js has no mark for the glue");
    ensure!(around.matches(CHUNKS).count() == 1, "src/element/runtime.js has no mark for the chunks");
    ensure!(around.matches(HASHES).count() == 1, "src/element/runtime.js has no mark for the hashes");
    ensure!(around.matches(STYLE).count() == 1, "src/element/runtime.js has no mark for the style");
    ensure!(glue.matches(EXPORTS).count() == 1, "the glue's layout is new: where does it set `wasm`?");
    ensure!(
        glue.contains(CALL) || !glue.contains("Closure("),
        "the glue's layout is new: how does it count a closure's users?"
    );
    let mut body = String::with_capacity(glue.len());
    let mut names = Vec::new();
    let mut listing = false;
    for line in glue.lines() {
        ensure!(!line.starts_with("import "), "the glue imports something: {line}");
        if let Some(list) = line.strip_prefix("export {") {
            listing = true;
            names.extend(listed(list));
        } else if listing {
            names.extend(listed(line));
        } else {
            let declaration = line.strip_prefix("export ");
            names.extend(declaration.and_then(declared).map(|name| (name.to_owned(), name.to_owned())));
            body.push_str(declaration.unwrap_or(line));
            body.push('\n');
        }
        listing &= !line.contains('}');
    }
    let members: Vec<String> = names.iter().map(|(public, own)| format!("{public}: {own}")).collect();
    body.push_str(&format!("return {{ {} }};", members.join(", ")));
    // Shortens the imports, which minifiers leave unchanged.
    let body = body.replace(": function(", "(");
    let body = body.replace(EXPORTS, "wasm = guarded(instance.exports);");
    // Replaces the window's document by the one with its own methods, as `document` is here (src/element/runtime.js).
    let body = body.replace("= arg0.document;", "= document;");
    // An event may arrive for a listener of a view that is gone (a scroll is reported a frame later). It is ignored,
    // where wasm-bindgen's code would throw.
    let body = body.replace(CALL, &["if (!state.cnt) return; ", CALL].concat());
    // Written out one by one, because bundlers look for exactly this form.
    let addresses: Vec<String> = chunks
        .iter()
        .map(|Shipped { name, file, .. }| format!("'{name}': () => new URL('./{file}', import.meta.url)"))
        .collect();
    let hashes: Vec<String> =
        chunks.iter().map(|Shipped { name, hash, .. }| format!("'{name}': '{hash}'")).collect();
    // A JSON string is a JavaScript string, too.
    let style = serde_json::to_string(style)?;
    let around = around.replace(CHUNKS, &addresses.join(", ")).replace(HASHES, &hashes.join(", "));
    Ok(around.replace(STYLE, &style).replace(MARK, &body))
}

/// The name that a line after `export ` declares.
fn declared(line: &str) -> Option<&str> {
    let rest = ["function ", "async function ", "class ", "const "]
        .iter()
        .find_map(|kind| line.strip_prefix(kind))?;
    rest.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_' && letter != '$').next()
}

/// The public and internal names in an export list, or in a line of it.
fn listed(list: &str) -> Vec<(String, String)> {
    let entries = list.split('}').next().unwrap_or_default().split(',').map(str::trim);
    entries
        .filter(|entry| !entry.is_empty())
        .map(|entry| {
            let (own, public) = entry.split_once(" as ").unwrap_or((entry, entry));
            (public.trim().to_owned(), own.trim().to_owned())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const AROUND: &str = "const c = {/* the chunks */}; const h = {/* the hashes */}; const s = /* the style */ ''; export default () => { /* the glue */ };";

    #[test]
    fn exports_become_members_and_the_instance_is_guarded() {
        let glue = "export function mount(root) {\n}\nexport class Source {\n}\nlet wasm;\nwasm = instance.exports;\n\
                    export { initSync, __wbg_init as default };\n";
        let wrapped = wrap(glue, &[], "", AROUND).unwrap();
        assert!(!wrapped.contains("export function") && !wrapped.contains("export {"), "{wrapped}");
        assert!(wrapped.contains("wasm = guarded(instance.exports);"));
        assert!(
            wrapped.ends_with(
                "return { mount: mount, Source: Source, initSync: initSync, default: __wbg_init }; };"
            ),
            "{wrapped}"
        );
    }

    #[test]
    fn a_closure_that_was_dropped_is_not_called() {
        let wrapped =
            wrap("wasm = instance.exports;\nfunction makeClosure(a) {\n  state.cnt++;\n}\n", &[], "", AROUND)
                .unwrap();
        assert!(wrapped.contains("if (!state.cnt) return; state.cnt++;"), "{wrapped}");
        assert!(
            wrap(
                "wasm = instance.exports;\nfunction makeClosure(a) {\n  state.users++;\n}\n",
                &[],
                "",
                AROUND
            )
            .is_err()
        );
    }

    #[test]
    fn a_bundlers_list_over_several_lines_is_read() {
        let wrapped =
            wrap("wasm = instance.exports;\nexport {\n  a,\n  b as default\n};\n", &[], "", AROUND).unwrap();
        assert!(wrapped.ends_with("return { a: a, default: b }; };"), "{wrapped}");
    }

    #[test]
    fn chunks_are_addressed_as_bundlers_look_for_it_and_the_style_is_a_string() {
        let later = Shipped { name: "later".into(), file: "later.wasm".into(), hash: "sha384-x".into() };
        let wrapped = wrap("wasm = instance.exports;\n", &[later], "a{b:\"c\"}", AROUND).unwrap();
        assert!(
            wrapped.starts_with(
                "const c = {'later': () => new URL('./later.wasm', import.meta.url)}; const h = {'later': 'sha384-x'}; const s = \"a{b:\\\"c\\\"}\";"
            ),
            "{wrapped}"
        );
    }

    #[test]
    fn a_layout_that_is_new_is_told() {
        assert!(wrap("export function mount() {}\n", &[], "", AROUND).is_err());
        assert!(wrap("import x from './y.js';\nwasm = instance.exports;\n", &[], "", AROUND).is_err());
    }
}
