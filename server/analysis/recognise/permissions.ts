/** Approval by lists of names on the call that runs an agent: one answer for each server that it is given. */
import type { Gate, Permissions } from '../../../rules/kit/index.js';
import { argumentOf } from '../trace/invoke.js';
import type { Tracer } from '../trace/tracer.js';
import { optionsOf, stringOf, undefinedValue, type Value } from '../trace/value.js';
import type { GateTable } from './gates.js';

/** What the lists say of the tools of one server. Nothing said means that the program that runs the agent decides. */
export function permissionTable(tracer: Tracer, permissions: Permissions, args: readonly Value[], server: string): GateTable {
  const at = (access: typeof permissions.mode): Value | undefined => (access === undefined ? undefined : argumentOf(tracer, access, args));
  const mode = stringOf(at(permissions.mode));
  const forAll = mode === undefined ? undefined : permissions.modes?.[mode];
  const asks = optionsOf(at(permissions.asks) ?? undefinedValue).some((option) => option.kind !== 'constant');
  const others: Gate['kind'] = forAll ?? (asks ? 'conditional' : 'host');
  const named = new Map<string, Gate['kind']>();
  let rest = others;
  const say = (list: Value | undefined, kind: Gate['kind']): void => {
    for (const tool of toolsIn(list, permissions.name, server)) {
      if (tool === '*') {
        rest = kind;
        named.clear();
      } else named.set(tool, kind);
    }
  };
  if (forAll !== 'none') say(at(permissions.allowed), 'none');
  say(at(permissions.denied), 'always');
  return { named, others: rest, overrides: true };
}

/** Names of tools of a server in a list; `*` for all of them. */
function toolsIn(list: Value | undefined, form: string, server: string): readonly string[] {
  const start = form.replace('{server}', server).replace('{tool}', '');
  const items = optionsOf(list ?? undefinedValue).flatMap((option) => (option.kind === 'array' ? option.items.flatMap(optionsOf) : []));
  return items.flatMap((item) => {
    const name = stringOf(item);
    if (name === undefined) return [];
    if (start.startsWith(name) && start.length - name.length <= 2) return ['*'];
    return name.startsWith(start) ? [name.slice(start.length)] : [];
  });
}
