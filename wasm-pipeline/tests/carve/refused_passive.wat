;; chunk later
;; Data that code writes into memory may go anywhere.
(module
  (memory (export "memory") 1)
  (table 1 funcref)
  (data $bytes "bytes")
  (func (export "run") (memory.init $bytes (i32.const 0) (i32.const 0) (i32.const 5)) (call $"demo::later::entry::show"))
  (func $"demo::later::entry::show"))
;; expected
;; refused: data that is written into memory by code
