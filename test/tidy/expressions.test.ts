import { RegExpParser, type AST } from '@eslint-community/regexpp';
import { checkSync } from 'recheck';
import type * as TypeScript from 'typescript';
import { expect, test } from 'vitest';
import { parse, placeOf, sources, ts, visit } from './repository.js';

// Hostile text must not make a regular expression slow: invariant 7. A backtracking engine is linear when each attempt does
// a bounded amount of work. So repetitions have an upper bound and do not nest, or they have to be proved harmless.
interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

const shipped = sources.filter((file) => /^(?:rules|server|client)\//.test(file));
const expressions = shipped.flatMap(expressionsIn);

test('expressions are found at all', () => {
  expect(expressions.length).toBeGreaterThan(10);
});

test('no reference back, and no repetition in a look-around', () => {
  expect(
    expressions.flatMap((expression) =>
      weaknesses(expression).map((weakness) => `${expression.place} /${expression.source}/: ${weakness}`),
    ),
  ).toEqual([]);
});

test('a repetition that nests or has no upper bound is proved linear', () => {
  const slow = expressions.filter(needsProof).flatMap(({ place, source, flags }) => {
    const hurried = checkSync(source, flags, { timeout: 15_000 });
    // Where others keep the machine busy, a proof takes longer; that is no weakness.
    const proof = hurried.status === 'unknown' ? checkSync(source, flags, { timeout: 60_000 }) : hurried;
    if (proof.status === 'safe') return [];
    return [`${place} /${source}/: ${proof.status === 'vulnerable' ? proof.complexity.summary : 'could not be proved'}`];
  });
  expect(slow).toEqual([]);
}, 240_000);

test('signs beyond ASCII are escaped: bundling leaves them as they are, and the program is read as ASCII', () => {
  expect(expressions.filter(({ source }) => /[^\x00-\x7F]/.test(source)).map(({ place, source }) => `${place} /${source}/`)).toEqual([]);
});

test('expressions built at run time are built from bounded parts', () => {
  expect(shipped.flatMap(unreadable)).toEqual([]);
});

test('hostile text costs time in proportion to its length', () => {
  const slow = expressions.flatMap(({ place, source, flags }) => {
    const expression = new RegExp(source, [...new Set(`${flags}g`.replace('y', ''))].join(''));
    return pumps({ place, source, flags }).flatMap((pump) => {
      const text = pump.repeat(Math.ceil(20_000 / pump.length));
      const start = performance.now();
      text.replace(expression, '');
      const took = performance.now() - start;
      return took < 500 ? [] : [`${place} /${source}/: ${took} ms on ${JSON.stringify(pump)} repeated`];
    });
  });
  expect(slow).toEqual([]);
}, 60_000);

function expressionsIn(file: string): readonly Expression[] {
  const found: Expression[] = [];
  visit(parse(file), (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      found.push({ place: placeOf(node), source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    }
    if (!isRegExpCall(node)) return;
    const [source, flags] = node.arguments ?? [];
    if (source && ts.isStringLiteralLike(source))
      found.push({ place: placeOf(node), source: source.text, flags: flags && ts.isStringLiteralLike(flags) ? flags.text : '' });
  });
  return found;
}

/** `new RegExp(x)` where `x` is neither a text nor put together from named, bounded parts in the same file. */
function unreadable(file: string): readonly string[] {
  const found: string[] = [];
  visit(parse(file), (node) => {
    if (!isRegExpCall(node)) return;
    const source = node.arguments?.[0];
    if (source === undefined || ts.isStringLiteralLike(source)) return;
    const bounded = /[*+]|\{\d+,\}/.test(
      source
        .getText()
        .replaceAll(/\$\{[^}]{0,200}\}/g, '')
        .replaceAll(/\\./g, ''),
    );
    if (bounded) found.push(`${placeOf(node)} ${source.getText()}`);
  });
  return found;
}

function isRegExpCall(node: TypeScript.Node): node is TypeScript.NewExpression | TypeScript.CallExpression {
  return (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp';
}

function weaknesses(expression: Expression): readonly string[] {
  return nodesOf(patternOf(expression)).flatMap((node) => {
    if (node.type === 'Backreference') return [`${node.raw} refers back`];
    const looksAround = node.type === 'Assertion' && (node.kind === 'lookahead' || node.kind === 'lookbehind');
    return looksAround && nodesOf(node).some(repeats) ? [`${node.raw} repeats while looking around`] : [];
  });
}

function needsProof(expression: Expression): boolean {
  return nodesOf(patternOf(expression)).some((node) => {
    if (!repeats(node)) return false;
    return node.max === Infinity || nodesOf(node.element).some((inner) => repeats(inner) && inner.min !== inner.max);
  });
}

function repeats(node: AST.Node): node is AST.Quantifier {
  return node.type === 'Quantifier' && node.max > 1;
}

/** A node and everything below it. */
function nodesOf(node: AST.Node): readonly AST.Node[] {
  const below = node.type === 'Quantifier' ? [node.element] : childrenOf(node);
  return [node, ...below.flatMap(nodesOf)];
}

function patternOf({ source, flags }: Expression): AST.Pattern {
  return new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes('u'), unicodeSets: flags.includes('v') });
}

function childrenOf(node: AST.Node): readonly AST.Node[] {
  if (node.type === 'Pattern' || node.type === 'Group' || node.type === 'CapturingGroup') return node.alternatives;
  if (node.type === 'Alternative') return node.elements;
  if (node.type === 'Assertion' && 'alternatives' in node) return node.alternatives;
  return [];
}

/** Short texts that, repeated, lead an expression far in before it fails: what its own characters and classes match. */
function pumps(expression: Expression): readonly string[] {
  const found = new Set(['a', '0', ' ', '/', 'a.', '"', 'A_']);
  const literal: string[] = [];
  collect(patternOf(expression));
  if (literal.length > 0) found.add(literal.join(''));
  return [...found];

  function collect(node: AST.Node): void {
    if (node.type === 'Character') {
      const character = String.fromCodePoint(node.value);
      found.add(character);
      literal.push(character);
    }
    if (node.type === 'CharacterClass' && !node.negate && node.elements[0]?.type === 'CharacterClassRange')
      found.add(String.fromCodePoint(node.elements[0].min.value));
    if (node.type === 'Quantifier') return collect(node.element);
    for (const child of childrenOf(node)) collect(child);
  }
}
