import { ProposedFeatures, createConnection, type Connection } from 'vscode-languageserver/node';
import { knowledge } from '../../rules/index.js';
import { nodeHost } from '../hosts/node.js';
import { describeFailure } from './failure.js';
import { start } from './start.js';
import { wholeMessages } from './stream.js';

export interface ServeOptions {
  /** URI of the folder with the rules' pages. */
  readonly rulePages?: string;
  /** The folder of the files that ship beside the program, with a slash at its end. */
  readonly assets?: URL;
}

/**
 * Serves the editor that started this process, over what its arguments name: `--node-ipc`, `--pipe=…`, `--socket=…`, else
 * the standard streams. Returns at once; the process ends when the editor says so or goes away.
 */
export function serve(options: ServeOptions = {}): void {
  const connection = connect();
  const levels = { error: 'error', warn: 'warn', info: 'info', debug: 'debug' } as const;
  const host = nodeHost({
    polite: true,
    log: (level, message) => connection.console[levels[level]](message),
    ...(options.assets === undefined ? {} : { assets: options.assets }),
  });
  // Only a stream that ends is noticed by the connection itself.
  process.once('disconnect', () => process.exit(0));
  start(connection, host, knowledge, options);
}

function connect(): Connection {
  const named = process.argv.some((argument) => /^--(?:node-ipc|pipe|socket)(?:=|$)/.test(argument));
  return named
    ? createConnection(ProposedFeatures.all)
    : createConnection(ProposedFeatures.all, process.stdin, wholeMessages(process.stdout));
}

/**
 * A crash prints where it happened, without the words of the error: they may quote what was read. The editor starts the
 * server again.
 */
export function dieQuietly(): void {
  const die = (thrown: unknown): never => {
    process.stderr.write(`Detent crashed: ${describeFailure(thrown)}\n`);
    process.exit(70);
  };
  process.on('uncaughtException', die);
  process.on('unhandledRejection', die);
}
