;; chunk later slots 1 2
;; What the main module calls of a chunk it calls through a slot; what a chunk calls of the main module it imports.
(module
  (type $plain (func (param i32) (result i32)))
  (import "./glue.js" "alert" (func $alert (param i32)))
  (memory (export "memory") 1)
  (table $slots 3 3 funcref)
  (global $stack (mut i32) (i32.const 1024))
  (elem (i32.const 1) $in_later $"demo::later::helper")
  (func $run (export "run") (param i32) (result i32)
    (call $alert (i32.const 7))
    (i32.add (call $"demo::later::entry::show" (local.get 0)) (call $common (local.get 0))))
  (func $common (param i32) (result i32) (global.get $stack))
  (func $"demo::later::entry::show" (param i32) (result i32)
    (call $alert (local.get 0))
    (i32.add
      (call $"demo::later::helper" (call $common (local.get 0)))
      (call_indirect (type $plain) (local.get 0) (i32.const 1))))
  (func $"demo::later::helper" (param i32) (result i32) (local.get 0))
  (func $in_later (param i32) (result i32) (i32.mul (local.get 0) (i32.const 3))))
;; expected

;; main
(module
  (type (;0;) (func (param i32)))
  (type $plain (;1;) (func (param i32) (result i32)))
  (import "./glue.js" "alert" (func $alert (;0;) (type 0)))
  (table $slots (;0;) 4 4 funcref)
  (memory (;0;) 1)
  (global $stack (;0;) (mut i32) i32.const 1024)
  (export "memory" (memory 0))
  (export "run" (func $run))
  (export "0" (func $common))
  (export "1" (table $slots))
  (export "2" (global $stack))
  (func $run (;1;) (type $plain) (param i32) (result i32)
    i32.const 7
    call $alert
    local.get 0
    i32.const 3
    call_indirect (type $plain)
    local.get 0
    call $common
    i32.add
  )
  (func $common (;2;) (type $plain) (param i32) (result i32)
    global.get $stack
  )
)


;; later
(module
  (type (;0;) (func (param i32)))
  (type $plain (;1;) (func (param i32) (result i32)))
  (import "./glue.js" "alert" (func $alert (;0;) (type 0)))
  (import "main" "1" (table $slots (;0;) 4 4 funcref))
  (import "main" "0" (func $common (;1;) (type $plain)))
  (elem (;0;) (i32.const 1) func $in_later $demo::later::helper $demo::later::entry::show)
  (func $demo::later::entry::show (;2;) (type $plain) (param i32) (result i32)
    local.get 0
    call $alert
    local.get 0
    call $common
    call $demo::later::helper
    local.get 0
    i32.const 1
    call_indirect (type $plain)
    i32.add
  )
  (func $in_later (;3;) (type $plain) (param i32) (result i32)
    local.get 0
    i32.const 3
    i32.mul
  )
  (func $demo::later::helper (;4;) (type $plain) (param i32) (result i32)
    local.get 0
  )
)

