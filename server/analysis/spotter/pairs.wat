;; Holds a text against the letters that words are made of.
;;
;; Memory:
;;   0        65,536 entries of 16 bits, by two bytes as they follow each other (the first one low). A bit of the low half says that words
;;            of that group have the pair; a bit of the high half, that they have it two bytes later.
;;   131072   65,536 bytes, by the hash of four bytes: not 0 where a word has them.
(module
  (memory (export "memory") 41)

  ;; Writes where four letters stand that a word may have, to `hits`, and answers how many there are. Looks at the pairs that begin at `at`
  ;; up to `last`, as the second of two; the two bytes before `at` and one byte behind `last` are read as well.
  (func (export "scan") (param $at i32) (param $last i32) (param $hits i32) (result i32)
    (local $pair i32) (local $before i32) (local $first i32) (local $group i32) (local $out i32)
    (local.set $out (local.get $hits))
    ;; What begins two bytes before, and one byte before.
    (local.set $first (i32.load16_u (i32.shl (i32.load16_u (i32.sub (local.get $at) (i32.const 2))) (i32.const 1))))
    (local.set $before (i32.load16_u (i32.shl (i32.load16_u (i32.sub (local.get $at) (i32.const 1))) (i32.const 1))))
    (block $done
      (loop $next
        (br_if $done (i32.gt_u (local.get $at) (local.get $last)))
        (local.set $pair (i32.load16_u (i32.shl (i32.load16_u (local.get $at)) (i32.const 1))))
        (local.set $group (i32.and (local.get $first) (i32.shr_u (local.get $pair) (i32.const 8))))
        (if (local.get $group)
          (then
            ;; Of the words of the first two groups, anything may follow; of others, the four letters are asked for as a whole.
            (if (i32.or
                  (i32.and (local.get $group) (i32.const 3))
                  (i32.load8_u offset=131072
                    (i32.shr_u
                      (i32.mul
                        (i32.or (i32.load (i32.sub (local.get $at) (i32.const 2))) (i32.const 0x20202020))
                        (i32.const 0x9e3779b1))
                      (i32.const 16))))
              (then
                (i32.store (local.get $out) (i32.sub (local.get $at) (i32.const 2)))
                (local.set $out (i32.add (local.get $out) (i32.const 4)))))))
        (local.set $first (local.get $before))
        (local.set $before (local.get $pair))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next)))
    (i32.shr_u (i32.sub (local.get $out) (local.get $hits)) (i32.const 2))))
