import { Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { Command } from './index.js';

/** Shows the configuration that holds for the file in front; a first one is written when there is none. */
export const openConfiguration: Command = async ({ session }) => {
  const uri = documentInFront();
  const found = await session.configuration(uri === undefined ? {} : { uri });
  if (found === undefined) return void window.showWarningMessage('A configuration needs a folder: open one first.');
  const file = Uri.parse(found.uri);
  if (found.text !== undefined) {
    const edit = new WorkspaceEdit();
    edit.createFile(file, { ignoreIfExists: true, contents: new TextEncoder().encode(found.text) });
    if (!(await workspace.applyEdit(edit))) return void window.showWarningMessage('The configuration could not be written.');
  }
  await window.showTextDocument(await workspace.openTextDocument(file));
};

/** The document of the workspace in the editor in front. */
export function documentInFront(): string | undefined {
  const uri = window.activeTextEditor?.document.uri;
  return uri !== undefined && workspace.getWorkspaceFolder(uri) !== undefined ? uri.toString() : undefined;
}
