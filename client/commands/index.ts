import { commands, type Disposable, type LogOutputChannel, type Uri } from 'vscode';
import { changeSeverityCommand, fixRuleCommand, showPlacesCommand } from '../../server/protocol/index.js';
import type { ClientSession } from '../session.js';
import { changeSeverity } from './change-severity.js';
import { fixFile } from './fix-file.js';
import { fixRule, fixWorkspace } from './fix.js';
import { openConfiguration } from './open-configuration.js';
import { openExample } from './open-example.js';
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
  [changeSeverityCommand]: changeSeverity,
  'detent.copyTools': copyTools,
  'detent.exportTools': exportTools,
  'detent.fixFile': fixFile,
  [fixRuleCommand]: fixRule,
  'detent.fixWorkspace': fixWorkspace,
  'detent.groupToolsByFile': groupByFile,
  'detent.groupToolsByFramework': groupByFramework,
  'detent.groupToolsByTier': groupByTier,
  'detent.openConfiguration': openConfiguration,
  'detent.openExample': openExample,
  'detent.restart': restart,
  'detent.showLog': showLog,
  [showPlacesCommand]: showPlaces,
  'detent.showReport': showReport,
  'detent.showRule': showRule,
};

/** Binds every command of the table. */
export function registerCommands(context: CommandContext): Disposable[] {
  return Object.entries(table).map(([name, run]) => commands.registerCommand(name, (...args: unknown[]) => run(context, ...args)));
}
