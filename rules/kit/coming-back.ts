import type { Effect, Tool } from './model.js';

/** It is taken back by an inverse call, as what an `unassign` ends is, or it is a part of how rows are brought up to date. */
export function comesBack(effect: Effect, { name, effects }: Tool): boolean {
  if (effect.reversible || (effect.resource !== 'filesystem' && undoing.test(name.value))) return true;
  const inside = effect.via.at(-1);
  if (inside === undefined || saysSo(effect) || effect.resource !== 'database' || !effect.bounded) return false;
  const beside = effects.known.filter(
    ({ class: kind, resource, via }) => resource === 'database' && kind.startsWith('write') && isAt(via, effect),
  );
  return updating.test(inside.label) && beside.length > 0;
}

/** The model names a value for which it is done, such as `status: 'deleted'`. */
function saysSo({ mode }: Effect): boolean {
  return mode !== undefined && !mode.values.includes('*');
}

function isAt(via: Effect['via'], other: Effect): boolean {
  const [here, there] = [via.at(-1), other.via.at(-1)];
  return here?.file === there?.file && here?.span.start === there?.span.start;
}

/** Names of tools that end what another one began, and that can begin it again. */
const undoing =
  /(?:^|[_.-])(?:un(?:assign|attach|block|bookmark|follow|group|like|link|mark|match|mute|pin|star|subscribe|tag|watch)|detach|disconnect|dissociate)(?=$|[_.-])|^(?:un(?:assign|attach|block|bookmark|follow|group|like|link|mark|match|mute|pin|star|subscribe|tag|watch)|detach|disconnect|dissociate)(?=[A-Z])/;
/** Functions that bring rows up to date, which includes those that are there no more. */
const updating = /^_?(?:update|upsert|create|save|set|edit|patch|sync|modify|replace|assign)(?=$|[A-Z_])/;
