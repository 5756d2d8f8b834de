/** A subclass of a package's tool class. */
import type { ToolClass } from '../../../rules/kit/index.js';
import { argumentOf } from '../trace/invoke.js';
import { baseArguments } from '../trace/instances.js';
import type { ClassNode, FunctionNode } from '../syntax/ir.js';
import { keywordsIn } from '../trace/python/arguments.js';
import type { Tracer } from '../trace/tracer.js';
import { constant, optionsOf, undefinedValue, union, type InstanceValue, type Value } from '../trace/value.js';
import { snakeCase } from '../trace/snake-case.js';
import type { Carrier } from './carried-tier.js';
import type { Collected } from './definition.js';
import { saying } from './definition-place.js';
import type { ClassDraft } from './draft.js';
import { field, labelled, names, optional } from './fields.js';
import { madeBy as allMadeBy } from './python/made.js';

/** The first that does something: one of two may only say that it is not there. */
function doing(handlers: readonly (Value | undefined)[]): Value | undefined {
  const found = handlers.filter((handler) => handler !== undefined);
  return found.find((handler) => !optionsOf(handler).every((option) => option.kind === 'function' && refuses(option.fn))) ?? found[0];
}

/** Nothing but an error, behind what describes the function. */
function refuses({ body }: FunctionNode): boolean {
  const [first, ...rest] = body.filter(({ kind }, i) => kind !== 'expression' || i > 0 || body.length === 1);
  return first?.kind === 'throw' && rest.length === 0;
}

/** The tool that an instance is, or those that the class itself makes. */
export function fromClass(tracer: Tracer, draft: ClassDraft, into: Collected): void {
  const { instance, form } = draft;
  const made =
    form.makes === undefined || instance.args !== undefined
      ? [instance]
      : // Those of other classes are found with these.
        allMadeBy(tracer, instance.cls, form.makes).filter(({ cls }) => cls.cls === instance.cls.cls);
  for (const one of made) fromInstance(tracer, one === instance ? draft : { ...draft, instance: one }, into);
}

function fromInstance(tracer: Tracer, draft: ClassDraft, into: Collected): void {
  const { instance, form } = draft;
  const { cls, env } = instance.cls;
  const { shape } = form;
  const at = tracer.place(cls.span, env);
  const args = baseArguments(tracer, instance) ?? [];
  const given = form.config === undefined ? keywordsIn(args) : argumentOf(tracer, form.config, args);
  const read = (paths: readonly (string | undefined)[]): Value | undefined => {
    for (const path of paths) {
      const own = field(tracer, instance, path);
      // What no class of the workspace says is a member of the package's own class.
      const isInherited = own?.kind === 'external' && own.library === draft.library && own.call === undefined;
      if (own !== undefined && !isInherited && own.kind !== 'unknown') return own;
      const access = path === undefined ? undefined : form.given?.[path];
      const one = access === undefined ? undefined : argumentOf(tracer, access, args);
      if (one !== undefined && one.kind !== 'unknown') return one;
      const config = given?.kind === 'object' ? field(tracer, given, path) : undefined;
      if (config !== undefined && config.kind !== 'unknown') return config;
    }
    return undefined;
  };
  const handlers = shape.handler?.map((path) => read([path])) ?? [];
  const handler = form.every === true ? union(handlers.flatMap((one) => one ?? [])) : doing(handlers);
  if (!optionsOf(handler ?? undefinedValue).some((option) => option.kind === 'function')) return;
  const plain = plainNameOf(cls, form);
  const said =
    plain !== undefined
      ? constant(plain, { file: env.module.file, span: cls.nameSpan ?? cls.span })
      : read(typeof shape.name === 'string' ? [shape.name] : (shape.name ?? []));
  const all = names(said);
  // A class that does not say its name, or an empty one, is one that others inherit from, or of which each instance says its own.
  const known = all.filter(({ text }) => text !== '');
  if (all.length > 0 && known.length === 0) return;
  if (known.length === 0 && said !== undefined) into.opaque.push({ ...at, reason: 'the name of the tool could not be told' });
  for (const name of known) {
    into.definitions.push({
      framework: draft.framework,
      library: draft.library,
      name: name.text,
      nameAt: name.at ?? { ...at, span: cls.nameSpan ?? cls.span },
      at,
      gateSlots: {},
      carriers: givenFrom(tracer, instance, name.text),
      ...optional('description', read(shape.description)),
      ...optional('input', read(shape.input)),
      ...optional('hints', field(tracer, instance, shape.hints)),
      ...labelled(tracer, shape, instance),
      ...optional('handler', handler),
      ...(shape.gate === undefined ? {} : optional('gate', read([shape.gate]))),
      ...(shape.inputAt === undefined ? {} : { inputAt: shape.inputAt }),
    });
  }
}

/** The objects from which an instance was given its name: `new ApiTool(tool.method, tool.description)`. */
function givenFrom(tracer: Tracer, { madeBy, madeIn }: InstanceValue, name: string): readonly Carrier[] {
  return madeIn === undefined ? [] : (madeBy?.args ?? []).flatMap(({ value }) => saying(tracer, value, madeIn, name));
}

/** The name that all tools of the kind have, or that the class has where it says no other. */
function plainNameOf(cls: ClassNode, { named, ownName, shape }: ToolClass): string | undefined {
  if (named !== undefined || ownName === undefined || cls.name === undefined) return named;
  if (cls.members.some(({ name, value }) => name === shape.name && value !== undefined)) return undefined;
  const snake = snakeCase(cls.name);
  return snake.endsWith(ownName.without) ? snake.slice(0, -ownName.without.length) : snake;
}
