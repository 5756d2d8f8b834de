/** Values in scope at a call that could serve as idempotency key, best first. */
import type { InputParameter, KeyCandidate } from '../../../rules/kit/index.js';
import type { Binding } from '../syntax/ir.js';
import type { Env } from './env.js';
import type { Tracer } from './tracer.js';
import type { Value } from './value.js';

const keyLike = /idempoten|dedup|request_?key|client_?(?:request_?)?token/i;
const idLike = /(?:^id$|_id$|[a-z]Id$|uuid|reference|_ref$|[a-z]Ref$|number$|_no$|(?:order|invoice|transaction|ticket)$)/;

/**
 * Ids of somebody, of a place, or of what is bought: two mails to one user, two notes on one page and two sales of one product are not the
 * same thing again.
 */
const shared =
  /(?:^|_)(user|customer|client|account|member|contact|recipient|receiver|sender|owner|author|assignee|tenant|org|organi[sz]ation|company|team|group|workspace|project|repo|repository|board|list|folder|parent|drive|calendar|channel|chat|room|conversation|thread|space|server|guild|site|store|shop|merchant|location|database|db|table|collection|bucket|queue|topic|index|session|phone|page|document|doc|file|post|issue|category|label|tag|campaign|audience|template|product|price|plan|item|model|agent|app|device)(?:_(?:id|ref|reference|number|no|uuid))?$/;

/** A value in scope; `whole` is a variable that holds all arguments of the tool. */
export type ScopedCandidate = { readonly name: string; readonly text: string; readonly level: 'K3' | 'K4' } | { readonly whole: string };

/** Searches the parameters of the functions around a call. */
export function scopedCandidates(tracer: Tracer, env: Env): readonly ScopedCandidate[] {
  const found: ScopedCandidate[] = [];
  for (let at: Env | undefined = env; at !== undefined; at = at.parent) {
    if (at.owner.kind !== 'function') continue;
    for (const parameter of at.owner.parameters) {
      for (const binding of parameter.bindings) consider(tracer, binding, at, found);
    }
  }
  return found;
}

function consider(tracer: Tracer, binding: Binding, env: Env, into: ScopedCandidate[]): void {
  const { name } = binding;
  const value: Value = tracer.nameValue(binding, env);
  if (value.kind === 'input' && value.role === 'input') {
    if (value.path === '') into.push({ whole: name });
    else if (!value.path.includes('*')) into.push({ name: lastPart(value.path), text: name, level: 'K4' });
  }
  if (value.kind === 'input' && value.role === 'call-id') into.push({ name, text: name, level: 'K3' });
  if (value.kind === 'object') {
    for (const [key, property] of value.properties) {
      const inner = property.value();
      if (inner.kind !== 'input' || inner.path === '' || inner.role === 'request-id') continue;
      into.push({ name: key, text: `${name}.${key}`, level: inner.role === 'input' ? 'K4' : 'K3' });
    }
  }
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function isShared(name: string, made: string): boolean {
  const noun = shared.exec(name.replace(/(?<=[a-z\d])(?=[A-Z])/g, '_').toLowerCase())?.[1];
  return noun !== undefined && !made.includes(noun);
}

/**
 * The ones that look like keys or business ids, best first.
 *
 * @param api what the call is: the id of what it makes, `customerId` for `customers.create`, is not shared
 */
export function rankedCandidates(
  found: readonly ScopedCandidate[],
  inputs: readonly InputParameter[],
  api: string,
): readonly KeyCandidate[] {
  const made = api.split(/[.#]/).slice(-2).join('.').toLowerCase();
  const ranked = new Map<string, { readonly rank: number; readonly candidate: KeyCandidate }>();
  const add = (name: string, text: string, level: 'K3' | 'K4'): void => {
    const rank = level === 'K3' ? 3 : keyLike.test(name) ? 0 : idLike.test(name) && !isShared(name, made) ? 1 : 9;
    if (rank < 9 && !ranked.has(text)) ranked.set(text, { rank, candidate: { text, level } });
  };
  for (const item of found) {
    if ('whole' in item) for (const input of inputs) add(input.name, `${item.whole}.${input.name}`, 'K4');
    else add(item.name, item.text, item.level);
  }
  return [...ranked.values()]
    .sort((a, b) => a.rank - b.rank)
    .map((item) => item.candidate)
    .slice(0, 5);
}
