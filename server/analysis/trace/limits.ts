/** Bounds that several parts of tracing share. */

/** Items of a list that are looked at one by one. */
export const maxItems = 1_000;
