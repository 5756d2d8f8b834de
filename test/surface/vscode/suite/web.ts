import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Check } from './checks.js';
import { appears, openFile } from './editor.js';
import { pythonIsFixed } from './python.js';
import { modelChecks } from './surfaces.js';
import { serverProcesses } from './server-process.js';
import { toolChecks } from './tools.js';

/** What has to hold where extensions run in a worker of the browser: no process, no disk, what is open. */
export const webChecks: readonly Check[] = [
  { name: 'a TypeScript file has its squiggle', run: typescriptWorks },
  { name: 'a Python file has its squiggle and its fix', run: pythonIsFixed },
  ...toolChecks,
  { name: 'a language model can check the tools that it wrote', run: modelChecks },
  { name: 'no process was started', run: noProcess },
];

async function typescriptWorks(): Promise<void> {
  const { document } = await openFile('server.ts');
  await appears(document.uri, 'permission/read-only-hint-mismatch');
}

async function noProcess(): Promise<void> {
  assert.deepEqual(serverProcesses(), []);
  // What runs elsewhere is not among this host's own.
  assert.equal(vscode.extensions.getExtension('detent.detent')?.isActive ?? false, false);
}
