/** Changes of what the process keeps in memory between calls. */
import { wholeOf } from '../syntax/inner.js';
import type { EffectClass } from '../../../rules/kit/index.js';
import type { AssignExpression, CallExpression, Expression, UnaryExpression } from '../syntax/ir.js';
import type { DirectEffect } from './direct-effect.js';
import type { Env } from './env.js';
import { makesRoom, ownChange, readsBack, rootOf, type Root } from './memory-changes.js';
import { expires, forgets, isBoundedQueue, keepsTimes, watches } from './passing.js';
import { changeOfCall } from './python/changes.js';
import type { Held } from './python/handed-on.js';
import { keptRoots } from './python/roots.js';
import { fromModel, hasFresh, somePart } from './some-part.js';
import type { Lives } from './live.js';
import type { Tracer } from './tracer.js';
import { optionsOf, toldEntries, type Value } from './value.js';
import { verbClass } from './verbs.js';

const methods: Readonly<Record<string, EffectClass>> = {
  push: 'write.add',
  unshift: 'write.add',
  set: 'write.set',
  add: 'write.set',
  delete: 'destroy',
  clear: 'destroy',
  splice: 'destroy',
  pop: 'destroy',
  shift: 'destroy',
};

/** Names of things that are not the tool's data: caches, measurements, connections and their state. */
const bookkeeping =
  /cache|memo|log|metric|stats?$|telemetry|(?<!ac|dis)count|pool|client|conn|socket|session|token|cookie|credential|mtime|auth|promise|timer|timeout|interval|init|ready|loaded|prepared|semaphore|lock|mutex|pending|inflight|in_flight|abort|controller|listener|handler|subscri|server|transport|instance|singleton|last|current|attempt|retr|failures?$|errors?$|limit|queue|warn|seen|visited|^read(?=[A-Z_])[A-Za-z_]{0,20}(?:Files|Paths|Set)$|debug|config$|process|browser|page|context|request|response|tools$/i;

/** Such a name is of something that the program keeps for itself. */
export function isBookkeeping(name: string): boolean {
  return bookkeeping.test(name);
}

/** A connection to such is kept for the program; a set of them that are meant is what a tool was told. */
const parties = /clients?|sessions?|subscri(?:bers?|ptions?|bed)/gi;

function isSet(value: Value): boolean {
  return value.kind === 'object' && value.collection === 'set';
}

/** The effect of an assignment or of a changing call, when its target outlives the call; `undefined` otherwise. */
export function memoryEffect(
  tracer: Tracer,
  expression: AssignExpression | UnaryExpression | CallExpression,
  env: Env,
  lives: Lives,
): DirectEffect | undefined {
  const stated = changeOf(expression, env);
  if (stated === undefined) return undefined;
  const key = keyIn(expression);
  const change =
    stated.class === 'write.set' && key !== undefined && hasFresh(tracer.evaluate(key, env))
      ? { ...stated, class: 'write.add' as const, verb: 'adds to' }
      : stated;
  // Whoever imports a name cannot give it another value, and may change what it holds.
  const written = expression.kind === 'call' ? undefined : change.target;
  const found =
    env.module.language === 'python' && !rebinds(tracer, expression, env)
      ? keptIn(tracer, change.target, env, written, lives)
      : holderOf({ ...rootOf(change.target), env }, written, lives);
  if (found === undefined) return undefined;
  const { root, keeper, held } = found;
  let { passes } = found;
  let begins = false;
  let made = false;
  const ids = expression.kind === 'call' && isSet(tracer.evaluate(change.target, env));
  if (keepsItsOwn(found, env, ids)) return undefined;
  if (expression.kind === 'call') {
    const receiver = tracer.evaluate(change.target, env);
    const isData = (option: Value): boolean => isPythonData(option) || (found.given === true && isPartOfPackage(tracer, option));
    const isChanged = env.module.language === 'python' ? isData : (option: Value): boolean => isChangeable(option, change.class);
    if (!optionsOf(receiver).some(isChanged)) return undefined;
    const stored = change.class === 'write.set' && change.value === undefined ? expression.args[1]?.value : undefined;
    const kept = stored === undefined ? [] : toldEntries(tracer.evaluate(stored, env));
    if (kept.length > 0 && kept.every(isAnswer)) return undefined;
    passes ||= expires(receiver, tracer.arguments(expression, env)) || optionsOf(receiver).some(isBoundedQueue);
  } else if (change.value !== undefined) {
    const value = tracer.evaluate(change.value, env);
    made = !fromModel(value);
    // `invalid[name] = os.getenv(name)` remembers how the program was started.
    if (optionsOf(value).every(isSetting)) return undefined;
    // A client or object that is made once and kept is no data of the tool.
    if (optionsOf(value).every((option) => (isKept(option) && !root.entry) || (isAnswer(option) && !asksWhatIsTold(option))))
      return undefined;
    // `groups[name] = []` makes room for what comes; `items = []` throws away.
    begins = change.target.kind === 'member' && isEmpty(value);
  }
  if (env.owner.kind === 'function') tracer.touchAll(wholeOf(env.module, env.owner));
  passes ||=
    (found.watches === true || (held !== undefined && isWatcher(env.thisValue()))) && !put(tracer, expression, change, env).some(fromModel);
  passes ||= env.owner.kind === 'function' && makesRoom(env.owner.body, keptBy(change.target));
  const name = root.names.join('.');
  return {
    ...(keeper === undefined ? {} : { keeper }),
    ...(held === undefined ? {} : { held }),
    ...(made ? { made: true as const } : {}),
    ...(keeper?.owner.kind === 'module' && !passes ? keptUnder(tracer, expression, change, key, env) : {}),
    class: change.class,
    resource: passes ? 'cache' : 'memory',
    api: `memory: ${name}`,
    certainty: keepsWhatIsTold(tracer, expression, change, env) ? 'certain' : 'probable',
    detail: `${change.verb} \`${name}\``,
    content: [],
    key: { level: 'none' },
    ensures: begins,
    exclusive: false,
    bounded: true,
    relative: change.relative,
    reversible: false,
    openWorld: false,
    callerControlled: false,
  };
}

/** How later calls find it. */
function keptUnder(
  tracer: Tracer,
  expression: Expression,
  change: Change,
  key: Expression | undefined,
  env: Env,
): Pick<DirectEffect, 'keptUnder'> {
  if (change.class === 'destroy' || change.relative) return {};
  const name = key === undefined ? undefined : tracer.evaluate(key, env);
  if (name !== undefined) return fromModel(name) ? { keptUnder: 'given' } : hasFresh(name) ? { keptUnder: 'new' } : {};
  const isAdded = change.class === 'write.add' && expression.kind === 'call';
  return isAdded && put(tracer, expression, change, env).some(fromModel) ? { keptUnder: 'list' } : {};
}

/** What it changes in its own methods is what it saw. */
function isWatcher(self: Value | undefined): boolean {
  return self?.kind === 'instance' && watches(self.cls.cls);
}

/** What is put into memory. */
function put(tracer: Tracer, expression: Expression, { value }: Change, env: Env): readonly Value[] {
  if (value !== undefined) return [tracer.evaluate(value, env)];
  return expression.kind === 'call' ? tracer.arguments(expression, env) : [];
}

/** `items[id] = item` puts something into `items`. */
function keptBy(target: Expression): Expression {
  return target.kind === 'member' && typeof target.property !== 'string' ? target.object : target;
}

/** `kept = store[key]` gives a name another value, and changes nothing of what it had. */
function rebinds(tracer: Tracer, expression: AssignExpression | UnaryExpression | CallExpression, env: Env): boolean {
  if (expression.kind === 'unary') return expression.operand.kind === 'name';
  if (expression.kind !== 'assign' || expression.target.kind !== 'name') return false;
  // `kept += [item]` adds to a list, `count += 1` makes another number.
  return expression.operator === '=' || !optionsOf(tracer.evaluate(expression.target, env)).some(({ kind }) => kind === 'array');
}

/** What holds something, and until when. */
interface Holder {
  readonly root: Pick<Root, 'names' | 'entry'>;
  readonly keeper?: Env;
  readonly held?: Held;
  /** It came in as an argument. */
  readonly given?: true;
  readonly passes: boolean;
  /** It keeps what it saw. */
  readonly watches?: boolean;
}

function holderOf(root: Root & { readonly env: Env }, written: Expression | undefined, { isLocal, isCreated }: Lives): Holder | undefined {
  const { expression, env } = root;
  if (expression.kind === 'this') {
    const self = env.thisValue();
    if (self === undefined || isCreated(self) || self.kind !== 'instance') return undefined;
    if (env.owner.kind === 'class') return undefined;
    return { root, ...(self.madeIn === undefined ? {} : { keeper: self.madeIn }), passes: forgets(self.cls.cls), watches: isWatcher(self) };
  }
  if (expression.kind !== 'name' || expression.binding === undefined) return undefined;
  const { binding } = expression;
  if (binding.kind === 'parameter' || binding.kind === 'loop' || binding.kind === 'catch') return undefined;
  const holder = env.holding(binding);
  if (binding.kind === 'import') return expression === written ? undefined : { root, passes: false };
  if (holder === undefined || isLocal(holder)) return undefined;
  return { root, keeper: holder, passes: keepsTimes(binding) };
}

/** What holds a thing that Python code changes: through names, helpers and parameters. */
function keptIn(tracer: Tracer, target: Expression, env: Env, written: Expression | undefined, lives: Lives): Holder | undefined {
  let held: Holder | undefined;
  for (const root of keptRoots(tracer, target, env)) {
    const { expression } = root;
    const found = holderOf(root, written, lives);
    if (found !== undefined) return { ...found, root: { names: root.names, entry: root.entry || stores.test(root.names[0] ?? '') } };
    const binding = expression.kind === 'name' && expression !== target ? expression.binding : undefined;
    if (binding?.kind !== 'parameter') continue;
    const holder = root.env.holding(binding);
    // What a function was given that made this one is there when this one is called again.
    if (holder !== undefined && !lives.isLocal(holder)) return { root, keeper: holder, given: true, passes: false };
    held ??= { root: { names: root.names, entry: true }, given: true, held: { binding, names: root.names.slice(1) }, passes: false };
  }
  return held;
}

/** What lies in a store is data, whatever it is called there. */
const stores = /^_{0,2}(?:\w{1,40}_)?(?:db|data|database|datastore|storage|store|state|tables?|records?|repo|repository)$/i;
/** Where a handler finds what the program gave to the agent. */
const handed = /^(?:context|deps|dependencies)$/;

/** Nothing that the tool is for: caches, connections and the like. */
function keepsItsOwn({ root, given }: Holder, { module }: Env, ids: boolean): boolean {
  const isOwn = (name: string): boolean => bookkeeping.test(ids ? name.replace(parties, '') : name);
  if (module.language !== 'python') return root.names.some(isOwn);
  // What a parameter is called says little of what it holds.
  const [first, ...rest] = given === true && root.names.length > 1 ? root.names.slice(1) : root.names;
  if (first === undefined || stores.test(first)) return false;
  return given === true && handed.test(first) ? rest.some(isOwn) : isOwn(first) || rest.some(isOwn);
}

/** What the model passes is kept in a list, and that list is part of the answer: no bookkeeping of the program. */
function keepsWhatIsTold(tracer: Tracer, expression: Expression, change: Change, env: Env): boolean {
  if (change.class !== 'write.add' || expression.kind !== 'call' || env.owner.kind !== 'function') return false;
  return tracer.arguments(expression, env).some(fromModel) && readsBack(env.owner.body, change.target);
}

/** A list, map or set; what was read from somewhere and is added to is a list. */
function isChangeable(value: Value, change: EffectClass): boolean {
  if (value.kind === 'array' || (value.kind === 'object' && value.collection !== undefined)) return true;
  return (
    change === 'write.add' && value.kind === 'derived' && somePart(value, (part) => part.kind === 'derived' && part.read !== undefined)
  );
}

/** Data of Python, as far as nothing says that it is something else. */
function isPythonData({ kind }: Value): boolean {
  return kind === 'array' || kind === 'object' || kind === 'unknown' || kind === 'derived';
}

/** What an object of a package holds, of which nobody said what it is: `ctx.state["items"]`. */
function isPartOfPackage({ libraries }: Tracer, value: Value): boolean {
  return value.kind === 'external' && !value.path.endsWith('#') && value.path.includes('#') && libraries.rows(value) === undefined;
}

function isKept(value: Value): boolean {
  const { kind } = value;
  return kind === 'external' || kind === 'instance' || kind === 'function' || kind === 'constant' || isOwnPlace(value);
}

const places = /(?:^|[.#])(?:cwd|dirname|expanduser|homedir|join|normalize|resolve|tmpdir)\(\)$/;

/** The path of something that the program has for itself: where it lies depends on the machine alone. */
function isOwnPlace(value: Value): boolean {
  switch (value.kind) {
    case 'constant':
    case 'environment':
      return true;
    case 'derived':
      return value.read === undefined && value.fresh !== true && places.test(value.operation) && value.from.every(isOwnPlace);
    case 'text':
      return value.parts.every((part) => typeof part === 'string' || isOwnPlace(part));
    case 'union':
      return value.options.every(isOwnPlace);
    default:
      return false;
  }
}

/** What the environment of the program says, in whatever form. */
function isSetting(value: Value): boolean {
  if (value.kind === 'environment') return true;
  return value.kind === 'derived' && value.read === undefined && value.from.length > 0 && value.from.every(isSetting);
}

/** What somebody else answered to a question: kept, it saves asking again. */
function isAnswer(value: Value): boolean {
  if (value.kind === 'external') return value.path.split(/[.#]/).some(asksSomebody);
  if (value.kind !== 'derived') return false;
  if (value.read !== undefined || asksSomebody(value.operation.split('#')[1] ?? '')) return true;
  const [first] = value.from;
  return (value.operation.startsWith('.') || /^(?:JSON\.)?parse(?:\(\))?$/.test(value.operation)) && first !== undefined && isAnswer(first);
}

/** What is kept depends on the model: a project that is chosen, a file that is loaded. */
function asksWhatIsTold(answer: Value): boolean {
  return (
    somePart(answer, (part) => part.kind === 'derived' && part.read !== undefined && fromModel(part.read.subject)) || fromModel(answer)
  );
}

function asksSomebody(call: string): boolean {
  return call.endsWith('()') && verbClass(call.slice(0, -2)) === 'read';
}

function isEmpty(value: Value): boolean {
  return (value.kind === 'array' && value.items.length === 0) || (value.kind === 'object' && value.properties.size === 0 && !value.open);
}

export interface Change {
  readonly target: Expression;
  readonly class: EffectClass;
  readonly relative: boolean;
  readonly verb: string;
  readonly value?: Expression;
}

function changeOf(expression: AssignExpression | UnaryExpression | CallExpression, env: Env): Change | undefined {
  switch (expression.kind) {
    case 'assign':
      if (expression.operator === '??=' || expression.operator === '||=') return undefined;
      if (expression.target.kind !== 'name' && expression.target.kind !== 'member') return undefined;
      return expression.operator === '='
        ? { target: expression.target, ...assigned(expression.target, expression.value), value: expression.value }
        : { target: expression.target, class: 'write.add', relative: true, verb: 'changes' };
    case 'unary':
      if (expression.operator === 'delete') return { target: expression.operand, class: 'destroy', relative: false, verb: 'removes from' };
      if (expression.operator.includes('++') || expression.operator.includes('--'))
        return { target: expression.operand, class: 'write.add', relative: true, verb: 'counts' };
      return undefined;
    case 'call': {
      if (env.module.language === 'python') return changeOfCall(expression);
      if (expression.callee.kind !== 'member' || typeof expression.callee.property !== 'string') return undefined;
      const found = methods[expression.callee.property];
      return found === undefined
        ? undefined
        : {
            target: expression.callee.object,
            class: found,
            relative: false,
            verb: found === 'write.add' ? 'adds to' : found === 'destroy' ? 'removes from' : 'sets an entry of',
          };
    }
  }
}

/** The name under which an entry is put. */
function keyIn(expression: AssignExpression | UnaryExpression | CallExpression): Expression | undefined {
  if (expression.kind === 'call')
    return expression.callee.kind === 'member' && expression.callee.property === 'set' ? expression.args[0]?.value : undefined;
  if (expression.kind !== 'assign' || expression.target.kind !== 'member') return undefined;
  return typeof expression.target.property === 'string' ? undefined : expression.target.property;
}

function assigned(target: Expression, value: Expression): Pick<Change, 'class' | 'relative' | 'verb'> {
  const own = ownChange(target, value);
  if (own === undefined) return { class: 'write.set', relative: false, verb: 'sets' };
  return {
    ...own,
    verb: own.class === 'destroy' ? 'removes from' : own.relative ? 'changes' : own.class === 'write.add' ? 'adds to' : 'sets',
  };
}
