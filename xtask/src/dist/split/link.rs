//! Who needs whom, as the linker knows it. The format of its relocations is described at
//! <https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md>.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context as _, Result, bail};
use wasmparser::{
    DataKind, ElementItems, ElementKind, ExternalKind, KnownCustom, Linking, Name, Operator, Parser, Payload,
    RelocationType, SymbolInfo, TypeRef,
};

/// A function, by its index, or a piece of data, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Node {
    Function(usize),
    Data(usize),
}

/// A module's functions and data with what each needs.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// Demangled names, by index.
    pub(super) names: BTreeMap<usize, String>,
    /// What each function calls or points to, by index.
    pub(super) functions: Vec<Vec<Node>>,
    /// What each piece of data points to.
    pub(super) data: Vec<Vec<Node>>,
    /// Where each piece of data stands in memory.
    pub(super) ranges: Vec<Range<u32>>,
    /// Which function stands in which slot of the table.
    pub(super) slots: BTreeMap<u32, usize>,
    /// What can be called from outside.
    pub(super) exported: Vec<usize>,
}

/// A data symbol: segment, and bytes within it.
struct Datum {
    segment: usize,
    bytes: Range<usize>,
}

struct Segment {
    /// In the file.
    bytes: Range<usize>,
    /// In memory.
    address: u32,
}

#[derive(Default)]
struct Reader {
    graph: Graph,
    imported: usize,
    bodies: Vec<Range<usize>>,
    segments: Vec<Segment>,
    symbols: Vec<Option<Node>>,
    data: Vec<Datum>,
    /// Where the sections of code and of data begin, by number.
    sections: BTreeMap<u32, usize>,
    relocated: bool,
}

impl Graph {
    /// Reads a module that was linked with `--emit-relocs`.
    pub(super) fn read(bytes: &[u8]) -> Result<Self> {
        let mut reader = Reader::default();
        let mut section = 0;
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            reader.payload(&payload, section)?;
            let counts =
                !matches!(payload, Payload::Version { .. } | Payload::CodeSectionEntry(_) | Payload::End(_));
            section += u32::from(counts);
        }
        if !reader.relocated {
            bail!("the linker wrote no relocations");
        }
        reader.graph.ranges = reader
            .data
            .iter()
            .map(|datum| {
                let base = reader.segments.get(datum.segment).map_or(0, |segment| segment.address);
                let at = |offset: usize| base + u32::try_from(offset).unwrap_or(u32::MAX);
                at(datum.bytes.start)..at(datum.bytes.end)
            })
            .collect();
        Ok(reader.graph)
    }
}

impl Reader {
    fn payload(&mut self, payload: &Payload<'_>, section: u32) -> Result<()> {
        match payload {
            Payload::ImportSection(imports) => {
                for import in imports.clone().into_imports() {
                    self.imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports.clone() {
                    let export = export?;
                    // wasm-bindgen runs these while it makes the glue, and takes them out.
                    if export.kind == ExternalKind::Func && !export.name.starts_with("__wbindgen_describe_") {
                        self.graph.exported.push(export.index as usize);
                    }
                }
            }
            Payload::StartSection { func, .. } => self.graph.exported.push(*func as usize),
            Payload::ElementSection(elements) => {
                for element in elements.clone() {
                    self.element(&element?)?;
                }
            }
            Payload::CodeSectionStart { count, range, .. } => {
                self.sections.insert(section, range.start);
                self.graph.functions.resize_with(self.imported + *count as usize, Vec::new);
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body.range()),
            Payload::DataSection(segments) => {
                self.sections.insert(section, segments.range().start);
                for segment in segments.clone() {
                    let segment = segment?;
                    let DataKind::Active { offset_expr, .. } = &segment.kind else { bail!("passive data") };
                    let end = segment.range.end;
                    self.segments.push(Segment {
                        bytes: end - segment.data.len()..end,
                        address: constant(offset_expr)?,
                    });
                }
            }
            Payload::CustomSection(custom) => match custom.as_known() {
                KnownCustom::Name(names) => {
                    for name in names {
                        if let Name::Function(functions) = name? {
                            for naming in functions {
                                let naming = naming?;
                                self.graph.names.insert(
                                    naming.index as usize,
                                    rustc_demangle::demangle(naming.name).to_string(),
                                );
                            }
                        }
                    }
                }
                KnownCustom::Linking(linking) => {
                    for subsection in linking.subsections() {
                        if let Linking::SymbolTable(symbols) = subsection? {
                            for symbol in symbols {
                                self.symbol(&symbol?);
                            }
                        }
                    }
                }
                KnownCustom::Reloc(relocations) => {
                    self.relocated = true;
                    let start = *self
                        .sections
                        .get(&relocations.section_index())
                        .context("relocations of a section that is not there")?;
                    for entry in relocations.entries() {
                        let entry = entry?;
                        self.relocation(entry.ty, start + entry.offset as usize, entry.index as usize);
                    }
                }
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    fn element(&mut self, element: &wasmparser::Element<'_>) -> Result<()> {
        let ElementKind::Active { offset_expr, .. } = &element.kind else { return Ok(()) };
        let first = constant(offset_expr)?;
        if let ElementItems::Functions(functions) = &element.items {
            for (slot, function) in (first..).zip(functions.clone()) {
                self.graph.slots.insert(slot, function? as usize);
            }
        }
        Ok(())
    }

    fn symbol(&mut self, symbol: &SymbolInfo<'_>) {
        let node = match symbol {
            SymbolInfo::Func { index, .. } => Some(Node::Function(*index as usize)),
            SymbolInfo::Data { symbol: Some(defined), .. } => {
                let start = defined.offset as usize;
                let bytes = start..start + defined.size as usize;
                self.data.push(Datum { segment: defined.index as usize, bytes });
                self.graph.data.push(Vec::new());
                Some(Node::Data(self.data.len() - 1))
            }
            _ => None,
        };
        self.symbols.push(node);
    }

    fn relocation(&mut self, kind: RelocationType, at: usize, symbol: usize) {
        let refers = matches!(
            kind,
            RelocationType::FunctionIndexLeb
                | RelocationType::FunctionIndexI32
                | RelocationType::TableIndexSleb
                | RelocationType::TableIndexI32
                | RelocationType::MemoryAddrLeb
                | RelocationType::MemoryAddrSleb
                | RelocationType::MemoryAddrI32
        );
        let Some(needed) = self.symbols.get(symbol).copied().flatten().filter(|_| refers) else { return };
        if let Ok(body) = self.bodies.binary_search_by(|body| order(body, at)) {
            self.graph.functions[self.imported + body].push(needed);
        } else if let Some(number) = self.segments.iter().position(|segment| segment.bytes.contains(&at)) {
            let offset = at - self.segments[number].bytes.start;
            // Two names for one place share what it needs.
            for (datum, needs) in self.data.iter().zip(&mut self.graph.data) {
                if datum.segment == number && datum.bytes.contains(&offset) {
                    needs.push(needed);
                }
            }
        }
    }
}

fn order(range: &Range<usize>, at: usize) -> std::cmp::Ordering {
    if range.contains(&at) { std::cmp::Ordering::Equal } else { range.start.cmp(&at) }
}

fn constant(expression: &wasmparser::ConstExpr<'_>) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        #[expect(clippy::cast_sign_loss, reason = "an address")]
        Operator::I32Const { value } => Ok(value as u32),
        other => bail!("an offset that is no constant: {other:?}"),
    }
}
