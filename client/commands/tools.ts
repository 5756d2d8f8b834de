import { Uri, env, window, workspace } from 'vscode';
import type { Command } from './index.js';

export const groupByTier: Command = ({ tools }) => tools.group('tier');
export const groupByFramework: Command = ({ tools }) => tools.group('framework');
export const groupByFile: Command = ({ tools }) => tools.group('file');

/** Copies the inventory for an issue or a review. */
export const copyTools: Command = async ({ session }) => {
  const text = await session.toolsMarkdown();
  if (text === undefined) return;
  await env.clipboard.writeText(text);
  window.setStatusBarMessage('The tools were copied as Markdown.', 3000);
};

/** Writes the inventory to a file, as JSON or, by its ending, as Markdown. */
export const exportTools: Command = async ({ session }) => {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    title: 'Export the inventory of tools',
    filters: { JSON: ['json'], Markdown: ['md'] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, 'agent-tools.json') }),
  });
  if (target === undefined) return;
  const text = target.path.endsWith('.md') ? await session.toolsMarkdown() : `${JSON.stringify(await session.tools(), null, 2)}\n`;
  if (text !== undefined) await workspace.fs.writeFile(target, new TextEncoder().encode(text));
};
