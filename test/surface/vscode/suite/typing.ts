/** How long it takes from a key to the squiggle that it causes, through the whole editor. */
import * as vscode from 'vscode';
import type { Check } from './checks.js';
import { appears, disappears, findings, openFile, placeCursorAfter } from './editor.js';
import { until } from './wait.js';
import { pressKey, typeText } from './window.js';

const mismatch = 'permission/read-only-hint-mismatch';
const rounds = 40;

/** What `npm run bench -- editor` measures in a big workspace. */
export const typingChecks: readonly Check[] = [
  { name: 'first findings', run: firstFindings },
  { name: 'key to squiggle', run: keysInBigFile },
];

/** Types a hint that lies behind the cursor, and takes it away again; how long each lie took to be seen, in milliseconds. */
export async function keysToSquiggles(file: vscode.Uri, count: number, seen?: () => Promise<void>): Promise<readonly number[]> {
  const waits: number[] = [];
  for (let round = 0; round < count; round++) {
    const shown = timeOfChange(file, true);
    const pressed = await typeText('true');
    waits.push((await shown) - pressed);
    if (round === 0) await seen?.();
    const gone = timeOfChange(file, false);
    for (let key = 0; key < 'true'.length; key++) await pressKey('Backspace');
    await gone;
  }
  return waits;
}

/** When the mismatch came or went, in milliseconds since 1970. */
async function timeOfChange(file: vscode.Uri, present: boolean): Promise<number> {
  await (present ? appears(file, mismatch) : disappears(file, mismatch));
  return Date.now();
}

async function firstFindings(): Promise<string> {
  const extension = vscode.extensions.getExtension('detent.detent')!;
  const start = Date.now();
  const since = (): string => `${Date.now() - start} ms`;
  const { document } = await openFile('services/invoice/tools.ts');
  const opened = since();
  await until('the extension', () => (extension.isActive ? true : undefined));
  const active = since();
  await until('the first findings', () => (findings(document.uri).length > 0 ? true : undefined));
  const first = since();
  const others = (): true | undefined =>
    vscode.languages.getDiagnostics().some(([uri]) => uri.path !== document.uri.path && findings(uri).length > 0) || undefined;
  await until('findings in other files', others);
  return `in the file that was opened after ${first} (shown after ${opened}, extension active after ${active}), in others after ${since()}`;
}

async function keysInBigFile(): Promise<string> {
  const editor = await openFile('services/invoice/tools.ts');
  const { document } = editor;
  const hint = 'readOnlyHint: ';
  const from = document.getText().indexOf(`${hint}false`, document.getText().length / 2) + hint.length;
  const range = new vscode.Range(document.positionAt(from), document.positionAt(from + 'false'.length));
  // A name of its own leads the cursor there by its text.
  await editor.edit((edit) => edit.replace(range, '/* here */'));
  await disappears(document.uri, mismatch);
  await placeCursorAfter(editor, '/* here */');
  await keysToSquiggles(document.uri, 5);
  const waits = (await keysToSquiggles(document.uri, rounds)).toSorted((a, b) => a - b);
  const at = (share: number): number => waits[Math.ceil(share * waits.length) - 1]!;
  return `${document.lineCount} lines, ${rounds} times: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`;
}
