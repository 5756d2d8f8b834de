import { commands, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import type { ClientSession } from '../session.js';
import { applyAllFixes } from './apply-all-fixes.js';
import { restart } from './restart.js';
import { showLog } from './show-log.js';
import { showPlaces } from './show-places.js';
import { showReport } from './show-report.js';
import { showRule } from './show-rule.js';
import type { ToolsView } from '../tools-view.js';
import { copyTools, exportTools, groupByFile, groupByFramework, groupByTier } from './tools.js';

export interface CommandContext {
  readonly session: ClientSession;
  readonly log: LogOutputChannel;
  readonly tools: ToolsView;
  readonly extensionUri: Uri;
}

export type Command = (context: CommandContext, ...args: readonly unknown[]) => Promise<void> | void;

const table: Readonly<Record<string, Command>> = {
  'detent.applyAllFixes': applyAllFixes,
  'detent.copyTools': copyTools,
  'detent.exportTools': exportTools,
  'detent.groupToolsByFile': groupByFile,
  'detent.groupToolsByFramework': groupByFramework,
  'detent.groupToolsByTier': groupByTier,
  'detent.restart': restart,
  'detent.showLog': showLog,
  'detent.showPlaces': showPlaces,
  'detent.showReport': showReport,
  'detent.showRule': showRule,
};

/** Binds every command of the table. */
export function registerCommands(context: CommandContext): Disposable[] {
  return Object.entries(table).map(([name, run]) => commands.registerCommand(name, (...args: unknown[]) => run(context, ...args)));
}
