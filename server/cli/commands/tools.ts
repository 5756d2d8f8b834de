import type { Place } from '../../../rules/kit/index.js';
import { formatOf, type Arguments } from '../args.js';
import { exitCodes, fileOf, Refusal, type Io } from '../io.js';
import type { ListedTool } from '../inventory-diff.js';
import { keptLook } from '../cache/kept-look.js';
import type { Look } from '../told.js';
import { troubles } from '../troubles.js';

/** `detent tools`: the inventory, or with `--trace` how tools of it were followed. */
export async function tools(args: Arguments, io: Io): Promise<number> {
  const format = formatOf(args, 'tools');
  const asked = args.values.get('trace');
  const older = args.values.get('diff')?.[0];
  if (asked !== undefined && older !== undefined) throw new Refusal('Give either --trace or --diff.');
  if (args.flags.has('fail-on-gain') && older === undefined) throw new Refusal('--fail-on-gain needs --diff <file>, an older inventory.');
  if (older !== undefined && format === 'html') throw new Refusal('--diff has no format "html": use text, json or markdown.');
  let gained = 0;
  let found: Look;
  if (asked !== undefined) {
    const [{ look }, { traces }] = await Promise.all([import('../look.js'), import('../trace.js')]);
    const live = await look(args, io);
    traces(asked, live, format === 'json' ? 'json' : 'text', io);
    found = live;
  } else {
    const before = older === undefined ? undefined : await inventoryIn(older, io);
    found = await keptLook(args, io);
    if (before !== undefined) gained = await tellDifferences(before, found, format, io);
    else if (format === 'json') {
      const { toolsJson } = await import('../reporters/json.js');
      io.out(`${JSON.stringify(toolsJson(found), null, 2)}\n`);
    } else if (format === 'html') {
      const { lookHtml } = await import('../reporters/html.js');
      io.out(lookHtml(found, troubles(found), 'tools'));
    } else if (format === 'markdown') {
      const [{ toolsMarkdown }, { placesOf }] = await Promise.all([import('../../analysis/tools-markdown.js'), import('../places.js')]);
      const places = placesOf(found);
      const label = (place: Place): string => `${found.name(place.file)}:${places.label(place, 'line')}`;
      io.out(toolsMarkdown(found.result.tools, label, found.result.agents));
    } else {
      const { toolsText } = await import('../reporters/tools-text.js');
      io.out(toolsText(found, io.color));
    }
  }
  const problems = troubles(found);
  for (const problem of problems) io.err(`${problem}\n`);
  if (problems.length > 0) return exitCodes.incomplete;
  return gained > 0 && args.flags.has('fail-on-gain') ? exitCodes.findings : exitCodes.clean;
}

async function inventoryIn(given: string, io: Io): Promise<readonly ListedTool[]> {
  const [{ readInventory }, { decode }] = await Promise.all([import('../inventory-diff.js'), import('../../workspace/decode.js')]);
  const answer = await io.host.read(fileOf(given, io));
  if ('problem' in answer) throw new Refusal(answer.gone === true ? `There is no inventory ${given}.` : `${given}: ${answer.problem}.`);
  const decoded = decode(answer.bytes);
  const tools = 'binary' in decoded ? undefined : readInventory(decoded.text);
  if (tools === undefined) throw new Refusal(`${given} is no inventory: write one with \`detent tools --format json\`.`);
  return tools;
}

/** Answers how many tools can do more, or ask less, than before. */
async function tellDifferences(before: readonly ListedTool[], found: Look, format: string, io: Io): Promise<number> {
  const [{ compareInventories, inventoryOf }, { diffJson, diffMarkdown, diffText, gainers }, { toolsJson }] = await Promise.all([
    import('../inventory-diff.js'),
    import('../reporters/diff.js'),
    import('../reporters/json.js'),
  ]);
  const changes = compareInventories(before, inventoryOf(toolsJson(found))!);
  io.out(format === 'json' ? diffJson(changes) : format === 'markdown' ? diffMarkdown(changes) : diffText(changes, io.color));
  return gainers(changes);
}
