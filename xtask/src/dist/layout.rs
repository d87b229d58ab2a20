//! How what is in the modules is arranged, so that brotli finds more of it alike. What they do stays the same.
//!
//! wasm-opt makes a module short; in what order its functions stand, and which number a local has, is left to chance. Here
//! functions that are [`alike`] follow each other, [`locals`] are numbered as they were in code alike before, and imports
//! and exports get short [`names`] in the order that they are in, so that the next is easily guessed from the last.

mod alike;
mod locals;
mod names;
mod rewrite;
mod shape;

use anyhow::{Context as _, Result};

pub(crate) use names::{MODULE, Names};

use super::split::MAIN;
use shape::Shape;

/// Arranges the main module, the first, and the chunks. Gives them in the same order, with the names that the glue has to
/// use from now on.
pub(crate) fn arrange(modules: &[Vec<u8>]) -> Result<(Vec<Vec<u8>>, Names)> {
    let shapes: Vec<Shape<'_>> = modules.iter().map(|bytes| Shape::read(bytes)).collect::<Result<_>>()?;
    let orders: Vec<Vec<usize>> = shapes.iter().map(|shape| alike::order(&shape.code())).collect();
    let mut names = Names::default();
    for (shape, order) in shapes.iter().zip(&orders) {
        names.add(shape, order)?;
    }
    let arranged = modules
        .iter()
        .zip(&shapes)
        .zip(&orders)
        .map(|((bytes, shape), order)| rewrite::rewrite(bytes, shape, order, &names))
        .collect::<Result<_>>()
        .context("a module cannot be arranged")?;
    Ok((arranged, names))
}

/// Whether an import is one of the main module's exports, and not JavaScript's.
fn is_shared(module: &str) -> bool {
    module == MAIN
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
        FunctionSection, ImportSection, Module, RefType, TableSection, TableType, TypeSection, ValType,
    };
    use wasmparser::{ElementItems, ElementKind, Operator, Parser, Payload, Validator};

    use super::*;

    /// A module with functions that each give their number: of them the first, fourth and second are exported, and stand
    /// in slots in that order. Another, exported last, calls an import and works on locals of two types.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        types.ty().function([ValType::I32], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("./glue.js", "__wbg_second_1", EntityType::Function(1));
        imports.import("./glue.js", "__wbg_first_2", EntityType::Function(0));
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        for number in 0..5 {
            functions.function(0);
            let mut body = Function::new([]);
            // Of different lengths, so that they are put in another order.
            for _ in 0..number {
                body.instructions().i32_const(7).drop();
            }
            body.instructions().i32_const(number).end();
            code.function(&body);
        }
        functions.function(1);
        let mut body = Function::new([(1, ValType::I64), (2, ValType::I32)]);
        body.instructions().local_get(0).call(0).local_set(3).i64_const(1).local_set(1);
        body.instructions()
            .local_get(1)
            .i32_wrap_i64()
            .local_set(2)
            .local_get(3)
            .local_get(2)
            .i32_add()
            .end();
        code.function(&body);
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            minimum: 3,
            maximum: None,
            table64: false,
            shared: false,
        });
        let mut exports = ExportSection::new();
        for (name, function) in [("zero", 2), ("three", 5), ("one", 3), ("work", 7)] {
            exports.export(name, ExportKind::Func, function);
        }
        let mut slots = ElementSection::new();
        slots.active(None, &ConstExpr::i32_const(0), Elements::Functions([2, 5, 3][..].into()));
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&tables).section(&exports);
        module.section(&slots).section(&code);
        module.finish()
    }

    /// The last number that a function gives.
    fn gives(shape: &Shape<'_>, index: u32) -> Option<i32> {
        let function = &shape.functions[index as usize - shape.imported()];
        let operators = function.body.get_operators_reader().unwrap().into_iter();
        operators
            .filter_map(|operator| match operator.unwrap() {
                Operator::I32Const { value } => Some(value),
                _ => None,
            })
            .last()
    }

    #[test]
    fn what_is_called_by_name_or_by_slot_is_what_it_was() {
        let (arranged, names) = arrange(&[module()]).unwrap();
        Validator::new().validate_all(&arranged[0]).unwrap();
        let shape = Shape::read(&arranged[0]).unwrap();
        let exported = |name: &str| {
            let short = names.export(name).unwrap();
            let found = shape.exports.iter().find(|export| export.name == short);
            found.unwrap().index
        };
        let given = ["zero", "one", "three"].map(|name| gives(&shape, exported(name)));
        assert_eq!(given, [0, 1, 3].map(Some));
        let mut slots = Vec::new();
        for payload in Parser::new(0).parse_all(&arranged[0]) {
            if let Payload::ElementSection(section) = payload.unwrap() {
                for element in section {
                    let element = element.unwrap();
                    assert!(matches!(element.kind, ElementKind::Active { .. }));
                    if let ElementItems::Functions(functions) = element.items {
                        slots.extend(functions.into_iter().map(|index| gives(&shape, index.unwrap())));
                    }
                }
            }
        }
        assert_eq!(slots, [0, 3, 1].map(Some));
        // The names are in the order of what they name.
        let in_order: Vec<&str> = shape.exports.iter().map(|export| export.name).collect();
        assert_eq!(in_order, ["a", "b", "c", "d"]);
    }

    #[test]
    fn an_import_is_called_by_its_new_name() {
        let (arranged, names) = arrange(&[module()]).unwrap();
        let shape = Shape::read(&arranged[0]).unwrap();
        let work = names.export("work").unwrap();
        let index = shape.exports.iter().find(|export| export.name == work).unwrap().index;
        let body = &shape.functions[index as usize - shape.imported()].body;
        let called =
            body.get_operators_reader().unwrap().into_iter().find_map(|operator| match operator.unwrap() {
                Operator::Call { function_index } => Some(function_index),
                _ => None,
            });
        let import = shape.imports[called.unwrap() as usize];
        assert_eq!((import.module, Some(import.name.to_owned())), (MODULE, names.import("__wbg_second_1")));
        assert_eq!(names.module(), "./glue.js");
    }
}
