import { addsWhenCalledAgain } from './effects-of.js';
import { nounOf } from './evidence.js';
import { mayServe } from './key-forms.js';
import type { Edit, Effect, FixGrade, InputParameter, KeyCandidate, Place, Tool } from './model.js';

/** Titles of {@link keyFixes}, for the messages of a rule that offers them. */
export const keyMessages = {
  pass: 'Pass `{key}` as idempotency key',
  passCallId: 'Pass `{key}` as idempotency key (a second call by the model has another)',
  hoist: 'Make the key once, before the retry; another call still makes a new one',
} as const;

/** More choices than these are a list, not help. */
const offered = 3;

interface KeyFix {
  readonly message: keyof typeof keyMessages;
  readonly data: { readonly key: string };
  readonly grade: FixGrade;
  readonly edits: readonly Edit[];
}

/** It adds something each time, and no key says that it was there. Memory goes with the process, and a browser is repeated before a human's eyes. */
export function lacksKey(effect: Effect): boolean {
  return addsWhenCalledAgain(effect) && effect.key.level === 'none' && effect.resource !== 'memory' && effect.resource !== 'browser';
}

/** What repairs the key of an effect: each value in scope that is stable, best first; or at least one key for all attempts. */
export function keyFixes(effect: Effect, tool: Pick<Tool, 'language'>): readonly KeyFix[] {
  const slot = effect.keySlot;
  const provable = slot !== undefined && (slot.existing !== undefined || slot.insert !== undefined);
  const pass = ({ text, level }: KeyCandidate): KeyFix => ({
    message: level === 'K4' ? 'pass' : 'passCallId',
    data: { key: text },
    grade: 'choice',
    edits: [{ kind: 'set', slot: slot!, value: { code: text } }],
  });
  const known = provable ? effect.keyCandidates.filter((one) => mayServe(effect.keyForm, one)).slice(0, offered) : [];
  const stable = known.filter(({ level }) => level === 'K4').map(pass);
  // A call id is another one when the model asks again.
  const passed = [...stable, ...known.filter(({ level }) => level === 'K3').map(pass)];
  const edits = hoist(effect, tool.language);
  return edits === undefined ? passed : [...passed, { message: 'hoist', data: { key: '' }, grade: 'exact', edits }];
}

/** The key is made inside what is repeated: each attempt gets another one. */
export function freshForEachAttempt(effect: Effect): boolean {
  const made = effect.key.fresh?.place ?? effect.key.because;
  return effect.key.level === 'K1' && effect.retriedBy !== undefined && made !== undefined && within(made, effect.retriedBy.scope);
}

const keyNames: ReadonlySet<string> = new Set(
  'clientrequesttoken clienttoken dedupeid dedupekey dedupid dedupkey deduplicationid deduplicationkey idempotencyid idempotencykey idempotencytoken'.split(
    ' ',
  ),
);

/** A parameter by which the caller says that it means the same thing again; a `request_id` only where its words say so. */
export function isKeyParameter({ name, description = '' }: InputParameter): boolean {
  const plain = name.toLowerCase().replace(/[_-]/g, '');
  return keyNames.has(plain) || (plain === 'requestid' && /idempoten|dedup|duplicate|retr(?:y|ied|ies)/i.test(description));
}

/** A message without the id by which its queue drops doubles, unless the queue is told to compare their content. */
export function lacksDeduplication({ resource, key, keySlot, keyName }: Effect): boolean {
  return resource === 'queue' && key.level === 'none' && keySlot !== undefined && deduplicating.test(keyName ?? '');
}

const deduplicating = /^(?:message_?)?dedup|^msg_?id$|^nats-msg-id$/i;

function hoist(effect: Effect, language: Tool['language']): readonly Edit[] | undefined {
  const { fresh } = effect.key;
  const before = effect.retriedBy?.before;
  if (fresh === undefined || before === undefined || !freshForEachAttempt(effect)) return undefined;
  const name = language === 'python' ? `${snake(nounOf(effect))}_key` : `${nounOf(effect)}Key`;
  const statement = language === 'python' ? `${name} = ${fresh.text}` : `const ${name} = ${fresh.text};`;
  return [
    { kind: 'line-above', at: before, text: statement, comment: false },
    { kind: 'replace', at: fresh.place, text: name },
  ];
}

function within(inner: Place, outer: Place): boolean {
  return inner.file === outer.file && outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
