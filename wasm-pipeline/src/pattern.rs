//! Patterns for names of functions.

/// Returns true if a name matches a pattern, in which `*` stands for any number of letters.
pub fn matches(pattern: &str, name: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else { return pattern == name };
    let Some(mut name) = name.strip_prefix(start) else { return false };
    let mut parts = rest.split('*').peekable();
    while let Some(part) = parts.next() {
        if parts.peek().is_none() {
            return name.ends_with(part);
        }
        match name.find(part) {
            Some(at) => name = &name[at + part.len()..],
            None => return false,
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn a_star_stands_for_any_letters() {
        for (pattern, name) in [
            ("a::b", "a::b"),
            ("a::*", "a::b::c"),
            ("*::c", "a::b::c"),
            ("a::*_fail", "a::b_fail"),
            ("<* as b>::fmt", "<a as b>::fmt"),
            ("a*b*c", "abbc"),
            ("*", ""),
        ] {
            assert!(matches(pattern, name), "{pattern} {name}");
        }
    }

    #[test]
    fn everything_else_must_be_the_same() {
        for (pattern, name) in
            [("a::b", "a::bc"), ("a::*", "b::a::c"), ("*::c", "a::cd"), ("a*b*c", "ac"), ("ab*b", "ab")]
        {
            assert!(!matches(pattern, name), "{pattern} {name}");
        }
    }
}
