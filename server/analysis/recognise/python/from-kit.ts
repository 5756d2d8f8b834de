/** Classes that hold several tools: their own methods, handed to the package's class or named in a list. */
import { classEnv, baseArguments } from '../../trace/instances.js';
import { argumentOf } from '../../trace/invoke.js';
import { memberOf } from '../../trace/members.js';
import { eachInBody } from '../../trace/parts.js';
import type { Tracer } from '../../trace/tracer.js';
import { constant, optionsOf, stringOf, undefinedValue, type FunctionValue, type Value } from '../../trace/value.js';
import type { Collected } from '../definition.js';
import type { KitDraft } from '../draft.js';

/** The tools of a toolkit. */
export function fromKit(tracer: Tracer, draft: KitDraft, into: Collected): void {
  const { instance, form, framework, library } = draft;
  const { cls, env } = instance.cls;
  const given = baseArguments(tracer, instance) ?? [];
  const asked = new Set((form.asked ?? []).flatMap((access) => itemsOf(argumentOf(tracer, access, given)).map(stringOf)));
  const found = new Map<FunctionValue['fn'], FunctionValue>();
  for (const fn of [...listed(tracer, draft, given), ...added(tracer, draft), ...named(tracer, draft)]) found.set(fn.fn, fn);
  for (const [node, handler] of found) {
    if (node.name === undefined) continue;
    const { file } = handler.env.module;
    into.definitions.push({
      framework,
      library,
      name: node.name,
      nameAt: { file, span: node.nameSpan ?? node.span },
      at: { file, span: node.span },
      // An agent is given the whole kit.
      made: tracer.place(cls.span, env),
      gateSlots: {},
      handler,
      ...(asked.has(node.name) ? { gate: constant(true) } : {}),
    });
  }
}

function itemsOf(value: Value | undefined): readonly Value[] {
  return optionsOf(value ?? undefinedValue).flatMap((option) => (option.kind === 'array' ? option.items.flatMap(optionsOf) : []));
}

function listed(tracer: Tracer, { form }: KitDraft, given: readonly Value[]): readonly FunctionValue[] {
  return form.tools === undefined ? [] : itemsOf(argumentOf(tracer, form.tools, given)).filter((item) => item.kind === 'function');
}

/** `self.register(self.send)` */
function added(tracer: Tracer, { form, instance }: KitDraft): readonly FunctionValue[] {
  const own = instance.cls.cls.members.find(({ kind }) => kind === 'constructor')?.value;
  if (form.adds === undefined || own?.kind !== 'function') return [];
  const { env } = tracer.activation(tracer.functionValue(own, classEnv(instance, instance.cls)), instance.args);
  const found: FunctionValue[] = [];
  eachInBody(own.body, (part) => {
    if (part.kind !== 'call' || part.callee.kind !== 'member' || part.callee.property !== form.adds) return;
    if (part.callee.object.kind !== 'this' || part.args[0] === undefined) return;
    for (const option of optionsOf(tracer.evaluate(part.args[0].value, env))) if (option.kind === 'function') found.push(option);
  });
  return found;
}

/** `spec_functions = ["search", ("load", "aload")]` */
function named(tracer: Tracer, { form, instance }: KitDraft): readonly FunctionValue[] {
  if (form.names === undefined) return [];
  return itemsOf(memberOf(tracer, instance, form.names)).flatMap((item) => {
    const name = stringOf(item.kind === 'array' ? item.items[0] : item);
    return name === undefined ? [] : optionsOf(memberOf(tracer, instance, name)).filter((option) => option.kind === 'function');
  });
}
