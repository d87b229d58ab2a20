//! Dates and lists of names in the languages that are compiled in, with the same result as the browser's `Intl`
//! (checked against Chromium 156 for every tag here). `Intl` reads the data of every language at its first use, which
//! takes 15 to 20 ms on a fast processor, before the date under the headline can be painted.

use crate::text::date::Instant;
use crate::text::number::{digits, push_padded};
use crate::text::search::{around, before, concat};
use news_article_contract::language;

/// The forms of one region of a language.
#[derive(Debug)]
pub(super) struct Forms {
    /// The tags with these forms: one of the groups of `contract/src/language.rs`.
    tags: &'static [&'static str],
    months: &'static str,
    month_first: bool,
    /// The text between date and time.
    at: &'static str,
    /// The words for before noon and after noon. Without them there are 24 hours.
    halves: Option<[&'static str; 2]>,
    /// The separators between two names, between more than two, and before the last of more than two.
    row: [&'static str; 3],
}

const FORMS: [Forms; 4] = [
    Forms {
        tags: language::FRENCH,
        months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        month_first: false,
        at: " à ",
        halves: None,
        row: [" et ", ", ", " et "],
    },
    Forms {
        tags: language::MOROCCAN,
        months: "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
        month_first: false,
        at: " في ",
        halves: None,
        row: [" و"; 3],
    },
    Forms {
        tags: language::ARABIC,
        months: "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
        month_first: false,
        at: " في ",
        halves: Some(["ص", "م"]),
        row: [" و"; 3],
    },
    Forms {
        tags: language::ENGLISH,
        months: "January February March April May June July August September October November December",
        month_first: true,
        at: " at ",
        halves: Some(["AM", "PM"]),
        row: [" and ", ", ", ", and "],
    },
];

/// The forms of a tag, if they are known.
pub(super) fn of(tag: &str) -> Option<&'static Forms> {
    FORMS.iter().find(|forms| forms.tags.iter().any(|one| one.eq_ignore_ascii_case(tag)))
}

impl Forms {
    /// A date, with the time of day if it has one, by its own clock.
    pub(super) fn date(&self, instant: &Instant) -> String {
        let clock = instant.clock();
        let mut month = self.months;
        for _ in 1..clock.month {
            month = around(month, " ").map_or("", |(_, later)| later);
        }
        let month = before(month, " ");
        let (year, day) = (digits(clock.year), digits(clock.day));
        let mut text = if self.month_first {
            concat(&[month, " ", &day, ", ", &year])
        } else {
            concat(&[&day, " ", month, " ", &year])
        };
        if instant.has_time {
            text.push_str(self.at);
            match self.halves {
                Some(_) => text.push_str(&digits((clock.hour + 11) % 12 + 1)),
                None => push_padded(&mut text, clock.hour, 2),
            }
            text.push(':');
            push_padded(&mut text, clock.minute, 2);
            if let Some([morning, afternoon]) = self.halves {
                text.push(' ');
                text.push_str(if clock.hour < 12 { morning } else { afternoon });
            }
        }
        text
    }

    /// A list of names.
    pub(super) fn list(&self, names: &[String]) -> String {
        let [of_two, between, before_last] = self.row;
        let mut row = String::new();
        for (at, name) in names.iter().enumerate() {
            row.push_str(match names.len() - at {
                _ if at == 0 => "",
                1 if at == 1 => of_two,
                1 => before_last,
                _ => between,
            });
            row.push_str(name);
        }
        row
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::date::parse;

    fn shown(tag: &str, text: &str) -> String {
        of(tag).unwrap().date(&parse(text).unwrap())
    }

    #[test]
    fn a_date_is_written_as_its_language_writes_it() {
        let morning = "2026-11-04T09:05:00+01:00";
        for (tag, text) in [
            ("fr", "4 novembre 2026 à 09:05"),
            ("fr-MA", "4 novembre 2026 à 09:05"),
            ("ar", "4 نوفمبر 2026 في 9:05 ص"),
            ("ar-MA", "4 نونبر 2026 في 09:05"),
            ("en", "November 4, 2026 at 9:05 AM"),
        ] {
            assert_eq!(shown(tag, morning), text, "{tag}");
        }
        assert_eq!(shown("fr", "2026-08-01"), "1 août 2026");
        assert_eq!(shown("en-us", "0949-12-31"), "December 31, 949");
    }

    #[test]
    fn noon_and_midnight_are_twelve_where_the_day_has_halves() {
        for (time, text) in
            [("00:05", "12:05 AM"), ("11:59", "11:59 AM"), ("12:00", "12:00 PM"), ("23:05", "11:05 PM")]
        {
            let shown = shown("en", &format!("2026-01-01T{time}:00Z"));
            assert_eq!(shown, format!("January 1, 2026 at {text}"));
        }
        assert_eq!(shown("fr", "2026-01-01T00:05:00Z"), "1 janvier 2026 à 00:05");
    }

    #[test]
    fn names_in_a_row_end_with_the_languages_and() {
        let names = ["A", "B", "C", "D"].map(str::to_owned);
        let row = |tag: &str, count: usize| of(tag).unwrap().list(&names[..count]);
        assert_eq!(
            [0, 1, 2, 3, 4].map(|count| row("fr", count)),
            ["", "A", "A et B", "A, B et C", "A, B, C et D"]
        );
        assert_eq!([2, 3].map(|count| row("en", count)), ["A and B", "A, B, and C"]);
        assert_eq!([2, 3].map(|count| row("ar", count)), ["A وB", "A وB وC"]);
    }

    #[test]
    fn every_tag_of_the_table_is_known() {
        for tag in language::LANGUAGES.iter().flat_map(|language| language.known_tags.concat()) {
            assert!(of(tag).is_some(), "{tag}");
        }
    }

    #[test]
    fn each_year_has_twelve_months_and_other_regions_have_none_of_this() {
        for forms in &FORMS {
            assert_eq!(forms.months.split(' ').count(), 12, "{:?}", forms.tags);
        }
        for tag in ["fr-CA", "fr-DZ", "ar-EG", "en-GB", "fr-u-nu-arab", "de", ""] {
            assert!(of(tag).is_none(), "{tag}");
        }
    }
}
