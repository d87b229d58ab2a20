;; chunk later
;; An entry that was inlined leaves nothing that could come later.
(module
  (memory (export "memory") 1)
  (table 1 funcref)
  (func (export "run")))
;; expected
;; refused: nothing leads into later any more: was its entry inlined?
