/** Writes the operations of a vendor's services out as rows. */
import type {
  Access,
  EffectClass,
  EffectRow,
  Effects,
  Operations,
  OperationTable,
  OperationTables,
  Resource,
  RowOptions,
} from '../../../rules/kit/index.js';

/** One operation, or a pattern of names. */
interface Operation {
  readonly name: string;
  readonly kind: EffectClass;
  readonly options?: RowOptions;
}

/**
 * The file as if it had been written for one package: the star of a family stands for a service. A file without a star speaks of all
 * services.
 */
export function withOperations(file: Effects, library: string, tables: OperationTables): Effects {
  const { operations } = file;
  if (operations === undefined) return { ...file, library };
  const table = tables[operations.table] ?? {};
  const isFamily = file.library.includes('*');
  const service = isFamily ? serviceOf(file.library, library, operations, table) : undefined;
  // What the words say holds for a service that the table does not know yet.
  const services = service !== undefined ? [service] : isFamily ? ['*'] : Object.keys(table);
  const written = services.map((name) => forService(file, name, table[name] ?? '*'));
  const only = written.length === 1 ? written[0]! : { ...file, ...spread(written) };
  const verbs = Object.entries(operations.verbs).flatMap(([kind, names]) =>
    names.split(' ').map((name): Operation => ({ name, kind: kind as EffectClass })),
  );
  const rows = rowsOf(written.length === 1 ? only.operations! : anyService(operations), verbs);
  return { ...only, library, calls: [...only.calls, ...rows.calls], commands: [...(only.commands ?? []), ...rows.commands] };
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
  const rows = rowsOf(own.operations!, groups.flatMap(readGroup));
  return { ...own, resource, calls: [...own.calls, ...rows.calls], commands: [...(own.commands ?? []), ...rows.commands] };
}

function spread(files: readonly Effects[]): Pick<Effects, 'calls' | 'commands'> {
  return { calls: files.flatMap(({ calls }) => calls), commands: files.flatMap(({ commands = [] }) => commands) };
}

function anyService(operations: Operations): Operations {
  return JSON.parse(JSON.stringify(operations).replaceAll(/\{[Ss]ervice\}/g, '*')) as Operations;
}

/** `write.add! ClientToken: CreateThing CreateOther`. */
function readGroup(group: string): readonly Operation[] {
  const [head = '', names = ''] = group.split(': ');
  const [what = '', token] = head.split(' ');
  const options: RowOptions = {
    ...(what.endsWith('!') ? { exclusive: true as const } : {}),
    ...(what.endsWith('~') ? { ensures: true as const } : {}),
    ...(token === undefined ? {} : { key: `arg 0.${token}` as Access }),
  };
  const kind = what.replace(/[!~]$/, '') as EffectClass;
  return names.split(' ').map((name) => ({ name, kind, options }));
}

function rowsOf(
  { calls = [], commands = [] }: Operations,
  operations: readonly Operation[],
): { readonly calls: EffectRow[]; readonly commands: EffectRow[] } {
  const write = (templates: readonly string[]): EffectRow[] =>
    templates.flatMap((template) =>
      operations.map(({ name, kind, options = {} }): EffectRow => [named(template, name), kind, 'arg 0', options]),
    );
  return { calls: write(calls), commands: write(commands) };
}

function named(template: string, name: string): string {
  return template
    .replace('{name}', name.charAt(0).toLowerCase() + name.slice(1))
    .replace('{Name}', name.charAt(0).toUpperCase() + name.slice(1));
}
