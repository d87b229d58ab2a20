;; chunk later slots 1
;; chunk last after later
;; A chunk that comes after another calls what is there through slots, be it an entry or not.
(module
  (memory (export "memory") 1)
  (table 2 funcref)
  (elem (i32.const 1) $in_both)
  (func (export "run") (call $"demo::later::entry::show") (call $"demo::last::entry::show"))
  (func $"demo::later::entry::show" (call $in_both))
  (func $"demo::last::entry::show" (call $in_both) (call $"demo::later::entry::show"))
  (func $in_both (call $deep))
  (func $deep (drop (memory.size))))
;; expected

;; main
(module
  (type (;0;) (func))
  (table (;0;) 5 funcref)
  (memory (;0;) 1)
  (export "memory" (memory 0))
  (export "run" (func 0))
  (export "0" (table 0))
  (func (;0;) (type 0)
    i32.const 3
    call_indirect (type 0)
    i32.const 2
    call_indirect (type 0)
  )
)


;; later
(module
  (type (;0;) (func))
  (import "main" "memory" (memory (;0;) 1))
  (import "main" "0" (table (;0;) 5 funcref))
  (elem (;0;) (i32.const 1) func $in_both)
  (elem (;1;) (i32.const 3) func $demo::later::entry::show $in_both)
  (func $deep (;0;) (type 0)
    memory.size
    drop
  )
  (func $demo::later::entry::show (;1;) (type 0)
    call $in_both
  )
  (func $in_both (;2;) (type 0)
    call $deep
  )
)


;; last
(module
  (type (;0;) (func))
  (import "main" "0" (table (;0;) 5 funcref))
  (elem (;0;) (i32.const 2) func $demo::last::entry::show)
  (func $demo::last::entry::show (;0;) (type 0)
    i32.const 4
    call_indirect (type 0)
    i32.const 3
    call_indirect (type 0)
  )
)

