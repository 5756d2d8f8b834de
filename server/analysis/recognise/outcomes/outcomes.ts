/** What becomes of what each effect does and answers, on the way to the handler. */
import { changes, type Effect, type Tool } from '../../../../rules/kit/index.js';
import type { FunctionValue } from '../../trace/value.js';
import type { Definition } from '../definition.js';
import { handlerArguments } from '../handler-arguments.js';
import type { ToolContext } from '../tools.js';
import { answersOf } from './answers.js';
import { fabricatedOf, type Written } from './fabricated.js';
import { floatingOf } from './floating.js';
import { formlessOf } from './formless.js';
import { hushedOf } from './hushed.js';
import { ignoredOf } from './ignored.js';
import { noticedOf } from './noticed.js';
import type { Asked } from './steps.js';
import { unflaggedOf } from './unflagged.js';
import { unlimitedOf } from './unlimited.js';
import { unreadOf } from './unread.js';

/** Effects that change something, with where nobody waits for them, and where nobody looks whether they failed. */
export function withOutcomes(within: ToolContext, name: string, effects: readonly Effect[]): readonly Effect[] {
  const context: Asked = { ...within, seats: new Map() };
  return effects.map((before) => {
    const swallowedBy = noticedOf(context, before, name);
    const effect = swallowedBy === undefined ? before : { ...before, swallowedBy };
    if (!changes(effect) || effect.resource === 'memory') return effect;
    const floating = floatingOf(context, effect);
    const ignored = ignoredOf(context, effect);
    const unread = effect.class === 'destroy' || effect.class === 'external' ? unreadOf(context, effect) : undefined;
    const hushed = hushedOf(context, effect);
    return {
      ...effect,
      ...(hushed === undefined ? {} : { hushed }),
      ...(floating === undefined ? {} : { floating }),
      ...(ignored === undefined ? {} : { ignored }),
      ...(unread === undefined ? {} : { unread }),
    };
  });
}

/** What a tool answers when something failed, or is missing: without the flag of its protocol, or made up. What tests do is theirs. */
export function answersTold(
  within: ToolContext,
  definition: Definition,
  handlers: readonly FunctionValue[],
  effects: readonly Effect[],
  inputs: Tool['inputs'],
): Pick<Tool, 'unflagged' | 'fabricated' | 'outputs' | 'formless' | 'unlimited'> {
  if (within.inTests(definition.at.file)) return {};
  const context: Asked = { ...within, seats: new Map() };
  const { tracer, major } = context;
  const answers = handlers.flatMap((fn) => answersOf(tracer, fn, handlerArguments(tracer, major, definition, fn)));
  const written = [...handlers, ...answers.flatMap(({ through }) => through.map(({ fn }) => fn))].map(
    ({ fn, env: { module } }): Written => ({ fn, module }),
  );
  return {
    ...unflaggedOf(context, definition, answers),
    ...fabricatedOf(context, effects, written),
    ...formlessOf(context, definition, answers),
    ...unlimitedOf(context, effects, inputs),
  };
}
