/** A tier that is stated by a list of names: `MUTATING_TOOLS = frozenset({'edit', 'write'})`, beside where the tools are defined. */
import type { Tier } from '../../../rules/kit/index.js';
import type { Expression } from '../syntax/ir.js';
import { eachExpression } from '../trace/parts.js';
import type { Tracer } from '../trace/tracer.js';
import { groupTier } from './group-tier.js';

/** The tier of the first list of the module that holds the name. */
export function listedTier(tracer: Tracer, file: string, name: string): Tier | undefined {
  const module = tracer.program.moduleOf(file);
  if (module === undefined) return undefined;
  tracer.touchOutline(file);
  for (const statement of module.body) {
    if (statement.kind !== 'declare' || statement.value === undefined || statement.bindings.length !== 1) continue;
    const [binding] = statement.bindings;
    const tier = /tools/i.test(binding!.name) ? groupTier(binding!.name) : undefined;
    if (tier === undefined) continue;
    tracer.touchName(binding!, module);
    if (isList(statement.value) && namesIn(statement.value).includes(name)) return tier;
  }
  return undefined;
}

function namesIn(list: Expression): readonly string[] {
  const names: string[] = [];
  eachExpression(list, (part) => {
    if (part.kind === 'literal' && typeof part.value === 'string') names.push(part.value);
  });
  return names;
}

/** Nothing but names: `['edit']`, `new Set(['edit'])`, `frozenset({'edit'})`. */
function isList(expression: Expression): boolean {
  if (expression.kind === 'array') return expression.items.every(({ value }) => value.kind === 'literal');
  if (expression.kind !== 'call' || expression.args.length !== 1 || expression.callee.kind !== 'name') return false;
  return /^(?:frozenset|list|set|tuple|Set|Array)$/.test(expression.callee.name) && isList(expression.args[0]!.value);
}
