import type { AgentFacts, Certainty, Evidence, FixGrade, Place, Severity, Span, Tool } from '../../rules/kit/index.js';

export interface TextEdit {
  readonly file: string;
  readonly span: Span;
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  readonly grade: FixGrade;
  /** Never overlap. An edit of a file that does not exist creates it. */
  readonly edits: readonly TextEdit[];
}

/** One problem, ready to be shown. Offsets, not lines: surfaces convert. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly message: string;
  readonly place: Place;
  readonly tool?: string;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
  /** Stable across line numbers, absolute paths and formatting. */
  readonly fingerprint: string;
}

/** Something that could not be told: a registration or a file part. */
export interface UnresolvedPlace extends Place {
  readonly reason: string;
}

export interface SkippedFile {
  readonly file: string;
  readonly reason: string;
}

/** A bug of ours that was caught: never silent, exit code 2. */
export interface InternalError {
  /** Rule, recogniser or reader that failed. */
  readonly where: string;
  readonly message: string;
  readonly file?: string;
}

export interface Result {
  readonly tools: readonly Tool[];
  /** The tools by the file that defines them: the same lists as before where nothing changed. */
  readonly parts?: readonly (readonly Tool[])[];
  /** What runs tools, by the file of the call that makes it. */
  readonly agents?: readonly AgentFacts[];
  readonly findings: readonly Finding[];
  readonly unresolved: readonly UnresolvedPlace[];
  readonly skipped: readonly SkippedFile[];
  readonly internal: readonly InternalError[];
}
