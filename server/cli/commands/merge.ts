import { baselineOf, type Arguments } from '../args.js';
import type { Io } from '../io.js';
import { merged } from '../parts.js';
import { tell } from '../tell.js';

/** `detent merge`: what several shares of one run found, told as one. */
export async function merge(args: Arguments, io: Io): Promise<number> {
  baselineOf(args);
  const { look, problems } = await merged(args.paths, io);
  return tell(look, problems, args, io);
}
