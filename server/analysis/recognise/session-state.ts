/** What a tool finds by the id of a session of the protocol, which clients of its newest version have none of. */
import { isIncidental, type SessionState, type Tool } from '../../../rules/kit/index.js';
import { isHeard } from '../heard.js';
import type { Expression, FunctionNode } from '../syntax/ir.js';
import { lastName } from '../syntax/last-name.js';
import type { Activation, Env } from '../trace/env.js';
import { WalkObserver } from '../trace/observe.js';
import { eachInBody } from '../trace/parts.js';
import { someOwnPart } from '../trace/some-part.js';
import type { TracedEffect } from '../trace/traced.js';
import type { FunctionValue, Value } from '../trace/value.js';
import type { EffectWalk } from '../trace/walk.js';
import type { Definition } from './definition.js';
import { handlerArguments } from './handler-arguments.js';
import type { ToolContext } from './tools.js';

/** Expressions that may be looked at to walk a handler again. */
const maxSteps = 60_000;
const maxFound = 10;

/** Places where something is kept, or found again, by the session; only where somebody hears of it. */
export function sessionStateOf(
  context: ToolContext,
  definition: Definition,
  handlers: readonly FunctionValue[],
  effects: readonly TracedEffect[],
  walkOf: WalkOf,
): Pick<Tool, 'sessionState'> {
  const { framework } = definition;
  if (framework.sessions === undefined || !isHeard(context.settings, 'resumption/mcp-session-state')) return {};
  if (context.inTests(definition.at.file)) return {};
  const isSession = sessionTest(framework.sessions, definition.library);
  const found = [...inMemory(context, definition, handlers, isSession, walkOf), ...inStores(effects, isSession)];
  const gone = isGone(context, definition) ? { gone: true as const } : {};
  return found.length === 0
    ? {}
    : {
        sessionState: distinct(found)
          .slice(0, maxFound)
          .map((one) => ({ ...one, ...gone })),
      };
}

type Test = (value: Value) => boolean;
type WalkOf = (observer: WalkObserver) => EffectWalk;

const header = /^mcp[-_]session[-_]id$/i;

/** The id of a session, the object that stands for it, or the header that carries it. */
function sessionTest(sessions: readonly string[], library: string): Test {
  const paths = new Set(sessions);
  const isOne = (part: Value): boolean => {
    if (part.kind === 'constant') return typeof part.value === 'string' && header.test(part.value);
    if (part.kind !== 'external') return false;
    if ((part.library === library && paths.has(part.path)) || header.test(part.path.slice(part.path.lastIndexOf('.') + 1))) return true;
    return part.args?.some((arg) => arg.kind === 'constant' && isOne(arg)) === true;
  };
  return (value) => someOwnPart(value, isAnswer, isOne);
}

/** What was found by it is something else. */
function isAnswer(part: Value): boolean {
  return part.kind === 'derived' && (part.told === true || part.read !== undefined);
}

/** Version 2 of the SDKs speaks the protocol that has no sessions. In Python its class has another name. */
function isGone({ tracer }: ToolContext, { library, at }: Definition): boolean {
  if (library === '@modelcontextprotocol/server') return true;
  return library === 'py:mcp' && tracer.program.moduleOf(at.file)?.mentions.has('MCPServer') === true;
}

/** Collects the executions that a walk enters. */
class Entering extends WalkObserver {
  readonly entered = new Map<Env, FunctionNode>();

  override runs(run: object): void {
    const { env } = run as Activation;
    if (env.owner.kind === 'function') this.entered.set(env, env.owner);
  }
}

function inMemory(
  { tracer, major }: ToolContext,
  definition: Definition,
  handlers: readonly FunctionValue[],
  isSession: Test,
  walkOf: WalkOf,
): readonly SessionState[] {
  const observer = new Entering();
  const walk = walkOf(observer);
  const found: SessionState[] = [];
  tracer.aside(maxSteps, () => {
    for (const fn of handlers) walk.summaryOf(fn, handlerArguments(tracer, major, definition, fn));
    const owners: ReadonlySet<object> = new Set(observer.entered.values());
    for (const [env, { body }] of observer.entered) {
      eachInBody(
        body,
        (part) => {
          const use = useIn(part);
          if (
            use === undefined ||
            use.key.kind === 'literal' ||
            !isKept(use.store, owners) ||
            !isSession(tracer.evaluate(named(use.key), env))
          )
            return;
          found.push({ ...tracer.place(use.key.span, env), label: lastName(use.store)! });
        },
        false,
      );
    }
  });
  return found;
}

interface Use {
  readonly store: Expression;
  readonly key: Expression;
}

const keyed: ReadonlySet<string> = new Set(['get', 'set', 'has', 'delete', 'add', 'pop', 'setdefault']);

/** `states.get(id)`, `states[id]`, `id in states` */
function useIn(part: Expression): Use | undefined {
  if (part.kind === 'member') return typeof part.property === 'string' ? undefined : { store: part.object, key: part.property };
  if (part.kind === 'binary') return part.operator === 'in' ? { store: part.right, key: part.left } : undefined;
  if (part.kind !== 'call' || part.callee.kind !== 'member' || !keyed.has(String(part.callee.property))) return undefined;
  const [first] = part.args;
  return first === undefined || first.spread ? undefined : { store: part.callee.object, key: first.value };
}

/** `id(ctx.session)` stands for the object. */
function named(key: Expression): Expression {
  const stands = key.kind === 'call' && key.callee.kind === 'name' && key.callee.name === 'id' && key.args.length === 1;
  return stands ? key.args[0]!.value : key;
}

/** What belongs to a connection that is open: how answers go back, what ends with it, and what is counted of it. */
const ofConnection =
  /transport|server|client|connection|stream|socket|respon|request|header|abort|controller|timer|timeout|interval|subscri|listener|emitter|limit|metric|log|span|trace|telemetry|lock|mutex|queue|params|environ/i;

/** It outlives the call, and is none of what a connection has. */
function isKept(store: Expression, owners: ReadonlySet<object>): boolean {
  const name = lastName(store);
  if (name === undefined || ofConnection.test(name)) return false;
  let root = store;
  while (root.kind === 'member') root = root.object;
  if (root.kind !== 'name' || root.binding === undefined) return true;
  return root.binding.kind === 'parameter' || !owners.has(root.binding.owner);
}

const stores: ReadonlySet<TracedEffect['resource']> = new Set(['database', 'filesystem', 'object-store']);

/** What is asked of a store, or put there, by the session. Its id among other values of a row is only noted. */
function inStores(effects: readonly TracedEffect[], isSession: Test): readonly SessionState[] {
  return effects.flatMap((effect) => {
    const { subject, content, class: kind, resource, file, span, api } = effect;
    if (!stores.has(resource) || isIncidental(effect)) return [];
    const keys = kind === 'read' ? [subject, ...content] : [subject];
    return keys.some((value) => value !== undefined && isSession(value)) ? [{ file, span, label: api.slice(api.indexOf(': ') + 2) }] : [];
  });
}

function distinct(found: readonly SessionState[]): readonly SessionState[] {
  const seen = new Set<string>();
  return found.filter(({ label }) => !seen.has(label) && seen.add(label));
}
