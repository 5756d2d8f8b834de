import type { Knowledge } from '../../analysis/snapshot.js';
import type { Host, ReadAnswer } from '../../workspace/host.js';
import { readerOf } from '../../workspace/filters.js';
import type { Looked } from '../../workspace/reading.js';
import { readAnswer } from '../cache/questions.js';
import { takeStretches, type Done, type Work } from './work.js';

/** What a thread does that was started for others. */
export async function help(work: Work, host: Host, knowledge: Knowledge, say: (done: Done) => void): Promise<void> {
  let last: ReadAnswer | undefined;
  const read = async (file: string): Promise<ReadAnswer> => (last = await host.read(file));
  const reader = readerOf({ read }, knowledge);
  await takeStretches(work, async (stretch, files) => {
    const looked: Done['looked'][number][] = [];
    const digests: string[] = [];
    for (const file of files) {
      looked.push(handedOver(await reader.fetch(file, 'filtered')));
      if (work.digests) digests.push(readAnswer(last!));
    }
    say({ stretch, looked, ...(work.digests && { digests }) });
  });
}

/** A notebook leads back to its file by more than data. */
function handedOver(looked: Looked): Done['looked'][number] {
  if (looked.text?.notebook !== undefined) return null;
  return looked.text === undefined && looked.skipped === undefined ? undefined : looked;
}
