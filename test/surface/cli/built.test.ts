import { execFileSync, spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { heard } from '../../harness/outputs.js';

/** The program as it ships, in a folder of its own, run from another one. */
const root = fileURLToPath(new URL('../../../', import.meta.url));
const home = realpathSync(mkdtempSync(join(tmpdir(), 'detent-cli-')));
const workspace = join(home, 'workspace');
const cli = join(home, 'dist/cli.js');

const tool = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { rm } from 'node:fs/promises';

const server = new McpServer({ name: 'files', version: '1.0.0' });

server.registerTool('clean', { annotations: { readOnlyHint: true } }, async () => {
  await rm('cache', { recursive: true });
  return { content: [] };
});
`;

function put(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(workspace, name)), { recursive: true });
  writeFileSync(join(workspace, name), content);
}

function detent(
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly input?: string; readonly stdout?: number } = {},
): SpawnSyncReturns<string> {
  const { NO_COLOR: _none, FORCE_COLOR: _force, ...env } = process.env;
  const done = spawnSync(process.execPath, [cli, ...args], {
    cwd: workspace,
    encoding: 'utf8',
    env: { ...env, XDG_CACHE_HOME: join(home, 'caches'), LOCALAPPDATA: join(home, 'caches'), ...options.env },
    input: options.input,
    stdio: ['pipe', options.stdout ?? 'pipe', 'pipe'],
  });
  heard(`detent ${args.join(' ')}`, `${done.stdout ?? ''}${done.stderr}`);
  return done;
}

beforeAll(async () => {
  const common: BuildOptions = { bundle: true, platform: 'node', target: 'node20', mainFields: ['module', 'main'], logLevel: 'silent' };
  await Promise.all([
    build({
      ...common,
      entryPoints: [join(root, 'server/cli/start.ts')],
      outfile: cli,
      format: 'esm',
      define: { DETENT_BUILD: '"of the tests"' },
    }),
    build({
      ...common,
      entryPoints: [join(root, 'server/cli/main.ts')],
      outfile: join(home, 'dist/program.cjs'),
      format: 'cjs',
      charset: 'ascii',
      supported: { 'dynamic-import': false },
    }),
    build({ ...common, entryPoints: [join(root, 'server/lsp/node.ts')], outfile: join(home, 'dist/server.cjs'), format: 'cjs' }),
  ]);
  cpSync(join(root, 'package.json'), join(home, 'package.json'));
  mkdirSync(join(home, 'dist/rules/permission'), { recursive: true });
  cpSync(join(root, 'rules/checks/permission/missing-tier/README.md'), join(home, 'dist/rules/permission/missing-tier.md'));
  put('src/server.ts', tool);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

test('findings go to the output, with exit code 1', () => {
  const { stdout, stderr, status } = detent(['check']);
  expect(stdout).toMatch(/^src\/server\.ts:6:61 {2}error {2}.* {2}permission\/read-only-hint-mismatch$/m);
  expect([stderr, status]).toEqual(['', 1]);
});

test('an answer is kept, and is the same when it is given again', () => {
  const kept = join(home, 'kept');
  const first = detent(['check', 'src', '--cache-location', kept]);
  const [entry, ...more] = readdirSync(kept);
  expect([entry, more]).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.json$/), []]);
  const written = statSync(join(kept, entry!)).ino;
  const second = detent(['check', 'src', '--cache-location', kept]);
  expect([second.stdout, second.stderr, second.status]).toEqual([first.stdout, first.stderr, 1]);
  expect(statSync(join(kept, entry!)).ino).toBe(written);
});

test('other threads read where there is much to read, and change nothing', () => {
  for (let i = 0; i < 2_100; i++) put(`many/${i % 7}/${i}.ts`, i % 100 === 0 ? tool : `export const n${i} = ${i};\n`);
  const [alone, ...together] = ['1', '2', '3'].map((threads) => {
    const { stdout, stderr, status } = detent(['check', 'many', '--format', 'json', '--no-cache', '--threads', threads]);
    return [stdout, stderr, status];
  });
  expect(alone).toEqual([expect.stringContaining('"read-only-hint-mismatch'.slice(1)), '', 1]);
  for (const one of together) expect(one).toEqual(alone);
});

test('folders are looked at each by itself in several threads, which say what one says', () => {
  for (const name of ['one', 'two', 'three']) put(`each/${name}/src/a.ts`, tool);
  const folders = ['one', 'two', 'three'].map((name) => `each/${name}`);
  const [alone, ...together] = ['1', '2', '4'].map((threads) => {
    const { stdout, stderr, status } = detent(['check', ...folders, '--each', '--no-cache', '--threads', threads]);
    return [stdout, stderr, status];
  });
  expect(alone).toEqual([expect.stringContaining('each/three/src/a.ts'), '', 1]);
  for (const one of together) expect(one).toEqual(alone);
});

test('programs that run at once do not disturb each other', async () => {
  const kept = join(home, 'kept-by-many');
  const args = ['check', 'src', '--format', 'json'];
  const { stdout } = detent([...args, '--no-cache']);
  const all = Array.from({ length: 6 }, async () => {
    const child = spawn(process.execPath, [cli, ...args, '--cache-location', kept], {
      cwd: workspace,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (out += chunk));
    return [await new Promise((done) => child.once('close', done)), out];
  });
  expect(await Promise.all(all)).toEqual(all.map(() => [1, stdout]));
  expect(readdirSync(kept)).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.json$/)]);
});

describe('the compiled form of the program', () => {
  const code = join(home, 'caches/detent/code');
  const kept = (): string[] => (existsSync(code) ? readdirSync(code) : []);
  const run = (env: NodeJS.ProcessEnv = {}): unknown => {
    const { stdout, stderr, status } = detent(['check', 'src', '--no-cache', '--format', 'json'], { env });
    return [stdout, stderr, status];
  };

  test('is kept by the first run that follows tools, and gives the same answers', () => {
    rmSync(code, { recursive: true, force: true });
    detent(['rules']);
    expect(kept()).toEqual([]);
    const first = run();
    expect(kept()).toEqual([expect.stringMatching(/^[0-9a-z-]+\.code$/)]);
    const file = join(code, kept()[0]!);
    const { ino, mode } = statSync(file);
    expect(mode & 0o777).toBe(0o600);
    expect(run()).toEqual(first);
    expect(statSync(file).ino).toBe(ino);
  });

  test('is made again when it is damaged, or when others may write it', () => {
    const first = run();
    const file = join(code, kept()[0]!);
    const whole = readFileSync(file);
    const damaged = Buffer.from(whole);
    damaged[damaged.length >> 1]! ^= 0xff;
    for (const bytes of [damaged, whole.subarray(0, 1000), Buffer.alloc(0)]) {
      writeFileSync(file, bytes);
      expect(run()).toEqual(first);
      expect(readFileSync(file).equals(bytes)).toBe(false);
    }
    writeFileSync(file, damaged);
    chmodSync(file, 0o666);
    expect(run()).toEqual(first);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('is neither used nor kept when Node is told so, and is not missed where nothing can be written', () => {
    const first = run();
    rmSync(code, { recursive: true });
    expect(run({ NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual(first);
    expect(kept()).toEqual([]);
    expect(run({ XDG_CACHE_HOME: '/dev/null/caches', LOCALAPPDATA: '/dev/null/caches' })).toEqual(first);
  });
});

interface Writer {
  writeResults(place: string, bytes: number, form: { tasks: number; turns: number; folder: boolean }): { readonly runs: number };
}

/** Megabytes that `detent pass-k` holds at most, over results of so many bytes. */
async function heldOver(bytes: number, folder: boolean): Promise<number> {
  const { writeResults } = (await import(new URL('../../tools/bench/results.mjs', import.meta.url).href)) as Writer;
  const place = join(home, folder ? 'run' : 'results.json');
  const { runs } = writeResults(place, bytes, { tasks: 50, turns: folder ? 3 : 35, folder });
  const told = "process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS / 1024)))";
  const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(told)}`;
  const { stdout, stderr, status } = detent(['pass-k', place, '--format', 'json'], { env: { NODE_OPTIONS } });
  rmSync(place, { recursive: true });
  const [{ tasks }] = (JSON.parse(stdout) as { results: [{ tasks: { trials: number; excluded: number }[] }] }).results;
  expect(tasks.reduce((sum, { trials, excluded }) => sum + trials + excluded, 0)).toBe(runs);
  expect(status).toBe(0);
  return Number(stderr);
}

test.each([
  ['file', false],
  ['folder with a file for each run', true],
])('ten times as many results take no more memory: a %s', { timeout: 120_000 }, async (_, folder) => {
  const [few, many] = [await heldOver(6e6, folder), await heldOver(6e7, folder)];
  expect(few).toBeGreaterThan(20);
  // Held as it is, the rest would be 54 more; when garbage was collected made a difference of 25 once.
  expect(many).toBeLessThan(few + 40);
});

test('the version is the one of the package', () => {
  expect(detent(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test("a rule's page is printed, also by its short name", () => {
  const long = detent(['explain', 'permission/missing-tier']);
  expect(long.stdout).toContain('missing-tier');
  expect(detent(['explain', 'missing-tier']).stdout).toBe(long.stdout);
});

test('rules are listed', () => {
  expect(detent(['rules']).stdout).toMatch(/^permission\/missing-tier +\S+ +\S+ +\S/m);
  expect(JSON.parse(detent(['rules', '--format', 'json']).stdout)).toMatchObject({
    schemaVersion: 1,
    rules: expect.arrayContaining([expect.objectContaining({ id: 'permission/missing-tier' })]),
  });
});

test('git says what changed; a step of a proof is enough', () => {
  const folder = join(home, 'changing');
  mkdirSync(folder);
  const git = (...args: string[]): void =>
    void execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: folder });
  git('init', '-q');
  const since = (commit: string): unknown => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [cli, 'check', '--since', commit, '--format', 'github', '--no-cache'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return [[...stdout.matchAll(/^::error file=([^,]*)/gm)].map(([, file]) => file), stderr, status];
  };
  writeFileSync(join(folder, 'a.ts'), tool);
  writeFileSync(
    join(folder, 'b.ts'),
    tool.replace("import { rm } from 'node:fs/promises'", "import { wipe } from './gone.js'").replace('rm(', 'wipe('),
  );
  writeFileSync(
    join(folder, 'gone.ts'),
    "import { rm as remove } from 'node:fs/promises';\nexport async function wipe(path: string): Promise<void> {\n  await remove(path, { recursive: true });\n}\n",
  );
  // Nothing that the repository brings along is run.
  writeFileSync(join(folder, '.gitattributes'), '* diff=own filter=own\n');
  for (const key of ['diff.own.textconv', 'diff.own.command', 'filter.own.clean', 'core.fsmonitor']) git('config', key, 'touch ran; cat');
  git('-c', 'filter.own.clean=cat', '-c', 'core.fsmonitor=false', 'add', '.');
  git('-c', 'filter.own.clean=cat', '-c', 'core.fsmonitor=false', 'commit', '-qm', 'one');
  rmSync(join(folder, 'ran'), { force: true });
  expect(since('HEAD')).toEqual([[], '2 findings without a part in what changed since HEAD are not told.\n', 0]);
  writeFileSync(join(folder, 'gone.ts'), `${readFileSync(join(folder, 'gone.ts'), 'utf8')}// changed\n`);
  expect(since('HEAD')).toEqual([['b.ts'], '1 finding without a part in what changed since HEAD is not told.\n', 1]);
  writeFileSync(join(folder, 'c.ts'), tool);
  expect(since('HEAD')).toEqual([['b.ts', 'c.ts'], '1 finding without a part in what changed since HEAD is not told.\n', 1]);
  expect(since('nowhere')).toEqual([
    [],
    'detent: --since: git knows no commit "nowhere" here. A shallow clone may lack it: fetch it first.\n',
    2,
  ]);
  expect(existsSync(join(folder, 'ran'))).toBe(false);
});

test('bash completes commands, options and their values', () => {
  const script = detent(['completion', 'bash']).stdout;
  const completed = (...words: string[]): string[] => {
    const ask = `COMP_WORDS=(detent ${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length}; _detent; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const done = spawnSync('bash', ['-c', `${script}${ask}`], { cwd: workspace, encoding: 'utf8' });
    return done.stdout.split('\n').filter(Boolean);
  };
  expect(completed('ch')).toEqual(['check']);
  expect(completed('check', '--fix')).toEqual(['--fix', '--fix-dry-run']);
  expect(completed('check', '--format', 's')).toEqual(['sarif']);
  expect(completed('check', '--baseline', 'sr')).toEqual(['src']);
  expect(completed('check', 'sr')).toEqual(['src']);
  expect(completed('check', '--max-warnings', '')).toEqual([]);
  expect(completed('explain', 'permission/missing-ti')).toEqual(['permission/missing-tier']);
});

describe('colors', () => {
  const colored = (args: readonly string[], env: NodeJS.ProcessEnv): boolean => detent(args, { env }).stdout.includes('\u001b[');

  test('are for terminals, unless asked for', () => {
    expect(colored(['check'], {})).toBe(false);
    expect(colored(['check', '--color'], {})).toBe(true);
    expect(colored(['check'], { FORCE_COLOR: '1' })).toBe(true);
    expect(colored(['check'], { CLICOLOR_FORCE: '1' })).toBe(true);
  });

  test('can be refused', () => {
    expect(colored(['check'], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(colored(['check', '--no-color'], { FORCE_COLOR: '1' })).toBe(false);
    expect(colored(['check'], { FORCE_COLOR: '0' })).toBe(false);
    expect(colored(['check'], { CLICOLOR_FORCE: '1', NO_COLOR: '1' })).toBe(false);
  });

  test('never stand in JSON', () => {
    expect(colored(['check', '--format', 'json'], { FORCE_COLOR: '1' })).toBe(false);
  });
});

test('fixes are written, in the encoding of the file', () => {
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(tool, 'utf16le')]);
  put('fixed/wide.ts', wide);
  put('fixed/marked.ts', `\ufeff${tool.replaceAll('\n', '\r\n')}`);
  const { stderr, status } = detent(['check', '--fix', 'fixed']);
  expect([stderr, status]).toEqual(['Fixed 2 problems in 2 files.\n', 0]);
  const text = execFileSync('cat', [join(workspace, 'fixed/wide.ts')]);
  expect([text[0], text[1]]).toEqual([0xff, 0xfe]);
  expect(text.toString('utf16le')).toContain('readOnlyHint: false');
  const marked = execFileSync('cat', [join(workspace, 'fixed/marked.ts')], { encoding: 'utf8' });
  expect(marked.startsWith('\ufeffimport')).toBe(true);
  expect(marked.replaceAll('\r\n', '')).not.toContain('\n');
  rmSync(join(workspace, 'fixed'), { recursive: true });
});

test('the text of one file may come from the standard input', () => {
  const { stdout, status } = detent(['check', '--stdin-filename', 'src/new.ts'], { input: tool });
  expect(stdout).toMatch(/^src\/new\.ts:6:61/);
  expect(status).toBe(1);
});

describe('the reader of the output', () => {
  test('may leave early; the answer stays the same', async () => {
    for (let index = 0; index < 300; index += 1) put(`many/tool-${index}.ts`, tool);
    const child = spawn(process.execPath, [cli, 'check', '--format', 'json', 'many'], {
      cwd: workspace,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let errors = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
    child.stdout.once('data', () => child.stdout.destroy());
    const code = await new Promise((done) => child.once('close', done));
    expect([errors, code]).toEqual(['', 1]);
    rmSync(join(workspace, 'many'), { recursive: true });
  });

  test('gets all of a long answer through a pipe', () => {
    for (let index = 0; index < 300; index += 1) put(`many/tool-${index}.ts`, tool);
    const { stdout, status } = detent(['check', '--format', 'json', 'many']);
    expect((JSON.parse(stdout) as { findings: unknown[] }).findings).toHaveLength(300);
    expect(status).toBe(1);
    rmSync(join(workspace, 'many'), { recursive: true });
  });

  test('may be a full disk; that is said', () => {
    const { stderr, status } = detent(['check'], { stdout: openSync('/dev/full', 'w') });
    expect([stderr, status]).toEqual(['detent: the output cannot be written (ENOSPC).\n', 2]);
  });
});

test('an editor is served over the standard streams', async () => {
  const child = spawn(process.execPath, [cli, 'lsp', '--stdio'], { cwd: workspace, stdio: ['pipe', 'pipe', 'pipe'] });
  const send = (message: object): void => {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  let answer = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (answer += chunk));
  send({ id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
  await expect.poll(() => answer, { timeout: 10_000 }).toContain('"serverInfo":{"name":"detent"}');
  send({ id: 2, method: 'shutdown' });
  send({ method: 'exit' });
  expect(await new Promise((done) => child.once('close', done))).toBe(0);
});
