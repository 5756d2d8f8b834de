import type { Arguments } from '../args.js';
import { completionFor, shells } from '../completion.js';
import { exitCodes, Refusal, type Io } from '../io.js';

/** `detent completion`: a script that completes command lines of Detent in a shell. */
export async function completion({ paths }: Arguments, io: Io): Promise<number> {
  const shell = shells.find((name) => name === paths[0]);
  if (shell === undefined || paths.length > 1) throw new Refusal(`Name a shell: ${shells.join(', ')}.`);
  io.out(completionFor(shell));
  return exitCodes.clean;
}
