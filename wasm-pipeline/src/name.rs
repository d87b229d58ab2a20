//! Names of functions as demanglers write them, without the parts that differ between builds.

/// Removes from a demangled name the crates' `[hash]` of the v0 mangling, the `::h…` of the legacy one, the number
/// that distinguishes functions of one name (`….42`, or wasm-bindgen's `…[1]`), and type arguments at the end.
///
/// An inherent method becomes `crate::module::Type::method` for both manglings; v0 writes it as
/// `<crate::module::Type>::method`.
pub fn plain(name: &str) -> String {
    let mut text = without_crate_hashes(name);
    if let Some((path, number)) = text.rsplit_once('.')
        && is_number(number)
    {
        text.truncate(path.len());
    }
    if let Some((path, hash)) = text.rsplit_once("::h")
        && hash.len() == 16
        && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
    {
        text.truncate(path.len());
    }
    // `core::panicking::assert_failed::<isize, isize>`
    if text.ends_with('>')
        && !text.starts_with('<')
        && let Some(at) = text.find("::<")
        && !text[at..].contains(">::")
    {
        text.truncate(at);
    }
    inherent(&text).unwrap_or(text)
}

/// Returns true if the name is of a closure, or of another function that the compiler derived from a named one.
pub fn is_made_by_the_compiler(name: &str) -> bool {
    name.contains('{')
}

fn without_crate_hashes(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((before, inner)) = rest.split_once('[') {
        text.push_str(before);
        match inner.split_once(']') {
            Some((hash, after)) if is_crate_hash(hash) || (after.is_empty() && is_number(hash)) => {
                rest = after
            }
            _ => {
                text.push('[');
                rest = inner;
            }
        }
    }
    text + rest
}

fn is_crate_hash(text: &str) -> bool {
    text.len() >= 8 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `<crate::module::Type>::method` as `crate::module::Type::method`; `None` for any other name.
fn inherent(name: &str) -> Option<String> {
    let (of, method) = name.strip_prefix('<')?.split_once(">::")?;
    let is_path =
        of.split("::").all(|part| part.chars().all(|letter| letter.is_alphanumeric() || letter == '_'));
    is_path.then(|| format!("{of}::{method}"))
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_name_is_the_same_from_both_manglings() {
        for (name, expected) in [
            ("demo::entry::show::h0123456789abcdef", "demo::entry::show"),
            ("demo[c5930c85a12de822]::entry::show", "demo::entry::show"),
            ("<demo[c5930c85a12de822]::entry::Token>::show", "demo::entry::Token::show"),
            ("demo::entry::Token::show::h0123456789abcdef", "demo::entry::Token::show"),
            (
                "core[c5930c85a12de822]::panicking::assert_failed::<isize, isize>",
                "core::panicking::assert_failed",
            ),
            ("core[c5930c85a12de822]::option::unwrap_failed.42", "core::option::unwrap_failed"),
            ("core[c5930c85a12de822]::option::unwrap_failed[2]", "core::option::unwrap_failed"),
        ] {
            assert_eq!(plain(name), expected, "{name}");
        }
    }

    #[test]
    fn what_is_no_method_of_a_type_stays_as_it_is() {
        for name in ["<demo::Token as core::fmt::Debug>::fmt", "<[u8; 4]>::show", "<demo::List<[u8]>>::show"]
        {
            assert_eq!(plain(name), name);
        }
    }
}
