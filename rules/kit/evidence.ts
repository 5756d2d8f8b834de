import type { Effect, Evidence, Place, Tool } from './model.js';

/** Why what is done only when it is not there yet is not done twice: the label of `idempotentBy`. */
export const looksFirst = 'it looks first whether it is there';

/** What comes first, the way from the handler to the effect, and the effect itself; no place twice. */
export function chain(effect: Effect, ...first: readonly (Evidence | undefined)[]): readonly Evidence[] {
  const steps = new Map<string, Evidence>();
  const told = first.filter((step) => !effect.via.some((other) => step !== undefined && isSameCall(step, other)));
  for (const step of [...told, ...effect.via, { file: effect.file, span: effect.span, label: called(effect) }]) {
    if (step === undefined) continue;
    const place = `${step.file}:${step.span.start}:${step.span.end}`;
    if (!steps.has(place)) steps.set(place, step);
  }
  return [...steps.values()];
}

/** A call on the way is told there, even where the mark of it spans more. */
function isSameCall(one: Evidence, other: Evidence): boolean {
  return one.file === other.file && one.span.start === other.span.start && one.label === other.label;
}

/** The way to an effect from one of its calls on: for tools that share the call it is one proof. */
export function chainFrom(effect: Effect, place: Evidence): readonly Evidence[] {
  const from = effect.via.findIndex(({ file, span }) => file === place.file && span.end === place.span.end);
  const isIt = effect.file === place.file && effect.span.end === place.span.end;
  return chain(from < 0 && !isIt ? effect : { ...effect, via: isIt ? [] : effect.via.slice(from + 1) }, place);
}

/**
 * Where in the tool's own code the way to an effect begins: in its handler, in the file that names it, else at the effect. A handler in
 * another file is often shared by many tools, and no place of one of them.
 */
export function seenFrom(tool: Tool, effect: Effect): Place {
  const steps: readonly Place[] = [...effect.via, effect];
  const { handler, name } = tool;
  const within = steps.find(
    ({ file, span }) => handler !== undefined && file === handler.file && handler.span.start <= span.start && span.end <= handler.span.end,
  );
  const beside = steps.find(({ file }) => file === name.file);
  return (handler?.file === name.file ? (within ?? beside) : (beside ?? within)) ?? effect;
}

/** Where a tool sets out for an effect: the first step in the handler's own file, and not in a decorator around it. */
export function setsOut(effect: Effect, { handler }: Tool): Place {
  return [...effect.via, effect].find(({ file }) => file === handler?.file) ?? effect.via[0] ?? effect;
}

/**
 * What a label calls an effect: `DELETE FROM users`, `stripe.refunds.create`. A method of a class is shown on a variable of
 * that name, as it is read in code.
 */
export function called(effect: Effect): string {
  if (effect.detail !== undefined) return effect.detail;
  const path = pathOf(effect);
  const hash = path.indexOf('#');
  if (hash < 0 && /\.(?:py|ipynb)$/.test(effect.file)) return inModule(effect);
  return hash < 0 ? path : `${uncapitalized(path.slice(0, hash))}.${path.slice(hash + 1)}`;
}

/** Python calls a function by its module: `os.remove`, `stripe.Refund.create`. */
function inModule({ api }: Effect): string {
  const [, module, path] = /^([\w.]{1,100}): ([\w.]{1,100})$/.exec(api) ?? [];
  return module === undefined || module === 'builtins' || module === 'memory'
    ? api.slice(api.indexOf(': ') + 2)
    : `${module}.${path ?? ''}`;
}

/** The same in a sentence: code in backticks, words as they are. */
export function named(effect: Effect): string {
  if (effect.resource === 'memory') return `\`${pathOf(effect)}\` in memory`;
  const name = called(effect);
  return /^(?:an? |SQL text )/.test(name) || name.includes('`') ? name : `\`${name}\``;
}

/**
 * The value of a parameter under which an effect happens, to begin a sentence: "With `action: 'delete'`"; `undefined` when it
 * happens whatever is passed, or when the value shows nothing.
 */
export function supposing({ mode }: Effect): string | undefined {
  const value = mode?.values[0];
  if (mode === undefined || value === undefined || value === '*' || !plain.test(mode.parameter)) return undefined;
  if (value === null) return `Without \`${mode.parameter}\``;
  if (typeof value !== 'string') return `With \`${mode.parameter}: ${value}\``;
  return plain.test(value) ? `With \`${mode.parameter}: '${value}'\`` : undefined;
}

const plain = /^[\w.:/-]{1,32}$/;

/** What a second execution does, to follow "a repeated call": "charges twice". */
export function repeats(effect: Effect): string {
  if (effect.class === 'exec') return 'runs it twice';
  if (effect.class === 'external') return sendsTwice(effect);
  if (effect.class === 'write.set' || effect.relative) return 'changes it twice';
  if (effect.resource === 'database') return 'adds the row twice';
  if (effect.resource === 'queue') return 'queues the job twice';
  return effect.resource === 'filesystem' ? 'appends twice' : 'creates a second one';
}

/** A short name for a value that belongs to this call: `refundsCreate` for `Stripe#refunds.create`. */
export function nounOf(effect: Effect): string {
  const words = pathOf(effect).match(/[A-Za-z0-9]{1,64}/g) ?? [];
  return words
    .slice(-2)
    .map((word, index) => (index === 0 ? uncapitalized(word) : capitalized(word)))
    .join('');
}

function sendsTwice(effect: Effect): string {
  const path = pathOf(effect).toLowerCase();
  if (effect.resource === 'mail') return 'sends the mail twice';
  if (effect.resource === 'chat') return 'posts the message twice';
  if (effect.resource !== 'money') return 'does it twice';
  if (path.includes('refund')) return 'refunds twice';
  return path.includes('payout') || path.includes('transfer') ? 'pays out twice' : 'charges twice';
}

/** `stripe: Stripe#refunds.create` without the library. */
function pathOf(effect: Effect): string {
  const colon = effect.api.indexOf(': ');
  return colon < 0 ? effect.api : effect.api.slice(colon + 2);
}

/** `Stripe` gives `stripe`, `S3Client` `s3Client`, `LRUCache` `lruCache`. */
function uncapitalized(word: string): string {
  const capitals = /^[A-Z]*/.exec(word)?.[0].length ?? 0;
  const last = capitals > 1 && /[a-z]/.test(word.charAt(capitals)) ? capitals - 1 : capitals;
  return word.slice(0, last).toLowerCase() + word.slice(last);
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** A tool that is named for the command that it runs: `git_clean` is there for `git clean`. */
export function namesCommand(name: string, { detail = '' }: Effect): boolean {
  const [, program, command] = /^([a-z][a-z\d-]{0,30}) ([a-z][a-z\d-]{0,30})(?= |$)/.exec(detail) ?? [];
  const words = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
  return program !== undefined && words.includes(program) && words.includes(command!);
}
