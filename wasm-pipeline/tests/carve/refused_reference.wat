;; chunk later
;; A function that code refers to by itself, and not by a slot, could be in another module.
(module
  (memory (export "memory") 1)
  (table 1 funcref)
  (elem declare func $"demo::later::entry::show")
  (func (export "run") (drop (ref.func $"demo::later::entry::show")) (call $"demo::later::entry::show"))
  (func $"demo::later::entry::show"))
;; expected
;; refused: slots of a table that are no plain functions
