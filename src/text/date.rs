//! Timestamps as newsrooms send them. Pure; the words for a date are the language's (`locale`).

use crate::text::number::push_digits;
use crate::text::search::trimmed;

/// What a clock and a calendar show, the year of four digits at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// From 1 to 9999.
    pub year: u32,
    /// From 1.
    pub month: u32,
    /// Of the month, from 1.
    pub day: u32,
    /// From 0 to 23.
    pub hour: u32,
    /// From 0 to 59.
    pub minute: u32,
}

/// A moment, and the clock that it was written by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instant {
    /// Milliseconds since 1970 in UTC. Where no zone was given, as if it had been UTC.
    pub epoch_ms: i64,
    /// The offset of the clock from UTC.
    pub offset_minutes: i32,
    /// A time of day was given, not the date alone.
    pub has_time: bool,
    /// An offset, or `Z`, was given.
    pub zoned: bool,
}

impl Instant {
    /// Milliseconds to give to `Intl` with the time zone "UTC", so that it shows the timestamp's own clock.
    pub fn shifted_ms(&self) -> f64 {
        self.shifted() as f64
    }

    /// Minutes from another moment to this one, rounded down; negative where this one is earlier.
    pub fn minutes_since(&self, other: &Instant) -> i64 {
        self.epoch_ms.saturating_sub(other.epoch_ms).div_euclid(MINUTE)
    }

    /// What the timestamp's own clock showed.
    pub fn clock(&self) -> Clock {
        let shifted = self.shifted();
        let (year, month, day) = civil(shifted.div_euclid(DAY));
        let minutes = shifted.rem_euclid(DAY) / MINUTE;
        Clock {
            year: year as u32,
            month: month as u32,
            day: day as u32,
            hour: (minutes / 60) as u32,
            minute: (minutes % 60) as u32,
        }
    }

    /// In the years 1 to 9999, whatever the fields were set to.
    fn shifted(&self) -> i64 {
        let shifted = self.epoch_ms.saturating_add(i64::from(self.offset_minutes) * MINUTE);
        shifted.clamp(-719_162 * DAY, 2_932_897 * DAY - 1)
    }
}

const MINUTE: i64 = 60_000;
const DAY: i64 = 1_440 * MINUTE;

/// Reads RFC 3339 and the forms of ISO 8601 that are met in the wild: `T`, `t` or a space between date and time,
/// seconds and their fraction optional, `Z`, `+01:00`, `+0100`, `+01` or no zone, or the date alone.
///
/// A leap second counts as the second before it. Anything else, trailing text included, is `None`.
pub fn parse(text: &str) -> Option<Instant> {
    let mut reader = Reader { rest: trimmed(text).as_bytes() };
    let year = reader.number(4)?;
    reader.mark(b"-")?;
    let month = reader.number(2)?;
    reader.mark(b"-")?;
    let day = reader.number(2)?;
    if year < 1 || !(1..=12).contains(&month) || day < 1 || day > days_in_month(year, month) {
        return None;
    }
    let midnight = days(year, month, day) * DAY;
    if reader.rest.is_empty() {
        return Some(Instant { epoch_ms: midnight, offset_minutes: 0, has_time: false, zoned: false });
    }
    reader.mark(b"Tt ")?;
    let hour = reader.number(2)?;
    reader.mark(b":")?;
    let minute = reader.number(2)?;
    let mut second = 0;
    let mut fraction = 0;
    if reader.mark(b":").is_some() {
        second = reader.number(2)?;
        if reader.mark(b".,").is_some() {
            fraction = reader.milliseconds()?;
        }
    }
    if hour > 23 || minute > 59 || second > 60 {
        return None;
    }
    let offset = reader.offset()?;
    if !reader.rest.is_empty() {
        return None;
    }
    let clock = midnight + (hour * 60 + minute) * MINUTE + second.min(59) * 1_000 + fraction;
    let offset_minutes = offset.unwrap_or(0);
    Some(Instant {
        epoch_ms: clock - i64::from(offset_minutes) * MINUTE,
        offset_minutes,
        has_time: true,
        zoned: offset.is_some(),
    })
}

/// A moment from the two clocks that WordPress gives, neither with a zone: the site's own (`date`) and UTC
/// (`date_gmt`). Their difference is the offset, in whole minutes and at most 15 hours. One alone is taken as it is.
pub fn from_local_and_utc(local: Option<&str>, utc: Option<&str>) -> Option<Instant> {
    let local = local.and_then(parse);
    let utc = utc.and_then(parse).map(|utc| Instant { zoned: true, ..utc });
    match (local, utc) {
        (Some(local), Some(utc)) if !local.zoned => {
            let minutes = (local.epoch_ms - utc.epoch_ms + MINUTE / 2).div_euclid(MINUTE);
            Some(Instant { offset_minutes: minutes.clamp(-900, 900) as i32, ..utc })
        }
        (local, utc) => local.or(utc),
    }
}

/// The moment as RFC 3339, for `<time datetime>` and for JSON: on its own clock and with its offset. A date alone
/// stays one, and a time whose zone nobody gave gets none. [`parse`] reads each back.
pub fn to_rfc3339(instant: &Instant) -> String {
    let Clock { year, month, day, hour, minute } = instant.clock();
    let ms = instant.shifted().rem_euclid(MINUTE);
    let mut text = String::with_capacity(29);
    push_digits(&mut text, year, 1000);
    text.push('-');
    push_digits(&mut text, month, 10);
    text.push('-');
    push_digits(&mut text, day, 10);
    if !instant.has_time {
        return text;
    }
    text.push('T');
    push_digits(&mut text, hour, 10);
    text.push(':');
    push_digits(&mut text, minute, 10);
    text.push(':');
    push_digits(&mut text, (ms / 1_000) as u32, 10);
    if ms % 1_000 != 0 {
        text.push('.');
        push_digits(&mut text, (ms % 1_000) as u32, 100);
    }
    if instant.zoned {
        if instant.offset_minutes == 0 {
            text.push('Z');
        } else {
            text.push(if instant.offset_minutes < 0 { '-' } else { '+' });
            let offset = instant.offset_minutes.unsigned_abs();
            push_digits(&mut text, offset / 60, 10);
            text.push(':');
            push_digits(&mut text, offset % 60, 10);
        }
    }
    text
}

/// What is still to be read.
struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    /// One of these characters.
    fn mark(&mut self, any: &[u8]) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        // Not `contains`, which has a search for long texts in it.
        if !any.iter().any(|mark| mark == first) {
            return None;
        }
        self.rest = rest;
        Some(*first)
    }

    /// Exactly so many digits.
    fn number(&mut self, digits: usize) -> Option<i64> {
        let mut number = 0;
        for _ in 0..digits {
            number = number * 10 + i64::from(self.mark(b"0123456789")? - b'0');
        }
        Some(number)
    }

    /// The digits of a fraction of a second, any number of them.
    fn milliseconds(&mut self) -> Option<i64> {
        let mut scale = 100;
        let mut number = i64::from(self.mark(b"0123456789")? - b'0') * scale;
        while let Some(digit) = self.mark(b"0123456789") {
            scale /= 10;
            number += i64::from(digit - b'0') * scale;
        }
        Some(number)
    }

    /// The zone, in minutes: `Some(None)` where there is none, `None` where it is malformed.
    fn offset(&mut self) -> Option<Option<i32>> {
        if self.rest.is_empty() {
            return Some(None);
        }
        // `2026-03-21 09:00:00 +0100`
        let _ = self.mark(b" ");
        let sign = match self.mark(b"Zz+-")? {
            b'+' => 1,
            b'-' => -1,
            _ => return Some(Some(0)),
        };
        let hours = self.number(2)?;
        let minutes = if self.rest.is_empty() {
            0
        } else {
            let _ = self.mark(b":");
            self.number(2)?
        };
        (hours <= 23 && minutes <= 59).then(|| Some(sign * (hours * 60 + minutes) as i32))
    }
}

fn days_in_month(year: i64, month: i64) -> i64 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

/// Days from 1970 to a date of the Gregorian calendar, counted in years that begin in March.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month > 2 { year } else { year - 1 };
    let month = (month + 9) % 12;
    365 * year + year.div_euclid(4) - year.div_euclid(100)
        + year.div_euclid(400)
        + (153 * month + 2) / 5
        + day
        - 719_469
}

/// The date that [`days`] counts to.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (year + era * 400 + carry, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn back(text: &str) -> String {
        to_rfc3339(&parse(text).unwrap())
    }

    #[test]
    fn the_forms_that_newsrooms_send_are_read() {
        let nine = 1_774_080_000_000;
        for text in [
            "2026-03-21T09:00:00+01:00",
            "2026-03-21T08:00:00Z",
            "2026-03-21t08:00:00z",
            "2026-03-21T09:00:00+0100",
            "2026-03-21T09:00:00+01",
            "2026-03-21T09:00+01:00",
            "2026-03-21 09:00:00+01:00",
            "2026-03-21 09:00:00 +0100",
            "2026-03-21T08:00:00.000Z",
            "2026-03-21T08:00:00,0Z",
            "2026-03-21T03:30:00-04:30",
            " 2026-03-21T08:00:00Z\n",
        ] {
            let instant = parse(text).unwrap();
            assert_eq!((instant.epoch_ms, instant.has_time, instant.zoned), (nine, true, true), "{text}");
        }
        assert_eq!(parse("2026-03-21T09:00:00+01:00").unwrap().offset_minutes, 60);
        assert_eq!(parse("2026-03-21T03:30:00-04:30").unwrap().offset_minutes, -270);
    }

    #[test]
    fn a_fraction_of_any_length_counts_to_the_millisecond() {
        assert_eq!(parse("1970-01-01T00:00:00.5Z").unwrap().epoch_ms, 500);
        assert_eq!(parse("1970-01-01T00:00:00.123456789Z").unwrap().epoch_ms, 123);
        assert_eq!(parse("1970-01-01T00:00:00.0004Z").unwrap().epoch_ms, 0);
    }

    #[test]
    fn a_date_alone_has_no_time_and_a_local_time_no_zone() {
        let date = parse("2026-03-21").unwrap();
        assert_eq!((date.epoch_ms, date.has_time, date.zoned), (1_774_051_200_000, false, false));
        let local = parse("2026-03-21T09:00:00").unwrap();
        assert_eq!((local.offset_minutes, local.has_time, local.zoned), (0, true, false));
        assert_eq!(local.shifted_ms(), 1_774_083_600_000.0);
    }

    #[test]
    fn a_leap_second_is_the_one_before_it() {
        assert_eq!(back("2016-12-31T23:59:60Z"), "2016-12-31T23:59:59Z");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "hier",
            "2026",
            "2026-03",
            "2026-13-01",
            "2026-00-01",
            "2026-04-31",
            "2026-02-29",
            "2100-02-29",
            "2026-01-00",
            "0000-01-01",
            "0000-00-00T00:00:00",
            "10000-01-01",
            "+2026-01-01",
            "-001-01-01",
            "2026-3-21",
            "2026/03/21",
            "2026-03-21T",
            "2026-03-21T09",
            "2026-03-21T24:00:00Z",
            "2026-03-21T09:60:00Z",
            "2026-03-21T09:00:61Z",
            "2026-03-21T09:00:00.Z",
            "2026-03-21T09:00:00+24:00",
            "2026-03-21T09:00:00+01:60",
            "2026-03-21T09:00:00+1",
            "2026-03-21T09:00:00Z.",
            "2026-03-21T09:00:00Zz",
            "2026-03-21T09:00:00+01:00[Europe/Paris]",
            "2026-03-21Z",
            "２０２６-03-21",
            "2026-03-21Té",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert!(parse("2024-02-29").is_some() && parse("2000-02-29").is_some());
    }

    #[test]
    fn a_moment_is_written_on_its_own_clock() {
        for text in [
            "2026-03-21T09:00:00+01:00",
            "2026-03-21T03:30:00-04:30",
            "2026-03-21T08:00:00Z",
            "2026-03-21T08:00:00.007Z",
            "2026-03-21T09:00:00",
            "2026-03-21",
            "1969-12-31T23:59:59.999Z",
            "0001-01-01T00:00:00+14:00",
            "9999-12-31T23:59:59-12:00",
        ] {
            assert_eq!(back(text), text);
        }
        assert_eq!(back("2026-03-21 09:00 -0000"), "2026-03-21T09:00:00Z");
    }

    #[test]
    fn the_clock_shown_is_the_timestamps_own() {
        let late = parse("2026-03-21T00:30:00+01:00").unwrap();
        assert_eq!(late.shifted_ms() - late.epoch_ms as f64, 3_600_000.0);
        assert_eq!(civil(late.shifted().div_euclid(DAY)), (2026, 3, 21));
    }

    #[test]
    fn wordpress_gives_two_clocks_and_their_difference_is_the_offset() {
        let instant = from_local_and_utc(Some("2026-03-21T09:00:00"), Some("2026-03-21T08:00:00")).unwrap();
        assert_eq!(to_rfc3339(&instant), "2026-03-21T09:00:00+01:00");
        let newfoundland =
            from_local_and_utc(Some("2026-03-21T04:30:00"), Some("2026-03-21T07:00:00")).unwrap();
        assert_eq!(newfoundland.offset_minutes, -150);
        let utc = from_local_and_utc(Some("2026-03-21T08:00:00"), Some("2026-03-21T08:00:00")).unwrap();
        assert_eq!(to_rfc3339(&utc), "2026-03-21T08:00:00Z");
    }

    #[test]
    fn one_clock_of_two_is_taken_as_it_is() {
        let utc = from_local_and_utc(None, Some("2026-03-21T08:00:00")).unwrap();
        assert_eq!(to_rfc3339(&utc), "2026-03-21T08:00:00Z");
        let local = from_local_and_utc(Some("2026-03-21T09:00:00"), Some("0000-00-00T00:00:00")).unwrap();
        assert_eq!(to_rfc3339(&local), "2026-03-21T09:00:00");
        let own = from_local_and_utc(Some("2026-03-21T09:00:00+01:00"), Some("2026-03-21T08:00:00")).unwrap();
        assert_eq!(own.offset_minutes, 60);
        assert_eq!(from_local_and_utc(Some(""), None), None);
    }

    #[test]
    fn an_offset_is_whole_minutes_and_at_most_fifteen_hours() {
        let seconds = from_local_and_utc(Some("2026-03-21T09:00:02"), Some("2026-03-21T08:00:00")).unwrap();
        assert_eq!(seconds.offset_minutes, 60);
        let behind = from_local_and_utc(Some("2026-03-21T08:59:58"), Some("2026-03-21T08:00:00")).unwrap();
        assert_eq!(behind.offset_minutes, 60);
        let nonsense = from_local_and_utc(Some("2020-01-01T00:00:00"), Some("2026-03-21T08:00:00")).unwrap();
        assert_eq!(nonsense.offset_minutes, -900);
    }

    #[test]
    fn minutes_between_two_moments_are_whole() {
        let published = parse("2026-03-21T09:00:00+01:00").unwrap();
        let modified = parse("2026-03-21T08:15:59Z").unwrap();
        assert_eq!(modified.minutes_since(&published), 15);
        assert_eq!(published.minutes_since(&modified), -16);
    }

    #[test]
    fn every_day_of_four_centuries_is_counted() {
        let mut expected = days(1800, 1, 1);
        for year in 1800..2210 {
            for month in 1..=12 {
                for day in 1..=days_in_month(year, month) {
                    assert_eq!((days(year, month, day), civil(expected)), (expected, (year, month, day)));
                    expected += 1;
                }
            }
        }
        assert_eq!(days(1970, 1, 1), 0);
    }

    proptest! {
        #[test]
        fn no_text_panics(text in any::<String>(), near in "[0-9]{3,5}-[0-9]{1,2}-[0-9]{1,2}[Tt ]?[0-9:.,Zz+ -]{0,20}") {
            let _ = parse(&text);
            if let Some(instant) = parse(&near) {
                prop_assert_eq!(parse(&to_rfc3339(&instant)), Some(instant));
            }
            let _ = from_local_and_utc(Some(&near), Some(&text));
        }

        #[test]
        fn what_is_written_reads_back(
            epoch_ms in -62_000_000_000_000_i64..253_000_000_000_000,
            offset_minutes in -1_439..1_440_i32,
        ) {
            let instant = Instant { epoch_ms, offset_minutes, has_time: true, zoned: true };
            prop_assert_eq!(parse(&to_rfc3339(&instant)), Some(instant));
        }

        #[test]
        fn no_fields_panic(epoch_ms in any::<i64>(), offset_minutes in any::<i32>(), has_time in any::<bool>()) {
            let instant = Instant { epoch_ms, offset_minutes, has_time, zoned: true };
            prop_assert!(to_rfc3339(&instant).len() <= 31);
            let _ = instant.shifted_ms();
        }
    }
}
