import { Uri } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { extension } from './activate.js';

/**
 * Megabytes for what was made just now: an answer after a key makes many values that nobody needs for long. Twice the usual room makes
 * the slowest answers faster and the server smaller (`npm run bench`).
 */
const roomForNew = '--max-semi-space-size=32';

/** The server is a process of its own. */
export const { activate, deactivate } = extension((uri, options) => {
  const module = Uri.joinPath(uri, 'dist', 'server.cjs').fsPath;
  const server = {
    run: { module, transport: TransportKind.ipc, options: { execArgv: [roomForNew] } },
    debug: { module, transport: TransportKind.ipc, options: { execArgv: [roomForNew, '--nolazy', '--inspect=6019'] } },
  };
  return new LanguageClient('detent', 'Detent', server, options);
});
