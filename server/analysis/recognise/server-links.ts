/** Servers that an agent starts by a command or reaches at an address, as far as the code says which. */
import { serverParts, type Framework, type Place, type ToolServers } from '../../../rules/kit/index.js';
import { argumentOf } from '../trace/invoke.js';
import { textParts } from '../trace/text-parts.js';
import type { Tracer } from '../trace/tracer.js';
import { optionsOf, stringOf, undefinedValue, type ExternalValue, type ObjectValue, type Value } from '../trace/value.js';
import { placesOf } from './fields.js';

/** Where the tools of a server are. */
export interface ServerLink extends Pick<Place, 'file'> {
  /** The name that the agent knows it by. */
  readonly name?: string;
  /** What stands before the names of its tools there. */
  readonly before: string;
  /** The words of the command that starts it; of a word that is known in part, its end. */
  readonly words: readonly string[];
  readonly address?: string;
}

/** The servers that a call is given. */
export function serverLinks(tracer: Tracer, form: ToolServers, args: readonly Value[], file: string): readonly ServerLink[] {
  const at = (access: ToolServers['name']): Value | undefined => (access === undefined ? undefined : argumentOf(tracer, access, args));
  const given = placesOf(form.at).flatMap((access) => at(access) ?? []);
  const linked = (name: string | undefined, values: readonly Value[]): readonly ServerLink[] => {
    const link = linkOf(values, name, file);
    return link === undefined ? [] : [{ ...link, before: prefixOf(form, name, at) }];
  };
  if (form.many !== true) return linked(stringOf(at(form.name)), given);
  return given
    .flatMap(optionsOf)
    .flatMap((servers) =>
      servers.kind === 'object' ? [...servers.properties].flatMap(([name, property]) => linked(name, [property.value()])) : [],
    );
}

function prefixOf(
  { prefixes = [] }: ToolServers,
  server: string | undefined,
  at: (access: ToolServers['name']) => Value | undefined,
): string {
  const parts = prefixes.map(({ text, given }) => {
    const value = at(given);
    const said = stringOf(value);
    const isSaid = given === undefined || (value?.kind === 'constant' && value.value !== false && !['', undefined, null].includes(said));
    return isSaid || (value?.kind === 'constant' && value.value === true)
      ? text.replace('{server}', server ?? '').replace('{given}', said ?? '')
      : '';
  });
  return parts.join('');
}

/** What values say of where one server is. */
export function linkOf(values: readonly Value[], name: string | undefined, file: string): ServerLink | undefined {
  const said: { words: string[]; address?: string } = { words: [] };
  for (const value of values) read(value, said, 0);
  if (said.words.length === 0 && said.address === undefined && values.every(({ kind }) => kind === 'constant')) return undefined;
  return { file, before: '', ...(name === undefined ? {} : { name }), ...said };
}

const deepest = 5;

function read(value: Value, into: { words: string[]; address?: string }, depth: number): void {
  if (depth > deepest) return;
  for (const option of optionsOf(value)) {
    if (option.kind === 'array') for (const item of option.items) read(item, into, depth + 1);
    else if (option.kind === 'object') readObject(option, into, depth);
    else if (option.kind === 'external' || (option.kind === 'derived' && !isPath(option.operation))) {
      // What was made of a command or an address: a transport, parameters.
      for (const part of option.kind === 'external' ? (option.args ?? []) : option.from) read(part, into, depth + 1);
    } else readText(pathText(option), into);
  }
}

function readObject(object: ObjectValue, into: { words: string[]; address?: string }, depth: number): void {
  for (const key of [...serverParts.command, ...serverParts.arguments, ...serverParts.address, ...serverParts.inside]) {
    const property = object.properties.get(key);
    if (property !== undefined) read(property.value(), into, depth + 1);
  }
}

function readText(text: string, into: { words: string[]; address?: string }): void {
  if (/^https?:/.test(text)) into.address ??= text;
  else into.words.push(...text.split(/\s+/).filter((word) => word !== ''));
}

function isPath(operation: string): boolean {
  return /(?:^|\.)(?:join|joinpath|resolve|abspath|realpath|fileURLToPath|\/|str|String|toString|as_posix)(?:\(\))?$/.test(operation);
}

/** A path that is put together from others; what is not known of it is left out. */
function pathText(value: Value): string {
  if (value.kind === 'derived' && isPath(value.operation)) return value.from.map(pathText).join('/');
  if (value.kind === 'external') return (value.args ?? []).map(pathText).join('/');
  const parts = textParts(value);
  return parts[parts.length - 1]!;
}

interface Clients {
  readonly at: readonly Place[];
  readonly whole: boolean;
}

/** Clients of servers whose tools are among those of a value: where they were made. `whole`: it has no other tools that are not known. */
export function clientsIn(tracer: Tracer, framework: Framework, tools: Value): Clients {
  const at: Place[] = [];
  const isWhole = (value: Value | undefined, depth: number): boolean =>
    optionsOf(value ?? undefinedValue).every((option) => {
      switch (option.kind) {
        case 'constant':
          return true;
        case 'array':
          return option.rest === undefined || isWhole(option.rest, depth + 1);
        case 'object':
          return !option.open || (option.others.length > 0 && option.others.every((other) => isWhole(other, depth + 1)));
        case 'external':
          if (!isClient(tracer, framework, option)) return false;
          at.push(tracer.place(option.call!.node.span, option.call!.env));
          return true;
        case 'derived':
          return depth < deepest && option.from.length > 0 && option.from.every((part) => isWhole(part, depth + 1));
        default:
          return false;
      }
    });
  return { whole: isWhole(tools, 0), at };
}

function isClient(tracer: Tracer, { sets = [] }: Framework, { call }: ExternalValue): boolean {
  if (call === undefined || sets.every(({ servers }) => servers === undefined)) return false;
  return optionsOf(tracer.evaluate(call.node.callee, call.env)).some(
    (callee) =>
      callee.kind === 'external' &&
      sets.some(({ servers, call: name }) => servers !== undefined && tracer.libraries.is(callee, name.replace(/^new /, ''))),
  );
}
