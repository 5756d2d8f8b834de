import type { OperationTables } from '../kit/index.js';
import { awsFirst } from './operations/aws-first.js';
import { awsSecond } from './operations/aws-second.js';

/** What the operations of vendors' services do, compiled from what the vendors publish. */
export const operations = { aws: [awsFirst, awsSecond] } as const satisfies OperationTables;
