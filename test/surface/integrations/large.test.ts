/** The recipes for large repositories, read from their page and run by the programs that they are for. */
import { appendFileSync, cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../../server/cli/args.js';
import { Runner, type Workflow } from './runner.js';
import { Checkout, root, tool, type Done } from './workspace.js';

const checkout = new Checkout();
const page = readFileSync(join(root, 'integrations/large/README.md'), 'utf8');
const [github, kubernetes] = blocks('yaml').map((text) => parse(text) as unknown);
const [nx, turborepo, turboScript] = blocks('json');
/** The lines that a person types, recipe by recipe: the last one merges. */
const [, typedForNx, typedForTurborepo, typedForKubernetes] = blocks('sh').map((text) => text.trim().split('\n'));

/** Folders of packages, with the names that they have; the first one depends on the second. */
const packages = { orders: '@shop/orders', files: '@shop/files', empty: 'empty', texts: 'texts' };
const folders = Object.keys(packages) as readonly (keyof typeof packages)[];
const python = `from mcp.server.fastmcp import FastMCP
import os

mcp = FastMCP("texts")


@mcp.tool(annotations={"readOnlyHint": True})
def drop(path: str) -> str:
    """Removes a text."""
    os.remove(path)
    return "gone"
`;

/** Many programs are started, and other tests run beside them. */
const patient = { timeout: 120_000 };

beforeAll(() => checkout.build());
afterAll(() => checkout.remove());

/** A workspace of npm with an own manifest for each package, as they came from git. */
beforeEach(() => {
  rmSync(checkout.workspace, { recursive: true, force: true });
  rmSync(checkout.beside('user'), { recursive: true, force: true });
  for (const folder of ['user', 'temporary']) mkdirSync(checkout.beside(folder), { recursive: true });
  // Variables do not reach the npm that Turborepo starts.
  writeFileSync(checkout.beside('user/.npmrc'), 'offline=true\nupdate-notifier=false\n');
  checkout.put('package.json', '{ "name": "shop", "private": true, "packageManager": "npm@11.0.0", "workspaces": ["packages/*"] }\n');
  checkout.put('package-lock.json', '{ "name": "shop", "lockfileVersion": 3, "requires": true, "packages": {} }\n');
  checkout.put('.gitignore', 'node_modules\n.detent\n.nx\n.turbo\n');
  checkout.put('packages/orders/server.ts', tool.replaceAll("'clean'", "'close'"));
  checkout.put('packages/files/server.ts', tool);
  checkout.put('packages/empty/index.ts', 'export const one = 1;\n');
  checkout.put('packages/texts/server.py', python);
  for (const folder of folders) manifest(folder, {});
  cpSync(checkout.home, join(checkout.workspace, '.detent'), { recursive: true });
});

function blocks(language: string): readonly string[] {
  return [...page.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text!);
}

function manifest(folder: keyof typeof packages, more: object): void {
  const dependencies = folder === 'orders' ? { [packages.files]: '1.0.0' } : {};
  checkout.put(`packages/${folder}/package.json`, JSON.stringify({ name: packages[folder], version: '1.0.0', dependencies, ...more }));
}

/** Nothing is asked of the network, nothing stays behind, and nobody writes anywhere but beside the workspace. */
const alone = (): NodeJS.ProcessEnv => ({
  HOME: checkout.beside('user'),
  TMPDIR: checkout.beside('temporary'),
  NX_DAEMON: 'false',
  NX_NO_CLOUD: 'true',
  NX_TUI: 'false',
  NX_ISOLATE_PLUGINS: 'false',
  NX_COMPILE_CACHE: 'false',
  NX_SOCKET_DIR: checkout.beside('temporary/nx'),
  NX_NATIVE_FILE_CACHE_DIRECTORY: checkout.beside('temporary/native'),
  TURBO_TELEMETRY_DISABLED: '1',
  TURBO_NO_UPDATE_NOTIFIER: '1',
  DO_NOT_TRACK: '1',
  NO_COLOR: '1',
});

const sh = (script: string): Promise<Done> => checkout.start('bash', ['-eo', 'pipefail', '-c', script], checkout.workspace, alone());
const one = (format = 'text'): Promise<Done> => sh(`node .detent/dist/cli.js check packages/* --format ${format} --no-cache`);

/** What was found is worth comparing: three tools in two languages, and a package without any. */
async function expectOne(merged: Done, format?: string): Promise<void> {
  const whole = await one(format);
  for (const file of ['orders/server.ts', 'files/server.ts', 'texts/server.py']) expect(whole.out).toContain(`packages/${file}`);
  expect(merged).toEqual(whole);
}

test('all options that are named are there', () => {
  const known = new Set([...Object.keys(commands.check), ...Object.keys(commands.merge)]);
  const said = [...page.matchAll(/ `?--([a-z-]+)/g)].map(([, name]) => name!);
  expect(said.filter((name) => !known.has(name) && name !== 'prefix')).toEqual([]);
});

test('the matrix of GitHub tells what one run tells', patient, async () => {
  const workflow = github as Workflow;
  const runner = new Runner(checkout, alone());
  const logs = await runner.run(workflow);
  expect(Object.keys(logs)).toEqual(['share (1)', 'share (2)', 'share (3)', 'share (4)', 'detent']);
  for (const [job, { steps }] of Object.entries(logs).slice(0, -1))
    expect([job, ...steps]).toEqual([job, { name: 'check', out: '', err: '', code: 0 }]);
  const { name, ...merged } = logs['detent']!.steps[0]!;
  expect(name).toBe('merge');
  await expectOne(merged, 'github');
});

/** Installs a program of our `node_modules` in the workspace, as `npm install` would. */
function install(name: string): void {
  const home = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { readonly bin: Readonly<Record<string, string>> };
  const links = join(checkout.workspace, 'node_modules');
  mkdirSync(join(links, '.bin'), { recursive: true });
  symlinkSync(home, join(links, name));
  symlinkSync(join(home, bin[name]!), join(links, '.bin', name));
}

const parts = (): readonly string[] => globSync('packages/*/part.json', { cwd: checkout.workspace }).toSorted();
const allParts = folders.map((folder) => `packages/${folder}/part.json`).toSorted();

/**
 * What both programs promise: the same as one run, twice; parts that are fetched again; what changed, and what rests on it, once more; and
 * all of it with another Detent.
 *
 * @param run gives how many tasks had not to run again
 */
async function expectToKeep(run: () => Promise<number>, merge: string): Promise<void> {
  expect([await run(), parts()]).toEqual([0, allParts]);
  await expectOne(await sh(merge));
  await expectOne(await sh(`${merge} --format json`), 'json');
  expect(await run()).toBe(4);
  for (const part of parts()) rmSync(join(checkout.workspace, part));
  expect([await run(), parts()]).toEqual([4, allParts]);
  const file = join(checkout.workspace, 'packages/files/server.ts');
  writeFileSync(file, `// Moves everything down.\n${readFileSync(file, 'utf8')}`);
  expect(await run()).toBe(2);
  await expectOne(await sh(merge));
  appendFileSync(join(checkout.workspace, '.detent/dist/program.cjs'), '// Another one.\n');
  expect(await run()).toBe(0);
}

describe('Nx', () => {
  beforeEach(() => {
    install('nx');
    checkout.put('nx.json', nx!);
    const said = /`"nx": (\{.{1,80}\})` in its\n`package.json`/.exec(page)![1]!;
    for (const folder of folders) manifest(folder, { nx: JSON.parse(said) as object });
  });

  async function hits(typed: string, projects: number): Promise<number> {
    const { out, err, code } = await sh(typed);
    expect([code, err]).toEqual([0, '']);
    return Number(new RegExp(`Cache: +(\\d+)/${projects} hit`).exec(out)?.[1]);
  }

  test('tells with a part of each project what one run tells, and runs only what changed', patient, async () => {
    const [typed, merge] = typedForNx as [string, string];
    await expectToKeep(() => hits(typed, 4), merge);
    // No daemon was started.
    expect(existsSync(join(checkout.workspace, '.nx/workspace-data/d'))).toBe(false);
  });

  test('leaves the parts of projects that nothing affects', patient, async () => {
    const [typed, merge] = typedForNx as [string, string];
    const affected = /`(npx nx affected [^`]{1,40})`/.exec(page)![1]!;
    expect((await sh('git init -q -b main; git add .; git -c user.name=a -c user.email=a@b commit -q -m one')).code).toBe(0);
    expect(await hits(typed, 4)).toBe(0);
    checkout.put('packages/files/server.ts', `// Moves everything down.\n${tool}`);
    expect(await hits(affected, 2)).toBe(0);
    await expectOne(await sh(merge));
  });
});

describe('Turborepo', () => {
  beforeEach(() => {
    install('turbo');
    checkout.put('turbo.json', turborepo!);
    for (const folder of folders) manifest(folder, JSON.parse(turboScript!.replaceAll('packages/a', `packages/${folder}`)) as object);
  });

  test('tells with a part of each package what one run tells, and runs only what changed', patient, async () => {
    const [typed, merge] = typedForTurborepo as [string, string];
    await expectToKeep(async () => {
      const { out, code } = await sh(typed);
      expect(code).toBe(0);
      return Number(/Cached: +(\d+) cached, 4 total/.exec(out)?.[1]);
    }, merge);
  });
});

/** There is no Kubernetes here: its part is to start the container once for each index, all at once, and to say the index. */
test('the pods of the indexed job, all at once, tell what one run tells', patient, async () => {
  interface Container {
    readonly workingDir: string;
    readonly command: readonly string[];
    readonly args: readonly string[];
    readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
  }
  const { kind, spec } = kubernetes as {
    readonly kind: string;
    readonly spec: {
      readonly completions: number;
      readonly parallelism: number;
      readonly completionMode: string;
      readonly template: {
        readonly spec: { readonly containers: readonly [Container]; readonly volumes: readonly { readonly name: string }[] };
      };
    };
  };
  const [{ workingDir, command, args, volumeMounts }] = spec.template.spec.containers;
  expect([kind, spec.completionMode, spec.parallelism]).toEqual(['Job', 'Indexed', spec.completions]);
  expect(spec.template.spec.volumes.map(({ name }) => name)).toEqual(volumeMounts.map(({ name }) => name));
  // The volume: the repository under its name, and the folder for the parts beside it.
  const volume = checkout.beside('volume');
  const repository = join(volume, workingDir.slice(volumeMounts[0]!.mountPath.length));
  mkdirSync(join(volume, 'parts'), { recursive: true });
  expect(dirname(repository)).toBe(volume);
  cpSync(checkout.workspace, repository, { recursive: true });
  const pods = Array.from({ length: spec.completions }, (_, index) =>
    checkout.start(command[0]!, [...command.slice(1), ...args], repository, { ...alone(), JOB_COMPLETION_INDEX: String(index) }),
  );
  for (const pod of await Promise.all(pods)) expect(pod).toEqual({ out: '', err: '', code: 0 });
  const names = globSync('parts/*', { cwd: volume }).map((file) => basename(file));
  expect(names.toSorted()).toEqual(pods.map((_, index) => `part-${index}.json`));
  await expectOne(await checkout.start('sh', ['-c', typedForKubernetes!.join('\n')], repository, alone()));
});
