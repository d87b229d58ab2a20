;; chunk one
;; chunk two
;; chunk late after one two
;; chunk later after two
;; What two chunks have, and a chunk after both and one after the second call, has the slot of the one that comes before both.
(module
  (memory (export "memory") 1)
  (table 1 funcref)
  (func (export "run")
    (call $"demo::one::entry::show") (call $"demo::two::entry::show")
    (call $"demo::late::entry::show") (call $"demo::later::entry::show"))
  (func $"demo::one::entry::show" (call $shared))
  (func $"demo::two::entry::show" (call $shared))
  (func $"demo::late::entry::show" (call $shared))
  (func $"demo::later::entry::show" (call $shared))
  (func $shared (drop (memory.size))))
;; expected

;; main
(module
  (type (;0;) (func))
  (table (;0;) 6 funcref)
  (memory (;0;) 1)
  (export "memory" (memory 0))
  (export "run" (func 0))
  (export "0" (table 0))
  (func (;0;) (type 0)
    i32.const 2
    call_indirect (type 0)
    i32.const 3
    call_indirect (type 0)
    i32.const 4
    call_indirect (type 0)
    i32.const 5
    call_indirect (type 0)
  )
)


;; one
(module
  (type (;0;) (func))
  (import "main" "memory" (memory (;0;) 1))
  (import "main" "0" (table (;0;) 6 funcref))
  (elem (;0;) (i32.const 2) func $demo::one::entry::show)
  (func $shared (;0;) (type 0)
    memory.size
    drop
  )
  (func $demo::one::entry::show (;1;) (type 0)
    call $shared
  )
)


;; two
(module
  (type (;0;) (func))
  (import "main" "memory" (memory (;0;) 1))
  (import "main" "0" (table (;0;) 6 funcref))
  (elem (;0;) (i32.const 1) func $shared)
  (elem (;1;) (i32.const 3) func $demo::two::entry::show)
  (func $shared (;0;) (type 0)
    memory.size
    drop
  )
  (func $demo::two::entry::show (;1;) (type 0)
    call $shared
  )
)


;; late
(module
  (type (;0;) (func))
  (import "main" "0" (table (;0;) 6 funcref))
  (elem (;0;) (i32.const 4) func $demo::late::entry::show)
  (func $demo::late::entry::show (;0;) (type 0)
    i32.const 1
    call_indirect (type 0)
  )
)


;; later
(module
  (type (;0;) (func))
  (import "main" "0" (table (;0;) 6 funcref))
  (elem (;0;) (i32.const 5) func $demo::later::entry::show)
  (func $demo::later::entry::show (;0;) (type 0)
    i32.const 1
    call_indirect (type 0)
  )
)

