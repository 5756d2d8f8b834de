/** What the words of a request say beside its method: an action that its query names, and what becomes of things of the same name. */
import { asks, type EffectClass, type HttpKnowledge } from '../../../rules/kit/index.js';
import type { HttpReading } from './http.js';
import { fromModel, somePart } from './some-part.js';
import { textParts } from './text-parts.js';
import { optionsOf, stringOf, type ObjectValue, type Value } from './value.js';
import { verbClass } from './verbs.js';

/** A request may do more than one thing: `replace` makes something new, or takes the place of what is there. */
export function ordered(knowledge: HttpKnowledge, found: HttpReading, sent: Request): readonly HttpReading[] {
  const method = found.detail.split(' ', 1)[0]!;
  if (method !== 'POST' && method !== 'PUT' && method !== 'PATCH') return [found];
  const told = actionClass(knowledge, method, found, sent);
  const { mayAsk: _mayAsk, ...rest } = found;
  const reading = told === undefined ? found : { ...rest, class: told, certainty: 'probable' as const };
  if (reading.class !== 'write.add') return [reading];
  const replaced = replaces(knowledge, sent);
  if (replaced === undefined) return [reading];
  const over = { ...rest, class: 'write.set' as const };
  return replaced === 'always' ? [over] : [reading, over];
}

/** The parts of a request that hold words. */
export interface Request {
  readonly url: Value | undefined;
  /** The arguments of the call. */
  readonly given: readonly Value[];
  readonly body: Value | undefined;
}

/** What is done by the word that names it: in the query, or at the end of the address of a PUT. */
function actionClass(knowledge: HttpKnowledge, method: string, found: HttpReading, sent: Request): EffectClass | undefined {
  if (found.class !== 'write.add' && found.class !== 'write.set') return undefined;
  const words = actionWords(knowledge, sent);
  if (words.length === 0) {
    const last = found.detail.split(/[/:]/).findLast((part) => part !== '') ?? '';
    return method === 'PUT' && begins(knowledge, last) ? 'write.add' : undefined;
  }
  const classes = words.map((word) => (word === undefined ? undefined : wordClass(knowledge, word)));
  if (classes.includes(undefined)) return undefined;
  if (classes.every((kind) => kind === 'read')) return method === 'POST' ? 'read' : undefined;
  return (['destroy', 'write.set', 'write.add'] as const).find((kind) => classes.includes(kind));
}

function wordClass(knowledge: HttpKnowledge, word: string): EffectClass | undefined {
  if (asks(word)) return 'read';
  if (begins(knowledge, word)) return 'write.add';
  const found = verbClass(word);
  // Who publishes or runs something does it once more each time.
  return found === 'external' || found === 'exec' ? 'write.add' : found === 'read' ? undefined : found;
}

/** `retrainProject`, `run` */
function begins({ beginning }: HttpKnowledge, word: string): boolean {
  const first = /^[A-Z]?[a-z]+|^[A-Z]+/.exec(word)?.[0].toLowerCase();
  return first !== undefined && beginning.includes(first);
}

/** Words under the names of actions: `undefined` stands for one that could not be told. */
function actionWords(knowledge: HttpKnowledge, sent: Request): readonly (string | undefined)[] {
  const query =
    textParts(sent.url ?? { kind: 'constant', value: '' })
      .join('\0')
      .split('?')[1] ?? '';
  const inText = query.split('&').flatMap((pair) => {
    const [name, value] = pair.split('=');
    if (value === undefined || !knowledge.actionFields.includes(name!)) return [];
    return [/^[\w-]+$/.test(value) ? value : undefined];
  });
  const inArguments = queriesIn(knowledge, sent).flatMap((value) => wordsIn(knowledge, value, 0));
  return [...inText, ...inArguments];
}

/** What a call is given as the query of its request; what is sent in its body only looks like it. */
function queriesIn({ queries }: HttpKnowledge, { given, body }: Request): readonly Value[] {
  return given.flatMap((value) =>
    value.kind !== 'object' || value === body
      ? []
      : queries.flatMap((name) => {
          const query = value.properties.get(name)?.value();
          return query === undefined ? [] : [query];
        }),
  );
}

/** In an object, or in what a package makes of one: `QueryParams({ action: 'publish' })`. */
function wordsIn(knowledge: HttpKnowledge, query: Value, depth: number): readonly (string | undefined)[] {
  if (depth > 4) return [];
  return optionsOf(query).flatMap((option): readonly (string | undefined)[] => {
    if (option.kind === 'object')
      return knowledge.actionFields.flatMap((name) => {
        const value = option.properties.get(name)?.value();
        return value === undefined ? [] : optionsOf(value).map(stringOf);
      });
    const parts = option.kind === 'external' ? (option.args ?? []) : option.kind === 'derived' ? option.from : [];
    return parts.flatMap((part) => wordsIn(knowledge, part, depth + 1));
  });
}

/** Whether something of the same name is replaced: `on_conflict: 'replace'`, or whatever the model says there. */
function replaces(knowledge: HttpKnowledge, { given, body }: Request): 'always' | 'perhaps' | undefined {
  let answer: 'always' | 'perhaps' | undefined;
  for (const value of body === undefined ? given : [body, ...given])
    somePart(value, (part) => {
      const policy = part.kind === 'object' ? policyIn(knowledge, part) : undefined;
      for (const option of policy === undefined ? [] : optionsOf(policy)) {
        if (option.kind === 'constant' && overwriting(knowledge, option.value)) answer ??= 'always';
        else if (option.kind !== 'constant' && fromModel(option)) answer = 'perhaps';
      }
      return false;
    });
  return answer;
}

function policyIn({ conflictFields }: HttpKnowledge, { properties }: ObjectValue): Value | undefined {
  for (const [name, property] of properties) {
    const plain = name.replaceAll(/[^A-Za-z]/g, '').toLowerCase();
    if (conflictFields.some((end) => plain.endsWith(end))) return property.value();
  }
  return undefined;
}

function overwriting({ overwriting: words }: HttpKnowledge, value: unknown): boolean {
  return value === true || (typeof value === 'string' && words.includes(value.toLowerCase()));
}
