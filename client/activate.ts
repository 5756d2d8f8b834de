import type { ExtensionContext } from 'vscode';
import { registerCommands } from './commands/index.js';
import { createLog } from './log.js';
import { ClientSession, type Connect } from './session.js';
import { StatusItem } from './status.js';

/** The extension on a platform: starts the language server; a failure is shown there, so that activation itself never fails. */
export function extension(connect: Connect) {
  let session: ClientSession | undefined;
  return {
    async activate(context: ExtensionContext): Promise<void> {
      const log = createLog();
      const status = new StatusItem();
      session = new ClientSession(context.extensionUri, connect, log, status);
      context.subscriptions.push(log, status, ...registerCommands({ session, log, extensionUri: context.extensionUri }));
      await session.restart();
    },

    /** Lets the server end in order. */
    async deactivate(): Promise<void> {
      await session?.stop();
      session = undefined;
    },
  };
}
