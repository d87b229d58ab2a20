//! Writing a module anew, in another order.

use std::convert::Infallible;

use anyhow::Result;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{
    CodeSection, ExportSection, Function, FunctionSection, ImportSection, Instruction, MemArg,
};

use super::super::split::MAIN;
use super::locals::{self, Numbering};
use super::names::{MODULE, Names};
use super::shape::Shape;

/// A module with its own functions in this order and with these names.
pub(super) fn rewrite(bytes: &[u8], shape: &Shape<'_>, order: &[usize], names: &Names) -> Result<Vec<u8>> {
    let imports = names.imports_of(shape);
    let mut numbering = Numbering::default();
    let mut numbers = vec![Vec::new(); order.len()];
    for at in order {
        numbers[*at] = numbering.number(&shape.functions[*at])?;
    }
    let mut writer =
        Writer { shape, order, names, functions: shape.renumbered(&imports, order), imports, numbers, at: 0 };
    let mut module = wasm_encoder::Module::new();
    writer.parse_core_module(&mut module, wasmparser::Parser::new(0), bytes)?;
    Ok(module.finish())
}

struct Writer<'a, 'bytes> {
    shape: &'a Shape<'bytes>,
    names: &'a Names,
    order: &'a [usize],
    imports: Vec<usize>,
    functions: Vec<u32>,
    /// The numbers of each function's locals.
    numbers: Vec<Vec<u32>>,
    /// The function that is being written.
    at: usize,
}

type Written = Result<(), Error<Infallible>>;

impl Reencode for Writer<'_, '_> {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        Ok(self.functions[function as usize])
    }

    fn parse_import_section(
        &mut self,
        imports: &mut ImportSection,
        _: wasmparser::ImportSectionReader<'_>,
    ) -> Written {
        for at in self.imports.clone() {
            let import = self.shape.imports[at];
            let module = if super::is_shared(import.module) { MAIN } else { MODULE };
            let name = self.names.imported(&import);
            let ty = self.entity_type(import.ty)?;
            imports.import(module, name.as_deref().unwrap_or(import.name), ty);
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        _: wasmparser::ExportSectionReader<'_>,
    ) -> Written {
        for export in self.names.exports_of(self.shape) {
            let name = self.names.export(export.name);
            let index = self.external_index(export.kind, export.index)?;
            exports.export(name.as_deref().unwrap_or(export.name), self.export_kind(export.kind)?, index);
        }
        Ok(())
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        _: wasmparser::FunctionSectionReader<'_>,
    ) -> Written {
        for at in self.order {
            functions.function(self.shape.functions[*at].type_index);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        _: wasmparser::CodeSectionReader<'_>,
    ) -> Written {
        for at in self.order {
            self.at = *at;
            self.parse_function_body(code, self.shape.functions[*at].body.clone())?;
        }
        Ok(())
    }

    fn new_function_with_parsed_locals(
        &mut self,
        _: &wasmparser::FunctionBody<'_>,
    ) -> Result<Function, Error<Infallible>> {
        let locals = &self.shape.functions[self.at].locals;
        let types: Vec<_> = locals.iter().map(|ty| self.val_type(*ty)).collect::<Result<_, _>>()?;
        let numbers = &self.numbers[self.at];
        let parameters = numbers.len() - types.len();
        let mut moved = types.clone();
        for (ty, number) in types.into_iter().zip(&numbers[parameters..]) {
            moved[*number as usize - parameters] = ty;
        }
        Ok(Function::new_with_locals_types(moved))
    }

    fn instruction<'a>(
        &mut self,
        operator: wasmparser::Operator<'a>,
    ) -> Result<Instruction<'a>, Error<Infallible>> {
        let Some(local) = locals::local(&operator) else { return utils::instruction(self, operator) };
        let number = self.numbers[self.at][local as usize];
        Ok(match operator {
            wasmparser::Operator::LocalGet { .. } => Instruction::LocalGet(number),
            wasmparser::Operator::LocalSet { .. } => Instruction::LocalSet(number),
            _ => Instruction::LocalTee(number),
        })
    }

    /// How an address is aligned is a hint, and the instruction's own alignment the usual one. It tells a processor
    /// nothing that it would not do by itself.
    fn mem_arg(&mut self, arg: wasmparser::MemArg) -> Result<MemArg, Error<Infallible>> {
        Ok(MemArg { align: u32::from(arg.max_align), ..utils::mem_arg(self, arg)? })
    }

    /// None is needed by what runs.
    fn parse_custom_section(
        &mut self,
        _: &mut wasm_encoder::Module,
        _: wasmparser::CustomSectionReader<'_>,
    ) -> Written {
        Ok(())
    }
}
