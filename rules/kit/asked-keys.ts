/** A key that the model is asked for, and handed on to the call that needs it. */
import { changes, once } from './effects-of.js';
import { askedFor } from './key-forms.js';
import type { Edit, Effect, FixGrade, Tool } from './model.js';

/** Title of {@link askFixes}, for the messages of a rule that offers them. */
export const askMessages = { ask: 'Ask the model for `{key}` and pass it as idempotency key' } as const;

/** What the model reads of it. It must not be taken for a new value for each attempt. */
const aboutOf = (what: string): string =>
  `Choose one ${what} for each intended operation, and send the same value again when this call is retried.`;

/**
 * Asks for one more parameter, hands it on from function to function and passes it as the key of a call that has none. Nothing is offered
 * where some place on the way is not provable, or where the tool has such a parameter already.
 */
export function askFixes(
  effect: Effect,
  tool: Tool,
): readonly {
  readonly message: 'ask';
  readonly data: { readonly key: string };
  readonly grade: FixGrade;
  readonly edits: readonly Edit[];
}[] {
  const { keySlot: slot, key, retriedBy, through = [] } = effect;
  // A function that calls itself would have to hand it on to itself.
  if (slot?.insert === undefined || key.level !== 'none' || (retriedBy !== undefined && through.length > 0)) return [];
  // What is asked for and does not reach all of them would promise too much.
  const others = tool.effects.known.filter((one) => one.keySlot !== undefined && changes(one));
  if (once(others).length > 1) return [];
  const asked = askedKey(effect, tool);
  if (asked === undefined) return [];
  const edits: readonly Edit[] = [...asked.edits, { kind: 'set', slot, value: { code: asked.text } }];
  return [{ message: 'ask', data: { key: asked.name }, grade: 'choice', edits }];
}

/** Edits, and the code that stands for the value at the call. */
function askedKey(
  effect: Effect,
  tool: Tool,
): { readonly name: string; readonly text: string; readonly edits: readonly Edit[] } | undefined {
  const { intake, inputs, language } = tool;
  const { through, via } = effect;
  const what = askedFor(effect.keyForm);
  if (what === undefined || intake === undefined || through === undefined || through.length !== via.length) return undefined;
  const name = language === 'python' || inputs.some((input) => input.name.includes('_')) ? 'idempotency_key' : 'idempotencyKey';
  if (inputs.some((input) => input.name.toLowerCase().replaceAll('_', '') === 'idempotencykey')) return undefined;
  const { schema, handler, whole } = intake;
  const about = aboutOf(what);
  const edits: Edit[] = [];
  if (schema !== undefined) edits.push({ kind: 'schema-entry', at: schema, form: schema.form, name, about });
  const model = whole !== undefined ? { whole } : schema === undefined ? { about } : {};
  edits.push({ kind: 'parameter', of: handler, name, model });
  let text = whole === undefined ? name : `${whole}.${name}`;
  for (const [i, to] of through.entries()) {
    edits.push({ kind: 'hand-on', callee: via[i]!, to, name, value: text }, { kind: 'parameter', of: to, name });
    text = name;
  }
  return { name, text, edits };
}
