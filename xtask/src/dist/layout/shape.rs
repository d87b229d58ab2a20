//! What has to be known of a module to arrange it.

use anyhow::{Context as _, Result, ensure};
use wasmparser::{Export, FunctionBody, Import, Parser, Payload, TypeRef, ValType};

/// A module's parts, each as the module has it.
#[derive(Default)]
pub(super) struct Shape<'bytes> {
    pub(super) imports: Vec<Import<'bytes>>,
    pub(super) exports: Vec<Export<'bytes>>,
    pub(super) functions: Vec<Function<'bytes>>,
}

/// A function of the module's own.
pub(super) struct Function<'bytes> {
    /// The number of its type.
    pub(super) type_index: u32,
    pub(super) parameters: u32,
    /// The types of its locals, without its parameters.
    pub(super) locals: Vec<ValType>,
    pub(super) body: FunctionBody<'bytes>,
}

impl<'bytes> Shape<'bytes> {
    pub(super) fn read(bytes: &'bytes [u8]) -> Result<Self> {
        let mut shape = Self::default();
        let mut parameters = Vec::new();
        let mut types = Vec::new();
        for payload in Parser::new(0).parse_all(bytes) {
            match payload? {
                Payload::TypeSection(section) => {
                    for ty in section.into_iter_err_on_gc_types() {
                        parameters.push(u32::try_from(ty?.params().len())?);
                    }
                }
                Payload::ImportSection(section) => {
                    shape.imports = section.into_imports().collect::<wasmparser::Result<_>>()?;
                }
                Payload::FunctionSection(section) => {
                    types = section.into_iter().collect::<wasmparser::Result<_>>()?;
                }
                Payload::ExportSection(section) => {
                    shape.exports = section.into_iter().collect::<wasmparser::Result<_>>()?;
                }
                Payload::CodeSectionEntry(body) => {
                    let type_index = *types.get(shape.functions.len()).context("code without a type")?;
                    let parameters = *parameters.get(type_index as usize).context("no such type")?;
                    let mut locals = Vec::new();
                    for group in body.get_locals_reader()? {
                        let (count, ty) = group?;
                        locals.extend(std::iter::repeat_n(ty, count as usize));
                    }
                    shape.functions.push(Function { type_index, parameters, locals, body });
                }
                _ => {}
            }
        }
        ensure!(types.len() == shape.functions.len(), "a function without code");
        Ok(shape)
    }

    /// The bytes of each function.
    pub(super) fn code(&self) -> Vec<&'bytes [u8]> {
        self.functions.iter().map(|function| function.body.as_bytes()).collect()
    }

    /// How many functions are imported: they come first in the count.
    pub(super) fn imported(&self) -> usize {
        self.imports.iter().filter(|import| is_function(import)).count()
    }

    /// Where each function is in the count from now on, by where it was: imports as `imports` has them, then the module's
    /// own as `order` has them.
    pub(super) fn renumbered(&self, imports: &[usize], order: &[usize]) -> Vec<u32> {
        let place = |at: usize| self.imports[..at].iter().filter(|import| is_function(import)).count();
        let imported = imports.iter().filter(|at| is_function(&self.imports[**at])).map(|at| place(*at));
        let own = order.iter().map(|at| self.imported() + at);
        let mut renumbered = vec![0; self.imported() + order.len()];
        for (new, old) in (0..).zip(imported.chain(own)) {
            renumbered[old] = new;
        }
        renumbered
    }
}

pub(super) fn is_function(import: &Import<'_>) -> bool {
    matches!(import.ty, TypeRef::Func(_))
}
