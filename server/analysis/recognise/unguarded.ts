/** Whether anything keeps a tool from running in every environment, where the policy asks for that. */
import { changes, worst, type Effect, type Place, type Tool } from '../../../rules/kit/index.js';
import { environmentVariableIn, guardAt, guardWorld, isGuarded } from '../guarded.js';
import type { Definition } from './definition.js';
import type { ToolContext } from './tools.js';

/** The worst effect before which nothing asks for the environment: neither on the way, nor where the tool is registered. */
export function unguardedOf(
  { tracer, textOf, settings }: ToolContext,
  { requires = [] }: Pick<Tool, 'requires'>,
  { at, made }: Definition,
  handler: Place | undefined,
  { known, complete }: Tool['effects'],
): Pick<Tool, 'unguarded'> {
  if (!requires.some(({ control }) => control === 'environment-guard')) return {};
  const world = guardWorld(textOf, (file) => tracer.program.moduleOf(file));
  const asks = (place: Place | undefined): boolean => place !== undefined && isGuarded(place, world, settings.environmentGuards);
  if ([at, made, handler].some(asks)) return {};
  const changing = known.filter(changes);
  const open = changing.filter((effect) => ![effect, ...effect.via].some(asks));
  const effect = worst(open);
  if (effect === undefined) return changing.length > 0 || !complete ? {} : { unguarded: {} };
  const variable = variableNear(effect, at, textOf);
  const guard = variable === undefined ? undefined : guardAt(effect, variable, world);
  return { unguarded: { effect, ...(guard === undefined ? {} : { guard }) } };
}

function variableNear(effect: Effect, at: Place, textOf: ToolContext['textOf']): string | undefined {
  const files = new Set([effect.file, ...effect.via.map(({ file }) => file), at.file]);
  return [...files].map((file) => environmentVariableIn(textOf(file))).find((name) => name !== undefined);
}
