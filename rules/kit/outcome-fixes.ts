/** Ways to wait for what was left to itself, and to let out a failure that an answer tells. */
import type { Edit } from './edits.js';
import type { AnswerKind, Floating, Hushed, Ignored } from './outcomes.js';
import { startOf } from './places.js';

/** Titles of {@link waitFixes}. */
export const waitMessages = { await: 'Await it', loop: 'Wait for each item in a loop' } as const;

/** Waits where it stands; a loop that waits takes the place of a method that does not. */
export function waitFixes({ awaitAt, loop = [] }: Floating) {
  if (awaitAt !== undefined) {
    const edits: Edit[] = [{ kind: 'replace', at: awaitAt, text: 'await ' }];
    return [{ message: 'await' as const, data: {}, grade: 'exact' as const, edits }];
  }
  const edits = loop.map((piece): Edit => ({ kind: 'replace', ...piece }));
  return edits.length === 0 ? [] : [{ message: 'loop' as const, data: {}, grade: 'choice' as const, edits }];
}

/** Titles of {@link answerFixes}. */
export const answerMessages = {
  throw: 'Throw when it was refused',
  raise: 'Raise when it was refused',
  option: 'Let the call raise when it fails',
} as const;

/** What is said below the statement, by the name of the answer. */
const failed: Readonly<Partial<Record<AnswerKind, (name: string) => string>>> = {
  status: (name) => `if (!${name}.ok) throw new Error(\`The request was refused: \${${name}.status}\`);`,
  response: (name) => `${name}.raise_for_status()`,
  error: (name) => `if (${name}.error) throw ${name}.error;`,
};

/** An option of the call, or a line below it; an answer without a name gets one. */
export function answerFixes({ kind, statement, name, free, option, tells, inPython }: Ignored) {
  if (option !== undefined) {
    const edits: Edit[] = [{ kind: 'set', slot: option, value: true }];
    return [{ message: 'option' as const, data: {}, grade: 'exact' as const, edits }];
  }
  const told = failed[kind];
  const given = name ?? free;
  if (told === undefined || statement === undefined || given === undefined || (kind === 'status' && tells !== 'ok')) return [];
  const line: Edit = { kind: 'line-below', at: statement, text: told(given) };
  const naming: Edit = { kind: 'replace', at: startOf(statement), text: inPython === true ? `${given} = ` : `const ${given} = ` };
  const edits = name === undefined ? [naming, line] : [line];
  return [{ message: kind === 'response' ? ('raise' as const) : ('throw' as const), data: {}, grade: 'exact' as const, edits }];
}

/** Title of {@link hushFixes}. */
export const hushMessages = { cut: 'Let the command fail' } as const;

/** Cuts off what lets a command line end well. */
export function hushFixes({ cut }: Hushed) {
  const edits: Edit[] = cut === undefined ? [] : [{ kind: 'replace', at: cut, text: '' }];
  return cut === undefined ? [] : [{ message: 'cut' as const, data: {}, grade: 'exact' as const, edits }];
}
