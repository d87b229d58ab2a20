//! What was to be reached, and whether it was.

use super::figure::{median, whole};
use super::samples::{Long, Samples, Visits, Work};

/// The contender that ratios are taken to.
pub(super) const REFERENCE: &str = "lit";

/// One target.
#[derive(Debug, PartialEq)]
pub(super) struct Target {
    /// What was measured.
    pub(super) what: &'static str,
    /// What it may be at most.
    pub(super) most: f64,
    /// What it is; not a number where something was not measured.
    pub(super) is: f64,
    /// Whether it is told as a ratio, of two places.
    pub(super) ratio: bool,
}

impl Target {
    fn count(what: &'static str, most: f64, is: f64) -> Self {
        Self { what, most, is, ratio: false }
    }

    pub(super) fn ratio(what: &'static str, most: f64, is: f64) -> Self {
        Self { what, most, is, ratio: true }
    }

    /// Whether it was reached.
    pub(super) fn is_reached(&self) -> bool {
        self.is <= self.most
    }

    /// A figure of it, as it is told.
    pub(super) fn told(&self, figure: f64) -> String {
        if self.ratio { format!("{figure:.2}") } else { whole(figure) }
    }
}

/// The targets of what was measured.
pub(super) fn targets(samples: &Samples) -> Vec<Target> {
    let mut targets = Vec::new();
    if let Some(slow) = &samples.slow {
        let article = |contender| of(slow, contender, |visit| visit.article);
        targets.extend([
            Target::ratio(
                "slow 4G, rendered: time to article",
                0.65,
                article("rendered") / article(REFERENCE),
            ),
            Target::ratio(
                "slow 4G, rendered: time to article, of the page's without script",
                1.05,
                article("rendered") / article("page"),
            ),
            Target::ratio("slow 4G: longest task", 0.5, against(slow, "widget", |visit| visit.longest)),
        ]);
    }
    if let Some(fast) = &samples.fast {
        targets.push(Target::ratio(
            "fast 4G: longest task",
            0.5,
            against(fast, "widget", |visit| visit.longest),
        ));
    }
    let lines = [&samples.slow, &samples.fast].into_iter().flatten().flatten();
    let shifts: Vec<f64> = lines
        .filter(|visits| visits.contender.starts_with("widget") || visits.contender == "rendered")
        .flat_map(|visits| &visits.samples)
        .map(|visit| visit.shift)
        .collect();
    if !shifts.is_empty() {
        targets.push(Target::ratio("layout shift, the most", 0.0, most(shifts)));
    }
    if let Some(long) = &samples.long {
        targets.extend([
            Target::ratio(
                "2,000 paragraphs: time to article",
                0.70,
                ratio(long, "2000", |work| work.article),
            ),
            Target::ratio("200 paragraphs: time to article", 0.95, ratio(long, "200", |work| work.article)),
            Target::ratio("2,000 paragraphs: longest task", 0.50, ratio(long, "2000", |work| work.longest)),
            Target::ratio(
                "2,000 paragraphs: style and layout",
                0.40,
                ratio(long, "2000", |work| work.style + work.layout),
            ),
            // A third of the 847 ms beside Lit's 69 that it was before blocks were laid out in groups.
            Target::ratio("2,000 paragraphs: script", 4.09, ratio(long, "2000", |work| work.script)),
        ]);
    }
    if let Some(second) = &samples.second {
        let is = ratio(second, "18", |work| work.article);
        targets.push(Target::ratio("second article of a visit, fast 4G: time to article", 0.95, is));
    }
    if let Some(rendering) = &samples.rendering {
        let time = |paragraphs: u32| {
            let found = rendering.iter().find(|one| one.paragraphs == paragraphs);
            found.map_or(f64::NAN, |one| median(&one.samples))
        };
        targets.push(Target::ratio("2,000 paragraphs, of 200", 11.0, time(2_000) / time(200)));
    }
    if let Some(many) = &samples.many {
        let pages = || many.iter().filter(|one| one.contender == "widget-50").flat_map(|one| &one.samples);
        let instances = pages().map(|page| f64::from(page.instances)).collect();
        targets.push(Target::count("wasm instances of 50 elements", 1.0, most(instances)));
        let sheets = pages().map(|page| f64::from(page.sheets)).collect();
        targets.push(Target::count("style sheets of 50 elements", 1.0, most(sheets)));
    }
    if let Some(interactions) = &samples.interactions {
        let durations = interactions.iter().map(|one| one.duration).collect();
        targets.push(Target::count("the slowest control to its next frame (INP), ms", 49.0, most(durations)));
    }
    targets
}

/// The median of a contender.
pub(super) fn of(line: &[Visits], contender: &str, figure: fn(&super::samples::Visit) -> f64) -> f64 {
    let found = line.iter().find(|visits| visits.contender == contender);
    found.map_or(f64::NAN, |visits| median(&visits.samples.iter().map(figure).collect::<Vec<_>>()))
}

/// The median of a contender for one article; not a number where it was not measured.
pub(super) fn work(long: &[Long], contender: &str, article: &str, figure: fn(&Work) -> f64) -> f64 {
    let found = long.iter().find(|one| one.contender == contender && one.article == article);
    found.map_or(f64::NAN, |one| median(&one.samples.iter().map(figure).collect::<Vec<_>>()))
}

/// The widget's as a ratio to the reference's.
fn ratio(long: &[Long], article: &str, figure: fn(&Work) -> f64) -> f64 {
    work(long, "widget", article, figure) / work(long, REFERENCE, article, figure)
}

/// The same as a ratio to the reference.
pub(super) fn against(line: &[Visits], contender: &str, figure: fn(&super::samples::Visit) -> f64) -> f64 {
    of(line, contender, figure) / of(line, REFERENCE, figure)
}

/// The largest; not a number of none.
fn most(figures: Vec<f64>) -> f64 {
    figures.into_iter().fold(f64::NAN, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::samples::Visit;

    fn visits(contender: &str, articles: &[f64]) -> Visits {
        let visit = |&article| Visit { bytes: 10.0, article, longest: 1.0, shift: 0.0 };
        Visits { contender: contender.into(), samples: articles.iter().map(visit).collect() }
    }

    #[test]
    fn a_ratio_is_one_of_medians() {
        let line = [visits("widget", &[900.0, 100.0, 110.0]), visits(REFERENCE, &[90.0, 100.0, 1_000.0])];
        assert_eq!(against(&line, "widget", |visit| visit.article), 1.1);
    }

    #[test]
    fn what_is_equal_is_reached_and_what_is_missing_is_not() {
        assert!(Target::ratio("", 1.05, 1.05).is_reached());
        assert!(!Target::ratio("", 1.05, 1.06).is_reached());
        assert!(!Target::count("", 1.0, f64::NAN).is_reached());
    }
}
