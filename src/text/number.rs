//! Writes and reads whole numbers. Pure.
//!
//! The standard library's writer has a table of all pairs of digits, and its reader a variant for each type. They are
//! made for many numbers, and there are only a few here.

/// A number in Western digits.
#[inline(never)]
pub fn digits(number: u32) -> String {
    let mut text = String::new();
    push_padded(&mut text, number, 1);
    text
}

/// Appends a number in Western digits, padded with zeros to `width` (10 at most).
pub fn push_padded(text: &mut String, number: u32, width: usize) {
    // The value of the first digit.
    let mut scale = 1;
    for _ in 1..width {
        scale *= 10;
    }
    while number / scale > 9 {
        scale *= 10;
    }
    while scale > 0 {
        text.push(char::from(b'0' + (number / scale % 10) as u8));
        scale /= 10;
    }
}

/// Reads digits of a `radix` up to 16, without sign or spaces. `None` if there are none, or if the number is too
/// large.
#[inline(never)]
pub fn whole(text: &str, radix: u32) -> Option<u32> {
    let mut number = None;
    for c in text.chars() {
        let more = c.to_digit(radix)?;
        number = Some(number.unwrap_or(0_u32).checked_mul(radix)?.checked_add(more)?);
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_ends_of_the_range_are_written_and_read() {
        for (number, text) in [(0, "0"), (9, "9"), (10, "10"), (u32::MAX, "4294967295")] {
            assert_eq!(digits(number), text);
            assert_eq!(whole(text, 10), Some(number));
        }
        for text in ["", "4294967296", "99999999999", "-1", "+1", " 1", "1 ", "1.0", "٣"] {
            assert_eq!(whole(text, 10), None, "{text:?}");
        }
        assert_eq!(whole("10FFff", 16), Some(0x10_ffff));
        assert_eq!(whole("g", 16), None);
    }

    #[test]
    fn a_number_is_padded_with_zeros_and_never_cut() {
        for (number, width, padded) in
            [(7, 2, "07"), (0, 4, "0000"), (2026, 2, "2026"), (u32::MAX, 1, "4294967295")]
        {
            let mut text = String::new();
            push_padded(&mut text, number, width);
            assert_eq!(text, padded);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(number: u32) {
            prop_assert_eq!(digits(number), number.to_string());
            prop_assert_eq!(whole(&digits(number), 10), Some(number));
        }
    }
}
