/** Loops: one environment for each item that is known. */
import type { FunctionNode, LoopStatement, Module } from '../syntax/ir.js';
import { isRetryLoop } from './attempts.js';
import { gathered } from './gathered.js';
import { Env } from './env.js';
import { inputItem, itemOf, openItem, walkPath } from './members.js';
import { itemsOf as pythonItems } from './python/items.js';
import { looseKeyOf } from './looser.js';
import type { Tracer } from './tracer.js';
import { maxItems } from './limits.js';
import { array, constant, derived, optionsOf, partOf, union, unknown, unnamedEntries, type Value } from './value.js';
import { keyOf, placedKeyOf } from './value-keys.js';

/** One environment for each item that a loop runs over. */
export function iterations(tracer: Tracer, loop: LoopStatement, env: Env): readonly Env[] {
  if (loop.form !== 'of' && loop.form !== 'in') return [iteration(tracer, loop, env, undefined)];
  const run = (item: Value): Env => iteration(tracer, loop, env, item);
  const found = items(tracer, loop, env);
  const envs = tracer.gathers ? gathered(tracer, loop, found, run) : found.map(run);
  tracer.spend(envs.length);
  forgetOthers(env.iterations.get(loop), envs);
  return envs;
}

/** Items that edits have changed leave iterations behind that nobody asks for again. */
function forgetOthers(table: Map<string, Env> | undefined, envs: readonly Env[]): void {
  if (table === undefined || table.size <= 2 * envs.length + 16) return;
  const current = new Set(envs);
  for (const [key, env] of table) if (!current.has(env)) table.delete(key);
}

function items(tracer: Tracer, loop: LoopStatement, env: Env): readonly Value[] {
  const iterable = loop.iterable === undefined ? unknown('loop') : tracer.evaluate(loop.iterable, env);
  if (env.module.language === 'python') {
    const [counter] = loop.bindings;
    if (counter !== undefined && isRetryLoop(loop)) return [{ ...derived('attempt', [], tracer.place(counter.span, env)), fresh: true }];
    return fewer(
      tracer,
      optionsOf(iterable).flatMap((option) => {
        const { items, rest } = pythonItems(tracer, option);
        if (items.length > maxItems) tracer.exhausted = true;
        const known = items.slice(0, maxItems).flatMap(alternatives);
        return rest === undefined ? known : [...known, ...alternatives(itemOfPackage(tracer, option) ?? rest)];
      }),
    );
  }
  return fewer(
    tracer,
    optionsOf(iterable).flatMap((option) => itemsOf(tracer, option, loop.form === 'in')),
  );
}

const manyItems = 8;
const stepsForItem = 4;

/** Of many items, those that code can tell apart: a loop that runs once for each way in which data came about runs no more than that. */
function fewer(tracer: Tracer, items: readonly Value[]): readonly Value[] {
  if (items.length <= manyItems) return items;
  // Telling them apart takes longer than looking at one expression.
  tracer.spend(items.length * stepsForItem);
  const found = new Map<string, Value>();
  const data: Value[] = [];
  for (const item of items) {
    if (item.kind === 'derived' && item.fresh !== true) data.push(item);
    else {
      const key =
        item.kind === 'array' || item.kind === 'object' || item.kind === 'text' ? looseKeyOf(tracer.looser.of(item)) : keyOf(item);
      if (!found.has(key)) found.set(key, item);
    }
  }
  return data.length < 2 ? [...found.values(), ...data] : [...found.values(), derived('item', data.slice(0, manySources))];
}

const manySources = 24;

function iteration(tracer: Tracer, loop: LoopStatement, env: Env, item: Value | undefined): Env {
  let table = env.iterations.get(loop);
  if (table === undefined) env.iterations.set(loop, (table = new Map()));
  const key = item === undefined ? '' : placedKeyOf(item);
  let inner = table.get(key);
  if (inner === undefined) {
    inner = new Env(loop, env.module, env, undefined, undefined, item === undefined ? undefined : [item]);
    if (item !== undefined) {
      for (const binding of loop.bindings) {
        const path = binding.source?.kind === 'loop' ? binding.source.path : [];
        inner.bind(binding, walkPath(tracer, item, path));
      }
    }
    table.set(key, inner);
  }
  return inner;
}

export function looseLoop(tracer: Tracer, loop: LoopStatement, env: Env): Env | undefined {
  for (let at: Env | undefined = env; at !== undefined; at = at.parent) {
    if (at.owner === loop.outer) {
      const item = union(items(tracer, loop, at));
      return iteration(tracer, loop, at, item);
    }
  }
  return undefined;
}

/** One thing of several is each of them in turn, so that what is read of it belongs together: its name and what it does. */
function alternatives(item: Value): readonly Value[] {
  const options = optionsOf(item);
  const things = options.filter(isThing);
  if (things.length < 2) return [item];
  return things.length === options.length ? things : [...things, union(options.filter((option) => !isThing(option)))];
}

function isThing({ kind }: Value): boolean {
  return kind === 'object' || kind === 'instance';
}

function itemOfPackage(tracer: Tracer, value: Value): Value | undefined {
  return value.kind === 'external' ? itemOf(tracer, value) : undefined;
}

/** What a loop over a value gives, one by one. */
function itemsOf(tracer: Tracer, value: Value, keys: boolean): readonly Value[] {
  switch (value.kind) {
    case 'array': {
      if (keys) return [...value.items.map((_, i) => constant(String(i))), ...(value.rest === undefined ? [] : [value.rest])];
      if (value.items.length > maxItems) tracer.exhausted = true;
      return [...value.items.slice(0, maxItems), ...(value.rest === undefined ? [] : [value.rest])].flatMap(alternatives);
    }
    case 'object': {
      if (keys) return [...value.properties].map(([key, property]) => constant(key, property.keyAt));
      if (value.collection === 'set') return [...[...value.properties.values()].map((property) => property.value()), ...value.others];
      const entries = [...value.properties].map(([key, property]) => array([constant(key, property.keyAt), property.value()]));
      return value.collection === 'map' ? [...entries, ...unnamedEntries(value)] : entries;
    }
    case 'input':
      return [inputItem(value)];
    case 'constant':
      return typeof value.value === 'string' ? [derived('item', [value])] : [];
    case 'external':
      return [(keys ? undefined : (itemOf(tracer, value) ?? openItem(tracer, value))) ?? derived('item', [value])];
    case 'unknown':
      return [value.type?.node.kind === 'array' ? unknown('item', { node: value.type.node.item, env: value.type.env }) : unknown('item')];
    default:
      return [partOf('item', value)];
  }
}

/** An environment for code inside `holder` that is entered from nowhere in particular. */
export function within(tracer: Tracer, target: FunctionNode | Module, holder: Env): Env | undefined {
  if (target === holder.owner || target.kind === 'module') return holder;
  // A variable of a loop is written in the loop, which belongs to the function that is running.
  for (let { owner }: Pick<Env, 'owner'> = holder; owner.kind === 'loop';) {
    owner = owner.outer;
    if (owner === target) return holder;
  }
  const path: (FunctionNode | LoopStatement)[] = [];
  for (let node: Env['owner'] = target; node !== holder.owner;) {
    if (node.kind === 'module') return undefined;
    if (node.kind !== 'class') path.unshift(node);
    node = node.outer;
  }
  let env: Env = holder;
  for (const node of path)
    env =
      node.kind === 'loop' ? (iterations(tracer, node, env)[0] ?? env) : tracer.activation(tracer.functionValue(node, env), undefined).env;
  return env;
}
