/** What a thread of `scan-once.ts` runs. */
import { serveThread } from '../../server/cli/threads/thread.js';
import { ofCredentials } from './scan-knowledge.js';

serveThread(async () => ofCredentials);
