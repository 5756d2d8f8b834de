/** What the words of a script for a page say: of its own document, and of the browser around it. */
export interface PageKnowledge {
  /** First words of methods with which a script acts, or changes what the page shows: `click`, `setAttribute`. */
  readonly acting: readonly string[];
  /** Whole names that act, although their first word does not say so. */
  readonly actingNames: readonly string[];
  /** Whole names that do nothing, although they begin with such a word. */
  readonly lookingNames: readonly string[];
  /** Functions of the browser that act. */
  readonly functions: readonly string[];
  /** Classes of which an object may be made: they only hold data. */
  readonly data: readonly string[];
  /** Names under which a script finds the page's own variables. */
  readonly windows: readonly string[];
  /** Variables of those that are the browser's: giving them another value acts. */
  readonly reserved: readonly string[];
}
