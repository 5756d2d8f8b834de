/** When two rules see one problem, which of them speaks. */
export interface Precedence {
  readonly reported: string;
  /** Only when the report belongs to a set that begins so. */
  readonly set?: string;
  readonly silences: readonly string[];
  /**
   * What makes it one problem: reports about one `tool`, or of one tool (or of none) about one `place`. Rules name that
   * place in `about`: of an effect, the effect; of a failure that is hidden, the handler of the failure; of a hint, the
   * hint; of a credential, its value.
   */
  readonly same: 'tool' | 'place';
  /** The silenced message is told as evidence of the report that stays. */
  readonly tell: boolean;
}

/** What is said of a call that the model repeats, where nothing else repeats it. */
const calledAgain = [
  'idempotency/no-idempotency-key',
  'idempotency/non-upsert-insert',
  'idempotency/relative-update',
  'idempotency/missing-dedup-id',
  'idempotency/append-write',
] as const;

/**
 * Each row holds whatever the others do: a rule that is silenced itself still silences. Of hints, those that are told in `recommended` claim
 * too little; that one claims too much says nothing of a tier or an approval.
 */
export const precedence: readonly Precedence[] = [
  {
    reported: 'idempotency/unstable-key',
    silences: calledAgain,
    same: 'place',
    tell: false,
  },
  {
    reported: 'idempotency/unstable-key',
    silences: ['idempotency/retry-around-non-idempotent', 'idempotency/non-idempotent-durable-step', 'idempotency/retry-on-all-tools'],
    same: 'place',
    tell: true,
  },
  { reported: 'idempotency/constant-key', silences: ['idempotency/no-idempotency-key'], same: 'place', tell: false },
  { reported: 'idempotency/key-not-forwarded', silences: ['idempotency/no-idempotency-key'], same: 'tool', tell: false },
  {
    reported: 'idempotency/retry-around-non-idempotent',
    silences: calledAgain,
    same: 'place',
    tell: false,
  },
  { reported: 'idempotency/claim-after-effect', silences: ['idempotency/no-idempotency-key'], same: 'place', tell: false },
  {
    reported: 'idempotency/effect-before-input-request',
    silences: calledAgain,
    same: 'place',
    tell: false,
  },
  {
    reported: 'idempotency/non-idempotent-durable-step',
    silences: calledAgain,
    same: 'place',
    tell: false,
  },
  {
    reported: 'idempotency/retry-around-non-idempotent',
    silences: ['idempotency/retry-on-all-tools'],
    same: 'place',
    tell: false,
  },
  {
    reported: 'idempotency/retry-on-all-tools',
    silences: calledAgain,
    same: 'place',
    tell: false,
  },
  { reported: 'permission/read-only-hint-mismatch', silences: ['permission/contradictory-hints'], same: 'place', tell: false },
  {
    reported: 'permission/read-only-hint-mismatch',
    set: 'recommended',
    silences: ['permission/missing-tier', 'permission/destructive-without-approval'],
    same: 'tool',
    tell: false,
  },
  {
    reported: 'permission/idempotent-hint-mismatch',
    set: 'recommended',
    silences: ['permission/missing-tier', 'permission/destructive-without-approval'],
    same: 'tool',
    tell: false,
  },
  {
    reported: 'permission/destructive-hint-mismatch',
    set: 'recommended',
    silences: ['permission/missing-tier', 'permission/destructive-without-approval'],
    same: 'tool',
    tell: false,
  },
  {
    reported: 'permission/missing-control',
    silences: [
      'permission/destructive-without-approval',
      'idempotency/no-idempotency-key',
      'environment/destructive-without-env-guard',
      'resumption/missing-timeout',
    ],
    same: 'place',
    tell: false,
  },
  { reported: 'resumption/abort-signal-not-forwarded', silences: ['resumption/missing-timeout'], same: 'place', tell: false },
  { reported: 'permission/missing-hints', set: 'profile:', silences: ['permission/missing-tier'], same: 'tool', tell: false },
  { reported: 'permission/missing-tier', silences: ['permission/missing-hints'], same: 'tool', tell: false },
  {
    reported: 'permission/shell-command-parameter',
    silences: ['permission/missing-tier', 'permission/destructive-without-approval'],
    same: 'tool',
    tell: true,
  },
  {
    reported: 'permission/raw-sql-parameter',
    silences: ['permission/destructive-without-approval'],
    same: 'tool',
    tell: true,
  },
  {
    reported: 'permission/dynamic-code-parameter',
    silences: ['permission/destructive-without-approval'],
    same: 'tool',
    tell: true,
  },
  { reported: 'permission/forced-destructive-command', silences: ['permission/unbounded-bulk-write'], same: 'place', tell: false },
  {
    reported: 'permission/forced-destructive-command',
    silences: ['permission/destructive-without-approval'],
    same: 'tool',
    tell: true,
  },
  { reported: 'permission/unbounded-bulk-write', silences: ['permission/destructive-without-approval'], same: 'tool', tell: true },
  {
    reported: 'permission/passthrough-request-tool',
    silences: ['permission/mixed-read-write-tool', 'permission/loose-write-schema'],
    same: 'tool',
    tell: false,
  },
  {
    reported: 'environment/credential-in-agent-config',
    silences: ['environment/hardcoded-credential', 'environment/prod-credential-in-dev-path'],
    same: 'place',
    tell: false,
  },
  {
    reported: 'permission/over-privileged-credential',
    silences: ['environment/broad-scope-token'],
    same: 'place',
    tell: false,
  },
  {
    reported: 'environment/prod-command-in-dev-script',
    silences: ['permission/forced-destructive-command'],
    same: 'place',
    tell: true,
  },
  {
    reported: 'environment/credential-in-agent-config',
    silences: ['environment/shared-credential-across-environments'],
    same: 'place',
    tell: true,
  },
  {
    reported: 'environment/prod-credential-in-dev-path',
    silences: ['environment/shared-credential-across-environments'],
    same: 'place',
    tell: true,
  },
  { reported: 'environment/prod-credential-in-dev-path', silences: ['environment/hardcoded-credential'], same: 'place', tell: false },
  {
    reported: 'environment/prod-fallback',
    silences: ['environment/hardcoded-credential', 'environment/prod-credential-in-dev-path'],
    same: 'place',
    tell: false,
  },
  {
    reported: 'resumption/interrupt-without-checkpointer',
    silences: ['resumption/agent-without-checkpointer'],
    same: 'place',
    tell: false,
  },
  { reported: 'resumption/agent-without-checkpointer', silences: ['reliability/compounding-budget'], same: 'place', tell: true },
  {
    reported: 'verification/fabricated-fallback',
    set: 'recommended',
    silences: ['verification/swallowed-error', 'verification/error-not-flagged'],
    same: 'place',
    tell: false,
  },
  { reported: 'verification/swallowed-error', silences: ['verification/error-not-flagged'], same: 'place', tell: false },
  {
    reported: 'verification/floating-effect',
    silences: ['verification/unchecked-write-result', 'verification/no-postcondition'],
    same: 'place',
    tell: false,
  },
  { reported: 'verification/unchecked-write-result', silences: ['verification/no-postcondition'], same: 'place', tell: false },
];
