import { Uri, window, workspace } from 'vscode';
import type { Command } from './index.js';

/** Opens a server with tools that do harm, in a document that is saved nowhere. */
export const openExample: Command = async ({ extensionUri }) => {
  const text = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(extensionUri, 'media', 'walkthrough', 'example.ts')));
  await window.showTextDocument(await workspace.openTextDocument({ language: 'typescript', content: text }));
};
