/** Failures that a tool tells in a text, and not by the flag that its protocol has for them. */
import { endOf, startOf, type Place, type Unflagged } from '../../../../rules/kit/index.js';
import type { Expression } from '../../syntax/ir.js';
import { failureWords } from '../../trace/catches.js';
import { eachExpression } from '../../trace/parts.js';
import { siteOf } from '../../trace/slots.js';
import { textParts } from '../../trace/text-parts.js';
import { optionsOf, type ObjectValue, type Value } from '../../trace/value.js';
import type { Definition } from '../definition.js';
import type { ToolContext } from '../tools.js';
import type { Answer } from './answers.js';
import { lastName } from '../../syntax/last-name.js';

/** Functions that make the answer of a failure, by their names. */
const failing = /(?:^|_|[a-z](?=[A-Z]))(?:[Ee]rr|[Ee]rrors?|[Ff]ail|[Ff]ailed|[Ff]ailures?)(?=$|_|[A-Z])/;

/** Answers of a tool that tell a failure, and that the protocol takes for a success. */
export function unflaggedOf(
  context: ToolContext,
  { framework: { failureFlag: flag } }: Pick<Definition, 'framework'>,
  answers: readonly Answer[],
): { readonly unflagged?: readonly Unflagged[] } {
  if (flag === undefined) return {};
  const found = new Map<string, Unflagged>();
  for (const answer of answers) {
    const one = unflagged(context, answer, flag);
    if (one !== undefined) found.set(`${one.file}:${one.span.start}`, one);
  }
  return found.size === 0 ? {} : { unflagged: [...found.values()] };
}

function unflagged({ tracer }: ToolContext, answer: Answer, flag: string): Unflagged | undefined {
  const { expression, env, caught, through } = answer;
  const helper = through.findLast((one) => failing.test(calledAs(one)));
  if (caught === undefined && helper === undefined) return undefined;
  const value = tracer.evaluate(expression, env);
  const options = optionsOf(value);
  if (options.length !== 1 || value.kind !== 'object' || !isPlain(value, flag)) return undefined;
  if (!tellsFailure(value) && !mentionsFailure(answer)) return undefined;
  const clause: Place | undefined = caught === undefined ? undefined : { file: caught.file, span: caught.clause.bodySpan };
  const common = { label: `no \`${flag}\``, flag, ...(clause === undefined ? {} : { clause }) };
  // What every answer is made with is no place for the flag of one.
  const shared = helper === undefined ? through.find(({ inClause }) => inClause) : undefined;
  if (shared !== undefined) {
    const { call, fn } = shared;
    const at = { file: shared.env.module.file, span: call.span };
    return { ...at, ...common, ...(fn.fn.async ? {} : { around: { before: startOf(at), behind: endOf(at) } }) };
  }
  const site = siteOf(value);
  const at = site ?? { file: env.module.file, span: expression.span };
  return {
    file: at.file,
    span: at.span,
    ...common,
    ...(site === undefined ? {} : { site }),
    ...(helper === undefined ? {} : { helper: calledAs(helper) }),
  };
}

function calledAs({ call, fn }: Answer['through'][number]): string {
  return fn.fn.name ?? lastName(call.callee) ?? '';
}

/** An answer in the protocol's form, of which all is known, without the flag. */
function isPlain(value: ObjectValue, flag: string): boolean {
  const content = value.properties.get('content')?.value();
  return content?.kind === 'array' && !value.open && value.others.length === 0 && !value.properties.has(flag);
}

function tellsFailure(value: Value, depth = 0): boolean {
  if (depth > 4) return false;
  if (value.kind === 'constant' || value.kind === 'text') return failureWords.test(textParts(value).join(' '));
  if (value.kind === 'array') return value.items.some((item) => tellsFailure(item, depth + 1));
  return value.kind === 'object' && [...value.properties.values()].some((property) => tellsFailure(property.value(), depth + 1));
}

/** What was caught is a part of the answer. */
function mentionsFailure({ expression, caught, through }: Answer): boolean {
  const binding = caught?.clause.binding;
  if (binding === undefined) return false;
  const isIn = (part: Expression): boolean => {
    let found = false;
    eachExpression(part, (one) => (found ||= one.kind === 'name' && one.binding === binding));
    return found;
  };
  return isIn(expression) || through.some(({ call, inClause }) => inClause && isIn(call));
}
