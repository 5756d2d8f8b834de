/** What a message asks for that is sent over a connection of the program's own: a socket carries questions and orders alike. */
import { somePart } from './some-part.js';
import { optionsOf, type ConstantValue, type Value } from './value.js';
import { verbClass } from './verbs.js';

/** Properties under which protocols name what they ask for. */
const naming = ['method', 'type', 'command', 'cmd', 'action', 'op'] as const;

/** Words that keep a connection alive. */
const greeting = /^\W{0,8}(?:ping|pong|hello|heartbeat|keep-?alive)\W{0,8}$/i;

export type Message = 'asks' | 'orders' | 'open';

/** What is sent: a question, an order, or what the names of the functions on the way must tell. */
export function messageOf(sent: Value | undefined): Message {
  if (sent === undefined) return 'open';
  const names: Value[] = [];
  let greets = false;
  let says = false;
  somePart(sent, (part) => {
    const key = part.kind === 'object' ? naming.find((name) => part.properties.has(name)) : undefined;
    if (part.kind === 'object' && key !== undefined) names.push(...optionsOf(part.properties.get(key)!.value()));
    greets ||= part.kind === 'constant' && greeting.test(String(part.value));
    says ||= part.kind === 'object' || part.kind === 'array' || part.kind === 'unknown' || part.kind === 'input';
    return false;
  });
  // A greeting is all that is said: `{ text: 'hello' }` says it to somebody.
  if (names.length === 0) return greets && !says ? 'asks' : 'open';
  if (!names.every(isText)) return 'open';
  // `{ type: 'manage_script', params: { action: 'validate' } }`: one of the names tells.
  const classes = names.flatMap(({ value }) => (greeting.test(value) ? 'read' : (verbClass(value) ?? [])));
  if (classes.length === 0) return 'open';
  return classes.every((kind) => kind === 'read') ? 'asks' : 'orders';
}

function isText(value: Value): value is ConstantValue & { readonly value: string } {
  return value.kind === 'constant' && typeof value.value === 'string';
}
