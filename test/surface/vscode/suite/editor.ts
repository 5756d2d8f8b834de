import * as vscode from 'vscode';
import { until } from './wait.js';

/** The one folder that the window has open. */
export function workspaceFolder(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('the window has no folder open');
  return folder.uri;
}

/** Opens a file of the workspace in an editor with the focus in it. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(workspaceFolder(), name));
  return vscode.window.showTextDocument(document, { preview: false });
}

/** What the extension reports in a file now. */
export function findings(file: vscode.Uri): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(file).filter((diagnostic) => diagnostic.source?.toLowerCase() === 'detent');
}

/** The rule that a diagnostic names, such as `permission/read-only-hint-mismatch`. */
export function ruleOf(diagnostic: vscode.Diagnostic): string {
  const { code } = diagnostic;
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits for a rule's squiggle in a file. */
export function appears(file: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  const find = (): vscode.Diagnostic | undefined => findings(file).find((diagnostic) => ruleOf(diagnostic) === rule);
  return until(`${rule} in ${vscode.workspace.asRelativePath(file)}`, find, () => shown(file));
}

/** Waits until a rule has no squiggle in a file. */
export async function disappears(file: vscode.Uri, rule: string): Promise<void> {
  const gone = (): true | undefined => (findings(file).every((diagnostic) => ruleOf(diagnostic) !== rule) ? true : undefined);
  await until(`${rule} to go from ${vscode.workspace.asRelativePath(file)}`, gone, () => shown(file));
}

/** The quick fixes that VS Code offers at a diagnostic, in its order. */
export async function quickFixes(file: vscode.Uri, { range }: vscode.Diagnostic): Promise<readonly vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  // The count asks for the edits too, which a provider may leave for later.
  return vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', file, range, kind, 50);
}

/** Puts the cursor behind a text that occurs once in the file. */
export async function placeCursorAfter(editor: vscode.TextEditor, text: string): Promise<void> {
  const at = editor.document.getText().indexOf(text);
  if (at < 0) throw new Error(`${vscode.workspace.asRelativePath(editor.document.uri)} does not contain ${text}`);
  const position = editor.document.positionAt(at + text.length);
  editor.selection = new vscode.Selection(position, position);
  // The window learns of the selection in its own time; an answer from it means that it has.
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
}

/** Takes back every unsaved edit of the file in front. */
export async function revert(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.files.revert');
}

function shown(file: vscode.Uri): string {
  return findings(file).map(ruleOf).join(', ') || 'nothing';
}
