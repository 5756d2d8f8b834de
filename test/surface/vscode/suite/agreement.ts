import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { commandLineFindings, findingLine } from './command-line.js';
import { findings, ruleOf, workspaceFolder } from './editor.js';
import { until } from './wait.js';

/** Opens every file of the workspace and compares what the editor then shows with what the command line reports. */
export async function agreesWithCommandLine(): Promise<string> {
  const files = (await vscode.workspace.findFiles('**/*')).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const expected = await commandLineFindings(workspaceFolder().fsPath);
  assert.ok(expected.length > 0, 'the command line finds nothing');
  for (const file of files) await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(file), { preview: false });
  const now = (): string => shownIn(files).join('\n');
  const wanted = expected.join('\n');
  await until(
    'the findings of the command line',
    () => (now() === wanted ? true : undefined),
    () => `\n${now()}\nand not\n${wanted}`,
  );
  return `${expected.length} findings in ${files.length} files`;
}

function shownIn(files: readonly vscode.Uri[]): readonly string[] {
  return files.flatMap((file) => findings(file).map((found) => lineOf(file, found))).toSorted();
}

function lineOf(file: vscode.Uri, diagnostic: vscode.Diagnostic): string {
  const { start, end } = diagnostic.range;
  const numbers = [start.line, start.character, end.line, end.character].map((number) => number + 1);
  return findingLine(vscode.workspace.asRelativePath(file), numbers, ruleOf(diagnostic));
}
