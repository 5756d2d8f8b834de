/** What the files under `rules/taxonomies` state: lists of what goes wrong with agents, which rules refer to. */

/** One way in which systems of agents fail. */
export interface FailureMode {
  /** As rules name it: `MAST-1.3`. */
  readonly id: string;
  /** As the list writes it: `FM-1.3`. */
  readonly number: string;
  readonly name: string;
  readonly category: string;
  /** Of all failures that were annotated, in percent. */
  readonly share: number;
  /** What of it leaves marks in code. */
  readonly seen: string;
  /** What no look at code can tell. */
  readonly unseen: string;
}

export interface FailureModes {
  readonly title: string;
  /** Lists change between versions. */
  readonly version: string;
  readonly reference: string;
  readonly modes: readonly FailureMode[];
}
