import type { ExtensionContext } from 'vscode';
import { registerCommands } from './commands/index.js';
import { registerCheckTool } from './language-model-tool.js';
import { createLog } from './log.js';
import { ClientSession, type Connect } from './session.js';
import { StatusItem } from './status.js';
import { ToolsView } from './tools-view.js';

/** The extension on a platform: starts the language server; a failure is shown there, so that activation itself never fails. */
export function extension(connect: Connect) {
  let session: ClientSession | undefined;
  return {
    async activate(context: ExtensionContext): Promise<void> {
      const log = createLog();
      const status = new StatusItem();
      const tools = new ToolsView(async () => session?.tools() ?? []);
      session = new ClientSession(context.extensionUri, connect, log, status, () => tools.refresh());
      const { extensionUri } = context;
      context.subscriptions.push(
        log,
        status,
        tools,
        registerCheckTool(session),
        ...registerCommands({ session, log, tools, extensionUri }),
      );
      await session.restart();
    },

    /** Lets the server end in order. */
    async deactivate(): Promise<void> {
      await session?.stop();
      session = undefined;
    },
  };
}
