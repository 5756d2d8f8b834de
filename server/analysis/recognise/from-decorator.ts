/** Methods that a decorator makes tools. */
import type { Framework } from '../../../rules/kit/index.js';
import { classEnv } from '../trace/instances.js';
import { argumentOf, calleesOf } from '../trace/invoke.js';
import { slotOf } from '../trace/slots.js';
import type { Tracer } from '../trace/tracer.js';
import { typeInstance } from '../trace/type-instance.js';
import { optionsOf, record, undefinedValue, type ClassValue } from '../trace/value.js';
import type { Collected } from './definition.js';
import type { DecoratorDraft } from './draft.js';
import { namesIn, optional, shaped } from './fields.js';
import { givenSchema } from './injected.js';
import { ownDecoratorDrafts, type OwnFramework } from './own/decorators.js';

/** What the decorators in a class declare. */
export function decoratorDrafts(
  tracer: Tracer,
  frameworks: ReadonlyMap<string, readonly Framework[]>,
  own: readonly OwnFramework[],
  cls: ClassValue,
): readonly DecoratorDraft[] {
  const drafts: DecoratorDraft[] = own.flatMap((framework) => ownDecoratorDrafts(tracer, framework, cls));
  for (const { value: fn } of cls.cls.members) {
    if (fn?.kind !== 'function') continue;
    for (const call of fn.decorators) {
      if (call.kind !== 'call') continue;
      for (const { value } of calleesOf(tracer, call, cls.env)) {
        if (value.kind !== 'external') continue;
        for (const framework of frameworks.get(value.library) ?? []) {
          const form = framework.decorators?.find((item) => tracer.libraries.is(value, item.call));
          if (form === undefined) continue;
          const args = tracer.arguments(call, cls.env);
          const method = tracer.functionValue(fn, classEnv(typeInstance(cls), cls));
          drafts.push({ kind: 'decorator', framework, library: value.library, env: cls.env, call, args, form, method });
        }
      }
    }
  }
  return drafts;
}

/** The tool that a decorated method is. */
export function fromDecorator(tracer: Tracer, draft: DecoratorDraft, into: Collected): void {
  const { form, call, env, args, method } = draft;
  const { shape } = form;
  const given = argumentOf(tracer, form.options, args);
  const at = tracer.place(call.span, env);
  for (const options of optionsOf(given ?? undefinedValue)) {
    const own = options.kind === 'object' ? options : record({}, options.kind !== 'constant');
    const said = namesIn(tracer, own, shape);
    const { name, nameSpan } = method.fn;
    const { named } = draft;
    const known =
      named !== undefined
        ? [{ text: named, at: said[0]?.at ?? at }]
        : said.length > 0 || own.open
          ? said
          : [
              {
                text: form.snakeCase === true ? snakeCase(name ?? '') : (name ?? ''),
                at: nameSpan === undefined ? at : { ...at, span: nameSpan },
              },
            ];
    if (known.length === 0) into.opaque.push({ ...at, reason: 'the name of the tool could not be told' });
    const { hintSlot, ...facts } = shaped(tracer, shape, own);
    const slot =
      hintSlot ??
      (shape.hints === undefined ? undefined : slotOf(tracer, call, env, `${form.options}.${shape.hints}` as typeof form.options));
    for (const one of known) {
      into.definitions.push({
        framework: draft.framework,
        library: draft.library,
        name: one.text,
        nameAt: one.at ?? at,
        at,
        gateSlots: {},
        ...facts,
        ...(slot === undefined ? {} : { hintSlot: slot }),
        ...optional('handler', method),
        ...(form.injects === undefined ? {} : { injects: form.injects, ...optional('input', facts.input ?? givenSchema(tracer, method)) }),
      });
    }
  }
}

/** `mintNft` as `mint_nft`. */
function snakeCase(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
}
