import { commands } from 'vscode';
import { fixAllKind } from '../../server/protocol/index.js';
import type { Command } from './index.js';

export const applyAllFixes: Command = async () => {
  await commands.executeCommand('editor.action.sourceAction', { kind: fixAllKind, apply: 'first' });
};
