//! ICU4X in place of `Intl`.

use crate::text::date::Instant;
use crate::text::language::primary;
use crate::text::number::digits;
use crate::text::search::{joined, replaced};
use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::YMD;
use icu_datetime::input::DateTime;
use icu_decimal::DecimalFormatter;
use icu_list::ListFormatter;
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use icu_time::Time;

/// The locale of a tag, if the tag is well formed.
fn locale(tag: &str) -> Option<Locale> {
    Locale::try_from_str(tag).ok().filter(|_| !tag.is_empty())
}

/// Returns true if the tag is well formed.
pub(in crate::locale) fn supports(tag: &str) -> bool {
    locale(tag).is_some()
}

/// The CLDR category of a whole number.
pub(in crate::locale) fn plural(tag: &str, count: u32) -> String {
    let rules = locale(tag).and_then(|locale| PluralRules::try_new_cardinal(locale.into()).ok());
    let category = rules.map_or(PluralCategory::Other, |rules| rules.category_for(count));
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
    .to_owned()
}

/// A whole number.
pub(in crate::locale) fn number(tag: &str, number: u32) -> String {
    let format =
        locale(tag).and_then(|locale| DecimalFormatter::try_new(locale.into(), Default::default()).ok());
    format.map_or_else(|| digits(number), |format| format.format(&number.into()).to_string())
}

/// A date in the Gregorian calendar, by its own clock.
pub(in crate::locale) fn date(tag: &str, instant: &Instant) -> String {
    // Browsers write a plain space where CLDR has a narrow one, because pages parse such dates.
    let text = replaced(&written(tag, instant).unwrap_or_default(), "\u{202f}", " ");
    // ICU4X writes an hour in Spanish with two digits, browsers with one.
    if primary(tag).eq_ignore_ascii_case("es") {
        replaced(&text, " a las 0", " a las ")
    } else if primary(tag).eq_ignore_ascii_case("fa") {
        // Browsers attach a month that ends in a vowel to the year, as it is spoken.
        replaced(&text, "\u{647} ", "\u{647}\u{654} ")
    } else {
        text
    }
}

fn written(tag: &str, instant: &Instant) -> Option<String> {
    let clock = instant.clock();
    let year = i32::try_from(clock.year).ok()?;
    let (month, day) = (u8::try_from(clock.month).ok()?, u8::try_from(clock.day).ok()?);
    let (hour, minute) = (u8::try_from(clock.hour).ok()?, u8::try_from(clock.minute).ok()?);
    let date = Date::try_new_gregorian(year, month, day).ok()?;
    let prefs = locale(tag)?.into();
    if instant.has_time {
        let time = Time::try_new(hour, minute, 0, 0).ok()?;
        let fields = YMD::long().with_time_hm();
        let format = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(prefs, fields).ok()?;
        Some(format.format(&DateTime { date, time }).to_string())
    } else {
        let format = FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(prefs, YMD::long()).ok()?;
        Some(format.format(&date).to_string())
    }
}

/// A list of names.
pub(in crate::locale) fn list(tag: &str, names: &[String]) -> String {
    let format =
        locale(tag).and_then(|locale| ListFormatter::try_new_and(locale.into(), Default::default()).ok());
    let row = format.map_or_else(|| joined(names, ", "), |format| format.format(names.iter()).to_string());
    // Browsers still have a plain hyphen where newer data has a no-break one.
    if primary(tag).eq_ignore_ascii_case("he") { replaced(&row, "\u{2011}", "-") } else { row }
}
