//! The report, in Markdown, so that it can stand in docs/performance.md.

use std::fmt::Write as _;

use super::figure::{median, quantile, whole};
use super::samples::{Answered, Held, Interaction, Lazy, Long, Machine, Many, Samples, Steps, Visits};
use super::target::{REFERENCE, Target, against, of, targets, work};

/// Everything that was measured.
pub(super) fn report(samples: &Samples) -> String {
    let mut text = place(samples);
    for (line, name) in [
        (&samples.slow, "Slow 4G (1.6 Mbit/s, 150 ms), processor slowed four times"),
        (&samples.fast, "Fast 4G (9 Mbit/s, 60 ms), processor slowed four times"),
    ] {
        if let Some(line) = line {
            text.push_str(&visits(name, line));
        }
    }
    if let Some(copy) = &samples.copy {
        text.push_str(&answers(copy));
    }
    if let Some(long) = &samples.long {
        text.push_str(&lengths(
            "Articles of many kinds of blocks, no network delay, processor slowed four times, navigation to painted; script, \
             parsing of HTML, style and layout in ms of the main thread, with what follows the body",
            long,
        ));
    }
    if let Some(second) = &samples.second {
        let name = "The second article of a visit (the program in the HTTP cache, the article not), fast 4G, processor slowed \
                    four times";
        text.push_str(&lengths(name, second));
    }
    let mut facts = Vec::new();
    if let Some(rendering) = &samples.rendering {
        for one in rendering {
            facts.push(format!(
                "{} paragraphs set on an element that is loaded, processor slowed four times: {} ms to the painted frame",
                whole(f64::from(one.paragraphs)),
                spread(&one.samples)
            ));
        }
    }
    if let Some(million) = samples.million {
        facts.push(format!(
            "A million words read, counted and built, not laid out, nothing slowed: {} ms",
            whole(million)
        ));
    }
    facts.extend(samples.many.iter().flat_map(|many| pages(many)));
    facts.extend(samples.steps.iter().flat_map(|steps| carousel(steps)));
    facts.extend(samples.interactions.iter().map(|all| interactions(all)));
    facts.extend(samples.memory.iter().flat_map(|curve| memory(curve)));
    facts.extend(samples.lazy.iter().map(lazy));
    for fact in facts {
        // Writing to a string does not fail.
        let _ = writeln!(text, "- {fact}.");
    }
    text.push('\n');
    text + &reached(&targets(samples))
}

fn place(samples: &Samples) -> String {
    let rounds = samples.slow.iter().chain(&samples.fast).flatten().map(|visits| visits.samples.len()).max();
    let rounds = rounds.map_or_else(String::new, |rounds| {
        format!(
            " Medians of {rounds} rounds, the middle half in brackets; ratios are to Lit in the same run."
        )
    });
    format!("{}{rounds}\n\n", machine(&samples.machine, &samples.browser))
}

/// Where something was measured.
pub(super) fn machine(machine: &Machine, browser: &str) -> String {
    format!(
        "Measured on {}: {}, {} cores ({}), {} GB, {browser}; load average {:.1} before and {:.1} after.",
        machine.date,
        machine.system,
        machine.cores,
        machine.processor,
        machine.gigabytes,
        machine.load[0],
        machine.load[1],
    )
}

/// What a contender is called in the report.
fn called(contender: &str) -> &str {
    match contender {
        "widget" => "**the widget**",
        "widget-hints" => "**the widget, preload hints**",
        "lit" => "Lit + Embla + DOMPurify",
        "lit-hints" => "the same, preload hints",
        "swiper" => "Swiper's element bundle + Lit + DOMPurify",
        "plain" => "no library, the browser's `setHTML`",
        "before" => "the widget, another build",
        "rendered" => "**the widget, rendered**",
        "lit-ssr" => "Lit + Embla, rendered by `@lit-labs/ssr`",
        "page" => "the rendered page without script",
        other => other,
    }
}

/// A median with the middle half of the samples.
fn spread(samples: &[f64]) -> String {
    let [low, middle, high] = [0.25, 0.5, 0.75].map(|part| whole(quantile(samples, part)));
    if low == high { middle } else { format!("{middle} ({low}–{high})") }
}

fn visits(name: &str, line: &[Visits]) -> String {
    let mut text = format!(
        "{name}:\n\n| | bytes | time to article, ms | ratio | longest task, ms | ratio | layout shift |\n\
         | --- | ---: | ---: | ---: | ---: | ---: | ---: |\n"
    );
    for one in line {
        let column =
            |figure: fn(&super::samples::Visit) -> f64| one.samples.iter().map(figure).collect::<Vec<_>>();
        let _ = writeln!(
            text,
            "| {} | {} | {} | {:.2} | {} | {:.2} | {} |",
            called(&one.contender),
            whole(of(line, &one.contender, |visit| visit.bytes)),
            spread(&column(|visit| visit.article)),
            against(line, &one.contender, |visit| visit.article),
            spread(&column(|visit| visit.longest)),
            against(line, &one.contender, |visit| visit.longest),
            shift(&column(|visit| visit.shift)),
        );
    }
    text + "\n"
}

fn answers(copy: &[Answered]) -> String {
    let times =
        |contender| copy.iter().find(|one| one.contender == contender).map(|one| median(&one.samples));
    let reference = times(REFERENCE).unwrap_or(f64::NAN);
    let mut text = String::from(
        "Slow 4G, processor slowed four times, from navigation until a click on “copy link” is answered:\n\n\
         | | answered, ms | ratio |\n| --- | ---: | ---: |\n",
    );
    for one in copy {
        let ratio = median(&one.samples) / reference;
        let _ = writeln!(text, "| {} | {} | {ratio:.2} |", called(&one.contender), spread(&one.samples));
    }
    text + "\n"
}

fn shift(samples: &[f64]) -> String {
    let most = samples.iter().copied().fold(0.0, f64::max);
    if most == 0.0 { "0".into() } else { format!("{most:.3}") }
}

/// How an article of that name is told.
fn length(article: &str) -> String {
    match article.parse() {
        Ok(paragraphs) => format!("{} paragraphs", whole(paragraphs)),
        Err(_) => "a captured long read".to_owned(),
    }
}

fn lengths(name: &str, long: &[Long]) -> String {
    let mut articles: Vec<&str> = Vec::new();
    for one in long {
        if !articles.contains(&one.article.as_str()) {
            articles.push(&one.article);
        }
    }
    let mut text = format!(
        "{name}:\n\n| | | time to article, ms | ratio | longest task, ms | ratio | script | parsing | style | layout | elements \
         styled |\n| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n"
    );
    for article in articles {
        for one in long.iter().filter(|one| one.article == article) {
            let all =
                |figure: fn(&super::samples::Work) -> f64| one.samples.iter().map(figure).collect::<Vec<_>>();
            let ratio =
                |figure| work(long, &one.contender, article, figure) / work(long, REFERENCE, article, figure);
            let _ = writeln!(
                text,
                "| {} | {} | {} | {:.2} | {} | {:.2} | {} | {} | {} | {} | {} |",
                length(article),
                called(&one.contender),
                spread(&all(|work| work.article)),
                ratio(|work| work.article),
                spread(&all(|work| work.longest)),
                ratio(|work| work.longest),
                whole(median(&all(|work| work.script))),
                whole(median(&all(|work| work.parse))),
                whole(median(&all(|work| work.style))),
                whole(median(&all(|work| work.layout))),
                whole(median(&all(|work| work.styled))),
            );
        }
    }
    text + "\n"
}

fn pages(many: &[Many]) -> Option<String> {
    let painted = |contender: &str| {
        let one = many.iter().find(|one| one.contender == contender)?;
        Some(median(&one.samples.iter().map(|page| page.painted).collect::<Vec<_>>()))
    };
    let fifty = many.iter().find(|one| one.contender == "widget-50")?;
    let page = fifty.samples.first()?;
    Some(format!(
        "50 elements on one page, no network delay, processor slowed four times: all painted after {} ms (one: {} ms; Lit: \
         {} and {} ms), {} wasm requested, {} instance, {} style sheet",
        whole(painted("widget-50")?),
        whole(painted("widget")?),
        whole(painted("lit-50")?),
        whole(painted("lit")?),
        page.wasms,
        page.instances,
        page.sheets
    ))
}

fn carousel(steps: &[Steps]) -> Option<String> {
    if steps.is_empty() {
        return None;
    }
    let told: Vec<String> = steps
        .iter()
        .map(|one| {
            format!(
                "{} {} ms",
                called(&one.contender).replace("**", ""),
                whole(median(&one.samples.concat()))
            )
        })
        .collect();
    Some(format!("A step of the carousel, click to painted frame, nothing slowed: {}", told.join("; ")))
}

fn interactions(all: &[Interaction]) -> String {
    let mut slowest: Vec<&Interaction> = all.iter().filter(|one| one.duration > 0.0).collect();
    slowest.sort_by(|one, other| other.duration.total_cmp(&one.duration));
    let told: Vec<String> =
        slowest.iter().take(3).map(|one| format!("`{}` {} ms", one.name, whole(one.duration))).collect();
    format!(
        "Interaction to next paint of {} controls, nothing slowed, as the browser reports it (in steps of 8 ms): {}; {} of \
         them took less than 16 ms",
        all.len(),
        if told.is_empty() { "none reported".into() } else { format!("the slowest are {}", told.join(", ")) },
        all.len() - slowest.len(),
    )
}

fn memory(curve: &[Held]) -> Vec<String> {
    let told: Vec<String> = curve.iter().map(|held| held.pages.to_string()).collect();
    let heap: Vec<String> = curve.iter().map(|held| whole(f64::from(held.heap))).collect();
    let (Some(first), Some(last)) = (curve.first(), curve.last()) else { return Vec::new() };
    vec![
        format!(
            "Mounted and removed, before and after each 1,000 of {}: wasm pages of 64 KB {}; JavaScript heap in KB {}",
            whole(f64::from(last.mounts)),
            told.join(" "),
            heap.join(" ")
        ),
        format!(
            "Nodes before and after all of them {} and {}, listeners {} and {}",
            first.nodes, last.nodes, first.listeners, last.listeners
        ),
    ]
}

fn lazy(lazy: &Lazy) -> String {
    let list = |lines: &[String]| lines.iter().map(|line| format!("`{line}`")).collect::<Vec<_>>().join(", ");
    format!(
        "`loading=\"lazy\"`, four screens away, the server is asked for {}; when it comes near, for {}",
        list(&lazy.before),
        list(&lazy.after)
    )
}

/// The targets, and which of them were reached.
pub(super) fn reached(targets: &[Target]) -> String {
    let mut text = String::from("| target | at most | is | reached |\n| --- | ---: | ---: | --- |\n");
    for target in targets {
        let answer = if target.is_reached() { "yes" } else { "**no**" };
        let (most, is) = (target.told(target.most), target.told(target.is));
        let _ = writeln!(text, "| {} | {most} | {is} | {answer} |", target.what);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bench::samples::Visit;

    #[test]
    fn a_line_of_the_table_has_medians_and_ratios_to_lit() {
        let line: Vec<Visits> = [("widget", [100.0, 120.0, 140.0]), ("lit", [80.0, 100.0, 120.0])]
            .map(|(contender, articles)| Visits {
                contender: contender.into(),
                samples: articles
                    .map(|article| Visit { bytes: 1_234.0, article, longest: 50.0, shift: 0.0 })
                    .into(),
            })
            .into();
        let table = visits("Slow", &line);
        assert!(
            table.contains("| **the widget** | 1,234 | 120 (110–130) | 1.20 | 50 | 1.00 | 0 |"),
            "{table}"
        );
    }
}
