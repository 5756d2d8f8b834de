import * as assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import * as vscode from 'vscode';
import { agreesWithCommandLine } from './agreement.js';
import type { Check } from './checks.js';
import { appears, disappears, openFile, placeCursorAfter, quickFixes, revert } from './editor.js';
import { notebookChecks } from './notebook.js';
import { pythonIsFixed } from './python.js';
import { serverProcesses } from './server-process.js';
import { toolChecks } from './tools.js';
import { keysToSquiggles } from './typing.js';
import { until } from './wait.js';
import { pressKey, takeScreenshot, typeText } from './window.js';

const mismatch = 'permission/read-only-hint-mismatch';

/** What has to hold in a window whose folder is trusted. */
export const trustedChecks: readonly Check[] = [
  { name: 'the packaged extension is the one that is installed', run: isPackaged },
  { name: 'opening a file shows the squiggle and activates the extension', run: squiggleAppears },
  { name: 'the rule page of a squiggle is a file that exists', run: pageExists },
  { name: 'the evidence is shown beside the squiggle', run: evidenceIsShown },
  { name: 'a quick fix takes the squiggle away', run: quickFixWorks },
  { name: 'a Python file has its squiggle and its fix', run: pythonIsFixed },
  { name: 'unsaved text counts in another file', run: unsavedTextCounts },
  { name: 'squiggles come and go while keys are typed', run: typingWorks },
  { name: 'the same findings as the command line', run: agreesWithCommandLine },
  { name: 'squiggles come back after the server was killed', run: survivesCrash },
  { name: 'the restart command starts a new server', run: restarts },
  ...toolChecks,
  ...notebookChecks,
];

async function isPackaged(): Promise<void> {
  const extension = vscode.extensions.getExtension('detent.detent');
  assert.ok(extension, 'detent.detent is not installed');
  assert.ok(!existsSync(`${extension.extensionPath}/rules/kit`), `loaded from sources: ${extension.extensionPath}`);
}

async function squiggleAppears(): Promise<void> {
  const { document } = await openFile('server.ts');
  const diagnostic = await appears(document.uri, mismatch);
  const line = document.lineAt(diagnostic.range.start).text;
  assert.ok(line.includes('readOnlyHint'), `marks the line ${line}`);
  assert.equal(vscode.extensions.getExtension('detent.detent')?.isActive, true);
  await takeScreenshot('1-squiggle');
}

async function pageExists(): Promise<void> {
  const { document } = await openFile('server.ts');
  const { code } = await appears(document.uri, mismatch);
  assert.ok(typeof code === 'object', 'the code has no target');
  assert.equal(code.target.scheme, 'file', `the page has to open offline: ${code.target}`);
  assert.ok(existsSync(code.target.fsPath), `${code.target.fsPath} does not exist`);
}

async function evidenceIsShown(): Promise<void> {
  const { document } = await openFile('server.ts');
  await takePictures(await openFile('server.ts'));
  const { relatedInformation } = await appears(document.uri, mismatch);
  const texts = relatedInformation?.map(({ location }) => document.getText(location.range)) ?? [];
  assert.ok(
    texts.some((text) => text.includes('rm')),
    `evidence marks ${JSON.stringify(texts)}`,
  );
}

/** For a person to look at: what the card and the menu say. */
async function takePictures(editor: vscode.TextEditor): Promise<void> {
  await placeCursorAfter(editor, 'readOnlyHint: t');
  await vscode.commands.executeCommand('editor.action.showHover');
  await takeScreenshot('2-card');
  await pressKey('Escape');
  await vscode.commands.executeCommand('editor.action.quickFix');
  await takeScreenshot('3-quick-fixes');
  await pressKey('Escape');
}

async function quickFixWorks(): Promise<void> {
  const { document } = await openFile('server.ts');
  const fixes = await quickFixes(document.uri, await appears(document.uri, mismatch));
  const titles = fixes.map(({ title }) => title);
  assert.ok(
    titles.some((title) => /ignore/i.test(title)),
    `no way to ignore with a reason: ${titles.join(' | ')}`,
  );
  const fix = fixes.find(({ title, edit }) => edit !== undefined && !/ignore/i.test(title));
  assert.ok(fix?.edit, `no fix among ${titles.join(' | ')}`);
  assert.ok(await vscode.workspace.applyEdit(fix.edit), 'the edit was refused');
  await disappears(document.uri, mismatch);
  await takeScreenshot('4-fixed');
  await revert();
  await appears(document.uri, mismatch);
}

async function unsavedTextCounts(): Promise<void> {
  const tool = await openFile('remote.ts');
  await disappears(tool.document.uri, mismatch);
  const library = await openFile('store.ts');
  await placeCursorAfter(library, 'export async function load(file: string): Promise<string> {');
  await library.edit((edit) => edit.insert(library.selection.active, '\n  await unlink(file);'));
  await appears(tool.document.uri, mismatch);
  await revert();
  await disappears(tool.document.uri, mismatch);
}

async function typingWorks(): Promise<string> {
  const editor = await openFile('typed.ts');
  const file = editor.document.uri;
  await disappears(file, mismatch);
  await placeCursorAfter(editor, 'openWorldHint: false, ');
  await typeText('readOnlyHint: ');
  const typed = (): true | undefined => (editor.document.getText().includes('openWorldHint: false, readOnlyHint: }') ? true : undefined);
  await until('the typed text', typed, () => editor.document.getText());
  const waits = await keysToSquiggles(file, 5, () => takeScreenshot('5-typed'));
  await revert();
  return `key to squiggle ${waits.toSorted((a, b) => a - b)[2]} ms (median of ${waits.join(', ')})`;
}

async function survivesCrash(): Promise<void> {
  const { document } = await openFile('server.ts');
  await appears(document.uri, mismatch);
  const [before] = serverProcesses();
  assert.ok(before !== undefined, 'no server process found');
  process.kill(before, 'SIGKILL');
  await newServer(before);
  await expectAliveServer(document);
  await takeScreenshot('6-after-crash');
}

async function restarts(): Promise<void> {
  const { document } = await openFile('server.ts');
  const [before] = serverProcesses();
  assert.ok(before !== undefined, 'no server process found');
  await vscode.commands.executeCommand('detent.restart');
  await newServer(before);
  await expectAliveServer(document);
}

function newServer(before: number): Promise<number> {
  return until(
    'a new server process',
    () => serverProcesses().find((id) => id !== before),
    () => `processes ${serverProcesses().join(', ')}`,
  );
}

/** Squiggles that the old server left behind would prove nothing, so the text is changed and changed back. */
async function expectAliveServer(document: vscode.TextDocument): Promise<void> {
  const editor = await vscode.window.showTextDocument(document);
  await placeCursorAfter(editor, 'readOnlyHint: ');
  const at = editor.selection.active;
  await editor.edit((edit) => edit.replace(new vscode.Range(at, at.translate(0, 'true'.length)), 'false'));
  await disappears(document.uri, mismatch);
  await revert();
  await appears(document.uri, mismatch);
}
