import type { Arguments } from '../args.js';
import { Refusal, type Io } from '../io.js';
import { merged } from '../parts.js';
import { tell } from '../tell.js';

/** `detent merge`: what several shares of one run found, told as one. */
export async function merge(args: Arguments, io: Io): Promise<number> {
  if (args.flags.has('update-baseline') && !args.values.has('baseline'))
    throw new Refusal('--update-baseline needs --baseline <file>, the file to write.');
  const { look, problems } = await merged(args.paths, io);
  return tell(look, problems, args, io);
}
