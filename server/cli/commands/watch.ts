import { printable } from '../../analysis/printable.js';
import { dirname } from '../../workspace/paths.js';
import type { CheckResult } from '../../workspace/session.js';
import { thresholdsOf, type Arguments } from '../args.js';
import { fileOf, Refusal, type Io } from '../io.js';
import { look, settledResult } from '../look.js';
import { count } from '../style.js';
import { tell } from '../tell.js';
import { troubles } from '../troubles.js';

/** Options that make no sense beside `--watch`. */
const others = ['fix', 'fix-dry-run', 'update-baseline', 'shard', 'stdin-filename', 'format'];

/** Names of changed files that are said; of the rest, how many there are. */
const most = 3;

/** `detent check --watch`: findings, and again after each change, until it is stopped. */
export async function watch(args: Arguments, io: Io): Promise<number> {
  const other = others.find((name) => args.flags.has(name) || args.values.has(name));
  if (other !== undefined) throw new Refusal(`Give either --watch or --${other}.`);
  if (io.changes === undefined) throw new Refusal('--watch: nobody tells here what changes.');
  const { failOn: _failOn, maxWarnings: _maxWarnings, ...overrides } = thresholdsOf(args);
  const { session, ...found } = await look(args, io, overrides);
  let said = '';
  let code = 0;
  /** Says what is found by now, behind `head`, unless that was said before. */
  const report = async (result: CheckResult, head: string): Promise<void> => {
    let [out, err] = ['', ''];
    const now = { ...found, session, result };
    code = await tell(now, troubles(now), args, { ...io, out: (text) => void (out += text), err: (text) => void (err += text) });
    if (said === out + err) return;
    said = out + err;
    io.err(head);
    io.out(out);
    io.err(err);
  };
  await report(found.result, '');
  io.err('Watching for changes. Stop with Ctrl+C.\n');
  for await (const files of io.changes(await foldersOf(args, io))) {
    await session.changed(files);
    const names = files.slice(0, most).map((file) => printable(found.name(file)));
    const more = files.length - names.length;
    await report(await settledResult(session), `\nChanged: ${names.join(', ')}${more > 0 ? `, and ${count(more, 'other')}` : ''}\n`);
  }
  return code;
}

/** The folders that were asked for, and those of the files that were. */
async function foldersOf({ paths }: Arguments, io: Io): Promise<readonly string[]> {
  const folders = new Set<string>();
  for (const path of paths.length === 0 ? ['.'] : paths) {
    const file = fileOf(path, io);
    const kind = (await io.host.stat(file))?.kind;
    if (kind !== undefined) folders.add(kind === 'folder' ? file : dirname(file));
  }
  return [...folders];
}
