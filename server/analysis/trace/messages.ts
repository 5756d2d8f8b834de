/** What a message asks for that is sent over a connection of the program's own: a socket carries questions and orders alike. */
import { somePart } from './some-part.js';
import { optionsOf, type Value } from './value.js';
import { verbClass } from './verbs.js';

/** Properties under which protocols name what they ask for. */
const naming = ['method', 'type', 'command', 'cmd', 'action', 'op'] as const;

/** Words that keep a connection alive. */
const greeting = /^\W{0,8}(?:ping|pong|hello|heartbeat|keep-?alive)\W{0,8}$/i;

export type Message = 'asks' | 'orders' | 'open';

/** What is sent: a question, an order, or what the names of the functions on the way must tell. */
export function messageOf(sent: Value | undefined): Message {
  if (sent === undefined) return 'open';
  const names: (string | undefined)[] = [];
  const isGreeting = somePart(sent, (part) => {
    if (part.kind === 'object')
      for (const key of naming) {
        const property = part.properties.get(key);
        if (property === undefined) continue;
        for (const name of optionsOf(property.value()))
          names.push(name.kind === 'constant' && typeof name.value === 'string' ? name.value : undefined);
        break;
      }
    return part.kind === 'constant' && typeof part.value === 'string' && greeting.test(part.value);
  });
  if (names.length === 0) return isGreeting ? 'asks' : 'open';
  if (names.includes(undefined)) return 'open';
  // `{ type: 'manage_script', params: { action: 'validate' } }`: one of the names tells.
  const classes = names.flatMap((name) => (greeting.test(name!) ? 'read' : (verbClass(name!) ?? [])));
  if (classes.length === 0) return 'open';
  return classes.every((kind) => kind === 'read') ? 'asks' : 'orders';
}
