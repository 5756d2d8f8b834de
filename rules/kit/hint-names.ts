/** Names of the four hints. */
import type { HintName } from './model.js';

/** The protocol's own names of the four hints. */
export const mcpHints = {
  readOnly: 'readOnlyHint',
  destructive: 'destructiveHint',
  idempotent: 'idempotentHint',
  openWorld: 'openWorldHint',
} as const satisfies Readonly<Record<HintName, string>>;

/** The same in snake case. */
export const snakeHints = {
  readOnly: 'read_only_hint',
  destructive: 'destructive_hint',
  idempotent: 'idempotent_hint',
  openWorld: 'open_world_hint',
} as const satisfies Readonly<Record<HintName, string>>;
