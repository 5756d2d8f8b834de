/**
 * The place language: where a value stands relative to a call. `arg 0` is the first argument, `arg 1.limits.max` a
 * property inside the second, `arg 0:url` the first one or the one that is given by the name `url`, `arg :url` the latter only, `args` all of them, `this` the receiver, `this.arg 0` the first argument of
 * the call that gave the receiver, `result` the value of the call,
 * `text 0` the literal text of a tagged template, `chain where` a call of that name in the same chain of calls, before or behind,
 * `chain eq|in` of one of them.
 */
export type Access =
  | `arg ${number}`
  | `arg ${number}.${string}`
  | `arg ${number}:${string}`
  | `arg :${string}`
  | 'args'
  | 'this'
  | `this.arg ${number}`
  | `this.arg ${number}.${string}`
  | `this.arg ${number}:${string}`
  | 'result'
  | 'template'
  | `chain ${string}`;
