import { matchesGlob } from '../analysis/glob.js';
import { nearest } from '../workspace/suggest.js';
import { Refusal, type Io } from './io.js';
import type { LiveLook } from './look.js';
import { traceJson } from './reporters/trace-json.js';
import { traceText } from './reporters/trace-text.js';
import { printable } from '../analysis/printable.js';
import { troubles } from './troubles.js';

/**
 * `detent tools --trace`: how the tools of these names were followed.
 *
 * @throws Refusal for a name that no tool has
 */
export function traces(patterns: readonly string[], look: LiveLook, format: 'text' | 'json', io: Io): void {
  const { tools } = look.result;
  for (const pattern of patterns) {
    if (tools.some((tool) => matchesGlob(pattern, tool.name.value))) continue;
    // A file that could not be read may be the reason.
    for (const problem of troubles(look)) io.err(`${problem}\n`);
    throw new Refusal(printable(noTool(pattern, [...new Set(tools.map((tool) => tool.name.value))])));
  }
  const found = tools
    .filter((tool) => patterns.some((pattern) => matchesGlob(pattern, tool.name.value)))
    .flatMap((tool) => look.session.trace(tool) ?? []);
  io.out(format === 'json' ? `${JSON.stringify(traceJson(found, look), null, 2)}\n` : traceText(found, look, io.color));
}

function noTool(pattern: string, names: readonly string[]): string {
  if (names.length === 0) return `There is no tool "${pattern}": no tools were found here.`;
  const near = nearNames(pattern, names);
  return `There is no tool "${pattern}". ${near.length > 0 ? `Did you mean ${listed(near)}?` : `\`detent tools\` lists the ${names.length} that were found.`}`;
}

/** At most three names: the nearest ones, and those that hold what was asked for. */
function nearNames(pattern: string, names: readonly string[]): readonly string[] {
  const asked = pattern.replaceAll('*', '').toLowerCase();
  const near: string[] = [];
  for (let left = names; near.length < 3;) {
    const next = nearest(asked, left) ?? (asked.length < 3 ? undefined : left.find((name) => name.toLowerCase().includes(asked)));
    if (next === undefined) break;
    near.push(next);
    left = left.filter((name) => name !== next);
  }
  return near;
}

function listed(names: readonly string[]): string {
  const quoted = names.map((name) => `"${name}"`);
  return quoted.length === 1 ? quoted[0]! : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)!}`;
}
