//! Timestamps as newsrooms send them. Pure; `locale` writes dates for readers.

pub mod lenient;

use crate::text::number::push_padded;
use crate::text::search::trimmed;

/// A time of day and a date, as a clock and a calendar show them.
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

/// A moment, with the clock of its own time zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instant {
    /// Milliseconds since 1970 in UTC. If no zone was given, the time is taken as UTC.
    pub epoch_ms: i64,
    /// The offset of the clock from UTC.
    pub offset_minutes: i32,
    /// True if a time of day was given, not only a date.
    pub has_time: bool,
    /// True if an offset, or `Z`, was given.
    pub zoned: bool,
}

impl Instant {
    /// Milliseconds that `Intl` shows as the timestamp's own clock, when the time zone is "UTC".
    pub fn shifted_ms(&self) -> f64 {
        self.shifted() as f64
    }

    /// Minutes from another moment to this one, rounded down; negative where this one is earlier.
    pub fn minutes_since(&self, other: &Instant) -> i64 {
        self.epoch_ms.saturating_sub(other.epoch_ms).div_euclid(MINUTE)
    }

    /// The timestamp's own clock.
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

    /// The shifted time, limited to the years 1 to 9999, whatever the fields were set to.
    fn shifted(&self) -> i64 {
        let shifted = self.epoch_ms.saturating_add(i64::from(self.offset_minutes) * MINUTE);
        shifted.clamp(-719_162 * DAY, 2_932_897 * DAY - 1)
    }
}

/// A minute, in milliseconds.
const MINUTE: i64 = 60_000;
/// A day, in milliseconds.
const DAY: i64 = 1_440 * MINUTE;
/// The longest offset that can be written, in minutes: 23:59 (RFC 3339, section 5.6).
const OFFSET_MAX: u32 = 23 * 60 + 59;

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
    let zone = reader.zone()?;
    if !reader.rest.is_empty() {
        return None;
    }
    let clock = midnight + (hour * 60 + minute) * MINUTE + second.min(59) * 1_000 + fraction;
    let (offset_minutes, zoned) = match zone {
        Zone::Offset(minutes) => (minutes, true),
        Zone::Unknown => (0, false),
    };
    Some(Instant {
        epoch_ms: clock - i64::from(offset_minutes) * MINUTE,
        offset_minutes,
        has_time: true,
        zoned,
    })
}

/// A moment from the two times that WordPress gives, neither with a zone: the site's own (`date`) and UTC
/// (`date_gmt`). Their difference is the offset, in whole minutes and at most 15 hours. If there is only one, it is
/// taken without a zone.
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

/// The moment as RFC 3339, for `<time datetime>` and for JSON, by its own clock and with its offset. A date without
/// time stays one, and a time without a zone gets none. [`parse`] reads each back.
pub fn to_rfc3339(instant: &Instant) -> String {
    let Clock { year, month, day, hour, minute } = instant.clock();
    let ms = instant.shifted().rem_euclid(MINUTE);
    let mut text = String::with_capacity(29);
    push_padded(&mut text, year, 4);
    text.push('-');
    push_padded(&mut text, month, 2);
    text.push('-');
    push_padded(&mut text, day, 2);
    if !instant.has_time {
        return text;
    }
    text.push('T');
    push_padded(&mut text, hour, 2);
    text.push(':');
    push_padded(&mut text, minute, 2);
    text.push(':');
    push_padded(&mut text, (ms / 1_000) as u32, 2);
    if ms % 1_000 != 0 {
        text.push('.');
        push_padded(&mut text, (ms % 1_000) as u32, 3);
    }
    if instant.zoned {
        if instant.offset_minutes == 0 {
            text.push('Z');
        } else {
            text.push(if instant.offset_minutes < 0 { '-' } else { '+' });
            let offset = instant.offset_minutes.unsigned_abs().min(OFFSET_MAX);
            push_padded(&mut text, offset / 60, 2);
            text.push(':');
            push_padded(&mut text, offset % 60, 2);
        }
    }
    text
}

/// The part of a timestamp that is still to be read.
struct Reader<'a> {
    rest: &'a [u8],
}

impl Reader<'_> {
    /// Takes one of these characters.
    fn mark(&mut self, any: &[u8]) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        // `contains` would bring a search for long texts with it.
        if !any.iter().any(|mark| mark == first) {
            return None;
        }
        self.rest = rest;
        Some(*first)
    }

    /// Takes exactly so many digits.
    fn number(&mut self, digits: usize) -> Option<i64> {
        let mut number = 0;
        for _ in 0..digits {
            number = number * 10 + i64::from(self.mark(b"0123456789")? - b'0');
        }
        Some(number)
    }

    /// Takes the digits of a fraction of a second, any number of them.
    fn milliseconds(&mut self) -> Option<i64> {
        let mut scale = 100;
        let mut number = i64::from(self.mark(b"0123456789")? - b'0') * scale;
        while let Some(digit) = self.mark(b"0123456789") {
            scale /= 10;
            number += i64::from(digit - b'0') * scale;
        }
        Some(number)
    }

    /// The zone; `None` where it is malformed.
    fn zone(&mut self) -> Option<Zone> {
        if self.rest.is_empty() {
            return Some(Zone::Unknown);
        }
        // `2026-03-21 09:00:00 +0100`
        let _ = self.mark(b" ");
        let sign = match self.mark(b"Zz+-")? {
            b'+' => 1,
            b'-' => -1,
            _ => return Some(Zone::Offset(0)),
        };
        let hours = self.number(2)?;
        let minutes = if self.rest.is_empty() {
            0
        } else {
            let _ = self.mark(b":");
            self.number(2)?
        };
        (hours <= 23 && minutes <= 59).then(|| Zone::Offset(sign * (hours * 60 + minutes) as i32))
    }
}

/// The zone of a timestamp.
enum Zone {
    /// None was given.
    Unknown,
    /// The offset from UTC in minutes.
    Offset(i32),
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

/// The date for a number of days since 1970, the inverse of [`days`].
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
mod tests;
