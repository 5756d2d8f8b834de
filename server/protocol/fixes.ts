/** Request with {@link FixesParams}: every safe fix that is meant, as one edit. */
export const fixesRequest = 'detent/fixes';

export interface FixesParams {
  /** Fixes of this rule only. */
  readonly ruleId?: string;
  /** Fixes of findings in this document only, and of its file. */
  readonly uri?: string;
  /** Each edit is to be confirmed by the user. */
  readonly confirm?: boolean;
}

/** `Edit` is the `WorkspaceEdit` of the Language Server Protocol. */
export interface Fixes<Edit = unknown> {
  /** Absent when there is nothing to fix, or the client cannot do what it takes. */
  readonly edit?: Edit;
  readonly findings: number;
  readonly files: number;
  /** Fixes that touch the place of another one, and are there again afterwards. */
  readonly left: number;
  /** The rules whose findings are fixed, most fixes first. */
  readonly rules: readonly { readonly id: string; readonly summary: string; readonly findings: number }[];
}

/** Request with {@link RuleLevelParams}: the edit of the configuration, as the Language Server Protocol writes it, or `null`. */
export const ruleLevelRequest = 'detent/ruleLevel';

export const ruleLevels = ['error', 'warning', 'information', 'hint', 'off'] as const;
export type RuleLevel = (typeof ruleLevels)[number];

export interface RuleLevelParams {
  readonly ruleId: string;
  readonly level: RuleLevel;
  /** Any document of the project whose configuration is meant; absent: the first folder's. */
  readonly uri?: string;
}

/** Commands of the client that actions carry when the client says that it has them: with a rule's id, and a document. */
export const fixRuleCommand = 'detent.fixRule';
export const changeSeverityCommand = 'detent.changeSeverity';
