import { knowledge } from '../../../rules/index.js';
import { nearest } from '../../workspace/suggest.js';
import type { Arguments } from '../args.js';
import { exitCodes, Refusal, type Io } from '../io.js';

/** `detent explain`: a rule's page. The group of the rule may be left out. */
export async function explain({ paths }: Arguments, io: Io): Promise<number> {
  const [asked, ...more] = paths;
  if (asked === undefined || more.length > 0)
    throw new Refusal('Name one rule, as in `detent explain permission/missing-tier`; `detent rules` lists all.');
  const ids = knowledge.checks.map(({ id }) => id as string);
  const id = ids.find((known) => known === asked || known.endsWith(`/${asked}`));
  if (id === undefined) {
    const guess = nearest(asked, ids);
    throw new Refusal(`There is no rule "${asked}".${guess === undefined ? ' `detent rules` lists all.' : ` Did you mean ${guess}?`}`);
  }
  const page = io.page(id);
  if (page === undefined) throw new Refusal(`The page of ${id} is missing from this installation.`);
  io.out(page.endsWith('\n') ? page : `${page}\n`);
  return exitCodes.clean;
}
