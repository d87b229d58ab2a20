;; chunk one
;; chunk two
;; What two chunks reach comes in each, where a page loads one of them.
(module
  (memory (export "memory") 1)
  (table 1 funcref)
  (func (export "run") (call $"demo::one::entry::show") (call $"demo::two::entry::show"))
  (func $"demo::one::entry::show" (call $both))
  (func $"demo::two::entry::show" (call $both) (drop (i32.const 2)))
  (func $both (drop (memory.size))))
;; expected

;; main
(module
  (type (;0;) (func))
  (table (;0;) 3 funcref)
  (memory (;0;) 1)
  (export "memory" (memory 0))
  (export "run" (func 0))
  (export "0" (table 0))
  (func (;0;) (type 0)
    i32.const 2
    call_indirect (type 0)
    i32.const 1
    call_indirect (type 0)
  )
)


;; one
(module
  (type (;0;) (func))
  (import "main" "memory" (memory (;0;) 1))
  (import "main" "0" (table (;0;) 3 funcref))
  (elem (;0;) (i32.const 2) func $demo::one::entry::show)
  (func $both (;0;) (type 0)
    memory.size
    drop
  )
  (func $demo::one::entry::show (;1;) (type 0)
    call $both
  )
)


;; two
(module
  (type (;0;) (func))
  (import "main" "memory" (memory (;0;) 1))
  (import "main" "0" (table (;0;) 3 funcref))
  (elem (;0;) (i32.const 1) func $demo::two::entry::show)
  (func $demo::two::entry::show (;0;) (type 0)
    call $both
    i32.const 2
    drop
  )
  (func $both (;1;) (type 0)
    memory.size
    drop
  )
)

