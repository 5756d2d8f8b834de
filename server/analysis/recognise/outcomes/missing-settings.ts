/** Tests that ask whether something is set without which a tool cannot do its work: a key, an address, a client. */
import type { Expression } from '../../syntax/ir.js';
import { lastName } from '../../syntax/last-name.js';

const settings =
  /(?:^|_|[a-z])(?:api_?key|key|token|secret|credentials?|password|dsn|webhook(?:_?url)?|base_?url|endpoint|client|account_?(?:sid|id)|connection_?string)s?$/i;

/** The name of what is missing, and on which side of the test it is. */
export function missingIn(test: Expression): { readonly name: string; readonly when: boolean } | undefined {
  if (test.kind === 'unary' && test.operator === '!') return turned(missingIn(test.operand) ?? askedFor(test.operand));
  if (test.kind === 'binary' && /^[!=]==?$/.test(test.operator) && isNothing(test.right)) {
    const asked = askedFor(test.left);
    return asked === undefined ? undefined : { ...asked, when: test.operator.startsWith('=') };
  }
  // One of several that are missing is enough.
  if (test.kind === 'binary' && test.operator === '||') {
    const [left, right] = [missingIn(test.left), missingIn(test.right)];
    return left?.when === true ? left : right?.when === true ? right : undefined;
  }
  return askedFor(test);
}

function askedFor(expression: Expression): { readonly name: string; readonly when: boolean } | undefined {
  const name = settingOf(expression);
  return name === undefined || !settings.test(name) ? undefined : { name, when: false };
}

function turned(found: { readonly name: string; readonly when: boolean } | undefined): typeof found {
  return found === undefined ? undefined : { ...found, when: !found.when };
}

/** `apiKey`, `process.env.API_KEY`, `this.client`, `os.environ.get("API_KEY")`. */
function settingOf(expression: Expression): string | undefined {
  if (expression.kind === 'name' || expression.kind === 'member') return lastName(expression);
  const first = expression.kind === 'call' ? expression.args[0]?.value : undefined;
  return expression.kind === 'call' && /^(?:get|getenv)$/.test(lastName(expression.callee) ?? '') && first?.kind === 'literal'
    ? String(first.value)
    : undefined;
}

function isNothing(expression: Expression): boolean {
  return (
    (expression.kind === 'literal' && (expression.value === null || expression.value === undefined || expression.value === '')) ||
    isUndefined(expression)
  );
}

function isUndefined(expression: Expression): boolean {
  return expression.kind === 'name' && expression.name === 'undefined';
}
