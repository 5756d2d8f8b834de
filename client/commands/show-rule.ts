import { Uri, commands, window } from 'vscode';
import type { Command } from './index.js';

/** Shows a rule's page, by its id or after a choice from the list. */
export const showRule: Command = async ({ session, extensionUri }, id) => {
  const rule = typeof id === 'string' ? id : await choose(await session.rules());
  // The id becomes a path, and links anywhere may call this command.
  if (rule === undefined || !/^[a-z-]{1,40}\/[a-z0-9-]{1,80}$/.test(rule)) return;
  await commands.executeCommand('markdown.showPreview', Uri.joinPath(extensionUri, 'dist', 'rules', `${rule}.md`));
};

async function choose(rules: readonly { readonly id: string; readonly summary: string }[]): Promise<string | undefined> {
  const items = rules.map(({ id, summary }) => ({ label: id, detail: summary }));
  const chosen = await window.showQuickPick(items, { title: 'Detent rules', matchOnDetail: true });
  return chosen?.label;
}
