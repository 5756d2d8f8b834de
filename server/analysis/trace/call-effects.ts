/** What one call of a library does, by the rows of its effect file. */
import type { Access, EffectRow, Effects, ReachKind, Resource } from '../../../rules/kit/index.js';
import { isPythonName, plainName } from '../languages.js';
import { madeWith, variableIn } from './asked-with.js';
import { boundOf, holds, valueAt, type LibraryCall } from './access.js';
import { argvEffects, commandText, shellEffects } from './command-effects.js';
import { cypherEffects } from './cypher.js';
import { endsOwn } from './ended.js';
import { byRequest } from './by-request.js';
import { isDataMethod, isTextMethod } from './data-methods.js';
import type { DirectEffect, Found, Outcome, Tables } from './direct-effect.js';
import { graphqlEffects } from './graphql-effects.js';
import { httpEffects } from './http-effects.js';
import { holesAt } from './holes.js';
import { instructed } from './instructions.js';
import { keyOfValue } from './keys.js';
import { plumbing } from './plumbing.js';
import { refusesArguments } from './refused-arguments.js';
import { optionKey } from './request-keys.js';
import { slotOf } from './slots.js';
import { sqlEffects } from './sql-effects.js';
import { handedMessage, messageOf, toldByName } from './messages.js';
import { pageScript } from './page-script.js';
import { fromModel, holdsAnswer } from './some-part.js';
import type { Tracer } from './tracer.js';
import { isClassName } from './python/names.js';
import { positional } from './python/arguments.js';
import { resent } from './python/resending.js';
import { array, optionsOf, undefinedValue, type ExternalValue, type UnknownValue, type Value } from './value.js';
import { byInterface, byVerb, handsOut, isServing } from './verbs.js';

const farAway: ReadonlySet<Resource> = new Set<Resource>(['network', 'mail', 'chat', 'money', 'code-host', 'model']);
const never = { level: 'none' } as const;
/** What `process.env` is there; programs for several runtimes ask all of them. */
const environmentOfDeno = /^Deno\.env\.(?:get|has|toObject)$/;

/** Effects of calling `callee`; names of verbs decide, as `probable`, for packages that nobody described. */
export function callEffects(tracer: Tracer, tables: Tables, callee: ExternalValue, call: LibraryCall): Outcome {
  const { libraries } = tracer;
  const rows = libraries.rows(callee);
  if (rows !== undefined) {
    if (refusesArguments(tracer, libraries.fileOf(callee.library, rows[0]!), call)) return { kind: 'harmless' };
    const told = rowEffects(tracer, tables, callee, rows, call);
    return told.kind === 'effects' ? { ...told, effects: resent(tracer, call.receiver, told.effects) } : told;
  }
  if (handsTools(tracer, callee, call)) return { kind: 'unknown', reason: 'what a model does there with its tools, nobody can tell' };
  if (libraries.harmless(callee) || libraries.fresh(callee) || libraries.asks(callee) || libraries.identity(callee) !== undefined)
    return { kind: 'harmless' };
  if (libraries.retry(callee) !== undefined) return { kind: 'harmless' };
  if ((call.call.isNew || isMaking(tracer, callee)) && libraries.described(callee.library)) return { kind: 'harmless' };
  if (isDataMethod(callee.path, call.args)) return { kind: 'harmless' };
  if (isPythonName(callee.library) && isTextMethod(callee.path)) return { kind: 'harmless' };
  if (callee.library === 'global' && environmentOfDeno.test(callee.path)) return { kind: 'harmless' };
  const why = `\`${plainName(callee.library)}\` is not described`;
  if (callee.library !== 'global' && !libraries.described(callee.library)) {
    const sent = byRequest(tracer, tables, lastName(callee.path), `${plainName(callee.library)}: ${callee.path}`, why, call);
    if (sent !== undefined) return sent;
  }
  const serves = plumbing(callee, call);
  if (serves !== undefined) return { kind: 'effects', effects: [], unresolved: `${why}; by its name the call ${serves}`, named: true };
  if (call.call.isNew || isMaking(tracer, callee))
    return { kind: 'effects', effects: [], named: true, unresolved: `${why}; a thing of it is made` };
  const about = callee.library === 'global' ? undefined : libraries.about(callee.library);
  const told = byVerb(callee, about === undefined ? undefined : aboutOf(about, libraries.resource(callee) ?? about.resource));
  return told.kind === 'effects'
    ? { ...told, effects: told.effects.map((effect) => keyed(tables, instructed(effect, call.args), callee, call)) }
    : told;
}

/** A model is run, and may use tools that it is given there. */
function handsTools(tracer: Tracer, callee: ExternalValue, call: LibraryCall): boolean {
  const access = call.call.isNew ? undefined : tracer.libraries.handed(callee);
  if (access === undefined || !tracer.libraries.harmless(callee)) return false;
  return optionsOf(valueAt(tracer, access, call) ?? undefinedValue).some(
    (tools) =>
      !(tools.kind === 'constant' || (tools.kind === 'object' && tools.properties.size === 0 && !tools.open && tools.others.length === 0)),
  );
}

/** Python makes an object by calling its class. */
function isMaking({ libraries }: Tracer, callee: ExternalValue): boolean {
  if (!isPythonName(callee.library) || /[#(]/.test(callee.path)) return false;
  return isClassName(callee.path) || libraries.result(callee)?.path === `${callee.path}#`;
}

const starting = /^(?:start|run|exec|schedule|enqueue|submit)/i;

/** An option that is named like a key is one, whoever takes it. */
function keyed(tables: Tables, effect: DirectEffect, callee: ExternalValue, { args }: LibraryCall): DirectEffect {
  const key = effect.class === 'read' ? undefined : optionKey(tables.http, args, starting.test(lastName(callee.path)));
  return { ...effect, content: args, ...(key === undefined ? {} : { key }) };
}

/** What a call does of an object that is known by its type at most. */
export function looseEffects(
  tracer: Tracer,
  tables: Tables,
  method: string | undefined,
  label: string,
  { type }: UnknownValue,
  call: LibraryCall,
): Outcome | undefined {
  if (method === undefined) return handsOut(label);
  const typed = type?.node.kind === 'function';
  if (isServing(label)) return typed ? byInterface(method, label) : undefined;
  const sent = byRequest(tracer, tables, method, `interface: ${label}`, 'which object it is could not be told', call);
  return sent ?? handedMessage(method, label, call.args) ?? (typed ? byInterface(method, label) : undefined);
}

function lastName(path: string): string {
  return (
    path
      .split(/[.#]/)
      .findLast((part) => part !== '')
      ?.replace('()', '') ?? ''
  );
}

/** A function of a package that something is known of, and not its object. */
export function isCallable({ libraries }: Tracer, value: ExternalValue): boolean {
  return libraries.rows(value) !== undefined || libraries.harmless(value) || isDataMethod(value.path, []);
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
  const alike = chosen.length > 1 && !interpreted.has(chosen[0]![1]) && chosen.every((row) => besidesKey(row) === besidesKey(chosen[0]!));
  const effects: DirectEffect[] = [];
  let unresolved: string | undefined;
  for (const row of chosen) {
    const found = rowEffect(tracer, tables, callee, row, call, unsure || (chosen.length > 1 && !alike));
    effects.push(...found.effects);
    unresolved ??= found.unresolved;
  }
  // Rows that only know other places for a key: it stands in one of them, if anywhere.
  const told = alike ? [effects.find(({ key }) => key.level !== 'none') ?? effects.at(-1)!] : effects;
  const together = tracer.libraries.fileOf(callee.library, rows[0]!).together;
  const each = together === undefined ? told : told.map((effect) => (effect.class === 'read' ? effect : { ...effect, alone: together }));
  return { kind: 'effects', effects: each, ...(unresolved === undefined ? {} : { unresolved }) };
}

function besidesKey([, kind, , options]: EffectRow): string {
  return JSON.stringify([kind, { ...options, if: undefined, key: undefined, keyForm: undefined }]);
}

const interpreted: ReadonlySet<string> = new Set(['sql', 'cypher', 'http', 'graphql', 'shell', 'argv', 'command']);

function rowEffect(tracer: Tracer, tables: Tables, callee: ExternalValue, row: EffectRow, call: LibraryCall, unsure: boolean): Found {
  const [, kind, subjectAccess, options = {}] = row;
  const file = tracer.libraries.fileOf(callee.library, row);
  const subject = valueAt(tracer, subjectAccess, call);
  if (isBuffer(subject)) return { effects: [] };
  const base = direct(tracer, file, callee, row, subject, call, unsure);
  switch (kind) {
    case 'sql':
      return sqlEffects(tracer, base, subject, options, call);
    case 'cypher':
      return cypherEffects(base, subject);
    case 'http':
      // A request that was made before says its method itself.
      if (isCommand(tracer, subject)) return commandObject(tracer, tables, subject, unsure);
      return httpEffects(tracer, tables, base, subject, options, call);
    case 'graphql':
      return graphqlEffects(tracer, base, subject);
    case 'shell':
      // Python's calls take the words of a command in one list, too.
      if (subject?.kind === 'array' && call.env.module.language === 'python')
        return argvEffects(tracer, tables, base, subject, options, call);
      return shellCommand(tracer, tables, base, subject, row, call);
    case 'command':
      return commandObject(tracer, tables, subject, unsure);
    case 'argv':
      return argvEffects(tracer, tables, base, subjectAccess === 'args' ? array(positional(call.args)) : subject, options, call);
    default: {
      if (options.script === true) {
        const deeds = pageScript(tracer, tables.page, subject);
        if (deeds === 'looks') return { effects: [{ ...base, certainty: 'probable' }] };
        // A variable of its own in the page is gone when the page is.
        if (deeds === 'keeps') return { effects: [{ ...base, class: 'write.set', certainty: 'probable', ensures: true }] };
      }
      const bound = options.bound === undefined ? undefined : boundOf(tracer, options.bound, call);
      const bounded = options.unbounded !== true && (options.bound === undefined || bounds(bound));
      const target = options.moves === undefined ? undefined : valueAt(tracer, options.moves, call);
      if (options.message === true) return { effects: messageEffects(base, kind, subject) };
      if (options.ends === true && endsOwn(call.receiver)) return { effects: [{ ...base, class: kind, reversible: true }] };
      if (options.names !== undefined) return { effects: namedEffects(base, kind, valueAt(tracer, options.names, call), subject) };
      const code = subjectAccess === 'args' ? array(positional(call.args)) : subject;
      const plain = options.code === true ? sinking(base, 'code', code) : sinking(base, 'filter', bound);
      return { effects: [{ ...plain, class: kind, bounded, ...(target === undefined ? {} : { target }) }] };
    }
  }
}

function shellCommand(
  tracer: Tracer,
  tables: Tables,
  base: DirectEffect,
  subject: Value | undefined,
  [, , access, { args } = {}]: EffectRow,
  call: LibraryCall,
): Found {
  const command = commandText(subject, args === undefined ? undefined : valueAt(tracer, args, call));
  const sunk = sinking(base, 'shell', command);
  if (args !== undefined || call.env.module.language !== 'python') return shellEffects(tables, sunk, command);
  const sinks = sunk.sinks?.map((sink) => ({ ...sink, holes: holesAt(tracer, access, call) }));
  return shellEffects(tables, sinks === undefined ? sunk : { ...sunk, sinks }, command);
}

/** What runs, or is asked, is this text. */
function sinking(base: DirectEffect, kind: ReachKind, value: Value | undefined): DirectEffect {
  return value === undefined || (value.kind !== 'external' && !fromModel(value)) ? base : { ...base, sinks: [{ kind, value }] };
}

function messageEffects(base: DirectEffect, kind: DirectEffect['class'], sent: Value | undefined): readonly DirectEffect[] {
  const { told, by } = messageOf(sent);
  if (told.length === 0) return [{ ...base, class: kind, mayAsk: true, unsaid: by }];
  return told.map((one) => ({ ...base, class: one, certainty: one === kind ? base.certainty : 'probable' }));
}

/** Somebody else runs what is named; a name that the model does not choose, and of which nothing is known, runs nothing that it writes. */
function namedEffects(base: DirectEffect, kind: DirectEffect['class'], name: Value | undefined, given: Value | undefined): DirectEffect[] {
  const { fixed, told } = toldByName(name, given);
  if (!fixed && (name === undefined || fromModel(name))) return [{ ...base, class: kind }];
  if (told.length === 0) return [{ ...base, class: kind, callerControlled: false }];
  return told.map((one) => ({ ...base, class: one, certainty: 'probable' }));
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
  const content = call.args.filter((_, i) => !isAt(row[2], i) && options.moves !== `arg ${i}`);
  const isCache = options.expires === true && subject?.kind !== 'input' && (content.some(holdsAnswer) || !content.some(fromModel));
  const resource = isCache ? 'cache' : (options.resource ?? tracer.libraries.resource(callee) ?? file.resource);
  const keyValue = options.key === undefined ? undefined : valueAt(tracer, options.key, call);
  const takesKey = options.keyWith === undefined || keyValue !== undefined || valueAt(tracer, options.keyWith, call) !== undefined;
  const slot = options.key === undefined || !takesKey ? undefined : slotOf(tracer, call.call, call.env, options.key);
  const keyPlace = slot?.existing === undefined ? undefined : { file: slot.file, span: slot.existing };
  const guard = (options.guards ?? []).find((access) => valueAt(tracer, access, call) !== undefined);
  const credential = call.receiver === undefined ? undefined : variableIn(madeWith(tracer, call.receiver));
  const guarded = guard === undefined ? undefined : slotOf(tracer, call.call, call.env, guard);
  return {
    class: 'read',
    resource,
    api: `${plainName(file.library)}: ${callee.path === '' ? name : callee.path}`,
    certainty: unsure ? 'probable' : 'certain',
    ...(subject === undefined ? {} : { subject }),
    content,
    key: options.key === undefined ? never : keyOfValue(keyValue, keyPlace),
    ...(slot === undefined
      ? {}
      : { keySlot: slot, keyName: nameIn(options.key!), ...(options.keyForm === undefined ? {} : { keyForm: options.keyForm }) }),
    ensures: options.ensures === true,
    exclusive: options.exclusive === true,
    ...accepting(tracer, options.accepts, call),
    bounded: true,
    relative: options.relative === true || (options.relativeIn !== undefined && countsUp(valueAt(tracer, options.relativeIn, call))),
    reversible: options.reversible === true,
    ...(options.attributes === true ? { attributes: true } : {}),
    openWorld: options.openWorld ?? isOpen(file, resource),
    callerControlled: row[1] === 'exec' && subject !== undefined && fromModel(subject),
    ...(credential === undefined ? {} : { credential }),
    ...(options.keeps === true ? kept(row, call) : {}),
    ...(guarded === undefined ? {} : { guarded: { file: guarded.file, span: guarded.existing ?? call.call.span } }),
  };
}

/** It ends with the object that keeps it; what the program sets there of its own accord is how it works. */
function kept([, kind]: EffectRow, { receiver, args }: LibraryCall): Pick<DirectEffect, 'own' | 'madeIn'> {
  if (kind === 'write.set' && !args.some(fromModel)) return { own: true };
  return receiver?.kind === 'external' && receiver.call !== undefined ? { madeIn: receiver.call.env } : {};
}

/** Where a call is told that what is there is fine. */
function accepting(
  tracer: Tracer,
  access: Access | undefined,
  { call, env }: LibraryCall,
): Pick<DirectEffect, 'acceptSlot' | 'acceptName'> {
  if (access === undefined) return {};
  return { acceptSlot: slotOf(tracer, call, env, access), acceptName: nameIn(access) };
}

/** `arg 1.recursive`, `arg :exist_ok` */
function nameIn(access: Access): string {
  return access.replace(/^.*[.:]/, '');
}

/** The subject stands at this place, whether it has a name, too, or not. */
function isAt(access: string, index: number): boolean {
  return access === `arg ${index}` || access.startsWith(`arg ${index}:`);
}

/** `ZipFile(BytesIO(), 'w')`: what is read and written there is data in memory. */
function isBuffer(subject: Value | undefined): boolean {
  if (subject === undefined) return false;
  return optionsOf(subject).every(
    (option) => option.kind === 'external' && option.library === 'py:io' && /^(?:Bytes|String)IO#$/.test(option.path),
  );
}

/** An object of which rows say what it does when it is sent. */
function isCommand({ libraries }: Tracer, subject: Value | undefined): boolean {
  return subject?.kind === 'external' && libraries.commands(subject) !== undefined;
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

function aboutOf(file: Effects, resource: Resource): { readonly resource: Resource; readonly openWorld: boolean } {
  return { resource, openWorld: isOpen(file, resource) };
}

function isOpen(file: Effects, resource: Resource): boolean {
  return file.openWorld ?? farAway.has(resource);
}

const counting = new Set(['increment', 'decrement', 'multiply', 'divide', 'push', '$inc', '$mul', '$push']);

/** An object that says how to change what is there, instead of what to set. */
function countsUp(value: Value | undefined): boolean {
  if (value?.kind !== 'object') return false;
  return [...value.properties].some(([key, property]) => {
    if (counting.has(key)) return true;
    const inner = property.value();
    if (inner.kind === 'external') return counting.has(inner.path.replace('#', ''));
    return inner.kind === 'object' && [...inner.properties.keys()].some((name) => counting.has(name));
  });
}

/** A filter with at least one property narrows; one that is not known is taken to. */
function bounds(value: Value | undefined): boolean {
  if (value === undefined || (value.kind === 'constant' && (value.value === undefined || value.value === null))) return false;
  return value.kind !== 'object' || value.open || value.properties.size > 0;
}
