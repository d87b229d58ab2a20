//! Dates of feeds: in the form of e-mails (`Thu, 12 Mar 2026 18:30:00 +0100`), or in any other.

use crate::source::native::moment;
use crate::text::number::{digits, whole};
use crate::text::search::{concat, pieces, words};

const MONTHS: &str = "jan feb mar apr may jun jul aug sep oct nov dec";

/// The offsets of time zones that RFC 822 names.
const ZONES: &[(&str, &str)] = &[
    ("UT", "Z"),
    ("UTC", "Z"),
    ("GMT", "Z"),
    ("Z", "Z"),
    ("EST", "-05:00"),
    ("EDT", "-04:00"),
    ("CST", "-06:00"),
    ("CDT", "-05:00"),
    ("MST", "-07:00"),
    ("MDT", "-06:00"),
    ("PST", "-08:00"),
    ("PDT", "-07:00"),
];

/// Reads a date, and writes it as the model does.
pub(super) fn parse(text: &str) -> Option<String> {
    moment(text).or_else(|| mail(text))
}

fn mail(text: &str) -> Option<String> {
    let mut parts = words(text).filter(|word| !word.ends_with(',') || whole(word, 10).is_some());
    let mut day = parts.next()?;
    // The day of the week may have no comma.
    if whole(day, 10).is_none() {
        day = parts.next()?;
    }
    let day = whole(day, 10)?;
    let name = parts.next()?.to_ascii_lowercase();
    let month = pieces(MONTHS, " ").position(|month| name.starts_with(month))? as u32 + 1;
    let mut year = whole(parts.next()?, 10)?;
    if year < 100 {
        year += if year < 50 { 2000 } else { 1900 };
    }
    let clock = parts.next().unwrap_or("00:00");
    let zone = parts.next().unwrap_or("GMT");
    let zone =
        ZONES.iter().find(|(name, _)| zone.eq_ignore_ascii_case(name)).map_or(zone, |(_, offset)| offset);
    let two = |number: u32| if number < 10 { concat(&["0", &digits(number)]) } else { digits(number) };
    let hour = if clock.as_bytes().get(1) == Some(&b':') { "0" } else { "" };
    moment(&concat(&[&digits(year), "-", &two(month), "-", &two(day), "T", hour, clock, zone]))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn dates_of_mails_keep_their_offset() {
        for (text, expected) in [
            ("Thu, 12 Mar 2026 18:30:00 +0100", Some("2026-03-12T18:30:00+01:00")),
            ("12 Mar 26 18:30 GMT", Some("2026-03-12T18:30:00Z")),
            ("Thu 12 March 2026 8:30:00 EST", Some("2026-03-12T08:30:00-05:00")),
            ("Thu, 12 Mar 2026", Some("2026-03-12T00:00:00Z")),
            ("2026-03-12T18:30:00+01:00", Some("2026-03-12T18:30:00+01:00")),
            ("demain", None),
            ("Thu, 42 Mar 2026 18:30:00 +0100", None),
            ("", None),
        ] {
            assert_eq!(parse(text).as_deref(), expected, "{text}");
        }
    }
}
