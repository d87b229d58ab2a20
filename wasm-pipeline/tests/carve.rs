//! Splits small modules: `tests/carve/NAME.wat`, each of which states the plan at its beginning and the expected
//! modules at its end. `UPDATE=1` writes the actual ones.

mod support;

use std::fmt::Write as _;
use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::Result;
use wasm_pipeline::carve::{carve, clear, parse};
use wasm_pipeline::chunk::{Chunk, Chunks};
use wasm_pipeline::plan::{Plan, Share};
use wasm_pipeline::validate;

/// Reads the chunks and the plan at the beginning of a file, one line each: `;; chunk NAME slots 1 2 data 16..24
/// after OTHER`, `;; dead slots 3 data 24..32`, `;; together ONE OTHER …`.
fn read(text: &str) -> (Chunks, Plan) {
    let (mut table, mut plan, mut together) = (Vec::new(), Plan::default(), Vec::new());
    for line in text.lines().map_while(|line| line.strip_prefix(";; ")) {
        let mut words = line.split(' ');
        let kind = words.next().filter(|kind| ["chunk", "dead", "together"].contains(kind));
        if kind.is_none() {
            continue;
        }
        let name = if kind == Some("chunk") { words.next().unwrap() } else { "" };
        let (mut share, mut after, mut field) = (Share::default(), Vec::new(), "");
        let mut page = Vec::new();
        for word in words {
            match field {
                _ if ["slots", "data", "after"].contains(&word) => field = word,
                "slots" => drop(share.slots.insert(word.parse().unwrap())),
                "data" => share.data.push(range(word)),
                "after" => after.push(word.to_owned()),
                _ => page.push(word),
            }
        }
        match kind {
            Some("chunk") => {
                table.push(Chunk { name: name.into(), entries: vec![format!("demo::{name}::entry")], after });
                plan.chunks.push(share);
            }
            Some("dead") => (plan.dead, plan.dead_slots) = (share.data, share.slots),
            Some("together") => together.push(page),
            _ => {}
        }
    }
    (Chunks::new(table).unwrap().together(&together).unwrap(), plan)
}

fn range(word: &str) -> Range<u32> {
    let (start, end) = word.split_once("..").unwrap();
    start.parse().unwrap()..end.parse().unwrap()
}

fn carved(case: &Path) -> Result<String> {
    let text = fs::read_to_string(case)?;
    let (chunks, plan) = read(&text);
    let input = text.split(";; expected").next().unwrap();
    let mut whole = parse(&wat::parse_str(input)?)?;
    clear(&mut whole, &plan)?;
    let mut out = String::new();
    for mut part in carve(&validate::write(&mut whole)?, &plan, &chunks)? {
        let name =
            part.chunk.and_then(|number| chunks.iter().nth(number)).map_or("main", |chunk| &chunk.name);
        let bytes = validate::write(&mut part.module)?;
        writeln!(out, "\n;; {name}\n{}", wasmprinter::print_bytes(&bytes)?)?;
    }
    Ok(out)
}

#[test]
fn every_module_is_carved_as_its_file_says() {
    for case in support::cases("carve") {
        let told = carved(&case).unwrap_or_else(|error| format!(";; refused: {error:#}\n"));
        support::compare(&case, ";; expected\n", &told);
    }
}
