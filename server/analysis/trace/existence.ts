/** Tests whether something is there already, by an answer that was read. */
import type { Effect } from '../../../rules/kit/index.js';
import type { Expression, TryStatement } from '../syntax/ir.js';
import type { Env } from './env.js';
import { eachInBody } from './parts.js';
import { rootOf } from './memory-changes.js';
import { restsOnRead, somePart } from './some-part.js';
import type { Side } from './traced.js';
import type { Tracer } from './tracer.js';
import { optionsOf, type Value } from './value.js';
import { lastName } from '../syntax/last-name.js';

/** What a test asks about that holds for something and fails for nothing, or the other way round. */
export function askedFor(tracer: Tracer, test: Expression, env: Env): { readonly positive: boolean; readonly value: Value } | undefined {
  const positive = polarity(test);
  return positive === undefined ? undefined : { positive, value: tracer.evaluate(subjectOf(test), env) };
}

/** `true`: the test holds when it is there; `false`: when it is not; `undefined`: it is no such test. */
export function testsExistence(tracer: Tracer, test: Expression, env: Env): boolean | undefined {
  if (test.kind === 'binary' && (test.operator === '&&' || test.operator === '||')) {
    // `path && !exists(path)` holds only when it is not there, `force || exists(path)` fails only then.
    const alone = test.operator === '||';
    return [test.left, test.right].some((side) => testsExistence(tracer, side, env) === alone) ? alone : undefined;
  }
  const positive = polarity(test);
  if (positive === undefined) return undefined;
  const subject = subjectOf(test);
  if (asksWhether(subject)) return positive;
  const value = tracer.evaluate(subject, env);
  // Beside what was found, calls hand out failures as well: only what is counted was found.
  const counted = subject.kind === 'call' && subject.callee.kind === 'name' && subject.callee.name === 'len';
  return restsOnRead(value) || (counted && somePart(value, (part) => isFoundByPackage(tracer, part))) ? positive : undefined;
}

/** What a call of a package handed out that only reads: `len(client.list(name).items) > 0`. */
function isFoundByPackage(tracer: Tracer, part: Value): boolean {
  if (part.kind !== 'external' || part.call === undefined) return false;
  const { node, env } = part.call;
  return optionsOf(tracer.evaluate(node.callee, env)).some((callee) => {
    const rows = callee.kind === 'external' ? tracer.libraries.rows(callee) : undefined;
    return rows !== undefined && rows.length > 0 && rows.every(([, kind]) => kind === 'read');
  });
}

/** `existsSync(path)`, `await this.fileExists(path)`: whatever the answer is made of, it says whether it is there. */
const asking = /(?:^e|E|_e)xists(?:Sync|Async)?(?:\(\))?$/;
const looking = /^(?:access|l?stat|readFile|readdir|opendir|readlink|realpath)(?:Sync)?$/;

function asksWhether(expression: Expression): boolean {
  if (expression.kind === 'call') return asking.test(lastName(expression.callee) ?? '');
  if (expression.kind !== 'name' || expression.binding?.source?.kind !== 'value' || expression.binding.writes.length > 0) return false;
  return asksWhether(subjectOf(expression.binding.source.value));
}

/** The attempt, of which these are the effects, only looks at files: when it fails, one is not there. */
export function looksAtFiles(statement: TryStatement, effects: readonly Effect[]): boolean {
  if (effects.some(({ class: kind, ensures, idempotentBy }) => kind !== 'read' && !ensures && idempotentBy === undefined)) return false;
  let looks = effects.some((effect) => effect.resource === 'filesystem');
  eachInBody(statement.body, (part) => {
    if (part.kind === 'call') looks ||= looking.test(lastName(part.callee) ?? '') || asking.test(lastName(part.callee) ?? '');
  });
  return looks;
}

const absent = new Set<unknown>([null, undefined, 0, false, -1, '']);

function polarity(test: Expression): boolean | undefined {
  switch (test.kind) {
    case 'unary':
      if (test.operator === '!') return inverted(polarity(test.operand));
      return test.operator === 'await' ? polarity(test.operand) : undefined;
    case 'binary': {
      if (test.operator === 'in') return true;
      const compared = isAbsent(test.right);
      if (!compared) return undefined;
      if (test.operator === '===' || test.operator === '==') return inverted(polarity(test.left));
      return test.operator === '!==' || test.operator === '!=' || test.operator === '>' ? polarity(test.left) : undefined;
    }
    case 'name':
    case 'member':
    case 'call':
      return true;
    default:
      return undefined;
  }
}

function isAbsent(expression: Expression): boolean {
  if (expression.kind === 'literal') return absent.has(expression.value);
  if (expression.kind === 'unary' && expression.operator === '-')
    return expression.operand.kind === 'literal' && expression.operand.value === 1;
  return expression.kind === 'name' && expression.name === 'undefined';
}

function inverted(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function subjectOf(test: Expression): Expression {
  if (test.kind === 'unary') return subjectOf(test.operand);
  if (test.kind !== 'binary') return test;
  // `line in lines`: what was read is what is looked in.
  return test.operator === 'in' ? test.right : subjectOf(test.left);
}

/** `if (!client) client = make();`: what is made when it is first needed is kept to save making it again. */
export function makesWhenAbsent(api: string, { test, when }: Side): boolean {
  const positive = polarity(test);
  return positive !== undefined && positive !== when && api === `memory: ${pathOf(subjectOf(test))}`;
}

function pathOf(expression: Expression): string {
  return rootOf(expression).names.join('.');
}
