/** What a value says about approval. */
import type { Confirmation, Gate } from '../../../rules/kit/index.js';
import type { Tracer } from '../trace/tracer.js';
import { optionsOf, stringOf, type Value } from '../trace/value.js';

/** Approval by tool name. */
export interface GateTable {
  readonly named: ReadonlyMap<string, Gate['kind']>;
  /** For all other tools. */
  readonly others?: Gate['kind'];
  /** What it says holds even where the program would ask otherwise. */
  readonly overrides?: true;
}

/** `open`: words that let a tool run by itself. */
export function gateKind(value: Value, open: readonly string[]): Gate['kind'] {
  const kinds = optionsOf(value).map((option): Gate['kind'] => {
    if (option.kind === 'constant') {
      if (option.value === true) return 'always';
      if (typeof option.value === 'string') return open.includes(option.value) ? 'none' : 'always';
      return 'none';
    }
    if (option.kind === 'object') {
      // The decision may still depend on the call.
      if (option.properties.has('when')) return 'conditional';
      if (['allowedDecisions', 'allowed_decisions', 'allow_accept'].some((key) => option.properties.has(key))) return 'always';
      const type = stringOf(option.properties.get('type')?.value() ?? option.properties.get('status')?.value());
      return type === undefined ? 'conditional' : open.includes(type) ? 'none' : 'always';
    }
    return 'conditional';
  });
  return combined(kinds);
}

/** One answer for all, or it depends. */
export function combined(kinds: readonly Gate['kind'][]): Gate['kind'] {
  return kinds.every((kind) => kind === kinds[0]) ? (kinds[0] ?? 'none') : 'conditional';
}

/** What a thing of a package does that is there to ask. */
export function confirmationOf(tracer: Tracer, by: Value, { always, never }: Confirmation): Gate['kind'] {
  return combined(
    optionsOf(by).map((option) => {
      const is = (name: string): boolean =>
        option.kind === 'external' && tracer.libraries.is({ ...option, path: option.path.replace(/(?:#|\(\))$/, '') }, name);
      return always.some(is) ? 'always' : never.some(is) ? 'none' : 'conditional';
    }),
  );
}

/** A map from names to approvals, or one approval for all tools. */
export function gateTable(value: Value, open: readonly string[]): GateTable {
  if (value.kind !== 'object') return { named: new Map(), others: gateKind(value, open) };
  const named = [...value.properties].map(([name, property]) => [name, gateKind(property.value(), open)] as const);
  return { named: new Map(named) };
}

/** Lists of names: those that are asked for, and those that are not. */
export function listedTable(asked: readonly Value[], free: readonly Value[]): GateTable | undefined {
  if (asked.length + free.length === 0) return undefined;
  const say = (kind: Gate['kind'], lists: readonly Value[]) =>
    lists.flatMap((list) => (list.kind === 'array' ? list.items.flatMap((item) => [[stringOf(item) ?? '', kind] as const]) : []));
  return { named: new Map([...say('none', free), ...say('always', asked)]) };
}

/** A list of names of tools that run by themselves: all others ask. */
export function freeTable(value: Value): GateTable {
  const items = value.kind === 'array' ? value.items.map(stringOf) : [];
  const known = value.kind === 'array' && value.rest === undefined && items.every((item) => item !== undefined);
  return {
    named: new Map(items.flatMap((name) => (name === undefined ? [] : [[name, 'none'] as const]))),
    others: known ? 'always' : 'conditional',
  };
}

const asked: Value = { kind: 'input', path: '', role: 'input' };

/** Whether what a function returns holds a property that asks the user. */
export function confirmation(tracer: Tracer, by: Value, field: string): Gate['kind'] {
  const kinds = optionsOf(by).flatMap((fn): Gate['kind'][] => {
    if (fn.kind !== 'function') return ['conditional'];
    return optionsOf(tracer.callFunction(fn, [asked, asked])).map((answer) => {
      if (answer.kind === 'object') return answer.properties.has(field) ? 'always' : answer.open ? 'conditional' : 'none';
      return answer.kind === 'constant' ? 'none' : 'conditional';
    });
  });
  return combined(kinds);
}
