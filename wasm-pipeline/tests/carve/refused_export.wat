;; chunk later
;; A page could call what is exported before the chunk is there.
(module
  (memory (export "memory") 1)
  (table 1 funcref)
  (func (export "run") (call $"demo::later::entry::show"))
  (func $"demo::later::entry::show" (export "show")))
;; expected
;; refused: demo::later::entry::show leads into a chunk, and is called from outside
