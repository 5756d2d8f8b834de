import { nearest } from '../workspace/suggest.js';
import { commands, readArguments, type Command } from './args.js';
import { exitCodes, Refusal, type Io } from './io.js';

/**
 * Runs one command line, without the program's own name.
 *
 * @returns the exit code: 0 clean, 1 findings, 2 not everything could be done. Never rejects.
 */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    io.err(error instanceof Refusal ? `detent: ${error.message}\n` : bug(error));
    return exitCodes.incomplete;
  }
}

/** Where an unexpected error came from. Its words are left out: they may quote the text that was read, secrets included. */
function bug(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const frames = (error instanceof Error ? (error.stack ?? '') : '').split('\n').filter((line) => /^\s+at /.test(line));
  return [`detent: ${name}. This is a bug in Detent, at:`, ...frames.slice(0, 6), ''].join('\n');
}

async function dispatch([first, ...rest]: readonly string[], io: Io): Promise<number> {
  if (first === '--version' || first === '-v' || first === '-V') {
    io.out(`${io.version()}\n`);
    return exitCodes.clean;
  }
  const command = isCommand(first) ? first : undefined;
  const asked = first === 'help' && isCommand(rest[0]) ? rest[0] : command;
  if (first === undefined || first === '--help' || first === '-h' || first === 'help' || rest.includes('--help') || rest.includes('-h')) {
    const { helpFor } = await import('./help.js');
    (first === undefined ? io.err : io.out)(helpFor(asked));
    return first === undefined ? exitCodes.incomplete : exitCodes.clean;
  }
  if (command === undefined) throw new Refusal(unknown(first));
  const args = readArguments(command, rest);
  switch (command) {
    case 'check':
      return (await import('./commands/check.js')).check(args, io);
    case 'tools':
      return (await import('./commands/tools.js')).tools(args, io);
    case 'init':
      return (await import('./commands/init.js')).init(args, io);
    case 'pass-k':
      return (await import('./commands/pass-k.js')).passK(args, io);
    case 'merge':
      return (await import('./commands/merge.js')).merge(args, io);
    case 'explain':
      return (await import('./commands/explain.js')).explain(args, io);
    case 'rules':
      return (await import('./commands/rules.js')).rules(args, io);
    case 'completion':
      return (await import('./commands/completion.js')).completion(args, io);
    case 'lsp':
      if (!args.flags.has('stdio')) throw new Refusal('`detent lsp` serves over the standard streams only: add --stdio.');
      await io.serve();
      return exitCodes.clean;
  }
}

function isCommand(name: string | undefined): name is Command {
  return name !== undefined && Object.hasOwn(commands, name);
}

function unknown(given: string): string {
  if (given.startsWith('-')) return `There is no option ${given} here. Put options behind a command, as in \`detent check ${given}\`.`;
  const guess = nearest(given, Object.keys(commands));
  if (guess !== undefined) return `There is no command "${given}". Did you mean \`detent ${guess}\`?`;
  return `There is no command "${given}". To look at a file or folder: \`detent check ${given}\`.`;
}
