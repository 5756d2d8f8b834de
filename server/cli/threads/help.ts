import type { Knowledge } from '../../analysis/snapshot.js';
import type { Host, ReadAnswer } from '../../workspace/host.js';
import { readerOf } from '../../workspace/filters.js';
import type { Looked } from '../../workspace/reading.js';
import { readAnswer } from '../cache/questions.js';
import { claims, type Beginning, type Done, type Stretch } from './work.js';

/** What a thread does that was started for others; answers with what reads a stretch, and says nothing of one that is taken. */
export function helper(
  beginning: Beginning,
  host: Host,
  knowledge: Knowledge,
  say: (done: Done) => void,
): (work: Stretch) => Promise<void> {
  let last: ReadAnswer | undefined;
  const read = async (file: string): Promise<ReadAnswer> => (last = await host.read(file));
  const reader = readerOf({ read }, knowledge);
  return async ({ stretch, files }) => {
    if (!claims(beginning.claims, stretch)) return;
    const looked: Done['looked'][number][] = [];
    const digests: string[] = [];
    let bytes = 0;
    for (const file of files) {
      looked.push(handedOver(await reader.fetch(file, 'filtered')));
      bytes += last !== undefined && 'bytes' in last ? last.bytes.length : 0;
      if (beginning.digests) digests.push(readAnswer(last!));
    }
    say({ stretch, looked, bytes, ...(beginning.digests && { digests }) });
  };
}

/** A notebook leads back to its file by more than data. */
function handedOver(looked: Looked): Done['looked'][number] {
  if (looked.text?.notebook !== undefined) return null;
  return looked.text === undefined && looked.skipped === undefined ? undefined : looked;
}
