//! The sections of a linked module.

use std::collections::BTreeMap;
use std::ops::Range;

use anyhow::{Context as _, Result, bail, ensure};
use wasmparser::{
    ConstExpr, DataKind, ElementItems, ElementKind, ExternalKind, FuncType, FunctionBody, GlobalType,
    KnownCustom, Linking, Name, Operator, Parser, Payload, RelocationEntry, SymbolFlags, SymbolInfo, TypeRef,
};

/// The symbol of a relocation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Symbol {
    Function(usize),
    /// Data, by its index in [`File::data`].
    Data(usize),
    /// Data that is not in the file, at address 0.
    Undefined,
    /// A global, a table, a tag or a section.
    Other,
}

/// A data symbol as the linker wrote it.
#[derive(Debug)]
pub(super) struct DataSymbol {
    pub(super) name: String,
    /// `None` for an absolute address.
    pub(super) segment: Option<usize>,
    pub(super) offset: u32,
    pub(super) size: u32,
}

/// A segment of memory.
#[derive(Debug)]
pub(super) struct Segment<'bytes> {
    pub(super) address: u32,
    pub(super) data: &'bytes [u8],
    /// The place of its bytes in the file.
    pub(super) range: Range<usize>,
}

/// A linked module.
#[derive(Default)]
pub(super) struct File<'bytes> {
    types: Vec<FuncType>,
    /// The type of each function, imported ones first.
    function_types: Vec<u32>,
    pub(super) imported: usize,
    pub(super) bodies: Vec<FunctionBody<'bytes>>,
    pub(super) segments: Vec<Segment<'bytes>>,
    pub(super) slots: BTreeMap<u32, usize>,
    pub(super) names: BTreeMap<usize, String>,
    pub(super) symbols: Vec<Symbol>,
    pub(super) data: Vec<DataSymbol>,
    pub(super) exported_functions: Vec<(String, usize)>,
    /// Constants in exported globals, which may be addresses.
    pub(super) exported_addresses: Vec<u32>,
    pub(super) start: Option<usize>,
    /// Relocations of code and data, by their place in the file.
    pub(super) relocations: Vec<(usize, RelocationEntry)>,
}

impl<'bytes> File<'bytes> {
    pub(super) fn read(bytes: &'bytes [u8]) -> Result<Self> {
        let mut reader = Reader::default();
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload?;
            reader.payload(&payload)?;
            let counts =
                !matches!(payload, Payload::Version { .. } | Payload::CodeSectionEntry(_) | Payload::End(_));
            reader.section += u32::from(counts);
        }
        let mut file = reader.file;
        ensure!(reader.relocated, "the linker wrote no relocations: was it told --emit-relocs?");
        ensure!(reader.symbols, "the linker wrote no symbols: was it told --emit-relocs?");
        for index in reader.exported_globals {
            let Some((ty, value)) =
                index.checked_sub(reader.imported_globals).and_then(|at| reader.globals.get(at))
            else {
                continue;
            };
            if !ty.mutable {
                file.exported_addresses.extend(*value);
            }
        }
        Ok(file)
    }

    /// The type of a function.
    pub(super) fn ty(&self, function: usize) -> Result<&FuncType> {
        let ty = self.function_types.get(function).and_then(|ty| self.types.get(*ty as usize));
        ty.with_context(|| format!("function {function} has no type"))
    }

    /// The number of functions, imported ones included.
    pub(super) fn functions(&self) -> usize {
        self.imported + self.bodies.len()
    }

    /// The address of a data symbol in memory; `None` if it begins as zeros, in a segment that the file leaves out.
    pub(super) fn address(&self, data: usize) -> Result<Option<u32>> {
        let symbol = self.data.get(data).context("no such data symbol")?;
        match symbol.segment.map(|number| self.segments.get(number)) {
            None => Ok(Some(symbol.offset)),
            Some(None) => Ok(None),
            Some(Some(segment)) => Ok(Some(segment.address.wrapping_add(symbol.offset))),
        }
    }
}

#[derive(Default)]
struct Reader<'bytes> {
    file: File<'bytes>,
    section: u32,
    /// The beginnings of code and data in the file, by the sections' numbers.
    starts: BTreeMap<u32, usize>,
    relocated: bool,
    symbols: bool,
    imported_globals: usize,
    globals: Vec<(GlobalType, Option<u32>)>,
    exported_globals: Vec<usize>,
}

impl<'bytes> Reader<'bytes> {
    fn payload(&mut self, payload: &Payload<'bytes>) -> Result<()> {
        match payload {
            Payload::TypeSection(types) => {
                for ty in types.clone().into_iter_err_on_gc_types() {
                    self.file.types.push(ty?);
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.clone().into_imports() {
                    match import?.ty {
                        TypeRef::Func(ty) => {
                            self.file.imported += 1;
                            self.file.function_types.push(ty);
                        }
                        TypeRef::Global(_) => self.imported_globals += 1,
                        TypeRef::Memory(_) | TypeRef::Table(_) => {}
                        other => bail!("an import of a kind that is not known: {other:?}"),
                    }
                }
            }
            Payload::FunctionSection(functions) => {
                for ty in functions.clone() {
                    self.file.function_types.push(ty?);
                }
            }
            Payload::GlobalSection(globals) => {
                for global in globals.clone() {
                    let global = global?;
                    self.globals.push((global.ty, constant(&global.init_expr).ok()));
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports.clone() {
                    let export = export?;
                    let index = export.index as usize;
                    match export.kind {
                        ExternalKind::Func => self.file.exported_functions.push((export.name.into(), index)),
                        ExternalKind::Global => self.exported_globals.push(index),
                        ExternalKind::Memory | ExternalKind::Table => {}
                        other => {
                            bail!("the export {} is of a kind that is not known: {other:?}", export.name)
                        }
                    }
                }
            }
            Payload::StartSection { func, .. } => self.file.start = Some(*func as usize),
            Payload::ElementSection(elements) => {
                for element in elements.clone() {
                    self.element(&element?)?;
                }
            }
            Payload::CodeSectionStart { range, .. } => {
                self.starts.insert(self.section, range.start);
            }
            Payload::CodeSectionEntry(body) => self.file.bodies.push(body.clone()),
            Payload::DataSection(segments) => {
                self.starts.insert(self.section, segments.range().start);
                for segment in segments.clone() {
                    let segment = segment?;
                    let DataKind::Active { offset_expr, memory_index: 0 } = &segment.kind else {
                        bail!("data that is written into memory by code: nothing tells where to")
                    };
                    let end = segment.range.end;
                    self.file.segments.push(Segment {
                        address: constant(offset_expr)?,
                        data: segment.data,
                        range: end - segment.data.len()..end,
                    });
                }
            }
            Payload::TagSection(_) => bail!("exceptions are not known"),
            Payload::CustomSection(custom) => self.custom(&custom.as_known())?,
            _ => {}
        }
        Ok(())
    }

    fn element(&mut self, element: &wasmparser::Element<'_>) -> Result<()> {
        let (ElementKind::Active { offset_expr, table_index }, ElementItems::Functions(functions)) =
            (&element.kind, &element.items)
        else {
            bail!("slots of a table that are no plain functions")
        };
        ensure!(table_index.unwrap_or_default() == 0, "functions in a second table");
        for (slot, function) in (constant(offset_expr)?..).zip(functions.clone()) {
            ensure!(
                self.file.slots.insert(slot, function? as usize).is_none(),
                "slot {slot} is filled twice"
            );
        }
        Ok(())
    }

    fn custom(&mut self, custom: &KnownCustom<'_>) -> Result<()> {
        match custom {
            KnownCustom::Name(names) => {
                for name in names.clone() {
                    let Name::Function(functions) = name? else { continue };
                    for naming in functions {
                        let naming = naming?;
                        let name = rustc_demangle::demangle(naming.name).to_string();
                        self.file.names.insert(naming.index as usize, name);
                    }
                }
            }
            KnownCustom::Linking(linking) => {
                for subsection in linking.subsections() {
                    let Linking::SymbolTable(symbols) = subsection? else { continue };
                    self.symbols = true;
                    for symbol in symbols {
                        let symbol = self.symbol(&symbol?);
                        self.file.symbols.push(symbol);
                    }
                }
            }
            KnownCustom::Reloc(relocations) => {
                // Relocations of other sections (debug information) are ignored.
                let Some(start) = self.starts.get(&relocations.section_index()).copied() else {
                    return Ok(());
                };
                self.relocated = true;
                for entry in relocations.entries() {
                    let entry = entry.context("a relocation of a kind that is not known")?;
                    self.file.relocations.push((start + entry.offset as usize, entry));
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn symbol(&mut self, symbol: &SymbolInfo<'_>) -> Symbol {
        match symbol {
            SymbolInfo::Func { index, .. } => Symbol::Function(*index as usize),
            SymbolInfo::Data { symbol: None, .. } => Symbol::Undefined,
            SymbolInfo::Data { flags, name, symbol: Some(defined) } => {
                let absolute = flags.contains(SymbolFlags::ABSOLUTE);
                self.file.data.push(DataSymbol {
                    name: rustc_demangle::demangle(name).to_string(),
                    segment: (!absolute).then_some(defined.index as usize),
                    offset: defined.offset,
                    size: defined.size,
                });
                Symbol::Data(self.file.data.len() - 1)
            }
            _ => Symbol::Other,
        }
    }
}

/// The value of a constant expression.
fn constant(expression: &ConstExpr<'_>) -> Result<u32> {
    match expression.get_operators_reader().read()? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        other => bail!("an offset that is no constant: {other:?}"),
    }
}
