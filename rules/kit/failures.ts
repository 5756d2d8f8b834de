import type { Edit, Effect, Swallow, Tool } from './model.js';
import { startOf } from './places.js';

/** Effects by what hides their failure; one clause can hide several. */
export function bySwallow(effects: readonly Effect[]): ReadonlyMap<Swallow, readonly Effect[]> {
  const groups = new Map<string, [Swallow, Effect[]]>();
  for (const effect of effects) {
    const swallow = effect.swallowedBy;
    if (swallow === undefined) continue;
    const place = `${swallow.body.file}:${swallow.body.span.start}`;
    const group = groups.get(place);
    const swallows = swallow.again === true || group === undefined ? swallow : group[0];
    groups.set(place, [swallows, [...(group?.[1] ?? []), effect]]);
  }
  return new Map(groups.values());
}

/** Titles of {@link failureFixes}, for the messages of a rule that offers them. */
export const failureMessages = {
  rethrow: 'Throw the error again',
  raise: 'Raise the error again',
  flag: 'Answer with `isError: true`',
} as const;

/** Ways to let a hidden failure out, each one click; thrown, it must not be hidden further out. */
export function failureFixes(swallow: Swallow, tool: Tool) {
  const isOut = swallow.again !== true;
  if (tool.language === 'python') {
    const { others = [], failureClass } = swallow;
    const clauses = isOut ? [swallow, ...others].map((one) => raiseAgain({ ...one, failureClass }, tool)) : [];
    const edits = clauses.flatMap((one) => one ?? []);
    return !isOut || clauses.includes(undefined) ? [] : [{ message: 'raise' as const, data: {}, grade: 'exact' as const, edits }];
  }
  const ways = [['rethrow', isOut ? throwAgain(swallow, tool) : undefined] as const, ['flag', answerFailed(swallow, tool)] as const];
  return ways.flatMap(([message, edits]) => (edits === undefined ? [] : [{ message, data: {}, grade: 'exact' as const, edits }]));
}

/** Edits that let a hidden failure out, with words that the model understands and the first error as its cause. */
function throwAgain(swallow: Swallow, tool: Tool): readonly Edit[] | undefined {
  const { body, exit, how } = swallow;
  const name = nameOf(swallow);
  if (name === undefined) return undefined;
  const text = `throw new Error(${failed(tool, name)}, { cause: ${name} });`;
  // Errors have a cause since ES2022.
  const without = { edition: 2022, text: `throw new Error(${failed(tool, name)});` };
  if (how === 'catch-call') {
    const handler = (statement: string): string => `(${name}) => { ${statement} }`;
    return [{ kind: 'replace', at: body, text: handler(text), without: { ...without, text: handler(without.text) } }];
  }
  return [
    ...naming(swallow, name),
    exit ? { kind: 'replace', at: exit, text, without } : { kind: 'line-last', block: body, text, without },
  ];
}

/** The error itself goes on; one whose words reach the model, where the file knows its class. */
function raiseAgain({ body, exit, error, naming: named, failureClass }: Swallow, tool: Tool): readonly Edit[] | undefined {
  // `with suppress(OSError)` has no body in which something could be raised.
  if (exit === undefined && body.span.start === body.span.end) return undefined;
  const name = error ?? 'error';
  const told = failureClass !== undefined && (error !== undefined || named !== undefined);
  const statement = told ? `raise ${failureClass}(f'${wordsOf(tool)} failed: {${name}}') from ${name}` : 'raise';
  const naming: readonly Edit[] = told && named !== undefined ? [{ kind: 'replace', at: named.at, text: named.text }] : [];
  return [
    ...naming,
    exit ? { kind: 'replace', at: exit, text: statement, code: true } : { kind: 'line-last', block: body, text: statement },
  ];
}

/** Edits that answer in the protocol's own way of failing; only where the hidden failure ends the handler itself. */
function answerFailed(swallow: Swallow, tool: Tool): readonly Edit[] | undefined {
  const { exit } = swallow;
  const name = nameOf(swallow);
  if (!tool.hosted || tool.language !== 'typescript' || swallow.answers !== true || exit === undefined || name === undefined)
    return undefined;
  const text = `return { content: [{ type: 'text', text: ${failed(tool, name)} }], isError: true };`;
  return [...naming(swallow, name), { kind: 'replace', at: exit, text }];
}

function nameOf({ error }: Swallow): string | undefined {
  return error === '' ? undefined : (error ?? 'error');
}

/** `catch {` becomes `catch (error) {`. */
function naming({ body, error }: Swallow, name: string): readonly Edit[] {
  return error === undefined ? [{ kind: 'replace', at: startOf(body), text: `(${name}) ` }] : [];
}

function failed(tool: Tool, name: string): string {
  return `\`${wordsOf(tool)} failed: \${String(${name})}\``;
}

function wordsOf(tool: Tool): string {
  return /^[\w.-]{1,128}$/.test(tool.name.value) ? tool.name.value : 'The call';
}
