import type { OperationTables } from '../kit/index.js';

/** What the operations of vendors' services do, compiled from what the vendors publish. */
export const operations = {} as const satisfies OperationTables;
