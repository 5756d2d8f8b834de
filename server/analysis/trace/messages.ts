/** What a message asks for that is sent over a connection of the program's own: a socket carries questions and orders alike. */
import { asks, type EffectClass } from '../../../rules/kit/index.js';
import { plainEffect, type Outcome } from './direct-effect.js';
import { plainWord } from './modes.js';
import { fromModel, someOwnPart } from './some-part.js';
import { optionsOf, stringOf, undefinedValue, type ObjectValue, type Value } from './value.js';
import { onlyShows, verbClass, withoutVendor } from './verbs.js';

/** Properties under which protocols name what they ask for. */
const naming = ['method', 'type', 'command', 'cmd', 'action', 'op', 'operation'] as const;

/** Words that keep a connection alive. */
const greeting = /^\W{0,8}(?:ping|pong|hello|heartbeat|keep-?alive)\W{0,8}$/i;

/** The worst first. */
const changes = ['exec', 'destroy', 'write.set', 'write.add'] as const satisfies readonly EffectClass[];

export interface Message {
  /** What it does, the worst first: `read` is a question. Empty: no word says it, so that the names of the functions on the way must tell. */
  readonly told: readonly EffectClass[];
  /** Parameters of the tool that stand where words would. */
  readonly by: readonly string[];
}

/** What a message does that is sent, by the words that it names its command with. */
export function messageOf(sent: Value | undefined): Message {
  if (sent === undefined) return { told: [], by: [] };
  const names: Value[] = [];
  let greets = false;
  let says = false;
  someOwnPart(sent, isAnswer, (part) => {
    if (part.kind === 'object') names.push(...namesIn(part));
    greets ||= part.kind === 'constant' && greeting.test(String(part.value));
    says ||= part.kind === 'object' || part.kind === 'array' || part.kind === 'unknown' || part.kind === 'input';
    return false;
  });
  // A greeting is all that is said: `{ text: 'hello' }` says it to somebody.
  if (names.length === 0) return { told: greets && !says ? ['read'] : [], by: [] };
  const words = names.map(stringOf);
  // `{ type: 'manage_script', params: { action: 'validate' } }`: one of the names tells.
  const told = words.flatMap((word) => (word === undefined ? [] : (commandClass(word, sent) ?? [])));
  const changing = changes.filter((kind) => told.includes(kind));
  if (changing.length > 0) return { told: changing, by: [] };
  return told.length === 0 || words.includes(undefined) ? { told: [], by: names.flatMap(parameterOf) } : { told: ['read'], by: [] };
}

/** What somebody else's tool does by its name, when that is fixed: the worst first. Empty: no name says it. */
export function toldByName(
  name: Value | undefined,
  given: Value | undefined,
): { readonly fixed: boolean; readonly told: readonly EffectClass[] } {
  const words = optionsOf(name ?? undefinedValue).map(stringOf);
  const fixed = words.length > 0 && !words.includes(undefined);
  const classes = fixed ? words.map((word) => commandClass(word!, given ?? undefinedValue)) : [];
  if (classes.includes(undefined)) return { fixed, told: [] };
  const changing = changes.filter((kind) => classes.includes(kind));
  return { fixed, told: changing.length > 0 || !fixed ? changing : ['read'] };
}

/** A function that hands a message to somebody else, by its name. */
const handing =
  /^_?(?:request|send|invoke|call|ask|rpc|ipc|execute)?_?(?:request|rpc|ipc|message|command|method|procedure|and_?wait)?(?:Request|Rpc|RPC|Ipc|IPC|Message|Command|Method|Procedure|AndWait)?(?:_?[aA]sync)?$/;
/** `getSearchResults`, `notes/list`, `delete_scene`, and no sentence, file or address. */
const called = /^[A-Za-z][A-Za-z0-9]*(?:[/:_-][A-Za-z0-9]+)*$/;

/**
 * What a function does that nobody can see, when it is named for handing a message on and the message is named for what it asks for:
 * `request('getSearchResults', { query })`. `undefined` when the name of either does not tell.
 */
export function handedMessage(name: string, label: string, [first]: readonly Value[]): Outcome | undefined {
  if (name === '' || first === undefined || !handing.test(name)) return undefined;
  const words = optionsOf(first).map((option) => stringOf(option) ?? '');
  const who = 'who is asked could not be told';
  if (words.every(onlyShows)) {
    const unresolved = `${who}; by its name the message \`${words[0]!}\` only shows something`;
    return { kind: 'effects', effects: [], unresolved, named: true };
  }
  const [does] = words.every((word) => called.test(word)) ? toldByName(first, first).told : [];
  if (does === undefined) return undefined;
  const effect = plainEffect({ class: does, resource: 'other', api: `${label}: ${words[0]!}`, certainty: 'probable' });
  return {
    kind: 'effects',
    unresolved: `${who}; the message \`${words[0]!}\` says what it does`,
    effects: [{ ...effect, named: true }],
    named: true,
  };
}

function parameterOf(value: Value): readonly string[] {
  const word = plainWord(value);
  return word.kind === 'input' && word.role === 'input' ? [word.path] : [];
}

/** What somebody else answered is no part of what is asked now. */
function isAnswer(value: Value): boolean {
  return value.kind === 'derived' && (value.answer === true || value.told === true || value.read !== undefined);
}

function namesIn({ properties }: ObjectValue): readonly Value[] {
  return naming.flatMap((name) => {
    const property = properties.get(name);
    return property === undefined ? [] : optionsOf(property.value());
  });
}

/** `particle_set_main`: a noun may stand there, and only one of them is no other word. */
function behindPart(rest: string): EffectClass | undefined {
  const found = verbClass(rest);
  return found === 'read' && !/^get(?:$|[A-Z_-])/.test(rest) ? undefined : found;
}

/** What goes on is told to end; and a picture without its background is another picture. */
const ending =
  /^(?:cancel|abort|stop)(?:_?(?:build|crawl|execution|export|generation|import|job|operation|request|run|scan|search|task))?$|^remove_?(?:background|bg|noise)$/i;

/** `delete_scene`, `scene/delete`, `Page.close`: the verb stands first, or first behind what it is a part of. */
function commandClass(word: string, sent: Value): EffectClass | undefined {
  const last = word.slice(Math.max(word.lastIndexOf('/'), word.lastIndexOf('.'), word.lastIndexOf(':')) + 1);
  if (greeting.test(word) || asks(last)) return 'read';
  if (ending.test(last)) return 'write.set';
  const found = verbClass(word) ?? verbClass(last) ?? behindPart(withoutVendor(last));
  if (found === 'external') return 'write.add';
  // What is run may be anything, when the model says what.
  return found === 'exec' && !fromModel(sent) ? 'write.add' : found;
}
