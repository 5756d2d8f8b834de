/**
 * Compiles the service models of AWS, as the package `botocore` holds them in its folder `data`, into `rules/effects/operations/aws-*.ts`:
 * `node test/tools/compile.mjs aws <folder>`. What the first word of an operation says stands in `rules/effects/aws-sdk-client.ts`;
 * only operations that do something else, take a key or fail when repeated are written.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import client from '../../../rules/effects/aws-sdk-client.js';
import type { EffectClass } from '../../../rules/kit/index.js';
import { exceptions, resources } from './aws-facts.js';
import { byPattern, groups, tableText, type Told } from './table.js';

interface Shape {
  readonly members?: Readonly<Record<string, { readonly idempotencyToken?: boolean }>>;
}

interface Operation {
  readonly http?: { readonly method: string };
  readonly input?: { readonly shape: string };
  readonly errors?: readonly { readonly shape: string }[];
  readonly readonly?: boolean;
  readonly idempotent?: boolean;
}

interface Model {
  readonly metadata: { readonly serviceId?: string; readonly protocol: string };
  readonly operations: Readonly<Record<string, Operation>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

const root = join(import.meta.dirname, '../../..');
/** Two modules of a size that can be read. */
const halves = [
  ['awsFirst', (key: string) => key < 'j'],
  ['awsSecond', (key: string) => key >= 'j'],
] as const;
const { resource, operations } = client.all();
const verbs = operations?.verbs ?? {};

/** Writes the table, and says what became of it. */
export function compile(folder: string): string {
  const table = new Map<string, string>();
  let count = 0;
  const unsaid: string[] = [];
  for (const service of readdirSync(folder).toSorted()) {
    const model = modelIn(join(folder, service));
    const id = model?.metadata.serviceId;
    if (model === undefined || id === undefined) continue;
    const key = id.toLowerCase().replaceAll(' ', '-');
    const name = id
      .split(' ')
      .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
      .join('');
    const told = Object.entries(model.operations).map(([operation, about]) => [operation, toldOf(model, key, operation, about)] as const);
    count += told.length;
    unsaid.push(...told.filter(([, what]) => what === undefined).map(([operation]) => `${key}.${operation}`));
    const kept = told.flatMap(([operation, what]) => (what === undefined || isSaid(operation, what) ? [] : [[operation, what] as const]));
    table.set(key, [`${name} ${resources[key] ?? resource}`, ...groups(kept)].join('; '));
  }
  const texts = halves.map(([name, belongs]) => {
    const text = tableText(name, 'test/tools/compile.mjs aws', new Map([...table].filter(([key]) => belongs(key))));
    writeFileSync(join(root, 'rules/effects/operations', `${name === 'awsFirst' ? 'aws-first' : 'aws-second'}.ts`), text);
    return text;
  });
  const open = unsaid.length === 0 ? '' : `\nto be said in aws-facts.ts: ${unsaid.join(' ')}`;
  return `${table.size} services, ${count} operations, ${texts.join('').length} characters${open}`;
}

/** The newest model of a service. */
function modelIn(folder: string): Model | undefined {
  const version =
    existsSync(folder) && !folder.endsWith('.json') && !folder.endsWith('.py') ? readdirSync(folder).toSorted().at(-1) : undefined;
  const file = version === undefined ? undefined : join(folder, version, 'service-2.json.gz');
  return file === undefined || !existsSync(file) ? undefined : (JSON.parse(gunzipSync(readFileSync(file)).toString()) as Model);
}

const addsAgain: ReadonlySet<string> = new Set<EffectClass>(['write.add', 'external', 'exec']);

/** What an operation does; `undefined` when neither its name nor its model tells. */
function toldOf(model: Model, service: string, name: string, about: Operation): Told | undefined {
  const written = exceptions[`${service}.${name}`] ?? exceptions[name];
  const told = written === undefined ? undefined : read(written);
  const kind = told?.kind ?? kindOf(model, name, about);
  if (kind === undefined) return undefined;
  const again = addsAgain.has(kind);
  const word = told?.word ?? (again ? tokenOf(model, about) : undefined);
  const exclusive = told?.exclusive ?? (kind === 'write.add' && failsAgain(about));
  const ensures = told?.ensures ?? (kind === 'write.add' && !exclusive && about.idempotent === true && word === undefined);
  return { kind, exclusive, ensures, ...(word === undefined ? {} : { word }) };
}

function read(text: string): Told {
  const [what = '', word] = text.split(' ');
  return {
    kind: what.replace(/[!~]$/, '') as Told['kind'],
    exclusive: what.endsWith('!'),
    ensures: what.endsWith('~'),
    ...(word === undefined ? {} : { word }),
  };
}

function kindOf(model: Model, name: string, about: Operation): EffectClass | undefined {
  const method = model.metadata.protocol.startsWith('rest') ? about.http?.method : undefined;
  if (about.readonly === true || method === 'GET' || method === 'HEAD') return 'read';
  const said = byPattern(verbs, name);
  // What is made by another operation is only switched on; `StartExecution` makes what it starts.
  if (name.startsWith('Start') && lives(model, name.slice('Start'.length))) return 'write.set';
  // A question that must not be asked twice makes something: an export, a report.
  if (said === 'read' && /^(?:Export|Generate|Test|Detect)/.test(name) && tokenOf(model, about) !== undefined) return 'write.add';
  // What runs for itself is ended for good, unlike what is switched off.
  if (name.startsWith('Stop') && byPattern(verbs, name.replace('Stop', 'Start')) === 'write.add' && runs(model, name)) return 'destroy';
  if (said !== undefined) return said;
  if (method === 'DELETE') return 'destroy';
  return about.idempotent === true && method === 'PUT' ? 'write.set' : undefined;
}

function runs(model: Model, name: string): boolean {
  const things = name.slice('Stop'.length);
  return (
    model.operations[`Start${things}`] !== undefined &&
    /(?:Job|Run|Execution|Build|Task|Query|Deployment|Session)s?$/.test(things) &&
    !lives(model, things)
  );
}

function lives({ operations }: Model, things: string): boolean {
  return [things, things.replace(/s$/, '')].some(
    (thing) => operations[`Create${thing}`] !== undefined && operations[`Delete${thing}`] !== undefined,
  );
}

/** The member that the model marks as the token of a repetition, or that is called so. */
function tokenOf({ shapes }: Model, { input }: Operation): string | undefined {
  const members = input === undefined ? {} : (shapes[input.shape]?.members ?? {});
  const names = Object.keys(members);
  return (
    names.find((name) => members[name]!.idempotencyToken === true) ??
    names.find((name) => /^(?:client|clientRequest|idempotency)Token$/i.test(name))
  );
}

/** It answers a repetition with an error of its own. */
function failsAgain({ errors = [] }: Operation): boolean {
  return errors.some(({ shape }) =>
    /Already(?:Exist|Owned|InUse|Associated|Registered)|Duplicat|(?:^|[a-z])ExistsException$|NameInUse/.test(shape),
  );
}

/** The words of the name say all of it. */
function isSaid(name: string, { kind, exclusive, ensures, word }: Told): boolean {
  return exclusive !== true && ensures !== true && word === undefined && byPattern(verbs, name) === kind;
}
