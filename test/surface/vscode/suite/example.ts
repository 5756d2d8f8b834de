import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { agreesWithCommandLine } from './agreement.js';
import type { Check } from './checks.js';
import { openFile } from './editor.js';
import { takeScreenshot } from './window.js';

/** What has to hold for the example workspace that the documentation shows. */
export const exampleChecks: readonly Check[] = [
  { name: 'the same findings as the command line', run: agreesWithCommandLine },
  { name: 'the problems view shows them', run: showsProblems },
  { name: 'behind the step limit of an agent stands what it comes to', run: sumsUpSteps },
];

async function showsProblems(): Promise<void> {
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  await takeScreenshot('1-problems');
}

async function sumsUpSteps(): Promise<void> {
  const editor = await openFile('src/agent.ts');
  const { document } = editor;
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, all);
  assert.deepEqual(
    hints.map(({ label }) => label),
    ['8 % at 95 % a step'],
  );
  editor.revealRange(new vscode.Range(hints[0]!.position, hints[0]!.position), vscode.TextEditorRevealType.InCenter);
  await takeScreenshot('2-steps');
}
