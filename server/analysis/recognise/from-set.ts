/** Calls that take a set of tools, and definitions that no set holds. */
import type { Framework, Gate, Place, Places, Rerun, ToolSet, ToolShape } from '../../../rules/kit/index.js';
import { argumentOf } from '../trace/invoke.js';
import { docstring } from './python/docstring.js';
import { memberOf as memberAt } from '../trace/members.js';
import { slotBelow, slotOf } from '../trace/slots.js';
import type { Tracer } from '../trace/tracer.js';
import {
  array,
  optionsOf,
  stringOf,
  undefinedValue,
  type ArrayValue,
  type ClassValue,
  type ExternalValue,
  type FunctionValue,
  type ObjectValue,
  type Value,
} from '../trace/value.js';
import type { Collected, Definition, Holder, Member } from './definition.js';
import { placeOf } from './definition-place.js';
import type { LooseDraft, SetDraft } from './draft.js';
import { field, firstField, names, namesIn, nameValue, optional, placed, placesOf, shaped } from './fields.js';
import { combined, gateTable, listedTable } from './gates.js';
import { isToolOf } from './handed.js';
import { callsIn, itemsOf, memberOf, placeOfItself } from './members.js';
import { numberOf } from './numbers.js';
import { madeMembers } from './python/made.js';
import { permissionTable } from './permissions.js';
import { isAbsent, limitOf, runningOf } from './running.js';
import { clientsIn, linkOf, serverLinks, type ServerLink } from './server-links.js';

/** Tools of a set, and the set itself, which runs or holds them. */
export function fromSet(tracer: Tracer, draft: SetDraft, into: Collected): void {
  const { call, env, set, args } = draft;
  const members: Member[] = set.beside === true ? [{ at: tracer.place(call.span, env) }] : [];
  const untold = into.opaque.length;
  const given = placesOf(set.tools).map((access) => (access === 'this' ? draft.receiver : argumentOf(tracer, access, args)));
  if (set.permissions === undefined)
    for (const tools of given.flatMap((value) => optionsOf(value ?? undefinedValue))) read(tracer, draft, tools, members, into);
  const text = (access: typeof set.name): string | undefined =>
    access === undefined ? undefined : stringOf(argumentOf(tracer, access, args));
  const manner = {
    ...(set.serves === undefined ? {} : { serves: set.serves }),
    ...(set.registers === undefined ? {} : { registers: set.registers }),
  };
  const base = { framework: draft.framework, library: draft.library, api: set.call, agent: set.agent, ...manner };
  const limits = (set.limits ?? []).map((form) => ({
    ...(form.until === undefined ? {} : { until: form.until }),
    limit: limitOf(tracer, form, draft),
  }));
  const name = text(set.name);
  if (set.permissions !== undefined) {
    for (const { server, member, link } of serversOf(tracer, given[0], env.module.file))
      into.holders.push({
        ...tracer.place(call.span, env),
        ...base,
        members: member === undefined ? [] : [member],
        ...(link === undefined ? {} : { servers: [link] }),
        policies: [],
        gate: permissionTable(tracer, set.permissions, args, server),
        limits,
      });
    return;
  }
  into.holders.push({
    ...tracer.place(call.span, env),
    ...base,
    callee: tracer.place(call.callee.span, env),
    ...(name === undefined ? {} : { name }),
    members,
    ...(set.servers === undefined ? {} : { servers: serverLinks(tracer, set.servers, args, env.module.file) }),
    policies: (set.policies ?? []).flatMap((access) => callsIn(tracer, argumentOf(tracer, access, args))),
    ...gateOf(tracer, draft),
    ...waived(tracer, draft),
    ...unheard(tracer, draft),
    ...unchecked(tracer, draft),
    ...rerunsIn(tracer, draft),
    ...runningOf(tracer, draft),
    ...(into.opaque.length > untold || (placesOf(set.tools).length === 0 && set.graph !== true) ? { open: true } : {}),
    limits,
  });
  if (set.inner !== undefined) {
    for (const item of itemsOf(argumentOf(tracer, set.inner.at, args))) {
      const at = item.kind === 'object' ? placeOf(item) : undefined;
      if (at === undefined) continue;
      const own: Member[] = [];
      const given = field(tracer, item, set.inner.tools);
      for (const tools of optionsOf(given ?? undefinedValue)) read(tracer, draft, tools, own, into);
      const gates = field(tracer, item, set.inner.gates);
      const said = stringOf(field(tracer, item, set.inner.name));
      into.holders.push({
        ...at,
        ...base,
        ...(said === undefined ? {} : { name: said }),
        // Without tools of its own, it has those of the agent around it.
        members: given === undefined ? members : own,
        policies: [],
        ...(gates === undefined ? gateOf(tracer, draft) : { gate: gateTable(gates, set.open ?? []) }),
        limits,
      });
    }
  }
}

/** Whether its questions reach only the code that runs it. */
function unheard(tracer: Tracer, { set, args }: SetDraft): Pick<Holder, 'unheard'> {
  if (set.unheard === undefined) return {};
  const { unless } = set.unheard;
  const given = unless === undefined ? undefined : argumentOf(tracer, unless, args);
  return given === undefined ? { unheard: true } : {};
}

/** Nothing holds its answer against anything, as far as the call says. */
function unchecked(tracer: Tracer, { call, set, args }: SetDraft): Pick<Holder, 'unchecked'> {
  const { checks } = set;
  if (checks === undefined || call.args.some(({ spread, name }) => spread || name === '**')) return {};
  const isOpen = args.some((arg) => arg.kind !== 'object' || arg.open);
  return !isOpen && checks.every((access) => isAbsent(argumentOf(tracer, access, args))) ? { unchecked: true } : {};
}

interface NamedServer {
  readonly server: string;
  readonly member?: Member;
  readonly link?: ServerLink;
}

/** Servers by the names that an agent knows them by: of the program itself, or started by it. */
function serversOf(tracer: Tracer, given: Value | undefined, file: string): readonly NamedServer[] {
  return optionsOf(given ?? undefinedValue).flatMap((servers) =>
    servers.kind !== 'object'
      ? []
      : [...servers.properties].flatMap(([server, property]) =>
          optionsOf(property.value()).flatMap((value): NamedServer[] => {
            const member = value.kind === 'external' ? memberOf(tracer, value) : undefined;
            const link = value.kind === 'object' ? linkOf([value], server, file) : undefined;
            return member !== undefined ? [{ server, member }] : link !== undefined ? [{ server, link }] : [];
          }),
        ),
  );
}

/** The request that offers the tools, when the program runs them by its answer. */
function askingOf({ set, around, library, call, env }: SetDraft): Pick<Definition, 'asking'> {
  if (set.answer === undefined) return {};
  return { asking: { library, answer: set.answer, around: around ?? [env], at: { file: env.module.file, span: call.span } } };
}

function gateOf(tracer: Tracer, draft: SetDraft): Pick<Holder, 'gate'> {
  const { set, args } = draft;
  if (set.asks !== undefined) return { gate: { named: new Map(), others: askedBy(tracer, draft, set.asks) } };
  const listed = (places: Places | undefined): readonly Value[] =>
    placesOf(places)
      .flatMap((access) => argumentOf(tracer, access, args) ?? [])
      .filter(({ kind }) => kind === 'array');
  const table = listedTable(listed(set.asked?.always), listed(set.asked?.never));
  if (table !== undefined) return { gate: table };
  const gates = set.gates === undefined ? undefined : argumentOf(tracer, set.gates, args);
  if (gates !== undefined) return { gate: gateTable(gates, set.open ?? []) };
  if (set.gated !== undefined) return { gate: { named: new Map(), others: set.gated } };
  const steps = set.pauses === undefined ? [] : itemsOf(argumentOf(tracer, set.pauses.before, args)).map(stringOf);
  return steps.some((step) => step === set.pauses!.step || step === '*') ? { gate: { named: new Map(), others: 'always' } } : {};
}

/** Whether what runs the tools asks, by the word that it was made with. */
function askedBy(tracer: Tracer, { args, receiver }: SetDraft, { who, at, otherwise, always }: NonNullable<ToolSet['asks']>): Gate['kind'] {
  const by = optionsOf((who === 'this' ? receiver : argumentOf(tracer, who, args)) ?? undefinedValue);
  return combined(
    by.map((option) => {
      if (option.kind !== 'external' || option.call === undefined) return 'none';
      const cls = option.path.replace(/#$/, '').split('.').pop() ?? '';
      const word = stringOf(argumentOf(tracer, at, option.args ?? [])) ?? otherwise[cls];
      return word !== undefined && always.includes(word) ? 'always' : 'none';
    }),
  );
}

/** How often it runs a tool that failed again. */
function rerunsIn(tracer: Tracer, { set, args, call, env }: SetDraft): Pick<Holder, 'reruns'> {
  if (set.reruns === undefined) return {};
  const reruns = set.reruns.flatMap(({ by, at, otherwise, certainty }): Rerun[] => {
    const given = at === undefined ? undefined : argumentOf(tracer, at, args);
    const attempts = isAbsent(given) ? otherwise : numberOf(given);
    const because = { ...tracer.place(call.callee.span, env), label: `${by} runs it again` };
    return attempts === 0 ? [] : [{ by, certainty, because, ...(attempts === undefined ? {} : { attempts }) }];
  });
  return { reruns };
}

function read(tracer: Tracer, draft: SetDraft, tools: Value, members: Member[], into: Collected): void {
  const place = tracer.place(draft.call.callee.span, draft.env);
  const clients = clientsIn(tracer, draft.framework, tools);
  members.push(...clients.at.map((at) => ({ at })));
  const open = (reason: string): void => {
    into.opaque.push({ ...place, reason, ...(clients.whole && clients.at.length > 0 ? { clients: clients.at } : {}) });
  };
  if (tools.kind === 'external' && clients.at.length > 0) return open('the tools are chosen at run time');
  // One tool may stand for a list of one.
  const isOne = tools.kind === 'function' || tools.kind === 'class' || (tools.kind === 'external' && tools.call !== undefined);
  if (isOne && draft.env.module.language === 'python') return fromItems(tracer, draft, array([tools]), members, into);
  if (tools.kind === 'object') {
    if (tools.open) open('some of the tools are chosen at run time');
    fromMap(tracer, draft, tools, members, into);
  } else if (tools.kind === 'array') {
    if (tools.rest !== undefined) open('some of the tools come from a list that is made at run time');
    fromItems(tracer, draft, tools, members, into);
  } else if (tools.kind === 'external' && tools.call !== undefined && isSet(draft.framework, tools.path))
    members.push({ at: tracer.place(tools.call.node.span, tools.call.env) });
  else if (tools.kind === 'instance') {
    // A toolkit of the workspace.
    const own = memberAt(tracer, tools, 'tools');
    for (const option of optionsOf(own)) if (option.kind !== 'instance') read(tracer, draft, option, members, into);
  } else if (tools.kind === 'function') {
    // Tools that are chosen for each request.
    for (const option of optionsOf(tracer.callFunction(tools, [])))
      if (option.kind !== 'function') read(tracer, draft, option, members, into);
  } else if (tools.kind === 'derived' && tools.operation === '+' && clients.at.length > 0) {
    for (const part of tools.from) read(tracer, draft, part, members, into);
  } else if (tools.kind !== 'constant') open('the tools are chosen at run time');
}

/** The thing was made by a call that itself takes tools: a node, a toolkit. */
function isSet(framework: Framework, path: string): boolean {
  return framework.sets?.some(({ call }) => [`new ${path.replace(/#$/, '')}`, path.replace(/(?:#|\(\))$/, '')].includes(call)) === true;
}

function fromMap(tracer: Tracer, draft: SetDraft, tools: ObjectValue, members: Member[], into: Collected): void {
  const { call, env, set, args } = draft;
  const place = tracer.place(call.callee.span, env);
  for (const [name, property] of tools.properties) {
    for (const written of optionsOf(property.value())) {
      const member = memberOf(tracer, written, draft.framework);
      if (member !== undefined) members.push(member);
      const value = givenTo(tracer, written, set.shape) ?? written;
      if (value.kind !== 'object') continue;
      const at = placeOf(value) ?? property.at ?? place;
      const gates = set.gates === undefined ? undefined : argumentOf(tracer, set.gates, args);
      const setGate = gates === undefined ? undefined : gates.kind === 'object' ? field(tracer, gates, name) : gates;
      into.definitions.push({
        framework: draft.framework,
        library: draft.library,
        name,
        nameAt: property.at === undefined ? at : (keyPlace(tools, name) ?? property.at),
        at,
        gateSlots: gateSlots(tracer, draft, value, name),
        ...shaped(tracer, set.shape, value),
        ...optional('setGate', setGate),
        ...(set.open === undefined ? {} : { open: set.open }),
        ...runBy(tracer, draft),
        ...askingOf(draft),
      });
    }
  }
}

function fromItems(tracer: Tracer, draft: SetDraft, tools: ArrayValue, members: Member[], into: Collected): void {
  const { set } = draft;
  const place = tracer.place(draft.call.callee.span, draft.env);
  for (const value of tools.items.flatMap(optionsOf)) {
    const inner = value.kind === 'object' ? field(tracer, value, 'tools') : undefined;
    if (value.kind === 'array' || inner?.kind === 'array') {
      // A toolkit among the tools.
      read(tracer, draft, inner ?? value, members, into);
      continue;
    }
    if (set.refers !== undefined && value.kind === 'object') {
      for (const { text } of names(field(tracer, value, set.refers))) members.push({ name: text });
      continue;
    }
    const clients = clientsIn(tracer, draft.framework, value).at;
    if (value.kind === 'external' && clients.length > 0)
      into.opaque.push({ ...place, reason: 'some of the tools come from a server', clients });
    const member = memberOf(tracer, value, draft.framework);
    if (member !== undefined) members.push(member);
    if (value.kind === 'class') members.push(...madeMembers(tracer, draft.framework, value));
    if (value.kind === 'external') fromDescribed(tracer, draft, value, into);
    if (value.kind === 'function' || value.kind === 'class') fromItself(tracer, draft, value, into);
    else if (member === undefined && (value.kind === 'object' || value.kind === 'unknown' || value.kind === 'derived'))
      into.opaque.push({ ...place, reason: 'some of the tools are chosen at run time' });
    if (value.kind !== 'object' || set.shape.name === undefined) continue;
    const at = placeOf(value) ?? place;
    for (const name of namesIn(tracer, value, set.shape)) {
      into.definitions.push({
        framework: draft.framework,
        library: draft.library,
        name: name.text,
        nameAt: name.at ?? at,
        at,
        gateSlots: gateSlots(tracer, draft, value, name.text),
        ...shaped(tracer, set.shape, value),
        ...(set.open === undefined ? {} : { open: set.open }),
        ...runBy(tracer, draft),
        ...askingOf(draft),
      });
    }
  }
}

/** A function or a class of data among the tools says everything itself, unless a decorator has made it a tool before. */
function fromItself(tracer: Tracer, draft: SetDraft, value: FunctionValue | ClassValue, into: Collected): void {
  const { framework, set } = draft;
  if ((value.kind === 'function' ? set.functions : set.models) !== true || isToolOf(tracer, framework, value)) return;
  const [name] = names(nameValue(value));
  if (name === undefined) return;
  const at = placeOfItself(value);
  into.definitions.push({
    framework,
    library: draft.library,
    name: name.text,
    nameAt: name.at ?? at,
    at,
    gateSlots: gateSlots(tracer, draft, undefined, name.text),
    ...(value.kind === 'function'
      ? { handler: value }
      : { input: value, ...askingOf(draft), ...optional('description', docstring(tracer, value)) }),
    ...(set.open === undefined ? {} : { open: set.open }),
    ...runBy(tracer, draft),
  });
}

/** The call that is given the tools makes the agent that runs them. */
function runBy(tracer: Tracer, { set, call, env }: SetDraft): Pick<Definition, 'agent'> {
  return set.agent ? { agent: { ...tracer.place(call.callee.span, env), label: 'the agent that runs it' } } : {};
}

/** `pydantic_function_tool(Model)` among the tools. */
function fromDescribed(tracer: Tracer, draft: SetDraft, value: ExternalValue, into: Collected): void {
  const { framework } = draft;
  const form = framework.described?.find(({ type }) => value.path === `${type}#`);
  if (form === undefined || value.call === undefined) return;
  const { args = [] } = value;
  const input = placed(tracer, form.input, args);
  const description = placed(tracer, form.description, args) ?? (input?.kind === 'class' ? docstring(tracer, input) : undefined);
  const at = tracer.place(value.call.node.span, value.call.env);
  for (const name of names(nameValue(placed(tracer, form.name, args))))
    into.definitions.push({
      framework,
      library: draft.library,
      name: name.text,
      nameAt: name.at ?? at,
      at,
      gateSlots: gateSlots(tracer, draft, undefined, name.text),
      ...optional('description', description),
      ...optional('input', input),
      ...runBy(tracer, draft),
      ...askingOf(draft),
    });
}

/** What a call of a package was given that holds a function to run: `bash({ execute })`. */
function givenTo(tracer: Tracer, value: Value, shape: ToolShape): ObjectValue | undefined {
  if (value.kind !== 'derived') return undefined;
  return value.from.find((arg): arg is ObjectValue => arg.kind === 'object' && firstField(tracer, arg, shape.handler)?.kind === 'function');
}

function waived(tracer: Tracer, draft: SetDraft): Pick<Holder, 'waived'> {
  const { waives } = draft.set;
  const given = waives === undefined ? undefined : argumentOf(tracer, waives.at, draft.args);
  if (given?.kind !== 'external' || !waives!.values.some((name) => tracer.libraries.is(given, name))) return {};
  return { waived: { ...tracer.place(draft.call.callee.span, draft.env), label: `${given.path} answers for the user` } };
}

function keyPlace(tools: ObjectValue, name: string): Place | undefined {
  if (tools.node?.kind !== 'object' || tools.file === undefined) return undefined;
  const entry = tools.node.entries.find((item) => item.kind === 'entry' && item.key === name);
  return entry?.kind === 'entry' ? { file: tools.file, span: entry.keySpan } : undefined;
}

function gateSlots(tracer: Tracer, draft: SetDraft | LooseDraft, value: ObjectValue | undefined, name: string): Definition['gateSlots'] {
  const shape = draft.kind === 'set' ? draft.set.shape : draft.shape;
  const definition = shape.gate === undefined || value === undefined ? undefined : slotBelow(value, [shape.gate]);
  const gates = draft.kind === 'set' ? draft.set.gates : undefined;
  const set = gates === undefined ? undefined : slotOf(tracer, draft.call, draft.env, `${gates}.${name}` as NonNullable<typeof gates>);
  return { ...(definition === undefined ? {} : { definition }), ...(set === undefined ? {} : { set }) };
}

/** A definition of its own: it says its name, or is named by where it is kept. */
export function fromLoose(tracer: Tracer, draft: LooseDraft, into: Collected): void {
  for (const value of optionsOf(draft.definition)) {
    if (value.kind !== 'object') continue;
    const at = placeOf(value) ?? tracer.place(draft.call.span, draft.env);
    const place = tracer.place(draft.call.callee.span, draft.env);
    const said = namesIn(tracer, value, draft.shape);
    const known = said.length > 0 || draft.name === undefined ? said : [{ text: draft.name, at: undefined }];
    if (known.length === 0 && draft.shape.name !== undefined) into.opaque.push({ ...at, reason: 'the name of the tool could not be told' });
    for (const name of known) {
      into.definitions.push({
        framework: draft.framework,
        library: draft.library,
        name: name.text,
        nameAt: name.at ?? place,
        at,
        gateSlots: gateSlots(tracer, draft, value, name.text),
        ...(draft.group === undefined ? {} : { group: draft.group }),
        ...shaped(tracer, draft.shape, value),
      });
    }
  }
}
