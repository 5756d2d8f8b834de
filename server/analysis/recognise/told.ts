/** From what the walk found to what rules see of it. */
import { isIncidental, type Effect, type Key, type Place, type Tool } from '../../../rules/kit/index.js';
import { rankedCandidates } from '../trace/candidates.js';
import type { Env } from '../trace/env.js';
import { identityOf, wordsOf } from '../trace/identity.js';
import { inputsOf } from '../trace/inputs-of.js';
import { bySchema, withReaches } from '../trace/reaches.js';
import { answered, type TracedEffect } from '../trace/traced.js';
import { atOneTime, fromModel } from '../trace/some-part.js';
import { verbClass, withoutVendor } from '../trace/verbs.js';
import { originalOf, type FunctionValue, type Value } from '../trace/value.js';
import type { Definition } from './definition.js';
import { isAround } from './preparing.js';
import { withFailureClass } from './python/failure-class.js';
import type { ToolContext } from './tools.js';
import { isUnique } from './uniqueness.js';

/** What has a name, and perhaps a framework: a tool, or a workflow. */
type Declared = Pick<Definition, 'name'> & Partial<Pick<Definition, 'framework'>>;

/** What rules see of an effect: without the values, and each way once. */
export function told(
  context: ToolContext,
  { name, framework }: Declared,
  effects: readonly TracedEffect[],
  inputs: Tool['inputs'],
  fn: FunctionValue | undefined,
): Tool['effects']['known'] {
  return atOneTime(() => toldOnce(context, { name, framework }, effects, inputs, fn));
}

function toldOnce(
  context: ToolContext,
  { name, framework }: Declared,
  effects: readonly TracedEffect[],
  inputs: Tool['inputs'],
  fn: FunctionValue | undefined,
): Tool['effects']['known'] {
  const handler = fn === undefined ? undefined : placeOf(fn);
  const seen = new Map<string, number>();
  const result: Effect[] = [];
  const plainName = withoutVendor(name);
  for (const found of effects) {
    const effect = withDeadline(context, assured(answered(found, plainName), name));
    const { keeper } = effect;
    if (keeper !== undefined && fn !== undefined && !outlives(keeper, fn.env)) continue;
    const prepared = isAround(effect, effects, name) ? { prepares: true } : {};
    // What counts is not hidden by the same thing done for the log.
    const key = `${prepared.prepares === true || isIncidental(effect)} ${wayOf(effect)}`;
    const reaches = bySchema(effect.reaches ?? [], inputs);
    const before = seen.get(key);
    const earlier = before === undefined ? undefined : result[before]!;
    // What is done whichever class it is, is not hidden by the same thing done by some of them.
    if (earlier !== undefined && (earlier.sometimes !== true || effect.sometimes === true)) {
      result[before!] = hiddenAgain(withReaches(earlier, reaches), effect);
      continue;
    }
    const {
      mayAsk: _mayAsk,
      aside: _aside,
      afterFailure: _afterFailure,
      lapsed: _lapsed,
      needs: _needs,
      subject: _subject,
      target: _target,
      content: _content,
      frames,
      side: _side,
      hiddenIn,
      reaches: _reaches,
      rewritten: _rewritten,
      held: _held,
      columns: _columns,
      candidates,
      keeper: _keeper,
      waits: _waits,
      ...plain
    } = effect;
    const place = before ?? result.length;
    seen.set(key, place);
    const answers =
      hiddenIn !== undefined && handler !== undefined && hiddenIn.file === handler.file && hiddenIn.span.start === handler.span.start;
    const one: Effect = {
      ...plain,
      key: withFresh(context, plain.key),
      keyCandidates: rankedCandidates(candidates, inputs, effect.api),
      ...(effect.keySlot === undefined || frames.length !== effect.via.length ? {} : { through: frames }),
      ...(effect.class === 'read' ? { inputs: [] } : aboutOf(context, effect)),
      ...(effect.resource === 'database' ? receiverOf(context, effect) : {}),
      ...prepared,
      ...(reaches.length === 0 ? {} : { reaches }),
      ...(plain.swallowedBy === undefined
        ? {}
        : { swallowedBy: withFailureClass(context.tracer, framework, { ...plain.swallowedBy, ...(answers ? { answers } : {}) }) }),
    };
    result[place] = earlier === undefined ? one : withReaches(one, earlier.reaches ?? []);
  }
  return result;
}

/** One way on which a failure is hidden further out as well is enough. */
function hiddenAgain(effect: Effect, { swallowedBy }: TracedEffect): Effect {
  const isAgain = swallowedBy?.again === true && effect.swallowedBy !== undefined;
  return isAgain ? { ...effect, swallowedBy: { ...effect.swallowedBy!, again: true } } : effect;
}

/** Steps that may be taken to tell whether a call gives up in time. */
const waitingSteps = 2_000;

function withDeadline({ tracer }: ToolContext, effect: TracedEffect): TracedEffect {
  const { waits } = effect;
  const endless = waits === undefined ? undefined : tracer.aside(waitingSteps, () => waits(tracer)).value;
  return endless === undefined ? effect : { ...effect, endless };
}

/** Functions between a tool and what it is for. */
const nearby = 3;

/** A tool that is named for it, and asks for it itself, or nearly, with what the model passed, is for that, whichever class does it. */
function assured(effect: TracedEffect, name: string): TracedEffect {
  if (effect.sometimes !== true || effect.via.length > nearby || ![effect.subject, ...effect.content].some(isFromModel)) return effect;
  const verb = verbClass(withoutVendor(name));
  const isNamed = verb === effect.class || (verb?.startsWith('write') === true && effect.class.startsWith('write'));
  const { sometimes: _sometimes, ...rest } = effect;
  return isNamed ? rest : effect;
}

function isFromModel(value: Value | undefined): boolean {
  return value !== undefined && fromModel(value);
}

/** What of the call rules ask for that tells data from its bookkeeping. */
function aboutOf(context: ToolContext, effect: TracedEffect): Pick<Effect, 'inputs' | 'words' | 'identity'> {
  const isRow = effect.class === 'write.add' && effect.resource === 'database';
  const identity = !isRow ? undefined : isUnique(context, effect) ? 'unique' : identityOf(effect);
  const callee = context.textOf(effect.file)?.slice(effect.span.start, effect.span.end);
  return { inputs: inputsOf(effect), words: wordsOf(effect, callee), ...(identity === undefined ? {} : { identity }) };
}

function receiverOf({ textOf }: ToolContext, { file, span }: TracedEffect): Pick<Effect, 'receiver'> {
  const callee = textOf(file)?.slice(span.start, span.end) ?? '';
  const dot = callee.lastIndexOf('.');
  return dot < 0 ? {} : { receiver: callee.slice(0, Math.min(dot, longest)).replaceAll(/\s+/g, '') };
}

/** Code beyond this is not kept. */
const longest = 200;

/** What a module keeps, or the execution in which the handler was made, is there at the next call. */
function outlives(keeper: Env, handler: Env): boolean {
  if (keeper.owner.kind === 'module') return true;
  for (let env: Env | undefined = handler; env !== undefined; env = env.parent) {
    if (env === keeper || (env.self?.kind === 'instance' && env.self.madeIn === keeper)) return true;
  }
  return false;
}

function wayOf(effect: TracedEffect): string {
  const { swallowedBy, retriedBy } = effect;
  const way = [swallowedBy?.span.start, retriedBy?.span.start, effect.approvedBy?.span.start];
  const waits = `${effect.endless === undefined ? '' : ' endless'}${effect.step === undefined ? '' : ' step'}`;
  return `${effect.class} ${effect.file}:${effect.span.start} ${effect.detail ?? ''} ${effect.key.level} ${effect.own} ${way.join(' ')}${waits}`;
}

/** A call without arguments, or with plain numbers and strings, makes the same kind of value wherever it stands. */
const movable = /^(?:new )?[\w.$]{1,80}(?:\((?:\d{1,6}|'[^'\\\n]{0,40}'|"[^"\\\n]{0,40}")?\))?$/;

function withFresh(context: ToolContext, key: Key): Key {
  const { because } = key;
  if (key.level !== 'K1' || because === undefined) return key;
  const text = context.textOf(because.file)?.slice(because.span.start, because.span.end);
  return text === undefined || !movable.test(text) ? key : { ...key, fresh: { place: { file: because.file, span: because.span }, text } };
}

/** Where a handler is written. */
export function placeOf(handler: FunctionValue): Place {
  const { fn, env } = originalOf(handler);
  return { file: env.module.file, span: fn.span };
}

/** A key that is made of the value which is supposed for a parameter is no constant. */
export function underSupposition(effect: Effect): Effect {
  return effect.key.level === 'K2' ? { ...effect, key: { ...effect.key, level: 'K4' } } : effect;
}
