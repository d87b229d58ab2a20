//! Dates as other systems write them: RFC 1123 and 2822, the forms of JavaScript and Java, ISO 8601 with blanks and
//! single digits, dates in English. **A date with two meanings (03/04/2026) is refused.**

use super::{DAY, Instant, MINUTE, days, days_in_month, parse, to_rfc3339};
use crate::text::number::whole;
use crate::text::search::{around, before, pieces, trimmed};

/// The longest date, in bytes.
const LENGTH_MAX: usize = 100;

/// The months of the year.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Words in dates that add nothing.
const IDLE: &str = "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun at on of the";

/// The offsets of time zones by name, in minutes, for names with one meaning in newsrooms.
const ZONES: &[(&str, i32)] = &[
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("ut", 0),
    ("wet", 0),
    ("west", 60),
    ("bst", 60),
    ("cet", 60),
    ("cest", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("jst", 540),
    ("kst", 540),
    ("est", -300),
    ("edt", -240),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
    ("aest", 600),
    ("aedt", 660),
];

/// Reads a date, and writes it as the model does; `None` if it cannot be read or has two meanings.
pub fn moment(text: &str) -> Option<String> {
    read(text).map(|instant| to_rfc3339(&instant))
}

/// The parts of a date that were read so far.
#[derive(Default)]
struct Found {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
    /// Hour, minute, millisecond.
    time: Option<(u32, u32, u32)>,
    offset: Option<i32>,
}

/// Sets a value that is not set yet. A second one is a contradiction.
fn put<T>(place: &mut Option<T>, value: T) -> Option<()> {
    if place.is_some() {
        return None;
    }
    *place = Some(value);
    Some(())
}

fn read(text: &str) -> Option<Instant> {
    let text = trimmed(text);
    if let Some(instant) = parse(text) {
        return Some(instant);
    }
    if text.len() > LENGTH_MAX || !text.is_ascii() {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    // A zone's name in brackets after the offset is ignored.
    let lower = before(&lower, "([");
    if lower.bytes().all(|byte| byte.is_ascii_digit()) {
        return counted(lower);
    }
    let mut found = Found::default();
    for word in pieces(lower, " ,\t") {
        take(word, &mut found)?;
    }
    instant(&found)
}

/// A number of seconds or milliseconds since 1970, within this century.
fn counted(digits: &str) -> Option<Instant> {
    let scale = match digits.len() {
        10 => 1_000,
        13 => 1,
        8 => {
            // 20260304
            let part = |from, to| whole(digits.get(from..to)?, 10);
            return instant(&Found {
                year: part(0, 4),
                month: part(4, 6),
                day: part(6, 8),
                ..Found::default()
            });
        }
        _ => return None,
    };
    let epoch_ms = digits.parse::<i64>().ok()? * scale;
    Some(Instant { epoch_ms, offset_minutes: 0, has_time: true, zoned: true })
}

/// Reads one word of a date.
fn take(word: &str, found: &mut Found) -> Option<()> {
    let word = word.strip_suffix('.').unwrap_or(word);
    if word.is_empty() || pieces(IDLE, " ").any(|idle| idle == word) {
        return Some(());
    }
    if let Some(month) = month(word) {
        return put(&mut found.month, month);
    }
    if let Some((_, offset)) = ZONES.iter().find(|(name, _)| *name == word) {
        return put(&mut found.offset, *offset);
    }
    // `GMT+0100`
    if let Some(zone) = word.strip_prefix("gmt").or_else(|| word.strip_prefix("utc")) {
        return put(&mut found.offset, offset(zone)?);
    }
    if word.starts_with(['+', '-']) {
        return put(&mut found.offset, offset(word)?);
    }
    if matches!(word, "am" | "pm" | "a.m" | "p.m") {
        return half(found, word.starts_with('p'));
    }
    if around(word, ":").is_some() {
        return with_time(word, found);
    }
    if let Some(digits) = word
        .strip_suffix("st")
        .or(word.strip_suffix("nd"))
        .or(word.strip_suffix("rd"))
        .or(word.strip_suffix("th"))
    {
        return put(&mut found.day, whole(digits, 10)?);
    }
    // `20260304T092500Z`
    if word.len() > 14
        && let Some((date, time)) = around(word, "t")
        && date.len() == 8
    {
        counted(date)?;
        let part = |text: &str, from, to| whole(text.get(from..to)?, 10);
        put(&mut found.year, part(date, 0, 4)?)?;
        put(&mut found.month, part(date, 4, 6)?)?;
        put(&mut found.day, part(date, 6, 8)?)?;
        put(&mut found.time, (part(time, 0, 2)?, part(time, 2, 4)?, part(time, 4, 6)? * 1_000))?;
        let zone = time.get(6..).unwrap_or_default();
        return if zone == "z" { put(&mut found.offset, 0) } else { put(&mut found.offset, offset(zone)?) };
    }
    if let Some(number) = whole(word, 10) {
        return match word.len() {
            1 | 2 => put(&mut found.day, number),
            4 => put(&mut found.year, number),
            _ => None,
        };
    }
    date(word, found)
}

fn month(word: &str) -> Option<u32> {
    let word = if word == "sept" { "sep" } else { word };
    let at = MONTHS.iter().position(|name| *name == word || word.len() == 3 && name.starts_with(word))?;
    Some(at as u32 + 1)
}

/// Reads `2026-3-4`, `2026/03/04`, `04-Mar-26`, `25/12/2026`: numbers with separators, if they have one meaning.
fn date(word: &str, found: &mut Found) -> Option<()> {
    let (date, time) = around(word, "t")
        .filter(|(date, _)| date.ends_with(|c: char| c.is_ascii_digit()))
        .unwrap_or((word, ""));
    let mut parts = pieces(date, "-/.");
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || !time.is_empty() {
        return None;
    }
    if let Some(month) = month(second) {
        let year = whole(third, 10)?;
        put(&mut found.day, whole(first, 10)?)?;
        put(&mut found.month, month)?;
        return put(&mut found.year, if third.len() == 2 { 2_000 + year } else { year });
    }
    let (year, month, day) = match (whole(first, 10)?, whole(second, 10)?, whole(third, 10)?) {
        (year, month, day) if first.len() == 4 => (year, month, day),
        (day, month, year) if third.len() == 4 && (day > 12 || day == month) => (year, month, day),
        (month, day, year) if third.len() == 4 && day > 12 => (year, month, day),
        _ => return None,
    };
    put(&mut found.year, year)?;
    put(&mut found.month, month)?;
    put(&mut found.day, day)
}

/// Reads `9:25`, `09:25:56.123`, `9:25am`, `09:25:56Z`, `09:25:56+01:00`, also after a date and a `T`.
fn with_time(word: &str, found: &mut Found) -> Option<()> {
    if let Some((day, time)) = around(word, "t")
        && !day.is_empty()
    {
        date(day, found)?;
        return with_time(time, found);
    }
    let end = word
        .bytes()
        .position(|byte| !(byte.is_ascii_digit() || matches!(byte, b':' | b'.' | b',')))
        .unwrap_or(word.len());
    let (clock, zone) = word.split_at_checked(end)?;
    let mut parts = pieces(clock, ":");
    let (hour, minute) = (whole(parts.next()?, 10)?, parts.next()?);
    let second = parts.next().unwrap_or("0");
    let (seconds, fraction) = around(second, ".").unwrap_or((second, ""));
    let mut ms = whole(seconds, 10)?.min(59) * 1_000;
    let mut scale = 100;
    for digit in fraction.bytes().filter(u8::is_ascii_digit) {
        ms += u32::from(digit - b'0') * scale;
        scale /= 10;
    }
    put(&mut found.time, (hour, whole(minute, 10)?, ms))?;
    match zone {
        "" => Some(()),
        "am" | "pm" | "a.m" | "p.m" => half(found, zone.starts_with('p')),
        _ if zone.starts_with(['+', '-']) => put(&mut found.offset, offset(zone)?),
        _ => put(&mut found.offset, ZONES.iter().find(|(name, _)| *name == zone)?.1),
    }
}

/// Converts the hour to 24 hours.
fn half(found: &mut Found, is_afternoon: bool) -> Option<()> {
    let (hour, ..) = found.time.as_mut()?;
    if !(1..=12).contains(hour) {
        return None;
    }
    *hour = *hour % 12 + if is_afternoon { 12 } else { 0 };
    Some(())
}

/// An offset as `+0100`, `+01:00` or `+1`, in minutes.
fn offset(text: &str) -> Option<i32> {
    let sign = match text.bytes().next()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let digits = text.get(1..)?;
    let (hours, minutes) = match around(digits, ":") {
        Some(parts) => parts,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "0"),
    };
    let (hours, minutes) = (whole(hours, 10)?, whole(minutes, 10)?);
    (hours <= 23 && minutes <= 59).then_some(sign * (hours * 60 + minutes) as i32)
}

fn instant(found: &Found) -> Option<Instant> {
    let (year, month, day) = (i64::from(found.year?), i64::from(found.month?), i64::from(found.day?));
    if !(1..=9999).contains(&year)
        || !(1..=12).contains(&month)
        || day < 1
        || day > days_in_month(year, month)
    {
        return None;
    }
    let (hour, minute, ms) = found.time.unwrap_or_default();
    if hour > 23 || minute > 59 || found.offset.is_some() && found.time.is_none() {
        return None;
    }
    let offset_minutes = found.offset.unwrap_or(0);
    let clock = days(year, month, day) * DAY + i64::from(hour * 60 + minute) * MINUTE + i64::from(ms);
    Some(Instant {
        epoch_ms: clock - i64::from(offset_minutes) * MINUTE,
        offset_minutes,
        has_time: found.time.is_some(),
        zoned: found.offset.is_some(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_form_with_one_meaning_is_read() {
        for (text, read) in [
            ("Wed, 04 Mar 2026 09:25:56 GMT", "2026-03-04T09:25:56Z"),
            ("Wed, 4 Mar 2026 09:25:56 +0100 (CET)", "2026-03-04T09:25:56+01:00"),
            ("4 Mar 2026 09:25 EST", "2026-03-04T09:25:00-05:00"),
            ("Wednesday, 04-Mar-26 09:25:56 GMT", "2026-03-04T09:25:56Z"),
            (
                "Wed Mar 04 2026 09:25:56 GMT+0100 (Central European Standard Time)",
                "2026-03-04T09:25:56+01:00",
            ),
            ("Wed Mar 04 09:25:56 CET 2026", "2026-03-04T09:25:56+01:00"),
            ("2026-03-04T09:25:00 UTC", "2026-03-04T09:25:00Z"),
            ("2026-03-04 09:25:00 UTC", "2026-03-04T09:25:00Z"),
            ("2026-3-4", "2026-03-04"),
            ("2026-3-4 9:05", "2026-03-04T09:05:00"),
            ("2026-03-04T9:25:00Z", "2026-03-04T09:25:00Z"),
            ("2026-03-04 T 09:25", ""),
            ("2026/03/04", "2026-03-04"),
            ("20260304", "2026-03-04"),
            ("20260304T092500Z", "2026-03-04T09:25:00Z"),
            ("March 4, 2026", "2026-03-04"),
            ("Mar. 4, 2026 9:25 p.m. EST", "2026-03-04T21:25:00-05:00"),
            ("March 4th, 2026 at 12:05am", "2026-03-04T00:05:00"),
            ("4 September 2026", "2026-09-04"),
            ("Sept 4 2026", "2026-09-04"),
            ("25/12/2026", "2026-12-25"),
            ("12/25/2026", "2026-12-25"),
            ("1772616356", "2026-03-04T09:25:56Z"),
            ("1772616356000", "2026-03-04T09:25:56Z"),
        ] {
            assert_eq!(moment(text).unwrap_or_default(), read, "{text}");
        }
    }

    #[test]
    fn a_form_with_two_meanings_or_none_is_not() {
        for text in [
            "03/04/2026",
            "3.4.2026",
            "04-03-2026",
            "2026",
            "March 2026",
            "yesterday",
            "4 Mars 2026",
            "March 32, 2026",
            "2026-13-01",
            "March 4, 2026 25:00",
            "12:30",
            "1234",
            "4 March 2026 2026",
            "+0100",
            "",
        ] {
            assert_eq!(moment(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic_and_what_is_read_is_a_date(text in "[0-9a-zA-Z:+./, -]{0,40}") {
            if let Some(read) = moment(&text) {
                prop_assert!(parse(&read).is_some(), "{read}");
            }
        }
    }
}
