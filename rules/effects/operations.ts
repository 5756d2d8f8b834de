import type { OperationTables } from '../kit/index.js';
import { aws } from './operations/aws.js';

/** What the operations of vendors' services do, compiled from what the vendors publish. */
export const operations = { aws } as const satisfies OperationTables;
