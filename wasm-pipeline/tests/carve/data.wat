;; chunk later data 16..24 28..32
;; dead slots 2 data 8..12
;; A chunk's data are zeros in the main module, and so are those that nothing reaches. A slot that is dead is emptied.
(module
  (memory (export "memory") 1)
  (table 3 funcref)
  (data (i32.const 4) "mainDEADmainlater---betwtail")
  (elem (i32.const 1) $run $dead)
  (func $run (export "run") (result i32) (call $"demo::later::entry::Token::show"))
  (func $dead)
  (func $"demo::later::entry::Token::load" (export "load") (result i32) (i32.load (i32.const 4)))
  (func $"demo::later::entry::Token::show" (result i32) (i32.load (i32.const 16))))
;; expected

;; main
(module
  (type (;0;) (func (result i32)))
  (table (;0;) 4 funcref)
  (memory (;0;) 1)
  (export "memory" (memory 0))
  (export "run" (func $run))
  (export "load" (func $demo::later::entry::Token::load))
  (export "0" (table 0))
  (elem (;0;) (i32.const 1) func $run)
  (func $demo::later::entry::Token::load (;0;) (type 0) (result i32)
    i32.const 4
    i32.load
  )
  (func $run (;1;) (type 0) (result i32)
    i32.const 3
    call_indirect (type 0)
  )
  (data (;0;) (i32.const 4) "main\00\00\00\00main\00\00\00\00\00\00\00\00betw\00\00\00\00")
)


;; later
(module
  (type (;0;) (func (result i32)))
  (import "main" "memory" (memory (;0;) 1))
  (import "main" "0" (table (;0;) 4 funcref))
  (elem (;0;) (i32.const 3) func $demo::later::entry::Token::show)
  (func $demo::later::entry::Token::show (;0;) (type 0) (result i32)
    i32.const 16
    i32.load
  )
  (data (;0;) (i32.const 16) "later---")
  (data (;1;) (i32.const 28) "tail")
)

