import type { Finding, Fix } from '../../../server/analysis/finding.js';

/** A fix that was tried. */
export interface Tried {
  readonly where: string;
  readonly finding: Finding;
  readonly fix: Fix;
  /** What does not hold. */
  readonly problems: readonly string[];
}
