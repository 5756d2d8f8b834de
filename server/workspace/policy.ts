/** The first configuration of a workspace: what holds there today, for what comes tomorrow. */
import { declaresTier, effectiveTier, isApproved, lacksKey, tiers, type Control, type Tier, type Tool } from '../../rules/kit/index.js';
import { printable } from '../analysis/printable.js';
import type { Config } from './config.js';

/** A control that is offered, and whether a tool has it. */
interface Offer {
  readonly tier: Tier;
  readonly control: Control;
  readonly has: (tool: Tool) => boolean;
  /** Offered only where some tool would have it, or lacks it. */
  readonly rare?: true;
}

const offers: readonly Offer[] = [
  { tier: 'write', control: 'timeout', has: (tool) => !tool.effects.known.some(({ endless }) => endless !== undefined) },
  { tier: 'destructive', control: 'approval', has: isApproved },
  { tier: 'destructive', control: 'environment-guard', has: ({ unguarded }) => unguarded === undefined, rare: true },
  { tier: 'privileged', control: 'idempotency-key', has: (tool) => !tool.effects.known.some(lacksKey) },
];

/** What is asked of all tools while a policy is begun, so that it is known which of them have it. */
export const askedForPolicy: Config['controls'] = { observe: ['timeout', 'environment-guard'] };

/** More names than these say nothing more. */
const shown = 4;
/** So many tools of one first word and one tier are named together. */
const enough = 3;

/**
 * Writes a commented configuration for these tools. Whatever it sets holds today, so that nothing is reported for it; what does not hold
 * stands in comments, with the tools that lack it.
 *
 * @param where says where a tool is defined, for people
 */
export function policyFor(all: readonly Tool[], where: (tool: Tool) => string): string {
  const tools = all.filter(({ inTests }) => !inTests);
  return `// What Detent reports here, and what is asked of the tools. Unknown keys are errors, so nothing is misspelled in silence.
{
  // "recommended" is what is wrong. "strict" adds what is missing, and what is less sure.
  "sets": ["recommended"],

  // How much a tool may do: observe < write < destructive < privileged. The first entry that fits wins. A tool that is named
  // nowhere has the tier that its author states, or else the one that its effects need.
  "tiers": [${block(tierLines(tools, where))}],

  // What every tool of a tier must have. A tier has the controls of the tiers below it, too.
  "controls": {${block(controlLines(tools))}},

  // What a release must reach: how likely k trials of a task in a row all succeed. \`detent pass-k\` shows it.
  // "passK": [{ "results": "evals/*/results.json", "k": 4, "min": 0.6 }],

  // Functions of this project that ask a human first, that refuse where a tool may not run, and that make what they call safe to repeat.
  "approvalWrappers": [],
  "environmentGuards": [],
  "idempotencyWrappers": []
}
`;
}

/** How many tools have which tier, for people: `3 observe, 1 destructive, 2 could not be told`. */
export function tierCounts(all: readonly Tool[]): string {
  const tools = all.filter(({ inTests }) => !inTests);
  const told = tiers.map((tier) => ({ tier: tier as string, count: tools.filter((tool) => tierOf(tool) === tier).length }));
  const open = { tier: 'could not be told', count: tools.filter((tool) => tierOf(tool) === undefined).length };
  return [...told, open].flatMap(({ tier, count }) => (count === 0 ? [] : `${String(count)} ${tier}`)).join(', ');
}

/** Comments come first, so that each becomes an entry when its slashes go; editors complain about a comma behind the last entry. */
function block(lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const isComment = (line: string): boolean => line.startsWith('//');
  const entries = lines.filter((line) => !isComment(line)).map((line, i, all) => (i === all.length - 1 ? line.replace(/,$/, '') : line));
  return `\n${[...lines.filter(isComment), ...entries].map((line) => `    ${line}\n`).join('')}  `;
}

/** Tools that state no tier get the one that they need; the rest is for people to say. */
function tierLines(tools: readonly Tool[], where: (tool: Tool) => string): readonly string[] {
  const undeclared = tools.filter((tool) => !declaresTier(tool));
  const known = undeclared.filter((tool) => tierOf(tool) !== undefined);
  const byPattern = new Map<string, Tier>();
  for (const tool of known) {
    const pattern = patternOf(tool, tools);
    if (!byPattern.has(pattern)) byPattern.set(pattern, tierOf(tool)!);
  }
  const entries = [...byPattern].map(([pattern, tier]) => ({ pattern, tier }));
  const inOrder = entries.toSorted((a, b) => tiers.indexOf(a.tier) - tiers.indexOf(b.tier) || (a.pattern < b.pattern ? -1 : 1));
  const lines = inOrder.map(({ pattern, tier }) => `{ "tools": ${JSON.stringify(pattern)}, "tier": "${tier}" },`);
  const open = undeclared.filter((tool) => tierOf(tool) === undefined);
  const byName = new Map<string, string[]>();
  for (const tool of open) byName.set(tool.name.value, [...(byName.get(tool.name.value) ?? []), where(tool)]);
  const asked = [...byName].map(([name, [first = '', ...more]]) => {
    const places = more.length === 0 ? first : `${first} and ${String(more.length)} more`;
    return `// { "tools": ${JSON.stringify(name)}, "tier": "" },  could not be told: ${printable(places)}`;
  });
  return [...lines, ...asked];
}

/** `get_*`, when several tools begin so and all of them have the same tier. */
function patternOf(tool: Tool, tools: readonly Tool[]): string {
  const name = tool.name.value;
  const [word] = /^[A-Za-z0-9]{1,40}[_-]/.exec(name) ?? [];
  if (word === undefined) return name;
  const like = tools.filter((one) => one.name.value.startsWith(word));
  const names = new Set(like.map((one) => one.name.value));
  return names.size >= enough && like.every((one) => !declaresTier(one) && tierOf(one) === tierOf(tool)) ? `${word}*` : name;
}

/** For each tier what all of its tools have, and in a comment what some of them lack. */
function controlLines(tools: readonly Tool[]): readonly string[] {
  return tiers.flatMap((tier) => {
    const held: Control[] = [];
    const lines: string[] = [];
    const concerned = tools.filter((tool) => tiers.indexOf(tierOf(tool) ?? 'observe') >= tiers.indexOf(tier));
    for (const { control, has, rare } of offers.filter((offer) => offer.tier === tier)) {
      const lacking = [...new Set(concerned.filter((tool) => !has(tool)).map(({ name }) => name.value))];
      if (lacking.length > 0) lines.push(`// ${lineOf(tier, [...held, control])} // not yet: ${namesOf(lacking)}`);
      else if (rare !== true || concerned.length > 0) held.push(control);
    }
    return held.length === 0 ? lines : [lineOf(tier, held), ...lines];
  });
}

function lineOf(tier: Tier, controls: readonly Control[]): string {
  return `"${tier}": [${controls.map((control) => `"${control}"`).join(', ')}],`;
}

function namesOf(names: readonly string[]): string {
  const few = names.slice(0, shown).join(', ');
  return printable(names.length > shown ? `${few} and ${String(names.length - shown)} more` : few);
}

/** Declared, or proved; `undefined` when some call was not resolved and could need more. */
function tierOf({ tier, effects, inferred }: Tool): Tier | undefined {
  if (tier !== undefined) return tier.value;
  return inferred.complete && inferred.certainty !== 'possible' ? effectiveTier(undefined, effects.known) : undefined;
}
