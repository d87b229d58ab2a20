;; chunk later slots 1
;; wasm-opt found a chunk's function in a slot to be the same as one of the main module's: that fills the slot.
(module
  (memory (export "memory") 1)
  (table 2 funcref)
  (elem (i32.const 1) $same)
  (func (export "run") (call $same) (call $"demo::later::entry::show"))
  (func $same (drop (memory.size)))
  (func $"demo::later::entry::show" (call_indirect (i32.const 1))))
;; expected

;; main
(module
  (type (;0;) (func))
  (table (;0;) 3 funcref)
  (memory (;0;) 1)
  (export "memory" (memory 0))
  (export "run" (func 0))
  (export "0" (table 0))
  (elem (;0;) (i32.const 1) func $same)
  (func (;0;) (type 0)
    call $same
    i32.const 2
    call_indirect (type 0)
  )
  (func $same (;1;) (type 0)
    memory.size
    drop
  )
)


;; later
(module
  (type (;0;) (func))
  (import "main" "0" (table (;0;) 3 funcref))
  (elem (;0;) (i32.const 2) func $demo::later::entry::show)
  (func $demo::later::entry::show (;0;) (type 0)
    i32.const 1
    call_indirect (type 0)
  )
)

