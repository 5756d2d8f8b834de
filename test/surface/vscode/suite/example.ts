import * as vscode from 'vscode';
import { agreesWithCommandLine } from './agreement.js';
import type { Check } from './checks.js';
import { takeScreenshot } from './window.js';

/** What has to hold for the example workspace that the documentation shows. */
export const exampleChecks: readonly Check[] = [
  { name: 'the same findings as the command line', run: agreesWithCommandLine },
  { name: 'the problems view shows them', run: showsProblems },
];

async function showsProblems(): Promise<void> {
  await vscode.commands.executeCommand('workbench.actions.view.problems');
  await takeScreenshot('1-problems');
}
