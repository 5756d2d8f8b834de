/** What attributes and subscripts give. */
import type { MemberExpression } from '../syntax/ir.js';
import { memberOf } from './members.js';
import { answerOf, protocolsFor } from './protocols.js';
import type { Tracer } from './tracer.js';
import { optionsOf, union, type Value } from './value.js';

/** `value[key]`, and no attribute. */
export function isSubscript({ span, propertySpan }: MemberExpression): boolean {
  return propertySpan.end < span.end;
}

/** What `value.name` or `value[key]` gives, where the object may have a method for it. */
export function selected(tracer: Tracer, expression: MemberExpression, of: Value, key: Value): Value {
  const plain = (one: Value): Value => memberOf(tracer, one, key.kind === 'constant' ? String(key.value) : key);
  if (!isSubscript(expression)) return plain(of);
  const answers: Value[] = [];
  const others: Value[] = [];
  for (const option of optionsOf(of)) {
    const answer = option.kind === 'instance' ? answerOf(tracer, option, protocolsFor(option).item, [key]) : undefined;
    if (answer === undefined) others.push(option);
    else answers.push(answer);
  }
  return answers.length === 0 ? plain(of) : union(others.length === 0 ? answers : [...answers, plain(union(others))]);
}
