/** Classes that answer for a server: which tools there are, and calls of them. */
import type { Framework } from '../../../../rules/kit/index.js';
import type { CallExpression, ClassNode } from '../../syntax/ir.js';
import { externalBase } from '../../trace/instances.js';
import { memberOf } from '../../trace/members.js';
import type { Tracer } from '../../trace/tracer.js';
import { optionsOf, union, type InstanceValue, type Value } from '../../trace/value.js';
import { keyOf } from '../../trace/value-keys.js';
import type { DispatchDraft } from '../draft.js';

const calls = new WeakMap<ClassNode, CallExpression>();

/** Nothing calls what a class says of itself: its name stands for that. */
function callFor(cls: ClassNode): CallExpression {
  let call = calls.get(cls);
  if (call === undefined) {
    const span = cls.nameSpan ?? cls.span;
    const callee = { kind: 'name', span, name: cls.name ?? '' } as const;
    call = { kind: 'call', span: cls.span, callee, args: [], isNew: false, optional: false, argsSpan: span };
    calls.set(cls, call);
  }
  return call;
}

/** What an object whose class stands between a server and its clients answers itself. */
export function middlewareDrafts(
  tracer: Tracer,
  frameworks: ReadonlyMap<string, readonly Framework[]>,
  instance: InstanceValue,
): readonly DispatchDraft[] {
  const base = externalBase(tracer, instance.cls);
  if (base === undefined) return [];
  const { cls, env } = instance.cls;
  const call = callFor(cls);
  return (frameworks.get(base.library) ?? []).flatMap((framework) =>
    (framework.dispatch ?? []).flatMap((dispatch) => {
      const { methods } = dispatch;
      if (methods === undefined || !tracer.libraries.is(base, methods.base)) return [];
      const shared = {
        kind: 'dispatch',
        framework,
        library: base.library,
        call,
        env,
        args: [],
        dispatch,
        receiver: keyOf(instance),
      } as const;
      return (['list', 'invoke'] as const).flatMap((role): DispatchDraft[] => {
        const handler = functionsIn(memberOf(tracer, instance, methods[role]));
        return handler === undefined ? [] : [{ ...shared, role, handler }];
      });
    }),
  );
}

function functionsIn(value: Value): Value | undefined {
  const functions = optionsOf(value).filter(({ kind }) => kind === 'function');
  return functions.length === 0 ? undefined : union(functions);
}
