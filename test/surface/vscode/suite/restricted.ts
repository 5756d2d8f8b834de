import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Check } from './checks.js';
import { appears, openFile, quickFixes } from './editor.js';
import { takeScreenshot } from './window.js';

const mismatch = 'permission/read-only-hint-mismatch';

/** What has to hold in Restricted Mode: everything, since nothing of the workspace is ever run. */
export const restrictedChecks: readonly Check[] = [
  { name: 'the window is restricted', run: isRestricted },
  { name: 'opening a file shows the squiggle', run: squiggleAppears },
  { name: 'a quick fix is offered', run: fixIsOffered },
];

async function isRestricted(): Promise<void> {
  assert.equal(vscode.workspace.isTrusted, false);
}

async function squiggleAppears(): Promise<void> {
  const { document } = await openFile('server.ts');
  await appears(document.uri, mismatch);
  await takeScreenshot('1-squiggle');
}

async function fixIsOffered(): Promise<void> {
  const { document } = await openFile('server.ts');
  const fixes = await quickFixes(document.uri, await appears(document.uri, mismatch));
  assert.ok(
    fixes.some(({ edit }) => edit !== undefined),
    `offered: ${fixes.map(({ title }) => title).join(' | ') || 'nothing'}`,
  );
}
