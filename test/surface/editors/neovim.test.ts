/**
 * What Neovim once said to the server, said again: the server has to answer as it did then. `npm run neovim` records it anew with the
 * real program; `DETENT_WRITE=1` writes the answers of today into the record.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { PassThrough } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import { StreamMessageReader, StreamMessageWriter, createConnection, type Diagnostic, type Message } from 'vscode-languageserver/node';
import { knowledge } from '../../../rules/index.js';
import { memoryHost } from '../../../server/hosts/memory.js';
import { start } from '../../../server/lsp/start.js';
import { heard } from '../../harness/outputs.js';

/** A message as it stands in the record; which kind it is depends on what it has. */
interface Said {
  readonly jsonrpc: '2.0';
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly result?: unknown;
}
interface Line {
  readonly from: 'editor' | 'server';
  message: Said;
}
interface Seen {
  readonly diagnostics: readonly { readonly line: number; readonly column: number; readonly message: string }[];
  readonly lenses: readonly string[];
  readonly hover: readonly string[];
  readonly fixes: readonly string[];
  readonly after: { readonly diagnostics: readonly unknown[]; readonly text: string };
}

const file = new URL('neovim.json', import.meta.url);
const record = JSON.parse(readFileSync(file, 'utf8')) as {
  readonly files: Readonly<Record<string, string>>;
  readonly editor: string;
  readonly seen: Seen;
  readonly messages: readonly Line[];
};
const writes = process.env['DETENT_WRITE'] === '1';

/** A server with the workspace of the record, and what it has said that nobody waited for yet. */
function serve(): { readonly say: (message: Said) => Promise<void>; readonly inbox: Said[] } {
  const [toServer, toEditor] = [new PassThrough(), new PassThrough()];
  toEditor.on('data', (bytes: Buffer) => heard('what goes to the editor', bytes.toString()));
  const files = Object.entries(record.files).map(([name, text]) => [`/home/me/app/${name}`, text]);
  const options = { rulePages: 'file:///home/me/detent/dist/rules' };
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toEditor));
  start(connection, memoryHost(Object.fromEntries(files)), knowledge, options);
  const inbox: Said[] = [];
  new StreamMessageReader(toEditor).listen((message) => inbox.push(message as unknown as Said));
  const writer = new StreamMessageWriter(toServer);
  return { inbox, say: (message) => writer.write(message as unknown as Message) };
}

/** The same question, or the answer to the same one: what is in it may differ. */
function alike(one: Said, other: Said): boolean {
  return one.method === other.method && one.id === other.id && one.params?.['uri'] === other.params?.['uri'];
}

/** Waits for what the record expects; when answers are written, for whatever comes in its place. */
async function take(inbox: Said[], expected: Said): Promise<Said> {
  const since = Date.now();
  for (;;) {
    const same = inbox.findIndex((message) => isDeepStrictEqual(message, expected));
    const other = inbox.findIndex((message) => alike(message, expected));
    if (same >= 0 || (writes && other >= 0)) {
      const [taken] = inbox.splice(same >= 0 ? same : other, 1);
      return same >= 0 ? expected : taken!;
    }
    // An answer comes once; a notification may be followed by the one that is waited for.
    if ((other >= 0 && expected.id !== undefined) || Date.now() - since > 5000) expect(inbox[other] ?? inbox).toEqual(expected);
    await new Promise((resolve) => {
      setTimeout(resolve, 2);
    });
  }
}

describe(`${record.editor} and detent lsp --stdio`, () => {
  test('the server answers as in the record', async () => {
    const { say, inbox } = serve();
    for (const line of record.messages) {
      // The last word of an editor ends the process.
      if (line.message.method === 'exit') break;
      if (line.from === 'editor') await say(line.message);
      else line.message = await take(inbox, line.message);
    }
    expect(inbox).toEqual([]);
    if (writes) writeFileSync(file, `${JSON.stringify(record, null, 2)}\n`);
  });

  test('what was said was on the screen', () => {
    const { seen, messages } = record;
    const answer = (method: string): unknown => {
      const question = messages.find(({ from, message }) => from === 'editor' && message.method === method);
      return messages.find(({ from, message }) => from === 'server' && message.id === question?.message.id)?.message.result;
    };
    const published = messages.flatMap(({ message }) =>
      message.method === 'textDocument/publishDiagnostics' ? [message.params!['diagnostics'] as readonly Diagnostic[]] : [],
    );
    const shown = published[0]!.map(({ range, message }) => ({ line: range.start.line + 1, column: range.start.character + 1, message }));
    expect(seen.diagnostics).toMatchObject(shown);
    expect(seen.lenses).toEqual((answer('textDocument/codeLens') as { command: { title: string } }[]).map(({ command }) => command.title));
    const { contents } = answer('textDocument/hover') as { contents: { value: string } };
    expect(seen.hover.join('\n')).toBe(contents.value.trim());
    expect(seen.fixes).toEqual((answer('textDocument/codeAction') as { title: string }[]).map(({ title }) => title));
  });

  test('the fix that was taken left a file without the finding', () => {
    const { seen, files } = record;
    expect([seen.diagnostics.length, seen.after.diagnostics]).toEqual([1, []]);
    expect(seen.after.text).toBe(
      files['src/server.ts']!.replace('{ readOnlyHint: true }', '{ readOnlyHint: false, destructiveHint: true }'),
    );
  });
});
