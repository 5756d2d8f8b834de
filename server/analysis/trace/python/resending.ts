/** What a client was told to send again by itself: `session.mount('https://', HTTPAdapter(max_retries=Retry(allowed_methods=None)))`. */
import type { Resending, Retry } from '../../../../rules/kit/index.js';
import type { Binding, CallExpression, Statement } from '../../syntax/ir.js';
import { valueAt } from '../access.js';
import type { DirectEffect } from '../direct-effect.js';
import type { Env } from '../env.js';
import type { Tracer } from '../tracer.js';
import { optionsOf, stringOf, type ExternalValue, type Value } from '../value.js';
import { keywordsIn } from './arguments.js';

/** The effects of a call on a client, with the retry that its settings promise for them. */
export function resent(tracer: Tracer, receiver: Value | undefined, effects: readonly DirectEffect[]): readonly DirectEffect[] {
  if (receiver?.kind !== 'external' || receiver.call === undefined) return effects;
  const forms = tracer.libraries.resends(receiver.library);
  if (forms.length === 0 || effects.every((effect) => effect.class === 'read')) return effects;
  return effects.map((effect) => {
    const method = /^[A-Z]{3,7}(?= )/.exec(effect.detail ?? '')?.[0];
    const retriedBy = method === undefined ? undefined : promise(tracer, receiver, forms, method);
    return retriedBy === undefined ? effect : { ...effect, retriedBy };
  });
}

function promise(tracer: Tracer, { library, path, call }: ExternalValue, forms: readonly Resending[], method: string): Retry | undefined {
  const { node, env } = call!;
  const holder = holderOf(env);
  const binding = holder === undefined ? undefined : madeFor(node, holder);
  for (const mutation of binding?.mutations ?? []) {
    if (mutation.kind !== 'call') continue;
    const form = forms.find(({ callee }) => tracer.libraries.is({ library, path: path + mutation.method }, callee));
    const where = form === undefined ? undefined : tracer.within(mutation.within, env);
    if (form === undefined || where === undefined) continue;
    tracer.touch(env.module, mutation.call.span.start);
    const args = tracer.arguments(mutation.call, where);
    const policy = valueAt(tracer, form.policy, { call: mutation.call, env: where, args });
    if (policy === undefined || !allows(policy, form.methods, method, 0)) continue;
    const place = tracer.place(mutation.call.span, where);
    const api = `${binding!.name}.${mutation.method}`;
    return { ...place, label: 'the client sends it again', api, certainty: 'certain', scope: place };
  }
  return undefined;
}

/** The function or module whose statements made something. */
function holderOf(env: Env): readonly Statement[] | undefined {
  let { owner } = env;
  while (owner.kind === 'loop') owner = owner.outer;
  return owner.kind === 'class' ? undefined : owner.body;
}

/** The variable that an object was made for. */
function madeFor(node: CallExpression, body: readonly Statement[]): Binding | undefined {
  const declared = body.find((statement) => statement.kind === 'declare' && statement.value === node);
  return declared?.kind === 'declare' && declared.bindings.length === 1 ? declared.bindings[0] : undefined;
}

/** A policy, or what is made with one, names the methods that it repeats; nothing in their place stands for all. */
function allows(policy: Value, names: readonly string[], method: string, depth: number): boolean {
  if (depth > 4) return false;
  return optionsOf(policy).some((option) => {
    if (option.kind !== 'external') return false;
    const given = keywordsIn(option.args ?? []);
    const said = names.map((name) => given?.properties.get(name)?.value()).find((value) => value !== undefined);
    if (said !== undefined) return includes(said, method);
    const parts = [...(option.args ?? []), ...[...(given?.properties.values() ?? [])].map((property) => property.value())];
    return parts.some((part) => allows(part, names, method, depth + 1));
  });
}

function includes(said: Value, method: string): boolean {
  if (said.kind === 'constant') return said.value === null || said.value === false;
  return said.kind === 'array' && said.items.some((item) => stringOf(item)?.toUpperCase() === method);
}
