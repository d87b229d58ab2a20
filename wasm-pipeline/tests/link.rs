//! Plans for small programs, which rustc compiles and links: `tests/link/NAME.rs`, each with the expected plan at its
//! end. `UPDATE=1` writes the actual one.

mod support;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use wasm_pipeline::chunk::{Chunk, Chunks};
use wasm_pipeline::link::Graph;
use wasm_pipeline::name;
use wasm_pipeline::plan::Plan;
use wasm_pipeline::snip::Rules;
use wasmparser::{BinaryReader, Parser, Payload, RelocSectionReader, RelocationType};

const RULES: Rules<'_> =
    Rules { traps: &["core::panicking::*"], silent: &["<* as core::fmt::Debug>::fmt"], locations: true };

/// Compiles a program as `dist` does. `test` names the test, since several run at once.
fn linked(case: &Path, test: &str) -> Vec<u8> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    let output = folder.join(case.with_extension("wasm").file_name().unwrap());
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let compiled = Command::new(rustc)
        .args([
            "--edition=2024",
            "--crate-name=demo",
            "--crate-type=cdylib",
            "--target=wasm32-unknown-unknown",
        ])
        .args([
            "-Copt-level=2",
            "-Cpanic=abort",
            "-Ccodegen-units=1",
            "-Clto=fat",
            "-Clink-arg=--emit-relocs",
        ])
        .arg(format!("--remap-path-prefix={}=demo", env!("CARGO_MANIFEST_DIR")))
        .arg(case)
        .arg("-o")
        .arg(&output)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&compiled.stderr);
    assert!(
        compiled.status.success(),
        "{said}\nIs the target there? rustup target add wasm32-unknown-unknown"
    );
    fs::read(output).unwrap()
}

/// The chunks of every program: `later`, and `last`, which comes after it, if the program has it.
fn chunks(graph: &Graph) -> Chunks {
    let has =
        |module: &str| graph.functions.iter().any(|function| name::plain(&function.name).starts_with(module));
    let chunk = |name: &str, after: &[&str]| Chunk {
        name: name.into(),
        entries: vec![format!("demo::{name}::entry")],
        after: after.iter().map(|name| (*name).to_owned()).collect(),
    };
    let mut table = vec![chunk("later", &[])];
    table.extend(has("demo::last::entry").then(|| chunk("last", &["later"])));
    Chunks::new(table).unwrap()
}

/// The plan for a program's own parts, in words: functions in slots, and data that contain `demo`. Addresses, slots
/// and parts of the standard library differ between compilers.
fn told(linked: &[u8]) -> String {
    let told = Graph::read(linked, &[]).and_then(|graph| {
        let chunks = chunks(&graph);
        Ok((Plan::of(graph.clone(), &chunks, &RULES)?, graph, chunks))
    });
    let (plan, graph, chunks) = match told {
        Ok(known) => known,
        Err(error) => return format!("refused: {error:#}\n"),
    };
    let slot = |slot: &u32| format!("  slot: {}", name::plain(&graph.functions[graph.slots[slot]].name));
    let data = |range: &std::ops::Range<u32>| {
        let mut named: Vec<(u32, String)> = Vec::new();
        for datum in
            graph.data.iter().filter(|datum| !datum.range.is_empty() && range.contains(&datum.range.start))
        {
            let text: Vec<u8> = datum.bytes.iter().copied().filter(|byte| byte.is_ascii_graphic()).collect();
            named.push((
                datum.range.start,
                format!("  data: {} bytes {:?}", datum.bytes.len(), String::from_utf8_lossy(&text)),
            ));
        }
        named
    };
    let mut text = String::new();
    let mut part = |name: &str, slots: Vec<String>, data: Vec<(u32, String)>| {
        let all = data.into_iter().map(|(_, line)| line).chain(slots);
        let mut lines: Vec<String> = all.filter(|line| line.contains("demo")).collect();
        lines.sort();
        writeln!(text, "{name}").unwrap();
        lines.iter().for_each(|line| writeln!(text, "{line}").unwrap());
    };
    for (chunk, share) in chunks.iter().zip(&plan.chunks) {
        part(&chunk.name, share.slots.iter().map(slot).collect(), share.data.iter().flat_map(data).collect());
    }
    part("dead", plan.dead_slots.iter().map(slot).collect(), plan.dead.iter().flat_map(data).collect());
    text
}

#[test]
fn every_program_is_planned_as_its_file_says() {
    for case in support::cases("link") {
        let told: String = told(&linked(&case, "plan")).lines().map(|line| format!("// {line}\n")).collect();
        support::compare(&case, "// expected\n", &told);
    }
}

/// A module without one of the relocations of its code, and the kind of that; `None` if there are no more.
fn without(linked: &[u8], number: usize) -> Option<(Vec<u8>, RelocationType)> {
    let mut seen = 0;
    for payload in Parser::new(0).parse_all(linked) {
        let Payload::CustomSection(section) = payload.unwrap() else { continue };
        if section.name() != "reloc.CODE" {
            continue;
        }
        let reader = BinaryReader::new(section.data(), section.data_offset());
        let relocations = RelocSectionReader::new(reader).unwrap();
        let entries: Vec<_> = relocations.entries().into_iter().map(|entry| entry.unwrap()).collect();
        if number >= seen + entries.len() {
            seen += entries.len();
            continue;
        }
        let removed = number - seen;
        let mut data = leb(i64::from(relocations.section_index()));
        data.extend(leb(entries.len() as i64 - 1));
        for (_, entry) in entries.iter().enumerate().filter(|(at, _)| *at != removed) {
            data.push(entry.ty as u8);
            data.extend(leb(i64::from(entry.offset)));
            data.extend(leb(i64::from(entry.index)));
            if has_addend(entry.ty) {
                data.extend(signed(entry.addend));
            }
        }
        let mut named = leb(section.name().len() as i64);
        named.extend(section.name().bytes());
        named.extend(data);
        let mut head = vec![0];
        head.extend(leb(named.len() as i64));
        // The section's header: its number, and its length in as few bytes as possible.
        let old = section.range();
        let start = (1..=5).map(|length| old.start - length - 1).find(|at| linked[*at] == 0).unwrap();
        let changed = [&linked[..start], &head, &named, &linked[old.end..]].concat();
        return Some((changed, entries[removed].ty));
    }
    None
}

fn has_addend(kind: RelocationType) -> bool {
    matches!(
        kind,
        RelocationType::MemoryAddrLeb | RelocationType::MemoryAddrSleb | RelocationType::MemoryAddrI32
    )
}

fn leb(mut value: i64) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let byte = (value & 0x7f) as u8;
        value >>= 7;
        if value == 0 {
            bytes.push(byte);
            return bytes;
        }
        bytes.push(byte | 0x80);
    }
}

fn signed(mut value: i64) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let byte = (value & 0x7f) as u8;
        value >>= 7;
        if (value == 0 && byte & 0x40 == 0) || (value == -1 && byte & 0x40 != 0) {
            bytes.push(byte);
            return bytes;
        }
        bytes.push(byte | 0x80);
    }
}

#[test]
fn a_function_that_lacks_any_relocation_of_a_call_a_slot_or_an_address_is_refused() {
    let (mut slots, mut others) = (0, 0);
    for case in support::cases("link") {
        let linked = linked(&case, "lacking");
        // If nothing is at an address, nothing shows that it is one.
        if Graph::read(&linked, &[]).is_err() || case.ends_with("zero_sized.rs") {
            continue;
        }
        let mut number = 0;
        while let Some((module, kind)) = without(&linked, number) {
            number += 1;
            // The number of a type, of a global or of a table is the same in every module.
            use RelocationType::{GlobalIndexLeb, TableIndexSleb, TableNumberLeb, TypeIndexLeb};
            let refused = Graph::read(&module, &[]).is_err();
            match kind {
                GlobalIndexLeb | TableNumberLeb | TypeIndexLeb => {}
                // If another relocation names the slot too, this one looks like a number.
                TableIndexSleb => slots += usize::from(refused),
                _ => {
                    assert!(refused, "{}: relocation {number}, {kind:?}", case.display());
                    others += 1;
                }
            }
        }
    }
    assert!(slots > 0 && others > 20, "{slots} {others}");
}
