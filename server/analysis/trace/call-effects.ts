/** What one call of a library does, by the rows of its effect file. */
import type {
  Access,
  CommandTable,
  EffectClass,
  EffectRow,
  Effects,
  HttpKnowledge,
  Key,
  Place,
  Resource,
  RowOptions,
  Slot,
} from '../../../rules/kit/index.js';
import { holds, valueAt, type LibraryCall } from './access.js';
import type { Env } from './env.js';
import { readHttp } from './http.js';
import { keyOfValue } from './keys.js';
import { joinText } from './literals.js';
import { readArgv, readCommandLine, type CommandEffect } from './shell.js';
import { endsWriting, isReadOnly } from './sessions.js';
import { readSql } from './sql.js';
import { slotOf } from './slots.js';
import { somePart } from './some-part.js';
import type { Tracer } from './tracer.js';
import { keyOf, optionsOf, stringOf, textHoles, textParts, undefinedValue, type ExternalValue, type Value } from './value.js';

/** Tables that no effect file holds. */
export interface Tables {
  readonly http: HttpKnowledge;
  readonly commands: CommandTable;
}

/** An effect before it knows how it was reached. */
export interface DirectEffect {
  readonly class: EffectClass;
  readonly resource: Resource;
  readonly api: string;
  readonly certainty: 'certain' | 'probable' | 'possible';
  readonly detail?: string;
  readonly subject?: Value;
  /** Everything that is written, for telling whether it rests on what was read. */
  readonly content: readonly Value[];
  readonly key: Key;
  readonly keySlot?: Slot;
  readonly ensures: boolean;
  readonly exclusive: boolean;
  readonly bounded: boolean;
  readonly relative: boolean;
  readonly reversible: boolean;
  readonly attributes?: boolean;
  readonly openWorld: boolean;
  readonly callerControlled: boolean;
  readonly named?: boolean;
  /** A condition makes the call safe to repeat. */
  readonly guarded?: Place;
  /** The execution that keeps what changes in memory. */
  readonly keeper?: Env;
  /** The connection that it goes through. */
  readonly session?: string;
  /** What follows on this connection only reads. */
  readonly endsWriting?: boolean;
  /** The subject is moved here; it replaces what stands there. */
  readonly target?: Value;
}

export type Outcome =
  | { readonly kind: 'effects'; readonly effects: readonly DirectEffect[]; readonly unresolved?: string }
  | { readonly kind: 'harmless' }
  | { readonly kind: 'unknown'; readonly reason: string };

const farAway: ReadonlySet<Resource> = new Set<Resource>(['network', 'mail', 'chat', 'money', 'code-host', 'model']);
const never = { level: 'none' } as const;

/** Effects of calling `callee`; names of verbs decide, as `probable`, for packages that nobody described. */
export function callEffects(tracer: Tracer, tables: Tables, callee: ExternalValue, call: LibraryCall): Outcome {
  const { libraries } = tracer;
  const rows = libraries.rows(callee);
  if (rows !== undefined) return rowEffects(tracer, tables, callee, rows, call);
  if (libraries.harmless(callee) || libraries.fresh(callee) || libraries.asks(callee) || libraries.identity(callee) !== undefined)
    return { kind: 'harmless' };
  if (libraries.retry(callee) !== undefined) return { kind: 'harmless' };
  if (call.call.isNew && libraries.described(callee.library)) return { kind: 'harmless' };
  if (libraries.described(callee.library))
    return { kind: 'unknown', reason: `\`${callee.path}\` of \`${callee.library}\` is not described` };
  return byVerb(callee);
}

function rowEffects(
  tracer: Tracer,
  tables: Tables,
  callee: ExternalValue,
  rows: readonly EffectRow[],
  call: LibraryCall,
  unsure = false,
): Outcome {
  const chosen: EffectRow[] = [];
  for (const row of rows) {
    const condition = row[3]?.if;
    const answer = condition === undefined ? true : holds(tracer, condition, call);
    if (answer !== false) chosen.push(row);
    if (answer === true) break;
  }
  const effects: DirectEffect[] = [];
  let unresolved: string | undefined;
  for (const row of chosen) {
    const found = rowEffect(tracer, tables, callee, row, call, unsure || chosen.length > 1);
    effects.push(...found.effects);
    unresolved ??= found.unresolved;
  }
  return { kind: 'effects', effects, ...(unresolved === undefined ? {} : { unresolved }) };
}

interface Found {
  readonly effects: readonly DirectEffect[];
  readonly unresolved?: string;
}

function rowEffect(tracer: Tracer, tables: Tables, callee: ExternalValue, row: EffectRow, call: LibraryCall, unsure: boolean): Found {
  const [, kind, subjectAccess, options = {}] = row;
  const file = tracer.libraries.fileOf(callee.library, row);
  const subject = valueAt(tracer, subjectAccess, call);
  const base = direct(tracer, file, callee, row, subject, call, unsure);
  switch (kind) {
    case 'sql':
      return sqlEffects(tracer, base, subject, options, call);
    case 'http':
      return httpEffects(tracer, tables, base, subject, options, call);
    case 'shell':
      return shellEffects(tables, base, commandText(subject, options.args === undefined ? undefined : valueAt(tracer, options.args, call)));
    case 'command':
      return commandObject(tracer, tables, subject, unsure);
    case 'argv':
      return argvEffects(tracer, tables, base, subject, options, call);
    default: {
      const bounded = options.unbounded !== true && (options.bound === undefined || bounds(valueAt(tracer, options.bound, call)));
      const target = options.moves === undefined ? undefined : valueAt(tracer, options.moves, call);
      return { effects: [{ ...base, class: kind, bounded, ...(target === undefined ? {} : { target }) }] };
    }
  }
}

function direct(
  tracer: Tracer,
  file: Effects,
  callee: ExternalValue,
  row: EffectRow,
  subject: Value | undefined,
  call: LibraryCall,
  unsure: boolean,
): DirectEffect {
  const [name, , , options = {}] = row;
  const resource = options.resource ?? file.resource;
  const keyValue = options.key === undefined ? undefined : valueAt(tracer, options.key, call);
  const slot = options.key === undefined ? undefined : slotOf(tracer, call.call, call.env, options.key);
  const keyPlace = slot?.existing === undefined ? undefined : { file: slot.file, span: slot.existing };
  const guard = (options.guards ?? []).find((access) => valueAt(tracer, access, call) !== undefined);
  const guarded = guard === undefined ? undefined : slotOf(tracer, call.call, call.env, guard);
  return {
    class: 'read',
    resource,
    api: `${file.library}: ${callee.path === '' ? name : callee.path}`,
    certainty: unsure ? 'probable' : 'certain',
    ...(subject === undefined ? {} : { subject }),
    content: call.args.filter((_, i) => row[2] !== `arg ${i}` && options.moves !== `arg ${i}`),
    key: options.key === undefined ? never : keyOfValue(keyValue, keyPlace),
    ...(slot === undefined ? {} : { keySlot: slot }),
    ensures: options.ensures === true,
    exclusive: options.exclusive === true,
    bounded: true,
    relative: options.relative === true || (options.relativeIn !== undefined && countsUp(valueAt(tracer, options.relativeIn, call))),
    reversible: options.reversible === true,
    ...(options.attributes === true ? { attributes: true } : {}),
    openWorld: file.openWorld ?? farAway.has(resource),
    callerControlled: false,
    ...(guarded === undefined ? {} : { guarded: { file: guarded.file, span: guarded.existing ?? call.call.span } }),
  };
}

/** The object that is sent says what the call does. */
function commandObject(tracer: Tracer, tables: Tables, subject: Value | undefined, unsure: boolean): Found {
  const effects: DirectEffect[] = [];
  let unresolved: string | undefined;
  for (const option of optionsOf(subject ?? undefinedValue)) {
    const rows = option.kind === 'external' ? tracer.libraries.commands(option) : undefined;
    if (option.kind !== 'external' || rows === undefined || option.call === undefined) {
      unresolved = 'the command that is sent could not be told';
      continue;
    }
    const sent = { ...option, path: option.path.slice(0, -1) };
    const outcome = rowEffects(
      tracer,
      tables,
      sent,
      rows,
      { call: option.call.node, env: option.call.env, args: option.args ?? [] },
      unsure,
    );
    if (outcome.kind === 'effects') effects.push(...outcome.effects);
  }
  return { effects, ...(unresolved === undefined ? {} : { unresolved }) };
}

const counting = new Set(['increment', 'decrement', 'multiply', 'divide', 'push', '$inc', '$mul', '$push']);

/** An object that says how to change what is there, instead of what to set. */
function countsUp(value: Value | undefined): boolean {
  if (value?.kind !== 'object') return false;
  return [...value.properties].some(([key, property]) => {
    if (counting.has(key)) return true;
    const inner = property.value();
    return inner.kind === 'object' && [...inner.properties.keys()].some((name) => counting.has(name));
  });
}

/** A filter with at least one property narrows; one that is not known is taken to. */
function bounds(value: Value | undefined): boolean {
  if (value === undefined || (value.kind === 'constant' && (value.value === undefined || value.value === null))) return false;
  return value.kind !== 'object' || value.open || value.properties.size > 0;
}

function sqlEffects(tracer: Tracer, plain: DirectEffect, subject: Value | undefined, options: RowOptions, call: LibraryCall): Found {
  const base = call.receiver === undefined ? plain : { ...plain, session: keyOf(call.receiver) };
  const readOnly = isReadOnly(tracer, call.receiver);
  const texts = optionsOf(subject ?? undefinedValue);
  const effects: DirectEffect[] = [];
  let unresolved: string | undefined;
  for (const text of texts) {
    // `client.query({ text, values })`
    const sql = text.kind === 'object' ? ((text.properties.get('text') ?? text.properties.get('sql'))?.value() ?? text) : text;
    const parts = textParts(sql);
    if (parts.every((part) => part.trim() === '')) {
      if (fromModel(sql))
        effects.push({ ...base, class: readOnly ? 'read' : 'exec', detail: 'SQL text of the caller', callerControlled: true });
      else unresolved = 'the SQL text could not be told';
      continue;
    }
    const reading = readSql(parts, options.dialect, call.template !== undefined && sql === call.template);
    for (const statement of reading.statements) {
      effects.push({
        ...base,
        class: readOnly ? 'read' : statement.class,
        ...(endsWriting(parts.join(' ')) ? { endsWriting: true } : {}),
        detail:
          statement.table === undefined
            ? statement.verb
            : reading.statements.length === 1
              ? reading.detail
              : `${statement.verb} ${statement.table}`,
        bounded: statement.bounded,
        ensures: statement.ensures || statement.conflict,
        exclusive: statement.exclusive,
        relative: statement.relative,
      });
    }
    if (!reading.complete) {
      if (call.template === undefined && textHoles(sql).some((hole) => fromModel(hole)))
        effects.push({
          ...base,
          class: 'exec',
          detail: 'SQL text that the caller completes',
          callerControlled: true,
          certainty: 'probable',
        });
      else unresolved = 'a part of the SQL text could not be told';
    }
  }
  return { effects, ...(unresolved === undefined ? {} : { unresolved }) };
}

function httpEffects(
  tracer: Tracer,
  tables: Tables,
  base: DirectEffect,
  subject: Value | undefined,
  options: RowOptions,
  call: LibraryCall,
): Found {
  let method: Value | string | undefined;
  let url = subject;
  if (options.method !== undefined) method = isVerb(options.method) ? options.method : valueAt(tracer, options.method as Access, call);
  const template = /^([A-Z]{3,7}) (.*)$/.exec(stringOf(subject) ?? '');
  if (template !== null) [method, url] = [template[1]!, { kind: 'constant', value: template[2]! }];
  const body = options.body === undefined ? undefined : unwrapBody(valueAt(tracer, options.body, call));
  const readings = readHttp(tables.http, method, withBase(call.receiver, url), body);
  if (readings === undefined) return { effects: [], unresolved: 'the HTTP method could not be told' };
  const headers = options.headers === undefined ? undefined : valueAt(tracer, options.headers, call);
  const header = headerKey(tables.http, headers);
  return {
    effects: readings.map((reading) => {
      const { keyHeader, ...rest } = reading;
      const slot =
        keyHeader === undefined || options.headers === undefined
          ? undefined
          : slotOf(tracer, call.call, call.env, `${options.headers}.${keyHeader}` as Access);
      return {
        ...base,
        ...rest,
        resource: reading.resource === 'network' ? base.resource : reading.resource,
        certainty: base.certainty === 'probable' ? 'probable' : reading.certainty,
        key: header ?? base.key,
        ...(slot === undefined ? {} : { keySlot: slot }),
      };
    }),
  };
}

function isVerb(text: string): boolean {
  return /^[A-Z]+$/.test(text);
}

function unwrapBody(value: Value | undefined): Value | undefined {
  return value?.kind === 'derived' && value.operation.startsWith('JSON.stringify')
    ? value.from.find((part) => part.kind === 'object')
    : value;
}

/** A client made with a base address gives it to every call. */
function withBase(receiver: Value | undefined, url: Value | undefined): Value | undefined {
  if (receiver?.kind !== 'external' || receiver.args === undefined) return url;
  for (const arg of receiver.args) {
    if (arg.kind !== 'object') continue;
    for (const key of ['baseURL', 'prefixUrl', 'baseUrl', 'prefix']) {
      const base = arg.properties.get(key)?.value();
      if (base !== undefined) return { kind: 'text', id: 0, parts: [base, ...(url === undefined ? [] : [url])] };
    }
  }
  return url;
}

function headerKey(knowledge: HttpKnowledge, headers: Value | undefined): Key | undefined {
  if (headers?.kind !== 'object') return undefined;
  for (const [name, property] of headers.properties) {
    if (knowledge.keyHeaders.includes(name.toLowerCase())) return keyOfValue(property.value(), property.at);
  }
  return undefined;
}

/** The command with the words that are given behind it. */
function commandText(command: Value | undefined, words: Value | undefined): Value | undefined {
  if (command === undefined || words?.kind !== 'array') return command;
  return joinText([command, ...words.items.flatMap((item) => [' ', item]), ...(words.rest === undefined ? [] : [' ', words.rest])]);
}

function shellEffects(tables: Tables, base: DirectEffect, subject: Value | undefined): Found {
  if (subject === undefined) return { effects: [], unresolved: 'the command could not be told' };
  const effects: DirectEffect[] = [];
  let unresolved: string | undefined;
  for (const option of optionsOf(subject)) {
    const parts = textParts(option);
    const fromInput = textHoles(option).some((hole) => fromModel(hole));
    if (parts.every((part) => part.trim() === '')) {
      effects.push({
        ...base,
        class: 'exec',
        detail: fromInput ? 'a command of the caller' : 'a command',
        callerControlled: fromInput,
        certainty: fromInput ? 'certain' : 'probable',
      });
      if (!fromInput) unresolved = 'the command could not be told';
      continue;
    }
    const reading = readCommandLine(parts, tables.commands);
    effects.push(...commandEffects(base, reading.effects, fromInput));
    if (fromInput && reading.exposed === 'bare' && !reading.effects.some((effect) => effect.class === 'exec')) {
      effects.push({ ...base, class: 'exec', detail: 'a command line that the caller completes', callerControlled: true });
    }
    if (!reading.complete && !reading.effects.some((effect) => effect.class === 'exec'))
      unresolved = 'a part of the command could not be told';
  }
  return { effects, ...(unresolved === undefined ? {} : { unresolved }) };
}

function argvEffects(
  tracer: Tracer,
  tables: Tables,
  base: DirectEffect,
  subject: Value | undefined,
  options: RowOptions,
  call: LibraryCall,
): Found {
  const list = options.args === undefined ? undefined : valueAt(tracer, options.args, call);
  const effects: DirectEffect[] = [];
  let unresolved: string | undefined;
  for (const option of optionsOf(subject ?? undefinedValue)) {
    const fromInput = fromModel(option);
    const program = stringOf(option);
    const items = list?.kind === 'array' ? list.items.map((item) => stringOf(item)) : [];
    const open = list !== undefined && (list.kind !== 'array' || list.rest !== undefined) && list.kind !== 'object';
    if (program === undefined) {
      effects.push({
        ...base,
        class: 'exec',
        detail: fromInput ? 'a program that the caller names' : 'a program',
        callerControlled: fromInput,
        certainty: fromInput ? 'certain' : 'probable',
      });
      if (!fromInput) unresolved = 'the program could not be told';
      continue;
    }
    const reading = readArgv(program, items, open, tables.commands);
    effects.push(...commandEffects(base, reading.effects, list !== undefined && fromModel(list)));
    if (!reading.complete && reading.effects.length === 0) unresolved = `what \`${program}\` does could not be told`;
  }
  return { effects, ...(unresolved === undefined ? {} : { unresolved }) };
}

function commandEffects(base: DirectEffect, found: readonly CommandEffect[], fromInput: boolean): DirectEffect[] {
  return found.map((effect) => ({ ...base, ...effect, callerControlled: effect.class === 'exec' && fromInput }));
}

/** Whether text of the model reaches a value. */
function fromModel(value: Value): boolean {
  return somePart(value, (part) => part.kind === 'input' && part.role === 'input');
}

const verbs: readonly (readonly [RegExp, EffectClass])[] = [
  [
    /^(?:get|list|find|search|fetch|read|query|describe|show|count|has|is|check|lookup|retrieve|load|select|head|exists|inspect|parse|format|render|validate|calculate|compute|convert|to|from)$/,
    'read',
  ],
  [/^(?:delete|remove|destroy|drop|purge|truncate|erase|wipe|revoke|terminate|cancel|uninstall)$/, 'destroy'],
  [/^(?:send|publish|notify|charge|refund|pay|transfer|deploy|email|post|broadcast)$/, 'external'],
  [/^(?:create|insert|add|append|push|register|enqueue|submit|upload)$/, 'write.add'],
  [/^(?:update|set|put|upsert|replace|patch|save|write|rename|move|enable|disable|assign|merge)$/, 'write.set'],
  [/^(?:exec|execute|eval|run|spawn)$/, 'exec'],
];

/** The first word of a name, as a verb. */
export function verbClass(name: string): EffectClass | undefined {
  const first = /^_*([a-z]+|[A-Z]+(?![a-z]))/.exec(name.replace(/^[A-Z]/, (letter) => letter.toLowerCase()))?.[1]?.toLowerCase();
  return first === undefined ? undefined : verbs.find(([pattern]) => pattern.test(first))?.[1];
}

function byVerb(callee: ExternalValue): Outcome {
  const name = /([^.#]+)[.#]*$/.exec(callee.path)?.[1]?.replace('()', '') ?? callee.library;
  const found = verbClass(name);
  if (found === undefined || found === 'exec') return { kind: 'unknown', reason: `\`${callee.library}\` is not described` };
  return {
    kind: 'effects',
    unresolved: `\`${callee.library}\` is not described; the name \`${name}\` says what it does`,
    effects: [
      {
        class: found,
        resource: 'other',
        api: `${callee.library}: ${callee.path}`,
        certainty: 'probable',
        content: [],
        key: never,
        ensures: false,
        exclusive: false,
        bounded: true,
        relative: false,
        reversible: false,
        openWorld: false,
        callerControlled: false,
        named: true,
      },
    ],
  };
}
