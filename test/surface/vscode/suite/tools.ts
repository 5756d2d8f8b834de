/** What the editor says of tools where they stand. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Check } from './checks.js';
import { appears, openFile, placeCursorAfter } from './editor.js';
import { until } from './wait.js';
import { clickOn, pressKey, takeScreenshot } from './window.js';

export const toolChecks: readonly Check[] = [
  { name: 'hovering over a tool shows its card', run: hoverShowsCard },
  { name: 'a line above a tool leads through its calls', run: lensLeadsThrough },
  { name: 'the view lists the tools, which can be copied', run: viewLists },
  { name: 'the report is shown in the editor', run: reportIsShown },
];

async function hoverShowsCard(): Promise<void> {
  const editor = await openFile('server.ts');
  const { uri } = editor.document;
  await appears(uri, 'permission/read-only-hint-mismatch');
  await placeCursorAfter(editor, "'clean_f");
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, editor.selection.active);
  const texts = hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)));
  const card = texts.find((text) => text.includes('clean_folder'));
  assert.match(card ?? '', /destructive/, `the hovers say ${texts.join(' | ')}`);
  assert.match(card ?? '', /\[server\.ts:15\]\((?:file|vscode-remote):/);
  await vscode.commands.executeCommand('editor.action.showHover');
  await takeScreenshot('7-tool-card');
  await pressKey('Escape');
}

async function lensLeadsThrough(): Promise<void> {
  const { document } = await openFile('server.ts');
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);
  assert.ok(
    lenses.some(({ range }) => range.start.line === 6),
    `the lenses are ${JSON.stringify(lenses)}`,
  );
  // What a line does in an extension host elsewhere, only a click on it tells.
  await clickOn('destructive · safe to repeat');
  // The places are in the editor that the peek opens inside of this one.
  const peeked = (): true | undefined => (vscode.window.visibleTextEditors.length > 1 ? true : undefined);
  await until('the peek of the places', peeked);
  await takeScreenshot('8-lens-peek');
  await pressKey('Escape');
}

async function viewLists(): Promise<void> {
  await openFile('server.ts');
  await vscode.commands.executeCommand('workbench.view.extension.detent');
  await takeScreenshot('9-tools-by-tier');
  await vscode.commands.executeCommand('detent.groupToolsByFile');
  await takeScreenshot('9-tools-by-file');
  await vscode.commands.executeCommand('detent.groupToolsByTier');
  await vscode.env.clipboard.writeText('');
  await vscode.commands.executeCommand('detent.copyTools');
  const copied = await vscode.env.clipboard.readText();
  assert.match(copied, /^\| `clean_folder` \| destructive /m, `copied: ${copied}`);
  await vscode.commands.executeCommand('workbench.view.explorer');
}

async function reportIsShown(): Promise<void> {
  await vscode.commands.executeCommand('detent.showReport');
  const shown = (): true | undefined =>
    vscode.window.tabGroups.activeTabGroup.activeTab?.label === 'Agent Tools Report' ? true : undefined;
  await until('the tab of the report', shown);
  await takeScreenshot('10-report');
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
}
