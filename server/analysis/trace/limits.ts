/** Bounds that several parts of tracing share. */

/** Expressions inside of each other, expressions for one thing that is worked out, and ways in which one function is called. */
export const limits = { depth: 100, steps: 400_000, ways: 512 } as const;

/** Items of a list that are looked at one by one. */
export const maxItems = 1_000;

/** Effects that are kept of one function. */
export const maxEffects = 400;
/** Effects up to which the same place is kept with each way that leads to it. */
export const maxWays = 100;
export const maxUnresolved = 40;
/** Calls inside calls; beyond, the stack of the host would end. */
export const maxCalls = 48;
/** Tests of the model's text that are kept of one function. */
export const maxChecks = 40;
