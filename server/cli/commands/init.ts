import { join, relative } from '../../workspace/paths.js';
import { settingsName } from '../../workspace/walk.js';
import type { Arguments } from '../args.js';
import { exitCodes, fileOf, Refusal, type Io } from '../io.js';
import { look } from '../look.js';
import { placesOf } from '../places.js';
import { askedForPolicy, policyFor, tierCounts } from '../../workspace/policy.js';
import { count } from '../style.js';
import { troubles } from '../troubles.js';

/** `detent init`: a commented configuration, with the tiers and controls that hold in the folder today. */
export async function init(args: Arguments, io: Io): Promise<number> {
  const [folder = '.', ...others] = args.paths;
  if (others.length > 0) throw new Refusal('`detent init` takes one folder.');
  const root = fileOf(folder, io);
  if ((await io.host.stat(root))?.kind !== 'folder') throw new Refusal(`${folder}: there is no such folder.`);
  const file = join(root, settingsName);
  const dry = args.flags.has('dry-run');
  if (!dry && (await io.host.stat(file)) !== undefined)
    throw new Refusal(`There is a ${settingsName} already. \`detent init --dry-run\` prints what would be written.`);
  const found = await look({ ...args, paths: [folder] }, io, { controls: askedForPolicy });
  const places = placesOf(found);
  const { tools } = found.result;
  const text = policyFor(tools, ({ definition }) => `${relative(root, definition.file)}:${places.label(definition, 'line')}`);
  if (dry) io.out(text);
  else {
    const problem = await io.host.write(file, new TextEncoder().encode(text));
    if (problem !== undefined) throw new Refusal(`${found.name(file)} could not be written: ${problem.problem}.`);
    const counted = tools.filter(({ inTests }) => !inTests).length;
    io.out(`Wrote ${found.name(file)} for ${count(counted, 'tool')}${counted === 0 ? '' : `: ${tierCounts(tools)}`}.\n`);
  }
  const problems = troubles(found);
  for (const problem of problems) io.err(`${problem}\n`);
  return problems.length > 0 ? exitCodes.incomplete : exitCodes.clean;
}
