//! The inline style of an element, as far as it has a meaning.

use crate::text::search::{around, before, has_word, pieces, trimmed};

/// The value of a property, as written.
pub(super) fn value<'a>(style: &'a str, property: &str) -> Option<&'a str> {
    for declaration in pieces(style, ";") {
        if let Some((name, value)) = around(declaration, ":")
            && trimmed(name).eq_ignore_ascii_case(property)
        {
            return Some(trimmed(value));
        }
    }
    None
}

/// Returns true if a property has one of the values, which are separated by spaces.
pub(super) fn is(style: &str, property: &str, values: &str) -> bool {
    value(style, property).is_some_and(|value| has_word(values, &before(value, " !").to_ascii_lowercase()))
}

/// Returns true if the element is not visible.
pub(super) fn is_hidden(style: &str) -> bool {
    is(style, "display", "none") || is(style, "visibility", "hidden collapse")
}

/// Returns true if it sets the normal weight of text, by name or as 400.
pub(super) fn is_normal_weight(style: &str) -> bool {
    value(style, "font-weight").is_some_and(|weight| weight.starts_with("normal") || weight.starts_with('4'))
}

/// The address of the background picture, with its entities.
pub(super) fn background(style: &str) -> Option<&str> {
    let (_, after) = around(style, "background")?;
    let (_, after) = around(after, "url(")?;
    let mut address = trimmed(before(after, ")"));
    for quote in ["&quot;", "&#039;", "&#39;", "&apos;", "\"", "'"] {
        address = address.strip_prefix(quote).unwrap_or(address);
        address = address.strip_suffix(quote).unwrap_or(address);
    }
    (!address.is_empty() && !address.starts_with("data:")).then_some(address)
}

/// Returns true if the element looks like a box: by a background other than the page's, with padding or a border.
pub(super) fn is_box(style: &str) -> bool {
    let colour = value(style, "background").or_else(|| value(style, "background-color"));
    let colour = colour.unwrap_or_default().to_ascii_lowercase();
    let is_page = ["", "none", "inherit", "initial", "unset", "transparent", "white", "#fff", "#ffffff"]
        .contains(&before(&colour, " !"))
        || colour.starts_with("rgb(255, 255, 255")
        || colour.starts_with("rgba(");
    let has_room = |property| value(style, property).is_some_and(|value| !value.starts_with('0'));
    !is_page && (has_room("padding") || has_room("border"))
}

/// A length in CSS px, if it is given in px or em.
pub(super) fn length(style: &str, property: &str) -> Option<u32> {
    let value = value(style, property)?;
    let (number, scale) = if let Some(number) = value.strip_suffix("px") {
        (number, 1)
    } else {
        (value.strip_suffix("em").map(|number| number.strip_suffix('r').unwrap_or(number))?, 16)
    };
    let length = tenths(trimmed(number))?.checked_mul(scale)? / 10;
    (1..10_000).contains(&length).then_some(length)
}

/// A number in tenths: `1.25` is 12. Whole numbers are used because the standard library's tables for reading others
/// take 12 KB.
fn tenths(number: &str) -> Option<u32> {
    let (whole, part) = around(number, ".").unwrap_or((number, ""));
    let whole = if whole.is_empty() { 0 } else { whole.parse::<u32>().ok()? };
    let tenth = match part.as_bytes().first() {
        None => 0,
        Some(digit @ b'0'..=b'9') => u32::from(digit - b'0'),
        Some(_) => return None,
    };
    whole.checked_mul(10)?.checked_add(tenth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_is_found_whatever_stands_around_it() {
        assert_eq!(value("color:red; Display : none", "display"), Some("none"));
        assert!(is_hidden("display:none !important"));
        assert!(!is_hidden("display:block;content-visibility:hidden"));
    }

    #[test]
    fn a_length_is_in_pixels_or_in_the_size_of_text() {
        for (style, pixels) in
            [("width:120px", 120), ("width: 12.9px", 12), ("width:1.5em", 24), ("width:.5rem", 8)]
        {
            assert_eq!(length(style, "width"), Some(pixels), "{style}");
        }
        for style in
            ["width:0px", "width:50%", "width:-3px", "width:px", "width:99999px", "height:3px", "width:1.xpx"]
        {
            assert_eq!(length(style, "width"), None, "{style}");
        }
    }

    #[test]
    fn a_box_has_a_colour_of_its_own_and_room() {
        for style in ["background:#eee;padding:1em", "background-color: #ffc; border: 1px solid"] {
            assert!(is_box(style), "{style}");
        }
        for style in [
            "background:#fff;padding:1em",
            "background-color:#eee",
            "padding:1em",
            "background:#eee;padding:0",
        ] {
            assert!(!is_box(style), "{style}");
        }
    }

    #[test]
    fn a_background_is_found_in_quotes_and_entities() {
        for style in [
            "background-image:url(/a.jpg)",
            "background:red url( '/a.jpg' )",
            "background-image:url(&quot;/a.jpg&quot;)",
        ] {
            assert_eq!(background(style), Some("/a.jpg"), "{style}");
        }
        assert_eq!(background("background:red"), None);
    }
}
