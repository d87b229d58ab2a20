//! The table: each page without the element and with it, and what is over its limit.

use std::fmt::Write as _;

use super::{Visit, Visits};
use crate::bench::figure::{median, whole};

/// Where a page is, and what it is called.
const PLACES: [(&str, &str); 6] = [
    ("twentytwentyone", "Twenty Twenty-One"),
    ("twentytwentytwo", "Twenty Twenty-Two"),
    ("twentytwentythree", "Twenty Twenty-Three"),
    ("twentytwentyfour", "Twenty Twenty-Four"),
    ("twentytwentyfive", "Twenty Twenty-Five"),
    ("page", "a plain page, README’s first recipe"),
];
/// The two articles.
const ARTICLES: [&str; 2] = ["picture", "text"];

/// The largest paint may take so many times as long.
const PAINT: f64 = 1.02;
/// Blocking time may be so many milliseconds more.
const BLOCKING: f64 = 50.0;
/// So many bytes may come with the element.
const BYTES: f64 = 60_000.0;
/// Layout shift is to be the same.
const SHIFT: f64 = 0.0;

/// Whether every page was measured.
pub(super) fn is_whole(visits: &[Visits]) -> bool {
    PLACES.iter().all(|(place, _)| ARTICLES.iter().all(|article| pair(visits, place, article).is_some()))
}

/// A page without the element and with it.
struct Pair<'a> {
    without: &'a [Visit],
    with: &'a [Visit],
}

impl Pair<'_> {
    /// The medians of a figure.
    fn medians(&self, figure: fn(&Visit) -> f64) -> [f64; 2] {
        [self.without, self.with].map(|samples| median(&samples.iter().map(figure).collect::<Vec<_>>()))
    }
}

fn pair<'a>(visits: &'a [Visits], place: &str, article: &str) -> Option<Pair<'a>> {
    let one =
        |with| visits.iter().find(|one| one.r#where == place && one.article == article && one.with == with);
    Some(Pair { without: &one(false)?.samples, with: &one(true)?.samples })
}

/// A figure without and with the element.
fn both([without, with]: [f64; 2]) -> String {
    format!("{} → {}", whole(without), whole(with))
}

/// The rows of what was measured, then what is over its limit.
pub(super) fn table(visits: &[Visits]) -> String {
    let mut text = String::from(
        "| | article | largest paint, ms | ratio | layout shift | blocking, ms | KB | requests |\n\
         | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n",
    );
    let mut over = Vec::new();
    for (place, name) in PLACES {
        for article in ARTICLES {
            let Some(pair) = pair(visits, place, article) else { continue };
            let paint = pair.medians(|visit| visit.paint);
            let shift = pair.medians(|visit| visit.shift);
            let blocking = pair.medians(|visit| visit.blocking);
            let bytes = pair.medians(|visit| visit.bytes);
            let requests = pair.medians(|visit| visit.requests);
            let ratio = paint[1] / paint[0];
            // Writing to a string does not fail.
            let _ = writeln!(
                text,
                "| {name} | {article} | {} | {ratio:.2} | {:.3} → {:.3} | {} | {} | {} |",
                both(paint),
                shift[0],
                shift[1],
                both(blocking),
                both(bytes.map(|one| one / 1_000.0)),
                both(requests)
            );
            // Compared as they are written down; what was not measured is over its limit.
            let rounded = |figure: f64, by: f64| (figure * by).round() / by;
            let limits = [
                ("largest paint", rounded(ratio, 100.0), PAINT),
                ("layout shift", rounded(shift[1] - shift[0], 1_000.0), SHIFT),
                ("blocking time", rounded(blocking[1] - blocking[0], 1.0), BLOCKING),
                ("bytes", rounded(bytes[1] - bytes[0], 1.0), BYTES),
            ];
            over.extend(
                limits
                    .iter()
                    .filter(|(_, is, most)| is.is_nan() || is > most)
                    .map(|(what, is, most)| format!("{name}, {article}: {what} {is} (at most {most})")),
            );
        }
    }
    let rounds = visits.iter().map(|one| one.samples.len()).max().unwrap_or(0);
    let _ = writeln!(text, "\nMedians of {rounds} rounds.");
    if over.is_empty() {
        text.push_str(" Everything is within its limit.\n");
    } else {
        let _ = writeln!(text, "Over the limit:\n\n- {}", over.join("\n- "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visits(place: &str, with: bool, paint: f64, bytes: f64) -> Vec<Visits> {
        let sample = Visit { paint, shift: 0.01, blocking: 20.0, bytes, requests: 4.0 };
        let one = |article: &str| Visits {
            r#where: place.into(),
            article: article.into(),
            with,
            samples: vec![sample.clone()],
        };
        ARTICLES.map(one).into()
    }

    #[test]
    fn a_row_says_what_a_page_is_without_the_element_and_with_it() {
        let both =
            [visits("page", false, 1_000.0, 40_000.0), visits("page", true, 1_020.0, 99_000.0)].concat();
        let told = table(&both);
        assert!(
            told.contains("| picture | 1,000 → 1,020 | 1.02 | 0.010 → 0.010 | 20 → 20 | 40 → 99 | 4 → 4 |"),
            "{told}"
        );
        assert!(told.contains("Everything is within its limit."), "{told}");
        assert!(!is_whole(&both));
    }

    #[test]
    fn what_is_over_its_limit_is_named() {
        let told =
            table(&[visits("page", false, 1_000.0, 0.0), visits("page", true, 1_040.0, 61_000.0)].concat());
        assert!(
            told.contains("- a plain page, README’s first recipe, text: largest paint 1.04 (at most 1.02)"),
            "{told}"
        );
        assert!(told.contains("picture: bytes 61000 (at most 60000)"), "{told}");
    }
}
