import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { appears, disappears, openFile, placeCursorAfter, quickFixes, revert } from './editor.js';
import { pressKey, takeScreenshot } from './window.js';

const mismatch = 'permission/read-only-hint-mismatch';

/** A squiggle in a file of Python, the menu at it, and a fix that takes it away. */
export async function pythonIsFixed(): Promise<void> {
  const editor = await openFile('files.py');
  const { document } = editor;
  const squiggle = await appears(document.uri, mismatch);
  assert.equal(document.lineAt(squiggle.range.start).text, '@mcp.tool(annotations=ToolAnnotations(readOnlyHint=True))');
  await placeCursorAfter(editor, 'readOnlyHint=T');
  await vscode.commands.executeCommand('editor.action.quickFix');
  await takeScreenshot('python-1-squiggle');
  await pressKey('Escape');
  const fix = (await quickFixes(document.uri, squiggle)).find(({ edit, title }) => edit !== undefined && !/ignore/i.test(title));
  assert.ok(fix?.edit, 'no fix is offered');
  assert.ok(await vscode.workspace.applyEdit(fix.edit), 'the edit was refused');
  await disappears(document.uri, mismatch);
  assert.ok(document.getText().includes('ToolAnnotations(readOnlyHint=False, destructiveHint=True)'), document.getText());
  await takeScreenshot('python-2-fixed');
  await revert();
  await appears(document.uri, mismatch);
}
