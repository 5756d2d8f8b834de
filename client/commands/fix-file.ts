import { commands, window } from 'vscode';
import { fixAllKind, fixNotebookKind } from '../../server/protocol/index.js';
import type { Command } from './index.js';

/** Applies the safe fixes of the file, or the notebook, in front. */
export const fixFile: Command = async () => {
  if (window.activeNotebookEditor === undefined) {
    await commands.executeCommand('editor.action.sourceAction', { kind: fixAllKind, apply: 'first' });
  } else {
    // What is about the whole notebook is no source action of one of its cells.
    await commands.executeCommand('editor.action.codeAction', { kind: fixNotebookKind, apply: 'first' });
  }
};
