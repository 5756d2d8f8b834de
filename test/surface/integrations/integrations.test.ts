/** What other programs are told about Detent, run as they run it. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Checkout, root, tool } from './workspace.js';

const checkout = new Checkout();
const mismatch = 'permission/read-only-hint-mismatch';

beforeAll(async () => {
  await checkout.build();
  checkout.put('src/my server.ts', tool);
  checkout.put('clean/one.ts', 'export const one = 1;\n');
});

afterAll(() => checkout.remove());

const yaml = <T>(file: string): T => parse(readFileSync(join(root, file), 'utf8')) as T;
const written = (file: string): string => readFileSync(join(checkout.workspace, file), 'utf8');

describe('the action of GitHub', () => {
  interface Step {
    readonly shell: string;
    readonly run: string;
    readonly env?: Readonly<Record<string, string>>;
  }
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
    readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
    readonly runs: { readonly using: string; readonly steps: readonly Step[] };
  }
  const action = yaml<Action>('action.yml');

  /** What the runner does: fills in the variables, starts each script as `shell: bash` does, and reads what it leaves. */
  function act(given: Readonly<Record<string, string>>): { readonly code: number | null; readonly log: string; readonly left: string } {
    const inputs = Object.fromEntries(Object.entries(action.inputs).map(([name, input]) => [name, given[name] ?? input.default]));
    expect(Object.keys(given).filter((name) => !(name in inputs))).toEqual([]);
    const outputs = join(checkout.workspace, '.outputs');
    writeFileSync(outputs, '');
    let [code, log]: [number | null, string] = [0, ''];
    for (const step of action.runs.steps) {
      const script = join(checkout.workspace, '.step.sh');
      writeFileSync(script, step.run);
      const env = Object.entries(step.env ?? {}).map(([name, value]) => [
        name,
        value.replace(/^\$\{\{ inputs\.([a-z-]+) \}\}$/, (_, input: string) => inputs[input] ?? expect.fail(`no input ${input}`)),
      ]);
      const done = checkout.run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], {
        ...Object.fromEntries(env),
        GITHUB_ACTION_PATH: checkout.home,
        GITHUB_OUTPUT: outputs,
      });
      [code, log] = [done.status, log + done.stdout + done.stderr];
      if (code !== 0) break;
    }
    const left = readFileSync(outputs, 'utf8');
    for (const file of ['.outputs', '.step.sh']) rmSync(join(checkout.workspace, file));
    return { code, log, left };
  }

  test('says what its inputs and outputs are, and runs no text of an input', () => {
    expect(action.runs.using).toBe('composite');
    for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)]) expect(description).toMatch(/\.$/);
    for (const { shell, run } of action.runs.steps) expect([shell, run.includes('${{')]).toEqual(['bash', false]);
  });

  test('annotates, and fails for a finding', () => {
    const { code, log, left } = act({});
    expect(log).toContain('::error file=src/my server.ts,line=6,endLine=6,');
    expect([code, left]).toEqual([1, 'output=\nexit-code=1\n']);
  });

  test('takes paths with spaces, one a line, and arguments between spaces and lines', () => {
    expect(act({ paths: 'clean\n' })).toEqual({ code: 0, log: '', left: 'output=\nexit-code=0\n' });
    const { code, log } = act({ paths: 'clean\nsrc/my server.ts', arguments: '--fail-on never\n  --no-cache' });
    expect([code, log.match(/^::/gm)?.length]).toEqual([0, 1]);
    expect(act({ paths: '--fix' }).log).toContain('--fix: there is no such file or folder');
    expect(act({ arguments: '$(touch ran) `touch ran`; touch ran' }).code).toBe(2);
    expect(existsSync(join(checkout.workspace, 'ran'))).toBe(false);
  });

  test('writes SARIF, whatever comes out', () => {
    expect(act({ format: 'sarif' })).toEqual({ code: 1, log: '', left: 'output=detent.sarif\nexit-code=1\n' });
    expect(JSON.parse(written('detent.sarif'))).toMatchObject({ version: '2.1.0', runs: [{ results: [{ ruleId: mismatch }] }] });
    expect(act({ format: 'sarif', paths: 'clean', output: 'other.json' }).left).toBe('output=other.json\nexit-code=0\n');
    expect(JSON.parse(written('other.json'))).toMatchObject({ runs: [{ results: [] }] });
    for (const file of ['detent.sarif', 'other.json']) rmSync(join(checkout.workspace, file));
  });

  test('builds a checkout that has not been built, and says when that fails', () => {
    const bare = join(checkout.workspace, 'bare');
    const npm = join(bare, 'bin/npm');
    checkout.put('bare/integrations/detent.sh', readFileSync(join(root, 'integrations/detent.sh'), 'utf8'));
    checkout.put(
      'bare/bin/npm',
      '#!/bin/sh\necho "npm $*"\nmkdir dist && echo "console.log(process.argv.slice(2).join())" > dist/cli.js\n',
    );
    checkout.run('chmod', ['+x', npm]);
    const start = (): readonly unknown[] => {
      const path = `${join(bare, 'bin')}:${process.execPath.replace(/\/[^/]+$/, '')}:/usr/bin:/bin`;
      const { stdout, stderr, status } = checkout.run('sh', [join(bare, 'integrations/detent.sh'), 'check', 'a b'], { PATH: path });
      return [stdout, stderr, status];
    };
    expect(start()).toEqual(['check,a b\n', 'detent: building, once\nnpm run build\n', 0]);
    expect(start()).toEqual(['check,a b\n', '', 0]);
    rmSync(join(bare, 'dist'), { recursive: true });
    writeFileSync(npm, '#!/bin/sh\nexit 1\n');
    expect(start()).toEqual(['', 'detent: building, once\n', 2]);
    rmSync(bare, { recursive: true });
  });
});

describe('the job of GitLab', () => {
  interface Job {
    readonly variables: Readonly<Record<string, string>>;
    readonly script: readonly string[];
    readonly artifacts: { readonly when: string; readonly paths: readonly string[]; readonly reports: Readonly<Record<string, string>> };
  }
  const jobs = yaml<{ readonly '.detent': Job; readonly detent: { readonly extends: string; readonly stage: string } }>(
    'integrations/gitlab/detent.gitlab-ci.yml',
  );
  const job = jobs['.detent'];

  test.each([
    ['src', 1],
    ['clean', 0],
  ])('leaves both reports of %s, and ends as the check does', (path, code) => {
    const env = { ...job.variables, DETENT_HOME: checkout.home, DETENT_PATHS: path };
    const done = checkout.run('sh', ['-ec', job.script.join('\n')], env);
    expect([done.status, done.stderr]).toEqual([code, '']);
    expect(done.stdout.includes(mismatch)).toBe(code === 1);
    const { codequality, junit } = job.artifacts.reports;
    const entries = JSON.parse(written(codequality!)) as readonly Record<string, unknown>[];
    expect(entries).toHaveLength(code);
    for (const entry of entries)
      expect(entry).toEqual({
        description: expect.stringContaining('readOnlyHint'),
        check_name: mismatch,
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
        severity: 'major',
        location: { path: 'src/my server.ts', lines: { begin: 6, end: 6 } },
      });
    expect(written(junit!)).toContain(`failures="${String(code)}"`);
    for (const file of ['.detent-cache', ...job.artifacts.paths]) rmSync(join(checkout.workspace, file), { recursive: true });
  });

  test('keeps reports of a job that failed, and can be extended', () => {
    expect(job.artifacts.when).toBe('always');
    expect(job.artifacts.paths).toEqual(Object.values(job.artifacts.reports));
    expect(jobs.detent).toEqual({ extends: '.detent', stage: 'test' });
  });
});

describe('the hook of pre-commit', () => {
  const [hook, ...more] = yaml<readonly Readonly<Record<string, unknown>>[]>('.pre-commit-hooks.yaml');

  test('has what pre-commit demands, and no more', () => {
    expect(more).toEqual([]);
    expect(hook).toMatchObject({ id: 'detent', name: 'detent', language: 'script', pass_filenames: false, require_serial: true });
  });

  test.each([
    ['src/a.ts', true],
    ['a.mjs', true],
    ['agent.ipynb', true],
    ['app/.env.development', true],
    ['.vscode/mcp.json', true],
    ['Makefile', true],
    ['README.md', false],
    ['a.tsv', false],
    ['environment.txt', false],
  ])('whether it looks when %s changes: %s', (file, looks) => {
    expect(new RegExp(String(hook!['files'])).test(file)).toBe(looks);
  });

  test('its entry runs from the checkout, in the repository that commits', () => {
    const [program, ...args] = String(hook!['entry']).split(' ');
    const done = checkout.run(join(checkout.home, program!), [...args, '--fail-on', 'error']);
    expect([done.status, done.stdout.includes(mismatch), done.stderr]).toEqual([1, true, '']);
  });
});

test('reviewdog finds in SARIF what it reads', () => {
  const command = /^(.{1,99}) \| reviewdog -f=sarif\b/m.exec(readFileSync(join(root, 'integrations/reviewdog/README.md'), 'utf8'))?.[1];
  const [program, ...args] = command!.split(' ');
  expect(program).toBe('detent');
  const { runs } = JSON.parse(checkout.run(join(checkout.home, 'integrations/detent.sh'), args).stdout) as {
    readonly runs: readonly { readonly tool: unknown; readonly results: readonly unknown[] }[];
  };
  expect(runs).toMatchObject([
    {
      tool: { driver: { name: 'Detent', rules: [{ id: mismatch }] } },
      results: [
        {
          ruleId: mismatch,
          level: 'error',
          message: { text: expect.any(String) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: 'src/my%20server.ts' },
                region: { startLine: 6, startColumn: expect.any(Number) },
              },
            },
          ],
        },
      ],
    },
  ]);
});

describe('the container', () => {
  const lines = readFileSync(join(root, 'Dockerfile'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line): readonly [string, string] => {
      const [, word, rest] = /^([A-Z]+) (.+)$/.exec(line) ?? expect.fail(line);
      return [word!, rest!];
    });
  const last = lines.slice(lines.findLastIndex(([word]) => word === 'FROM'));
  const all = (word: string): readonly string[] => last.filter(([own]) => own === word).map(([, rest]) => rest);

  test('is small, and is not run by root', () => {
    expect(lines.filter(([word]) => word === 'FROM').map(([, rest]) => rest)).toEqual(['node:24-slim AS build', 'node:24-alpine']);
    expect(all('USER')).toEqual(['node']);
    expect(all('RUN')).toEqual([]);
  });

  test('runs with nothing but what is copied into it, where nothing can be written', () => {
    const copied = all('COPY').map((rest) => rest.split(' '));
    expect(copied.map(([from]) => from)).toEqual(copied.map(() => '--from=build'));
    // What the checkout of this test has is less than what the container gets.
    for (const [, from] of copied) expect(existsSync(join(checkout.home, from!.replace('/detent/', '')))).toBe(true);
    const command = [...(JSON.parse(all('ENTRYPOINT')[0]!) as string[]), ...(JSON.parse(all('CMD')[0]!) as string[])];
    const [program, ...args] = command.map((word) => word.replace(/^\/detent\b/, checkout.home));
    const done = checkout.run(program!, args, { HOME: '/dev/null', XDG_CACHE_HOME: '/dev/null/caches', LOCALAPPDATA: '/dev/null/caches' });
    expect([done.status, done.stdout.includes(mismatch), done.stderr]).toEqual([1, true, '']);
  });

  test('leaves out of its build what is made here', () => {
    const ignored = readFileSync(join(root, '.dockerignore'), 'utf8').trim().split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', 'node_modules', 'dist', 'build']));
  });
});
