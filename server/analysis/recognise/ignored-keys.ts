/** Parameters that ask for a key with which nothing is done. */
import { isKeyParameter, type InputParameter, type Tool } from '../../../rules/kit/index.js';
import { inputsOf } from '../trace/inputs-of.js';
import type { Deciding } from '../trace/modes.js';
import type { TracedEffect } from '../trace/traced.js';

/** `decisions`: parameters that the code tests. What holds a repetition back may well do so by the key. */
export function ignoredKeys(
  inputs: readonly InputParameter[],
  effects: readonly TracedEffect[],
  complete: boolean,
  decisions: Deciding,
): Pick<Tool, 'ignoredKeys'> {
  const asked = complete ? inputs.filter(isKeyParameter) : [];
  if (asked.length === 0 || effects.some((effect) => effect.idempotentBy !== undefined || effect.refusedBy !== undefined)) return {};
  const used = new Set([...decisions.keys(), ...effects.flatMap((effect) => [...inputsOf(effect), ...keyInput(effect)])]);
  const ignored = used.has('') ? [] : asked.filter(({ name }) => ![...used].some((path) => path.split('.', 1)[0] === name));
  return ignored.length === 0 ? {} : { ignoredKeys: ignored.map(({ name }) => name) };
}

function keyInput({ key }: TracedEffect): readonly string[] {
  return key.input === undefined ? [] : [key.input];
}
