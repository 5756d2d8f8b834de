/** Credentials in the string literals of source code. */
import type { SourceSecret, Span } from '../../../rules/kit/index.js';
import type { Expression, FunctionNode, Module, Statement } from '../syntax/ir.js';
import type { Classifier, Found } from './classify.js';
import { constantText } from './constants.js';
import { partsOf } from './parts.js';
import { nameTokens } from './tokens.js';
import { requiredRead, standsAlone } from './unset.js';
import { variableFor } from './variable.js';
import { walkPassage, walkPassages, type Passage, type Seat, type Visit } from './walk.js';

export type FoundSecret = Omit<SourceSecret, 'environment' | 'because' | 'inTests'>;

/** A text that holds a credential, where it stands. */
interface Held {
  readonly node: Expression;
  readonly seat: Seat;
  readonly text: string;
  readonly found: Found;
}

/** What was found in a passage as long as its body is the same, and the functions in it. */
interface Known {
  readonly body: readonly Statement[] | undefined;
  readonly exported: ReadonlySet<Expression>;
  readonly held: readonly Held[];
  readonly functions: readonly FunctionNode[];
}

const known = new WeakMap<Classifier, WeakMap<Passage, Known>>();

/** Every literal, template and sum of literals that holds a credential, in source order. */
export function sourceSecrets(module: Module, text: string, classifier: Classifier): readonly FoundSecret[] {
  let passages = known.get(classifier);
  if (passages === undefined) known.set(classifier, (passages = new WeakMap()));
  const all: Held[] = [];
  walkPassages(module, (passage, exported) => {
    const body = 'parameters' in passage ? passage.body : undefined;
    let answer = passages.get(passage);
    if (answer === undefined || answer.body !== body || answer.exported !== exported) {
      const held: Held[] = [];
      const functions = walkPassage(module, passage, exported, holding(held, classifier));
      passages.set(passage, (answer = { body, exported, held, functions }));
    }
    all.push(...answer.held);
    return answer.functions;
  });
  return all
    .filter((one) => !isSaidPublic(one.node, one.found, module, text) && !isSaidElsewhere(one, all, text))
    .map(({ node, seat, text: written, found }): FoundSecret => ({
      file: module.file,
      span: node.span,
      credential: found.credential,
      name: seat.name ?? null,
      language: module.language,
      ...lookup(node, written, found, seat, module, text),
    }))
    .sort((a, b) => a.span.start - b.span.start);
}

/** A text that is put together with a secret which is told where it is written: `Bearer ${TOKEN}`. */
function isSaidElsewhere({ node, text: whole, found }: Held, all: readonly Held[], text: string): boolean {
  if (node.kind === 'literal') return false;
  const secret = whole.slice(found.start, found.end);
  const written = text.slice(node.span.start, node.span.end);
  return all.some((one) => {
    const own = one.text.slice(one.found.start, one.found.end);
    return one.node.kind === 'literal' && own !== '' && secret.includes(own) && !written.includes(own);
  });
}

/** Collects the texts of a passage that hold a credential, and looks into none of them. */
function holding(held: Held[], classifier: Classifier): Visit {
  const links = new Set<Expression>();
  const needles = new Set<Expression>();
  const samples: Span[] = [];
  return (node, seat) => {
    const needle = soughtBy(node);
    if (needle !== undefined) needles.add(needle);
    samples.push(...samplesOf(node));
    if (node.kind === 'binary' && node.operator === '+' && node.left.kind === 'binary') links.add(node.left);
    const holdsText =
      node.kind === 'literal' || node.kind === 'template' || (node.kind === 'binary' && node.operator === '+' && !links.has(node));
    const text = holdsText ? constantText(node)?.text : undefined;
    if (text === undefined || text.length < 8) return true;
    const found = judge(text, seat.name, classifier);
    if (found === undefined || isForBrowsers(found, seat) || isForLocal(found, seat) || needles.has(node)) return true;
    const isSample = samples.some(({ start, end }) => start <= node.span.start && node.span.end <= end);
    if (isSample && found.credential.class !== 'live') return true;
    held.push({ node, seat, text, found });
    return false;
  };
}

/** `LOCAL_QUEUE_TOKEN` opens what runs on the machine itself, and is the same for everybody. */
function isForLocal({ credential }: Found, { name = '' }: Seat): boolean {
  return credential.vendor === 'secret' && nameTokens(name).some((word) => /^(?:local|localhost|loopback|emulator)$/.test(word));
}

/** What a program looks for in a text is nothing that it uses: it hides secrets, or finds them. */
function soughtBy(node: Expression): Expression | undefined {
  if (node.kind === 'binary') return node.operator === 'in' ? node.left : undefined;
  if (node.kind !== 'call' || node.callee.kind !== 'member' || typeof node.callee.property !== 'string') return undefined;
  return seekers.has(node.callee.property) ? node.args[0]?.value : undefined;
}

/** What a schema shows as an example: `{ example: '…' }`, `Field(examples=['…'])`. */
function samplesOf(node: Expression): readonly Span[] {
  if (node.kind === 'object')
    return node.entries.flatMap((entry) => (entry.kind === 'entry' && isSampleName(entry.key) ? [entry.value.span] : []));
  return node.kind === 'call' ? node.args.flatMap(({ name, value }) => (isSampleName(name) ? [value.span] : [])) : [];
}

function isSampleName(name: unknown): boolean {
  return name === 'example' || name === 'examples';
}

const seekers: ReadonlySet<string> = new Set([
  'includes',
  'indexOf',
  'lastIndexOf',
  'startsWith',
  'endsWith',
  'search',
  'split',
  'replace',
  'replaceAll',
  'find',
  'count',
  'startswith',
  'endswith',
  'index',
]);

/** A comment in front of it, or behind it in the same line, says that everybody may have the key. What is live is never believed to be. */
function isSaidPublic({ span }: Expression, { credential }: Found, { comments }: Module, text: string): boolean {
  if (credential.class === 'live' || credential.evidence === 'shape') return false;
  let from = lineOf(text, span.start);
  if (/^\s*$/.test(text.slice(from, span.start))) from = lineOf(text, from - 1);
  let said = '';
  for (const comment of comments.toReversed()) {
    const { start, end } = comment.span;
    const isBehind = start >= span.end && !text.slice(span.end, start).includes('\n');
    const isBefore = end <= from && /^\s*$/.test(text.slice(end, from)) && /^\s*$/.test(text.slice(lineOf(text, start), start));
    if (isBefore) from = lineOf(text, start);
    if (isBehind || isBefore) said = `${comment.text} ${said}`;
  }
  const isPublic = /\bpublic(?:ly)?\b[^.]{0,60}\b(?:key|token|credentials?)\b|\bnot (?:a )?secret\b/i.test(said);
  return isPublic && !/\b(?:never|don't|do not|must not)\b/i.test(said);
}

function lineOf(text: string, offset: number): number {
  return text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
}

function judge(text: string, name: string | undefined, classifier: Classifier): Found | undefined {
  const whole = classifier.classify(text, { name });
  if (whole !== undefined) return whole;
  for (const part of partsOf(text)) {
    const found = classifier.classify(part.value, { name: part.name });
    if (found !== undefined) return { ...found, start: found.start + part.start, end: found.end + part.start };
  }
  return undefined;
}

/** Keys that browsers are given: of a Firebase project, beside its domain, and of an Algolia index, beside its name. */
function isForBrowsers(found: Found, seat: Seat): boolean {
  const has = (key: string): boolean => seat.object?.entries.some((entry) => entry.kind === 'entry' && entry.key === key) ?? false;
  if (found.credential.vendor === 'Google API') return has('authDomain');
  return found.credential.evidence === 'entropy' && has('indexName') && (has('appId') || has('applicationId'));
}

/** An expression for the place of the literal; only where the literal is an expression by itself and its text is plain. */
function lookup(node: Expression, known: string, found: Found, seat: Seat, module: Module, text: string): Pick<FoundSecret, 'lookup'> {
  const written = text.slice(node.span.start + 1, node.span.end - 1);
  const before = text.slice(0, node.span.start).trimEnd().at(-1);
  if (node.kind !== 'literal' || written !== known || (/\.[jt]sx$/.test(module.file) && before === '=')) return {};
  if (seat.standsIn === true) return {};
  if (module.language === 'python') return pythonLookup(known, found, seat, module);
  // A constant type, and a member of an enum, need the text itself.
  const behind = text.slice(node.span.end);
  if (/^\s*as const\b/.test(behind) || (before === '=' && seat.object !== undefined)) return {};
  const read = requiredRead(module, text);
  if (read === undefined) return {};
  const variable = variableFor(found.credential, seat.name ?? null);
  const expression = read(variable);
  const scheme = schemeBefore(known, found);
  if (scheme !== undefined) return { lookup: { text: `\`${scheme}\${${expression}}\``, variable } };
  const isAlone = expression.endsWith('!') || standsAlone(text.slice(0, node.span.start), behind);
  return { lookup: { text: isAlone ? expression : `(${expression})`, variable } };
}

function pythonLookup(known: string, found: Found, seat: Seat, { style: { quote } }: Module): Pick<FoundSecret, 'lookup'> {
  const variable = variableFor(found.credential, seat.name ?? null);
  const read = (sign: string): string => `os.environ[${sign}${variable}${sign}]`;
  const scheme = schemeBefore(known, found);
  // Before Python 3.12, the text of a hole must not hold the quotes around it.
  const text = scheme === undefined ? read(quote) : `f${quote}${scheme}{${read(quote === '"' ? "'" : '"')}}${quote}`;
  return { lookup: { text, variable, needs: 'os' } };
}

/** What stands beside the secret may hold another one, so nothing but the word of an authorization header is kept. */
function schemeBefore(known: string, found: Found): string | undefined {
  const before = known.slice(0, found.start);
  return /^(?:Bearer|Basic|Token|Bot) $/i.test(before) && found.end === known.length ? before : undefined;
}
