import type { Connection, InitializeResult } from 'vscode-languageserver';
import type { Knowledge } from '../analysis/snapshot.js';
import type { Host } from '../workspace/host.js';
import type { Session, SessionOptions } from '../workspace/session.js';
import { abilitiesOf } from './abilities.js';
import { capabilitiesFor, foldersOf, optionsOf } from './initialize.js';
import { Server } from './server.js';

export interface StartOptions {
  /** URI of the folder with the rules' pages, for clients that do not say where they are. */
  readonly rulePages?: string;
  /** Milliseconds for which folders are read before that is shown. */
  readonly patience?: number;
  /** Makes the session; tests put their own here. */
  readonly createSession?: (options: SessionOptions) => Session;
}

/**
 * Serves one client and starts to listen. The whole world comes in as parameters, so that the same server runs over
 * standard streams, in a browser and in a test.
 *
 * @param knowledge rules, frameworks and effects to use
 */
export function start(connection: Connection, host: Host, knowledge: Knowledge, options: StartOptions = {}): void {
  connection.onInitialize((params): InitializeResult => {
    const abilities = abilitiesOf(params.capabilities);
    const server = new Server({
      ...options,
      connection,
      host,
      knowledge,
      abilities,
      client: optionsOf(params),
      folders: foldersOf(params),
    });
    server.register();
    return { capabilities: capabilitiesFor(abilities), serverInfo: { name: 'detent' } };
  });
  connection.listen();
}
