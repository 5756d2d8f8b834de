/** Writes the operations of a vendor's services out as rows. */
import type {
  Access,
  EffectKind,
  EffectRow,
  Effects,
  Operations,
  OperationTable,
  OperationTables,
  Resource,
  RowOptions,
} from '../../../rules/kit/index.js';
import { snakeCase } from './snake-case.js';

/** One operation, or a pattern of names. */
interface Operation {
  readonly name: string;
  readonly kind: EffectKind;
  readonly subject: Access;
  readonly options?: RowOptions;
}

/**
 * The file as if it had been written for one package: the star of a family stands for a service. A file without a star speaks of all
 * services.
 */
export function withOperations(file: Effects, library: string, tables: OperationTables): Effects {
  const { operations } = file;
  if (operations === undefined) return { ...file, library };
  const table = wholeOf(tables[operations.table] ?? []);
  const isFamily = file.library.includes('*');
  const service = isFamily ? serviceOf(file.library, library, operations, table) : undefined;
  // What the words say holds for a service that the table does not know yet.
  const services = service !== undefined ? [service] : isFamily ? ['*'] : Object.keys(table);
  const names = namesOf(operations);
  const written = services.map((name) => forService(file, names.get(name) ?? name, table[name] ?? '*'));
  const only = written.length === 1 ? written[0]! : { ...file, ...spread(file, written) };
  const subject = subjectOf(file);
  const verbs = Object.entries(operations.verbs).flatMap(([kind, texts]) =>
    texts.flatMap((text) => text.split(' ')).map((name): Operation => ({ name, kind: kind as EffectKind, subject })),
  );
  const rows = rowsOf(written.length === 1 ? only.operations! : anyService(operations, operations.base ?? '*'), verbs);
  return { ...only, library, calls: [...only.calls, ...rows.calls], commands: [...(only.commands ?? []), ...rows.commands] };
}

const wholes = new WeakMap<readonly OperationTable[], OperationTable>();

/** Hundreds of names are put together only for those who ask for one. */
function wholeOf(parts: readonly OperationTable[]): OperationTable {
  const whole = wholes.get(parts) ?? (Object.assign({}, ...parts) as OperationTable);
  wholes.set(parts, whole);
  return whole;
}

/** By what the table calls a service: what a package that has all of them calls it. */
function namesOf({ aliases = {} }: Operations): ReadonlyMap<string, string> {
  return new Map(Object.entries(aliases).map(([name, service]) => [service, name]));
}

/** What such calls are given: one object of options, or names. */
function subjectOf({ language }: Effects): Access {
  return language === 'python' ? 'args' : 'arg 0';
}

function serviceOf(pattern: string, library: string, { aliases = {} }: Operations, table: OperationTable): string | undefined {
  const [start = '', end = ''] = pattern.split('*');
  const name = library.slice(start.length, library.length - end.length);
  if (Object.hasOwn(table, name)) return name;
  if (Object.hasOwn(aliases, name)) return aliases[name];
  return Object.keys(table).find((key) => key.replaceAll('-', '') === name);
}

/** A file with the names of one service, and with the operations that its entry tells. */
function forService(file: Effects, service: string, entry: string): Effects {
  const [head = '', ...groups] = entry.split('; ');
  const [name = '', resource = file.resource] = head.split(' ') as [string, Resource?];
  const text = JSON.stringify(file).replaceAll('{Service}', name).replaceAll('{service}', service);
  const own = JSON.parse(text) as Effects;
  const rows = rowsOf(
    own.operations!,
    groups.flatMap((group) => readGroup(group, file)),
  );
  return { ...own, resource, calls: [...own.calls, ...rows.calls], commands: [...(own.commands ?? []), ...rows.commands] };
}

function spread(file: Effects, written: readonly Effects[]): Omit<Partial<Effects>, 'language'> {
  const resources = Object.fromEntries(
    written
      .filter(({ resource }) => resource !== file.resource)
      .flatMap((one) => Object.keys(one.extends ?? {}).map((name) => [name, one.resource])),
  );
  return {
    resources: { ...resources, ...file.resources },
    instances: merged(written.map(({ instances = {} }) => instances)),
    extends: merged(written.map((one) => one.extends ?? {})),
    calls: [...file.calls, ...written.flatMap(({ calls }) => calls.slice(file.calls.length))],
    commands: written.flatMap(({ commands = [] }) => commands),
  };
}

function merged<T>(records: readonly Readonly<Record<string, T>>[]): Readonly<Record<string, T>> {
  return Object.fromEntries(records.flatMap((record) => Object.entries(record)));
}

function anyService(operations: Operations, name: string): Operations {
  return JSON.parse(JSON.stringify(operations).replaceAll(/\{[Ss]ervice\}/g, name)) as Operations;
}

/** `write.add! ClientToken: CreateThing CreateOther`. */
function readGroup(group: string, file: Effects): readonly Operation[] {
  const [head = '', names = ''] = group.split(': ');
  const [what = '', words] = head.split(' ');
  const [word, beside] = words?.split('&') ?? [];
  const kind = what.replace(/[!~]$/, '') as EffectKind;
  const isPython = file.language === 'python';
  const access = (name: string): Access => (isPython ? `arg :${name}` : `arg 0.${name}`);
  const named = word === undefined ? undefined : access(word);
  const options: RowOptions = {
    ...(what.endsWith('!') ? { exclusive: true as const } : {}),
    ...(what.endsWith('~') ? { ensures: true as const } : {}),
    ...(named === undefined || kind === 'sql' ? {} : { key: named }),
    ...(beside === undefined ? {} : { keyWith: access(beside) }),
  };
  return names.split(' ').map((name) => ({ name, kind, subject: kind === 'sql' ? (named ?? subjectOf(file)) : subjectOf(file), options }));
}

function rowsOf(
  { calls = [], commands = [] }: Operations,
  operations: readonly Operation[],
): { readonly calls: EffectRow[]; readonly commands: EffectRow[] } {
  const write = (templates: readonly string[]): EffectRow[] =>
    templates.flatMap((template) =>
      operations.map(({ name, kind, subject, options = {} }): EffectRow => [fill(template, name), kind, subject, options]),
    );
  return { calls: write(calls), commands: write(commands) };
}

function fill(template: string, name: string): string {
  return template
    .replace('{name}', name.charAt(0).toLowerCase() + name.slice(1))
    .replace('{Name}', name.charAt(0).toUpperCase() + name.slice(1))
    .replace('{name_}', () => snakeOf(name));
}

/** `DescribeDBInstances` as AWS writes it for Python: `describe_db_instances`. */
function snakeOf(name: string): string {
  return snakeCase(name.replace(/[A-Z]{2,20}s$/, (acronyms) => `_${acronyms.toLowerCase()}`));
}
