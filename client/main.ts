import type { ExtensionContext } from 'vscode';
import { registerCommands } from './commands/index.js';
import { createLog } from './log.js';
import { ClientSession } from './session.js';
import { StatusItem } from './status.js';

let session: ClientSession | undefined;

/** Starts the language server; a failure is shown there, so that activation itself never fails. */
export async function activate(context: ExtensionContext): Promise<void> {
  const log = createLog();
  const status = new StatusItem();
  session = new ClientSession(context.extensionUri, log, status);
  context.subscriptions.push(log, status, ...registerCommands({ session, log, extensionUri: context.extensionUri }));
  await session.restart();
}

/** Lets the server end in order. */
export async function deactivate(): Promise<void> {
  await session?.stop();
  session = undefined;
}
