/** `scan-once FOLDER THREAD COUNT`: looks for credentials in a folder once, with so many threads of that program, for `scan-speed.ts`. */
import { Readers } from '../../server/cli/threads/readers.js';
import { startThread, worth } from '../../server/cli/threads/thread.js';
import { nodeHost } from '../../server/hosts/node.js';
import { createSession } from '../../server/workspace/session.js';
import { pathToFileURL } from 'node:url';
import { ofCredentials } from './scan-knowledge.js';

const [folder = '', thread = '', count = '1'] = process.argv.slice(2);
void scan();

/** Everything that is done for credentials, and nothing for tools: which files there are, their texts, what they hold. */
async function scan(): Promise<void> {
  const start = performance.now();
  const host = nodeHost();
  const readers = new Readers(host, Number(count), { start: () => startThread(pathToFileURL(thread)), worth });
  const session = createSession({
    host: readers.host,
    knowledge: ofCredentials,
    ...(Number(count) > 1 && { sharing: readers }),
  });
  await session.open([host.toFile(folder)]);
  const searched = performance.now() - start;
  const { findings } = session.check();
  const found = new Set(findings.map(({ place }) => place.file)).size;
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ searched, took: performance.now() - start, found, cpu: (user + system) / 1000 }));
}
