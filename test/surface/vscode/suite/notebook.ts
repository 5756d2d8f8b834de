import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Check } from './checks.js';
import { appears, disappears, quickFixes, workspaceFolder } from './editor.js';
import { takeScreenshot } from './window.js';

const tier = 'permission/missing-tier';
const start = new vscode.Range(0, 0, 0, 0);

/** What has to hold in a notebook. It is open from here on, so its file is shown by its cells alone. */
export const notebookChecks: readonly Check[] = [
  { name: 'a notebook shows the squiggle in its cell', run: squiggleInCell },
  { name: 'all cells of a notebook are fixed at once', run: fixNotebook },
  { name: 'a quick fix in a cell changes the cells that it is about', run: fixInCells },
  { name: 'an edit of one cell counts in another', run: editCounts },
];

async function cells(): Promise<readonly vscode.TextDocument[]> {
  const notebook = await vscode.workspace.openNotebookDocument(vscode.Uri.joinPath(workspaceFolder(), 'agent.ipynb'));
  await vscode.window.showNotebookDocument(notebook, { preview: false });
  return notebook.getCells().map(({ document }) => document);
}

async function squiggleInCell(): Promise<void> {
  const [, , tool] = await cells();
  const { range, relatedInformation } = await appears(tool!.uri, tier);
  assert.equal(tool!.getText(range), 'remove');
  const evidence = relatedInformation?.map(({ location }) => [location.uri.toString(), tool!.getText(location.range)]);
  assert.deepEqual(evidence, [[tool!.uri.toString(), 'os.remove']]);
  await takeScreenshot('7-notebook');
}

async function fixNotebook(): Promise<void> {
  const [, setup, tool] = await cells();
  await appears(tool!.uri, tier);
  const kind = 'notebook.source.fixAll.detent';
  const [fix] = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', setup!.uri, start, kind, 50);
  const changed = fix?.edit?.entries().map(([uri]) => uri.fragment);
  assert.deepEqual(changed?.toSorted(), [setup, tool].map((cell) => cell!.uri.fragment).toSorted());
}

async function fixInCells(): Promise<void> {
  const [, setup, tool] = await cells();
  const fixes = await quickFixes(tool!.uri, await appears(tool!.uri, tier));
  const fix = fixes.find(({ isPreferred }) => isPreferred === true);
  assert.ok(fix?.edit, `no fix among ${fixes.map(({ title }) => title).join(' | ')}`);
  assert.ok(await vscode.workspace.applyEdit(fix.edit), 'the edit was refused');
  await disappears(tool!.uri, tier);
  assert.match(setup!.getText(), /\nfrom mcp\.types import ToolAnnotations\n/);
  assert.match(tool!.getText(), /^@mcp\.tool\(annotations=ToolAnnotations\(/);
  await takeScreenshot('8-notebook-fixed');
}

async function editCounts(): Promise<void> {
  const [, setup, tool] = await cells();
  const edit = new vscode.WorkspaceEdit();
  const all = (document: vscode.TextDocument): vscode.Range => document.validateRange(new vscode.Range(0, 0, 1000, 0));
  // Whatever the fix left behind is written over.
  edit.replace(tool!.uri, all(tool!), '@mcp.tool()\ndef remove(path: str) -> str:\n    system.remove(path)\n    return path');
  edit.replace(setup!.uri, all(setup!), 'import os as nothing\nfrom mcp.server.fastmcp import FastMCP\nmcp = FastMCP("files")');
  assert.ok(await vscode.workspace.applyEdit(edit), 'the edit was refused');
  await disappears(tool!.uri, tier);
  const back = new vscode.WorkspaceEdit();
  back.replace(setup!.uri, new vscode.Range(0, 0, 0, 'import os as nothing'.length), 'import os as system');
  assert.ok(await vscode.workspace.applyEdit(back), 'the edit was refused');
  const { range } = await appears(tool!.uri, tier);
  assert.equal(tool!.getText(range), 'remove');
}
