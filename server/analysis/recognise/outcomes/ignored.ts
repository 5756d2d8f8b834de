/** Answers that tell whether something failed, and at which nobody looks. */
import { spanning, type Answering, type Effect, type Ignored } from '../../../../rules/kit/index.js';
import type { CallExpression, FunctionNode, Module, TypeNode } from '../../syntax/ir.js';
import { keywordSite } from '../../trace/slots.js';
import type { ToolContext } from '../tools.js';
import { isWrittenFor } from '../written-for.js';
import { answeringOf, callsOf, isHandedTo, isLogged, seatAt, type Asked } from './steps.js';
import { usesOf, type Use } from './uses.js';
import type { CallSeat, Node } from './way-to.js';
import { lastName } from '../../syntax/last-name.js';

/** Parts of what came back by which services tell a failure themselves. */
const telling =
  /^(?:ok|is_?ok|success\w*|is_?success\w*|error\w*|err|errno|fault|status\w*|code|message|detail|failed|failures?|result_?code)$/i;
/** Calls that only write a value down. */
const writing = /^(?:stringify|String|dumps|str|repr|pformat|prettyPrint)$/;
type Verdict = 'told' | 'returned' | 'shown' | 'ignored';

/** The call whose answer is not looked at, wherever it goes. */
export function ignoredOf(context: Asked, effect: Effect): Ignored | undefined {
  const places = callsOf(effect);
  const first = seatAt(context, places[0]!);
  if (first === undefined) return undefined;
  const answering = answeringOf(context, effect, first);
  if (answering === undefined || (answering.kind === 'rows' && !isAboutOne(effect)) || isToldOtherwise(context, first, answering))
    return undefined;
  let inner = first.fn;
  let isTyped = true;
  for (const [index, place] of places.entries()) {
    const seat = index === 0 ? first : seatAt(context, place);
    if (seat === undefined || (index > 0 && (inner === undefined || isHandedTo(seat.call, inner)))) return undefined;
    isTyped &&= index === 0 || keepsType(seat, inner!);
    const verdict = judged(usesOf(seat), answering, seat);
    if (verdict === 'told') return undefined;
    if (verdict !== 'returned') return ignored(seat, answering, { isShown: verdict === 'shown', isOwn: index === 0, isTyped });
    inner = seat.fn;
  }
  return undefined;
}

/** A change of what has to be there: not of everything, and not of what is new. */
function isAboutOne({ class: kind, bounded, ensures, detail = '' }: Effect): boolean {
  if (!bounded || ensures || (kind !== 'destroy' && kind !== 'write.set')) return false;
  return detail === '' || /^(?:UPDATE|DELETE)\b/i.test(detail);
}

function judged(uses: readonly Use[], { tells, itself }: Answering, { module }: CallSeat): Verdict {
  let verdict: Verdict = 'ignored';
  for (const { how: end, path, awaited, to } of uses) {
    if (path.some((part) => tells.includes(part))) return 'told';
    const how = to !== undefined && isLogged(to) ? 'dropped' : end;
    const [part, ...rest] = path.slice(awaited ?? (module.language === 'python' ? 0 : path.length));
    if (how === 'dropped') continue;
    const isWhole = part === undefined;
    if (isWhole && (how === 'handed' ? !isWritten(to) : how === 'tested' && itself === true)) return 'told';
    if (isWhole && how === 'returned') verdict = 'returned';
    else if (isWhole && how === 'tested') continue;
    else if (how === 'tested' || rest.some((name) => telling.test(name))) return 'told';
    else if (how === 'handed' && to !== undefined && !isWritten(to)) return 'told';
    else if (verdict !== 'returned') verdict = 'shown';
  }
  return verdict;
}

function isWritten(to: CallExpression | undefined): boolean {
  return to !== undefined && writing.test(lastName(to.callee) ?? '');
}

/** An option of the call makes it fail, or could; or something tells a client so for all of its calls. */
function isToldOtherwise({ tracer, textOf }: ToolContext, { call, module }: CallSeat, { option, elsewhere = [] }: Answering): boolean {
  const { args } = call;
  if (option !== undefined) {
    // `check=False` is somebody's decision.
    if (args.some(({ spread, name }) => spread || name === '**' || name === option)) return true;
  }
  return elsewhere.some(({ word, then }) => {
    const isIn = ({ file }: Module): boolean => follows(textOf(file) ?? '', word, then);
    return isWrittenFor(tracer, module.file, [word], `answer ${word}`, isIn);
  });
}

/** More signs between two words than one statement has. */
const near = 40;

/** Behind one word, shortly, stands another. */
function follows(text: string, word: string, then: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    if (text.slice(at + word.length, at + word.length + near).includes(then)) return true;
  return false;
}

interface Where {
  readonly isShown: boolean;
  /** It is the call of the effect itself. */
  readonly isOwn: boolean;
  /** The parts of the answer are known there to whoever checks types. */
  readonly isTyped: boolean;
}

function ignored(seat: CallSeat, { kind, tells, option }: Answering, { isShown, isOwn, isTyped }: Where): Ignored {
  const { call, module, way, fn } = seat;
  const { file } = module;
  const statement = statementOf(seat, kind === 'error');
  const name = statement?.kind === 'declare' && statement.bindings.length === 1 ? wholeName(statement) : undefined;
  const free = ['response', 'answer', 'reply'].find((word) => fn?.mentions.has(word) !== true);
  const isAlone = statement !== undefined && isTyped && (statement.kind === 'expression' || name !== undefined);
  return {
    ...spanning({ file, span: call.span }, call.callee),
    label: `nobody looks at \`${tells[0]!}\``,
    tells: tells[0]!,
    kind,
    ...(isShown ? { shown: true } : {}),
    call: { file, span: call.span },
    ...(isAlone && way.length > 1 ? { statement: { file, span: statement.span } } : {}),
    ...(name === undefined ? {} : { name }),
    ...(free === undefined ? {} : { free }),
    ...(module.language === 'python' ? { inPython: true } : {}),
    ...(option === undefined || !isOwn
      ? {}
      : { option: { file, insert: { kind: 'property', object: keywordSite(call, file), path: [option] } } }),
  };
}

/** What a function answers is known by its body, where the call names the function, and by the type that is written on it. */
function keepsType({ call: { callee }, module }: CallSeat, { returnType, outer }: FunctionNode): boolean {
  if (!/\.[cm]?tsx?$/.test(module.file)) return true;
  if (returnType !== undefined && !isAnswer(returnType)) return false;
  if (callee.kind === 'name') return callee.binding?.type === undefined;
  if (callee.kind !== 'member') return false;
  // Of what stands in an object, another type may be written on the object.
  const { object } = callee;
  return (
    'members' in outer || (object.kind === 'name' && object.binding?.source?.kind === 'import' && object.binding.source.imported === '*')
  );
}

/** `Promise<Response>`; no `Promise<unknown>`, and no `Promise<T>`. */
function isAnswer(type: TypeNode): boolean {
  if (type.kind !== 'reference') return false;
  const { name, args } = type;
  if (name.kind === 'name' && name.name === 'Promise') return args.some(isAnswer);
  if (name.kind === 'name' && name.binding === undefined && partless.has(name.name)) return false;
  return name.kind !== 'name' || name.binding?.kind !== 'type' || name.binding.source !== undefined;
}

/** Types of the language whose values have none of the parts of an answer; nobody checks `any`. */
const partless: ReadonlySet<string> = new Set(['bigint', 'boolean', 'never', 'number', 'object', 'string', 'symbol', 'unknown', 'void']);

/** The statement that is nothing but the call, what is added to its query, and waiting for it. */
function statementOf({ way }: CallSeat, isQuery: boolean): Node | undefined {
  let index = way.length - 1;
  const up = (test: (parent: Node, node: Node) => boolean): boolean => index > 0 && test(way[index - 1]!, way[index]!) && index-- > 0;
  while (isQuery && up((parent, node) => parent.kind === 'member' || (parent.kind === 'call' && parent.callee === node)));
  up((parent) => parent.kind === 'unary' && parent.operator === 'await');
  const above = way[index - 1];
  return above?.kind === 'expression' || above?.kind === 'declare' ? above : undefined;
}

function wholeName({ bindings: [binding] }: Node & { kind: 'declare' }): string | undefined {
  return binding?.source?.kind === 'value' && binding.source.path.length === 0 ? binding.name : undefined;
}
