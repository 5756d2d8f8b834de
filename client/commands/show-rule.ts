import { Uri, commands, window } from 'vscode';
import type { ClientSession } from '../session.js';
import type { Command } from './index.js';

/** Shows a rule's page, by its id or after a choice from the list. */
export const showRule: Command = async ({ session, extensionUri }, id) => {
  const rule = typeof id === 'string' ? id : await chooseRule(session);
  // The id becomes a path, and links anywhere may call this command.
  if (rule === undefined || !/^[a-z-]{1,40}\/[a-z0-9-]{1,80}$/.test(rule)) return;
  await commands.executeCommand('markdown.showPreview', Uri.joinPath(extensionUri, 'dist', 'rules', `${rule}.md`));
};

/** One of the rules that the server knows; `undefined` when none is chosen. */
export async function chooseRule(session: ClientSession): Promise<string | undefined> {
  const items = (await session.rules()).map(({ id, summary }) => ({ label: id, detail: summary }));
  const chosen = await window.showQuickPick(items, { title: 'Detent rules', matchOnDetail: true });
  return chosen?.label;
}
