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
    let newfoundland = from_local_and_utc(Some("2026-03-21T04:30:00"), Some("2026-03-21T07:00:00")).unwrap();
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
