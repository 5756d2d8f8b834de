/** Comparisons in code by which single runs decide about a release: with pass^1, with a mean of rewards, with the best of several. */
import type { SingleRunCheck } from '../../../rules/kit/index.js';
import { walkModule } from '../environment/walk.js';
import type { BinaryExpression, CallExpression, Expression, Module } from '../syntax/ir.js';

/** Names without `_`, in small letters. */
const single = /^(?:pass(?:at|hat)?(?:ks?)?1|(?:avg|average|f?mean)[a-z]{0,12}rewards?|passat(?:k|\d{1,2})|bestof(?:n|k|\d{1,2}))$/;
const words =
  /(?:avg|average|mean)\w{0,16}reward|mean\(\w{0,40}\.?rewards?\)|pass_?(?:at_?|hat_?)?(?:ks?)?\W{0,2}1|pass_?at_?k|best_?of_?[nk\d]/i;
/** Who asks for more than one run as well does it right. */
const repeated = /pass_?(?:hat_?)?(?:ks?)?[^\w1]{0,3}[2-9]\b|pass\^k|pass_?(?:hat_?)?k\b/i;
const fails = /\bassert|\bexit\b|\braise\b|\bthrow\b|\bexpect\(/;

/** A text may hold such a comparison. */
export function mayGateOnSingleRuns(text: string): boolean {
  return words.test(text) && fails.test(text) && !repeated.test(text);
}

/** In source order. */
export function singleRunsIn(module: Module): readonly SingleRunCheck[] {
  const found: SingleRunCheck[] = [];
  walkModule(module, (node) => {
    const name = singleRunIn(node);
    if (name === undefined) return true;
    found.push({ file: module.file, span: node.span, shown: name.slice(0, 40) });
    return false;
  });
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The name of what is compared. */
function singleRunIn(node: Expression): string | undefined {
  const found = node.kind === 'call' ? expected(node) : node.kind === 'binary' ? compared(node) : undefined;
  const name = found === undefined ? '' : nameOf(found);
  return single.test(name.replaceAll(/[_[\]()]/g, '').toLowerCase()) ? name : undefined;
}

function compared({ operator, left, right }: BinaryExpression): Expression | undefined {
  if (!/^[<>]=?$/.test(operator)) return undefined;
  return isNumber(right) ? left : isNumber(left) ? right : undefined;
}

/** `expect(x).toBeGreaterThan(0.8)` gives `x`. */
function expected({ callee, args: [bound] }: CallExpression): Expression | undefined {
  if (callee.kind !== 'member' || !/^(?:toBeGreaterThan|toBeAtLeast)/.test(String(callee.property)) || callee.object.kind !== 'call')
    return undefined;
  return bound !== undefined && isNumber(bound.value) ? callee.object.args[0]?.value : undefined;
}

function nameOf(node: Expression): string {
  if (node.kind === 'name') return node.name;
  if (node.kind === 'member') {
    const { property, object } = node;
    if (typeof property === 'string') return property;
    return property.kind === 'literal' ? `${nameOf(object)}[${String(property.value)}]` : '';
  }
  const [first] = node.kind === 'call' ? node.args : [];
  if (node.kind !== 'call' || first === undefined) return '';
  // `mean(rewards)` is a mean of rewards, and `round(x, 2)` is `x`.
  const [by, of] = [nameOf(node.callee), nameOf(first.value)];
  return /^(?:f?mean|average)$/.test(by) && /rewards?$/i.test(of) ? `${by}(${of})` : /^(?:float|round|Number)$/.test(by) ? of : '';
}

/** A bound, written down or with a name in capitals. */
function isNumber(node: Expression): boolean {
  return (node.kind === 'literal' && typeof node.value === 'number') || (node.kind === 'name' && /^[A-Z][A-Z0-9_]{2,}$/.test(node.name));
}
