/** Bounds that several parts of tracing share. */

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
