/** The recipes for large repositories: the command lines that they have other programs run. */
import { mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../../server/cli/args.js';
import { Checkout, root, tool } from './workspace.js';

const checkout = new Checkout();
const names = ['a', 'b', 'c'];
const page = readFileSync(join(root, 'integrations/large/README.md'), 'utf8');
const blocks = (language: string): readonly string[] =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(([, text]) => text!);
const [github, kubernetes] = blocks('yaml').map((text) => parse(text) as unknown);
const [nx, , turborepo] = blocks('json').map((text) => JSON.parse(text) as unknown);
/** The line of a block that merges, behind the line that has another program run. */
const merging = blocks('sh').map((text) => text.trim().split('\n').at(-1)!);

beforeAll(async () => {
  await checkout.build();
  for (const name of names) checkout.put(`packages/${name}/server.ts`, name === 'b' ? 'export const one = 1;\n' : tool);
  symlinkSync(checkout.home, join(checkout.workspace, '.detent'));
});

afterAll(() => checkout.remove());

function sh(
  script: string,
  env: NodeJS.ProcessEnv = {},
  folder = '.',
): { readonly out: string; readonly err: string; readonly code: number | null } {
  const { stdout, stderr, status } = checkout.run('bash', ['-eo', 'pipefail', '-c', `cd ${folder}; ${script}`], env);
  return { out: stdout, err: stderr, code: status };
}

const whole = (format: string): unknown => sh(`node .detent/dist/cli.js check packages/* --format ${format} --no-cache`);

test('all options that are named are there, and shares name the folders alike', () => {
  const known = new Set([...Object.keys(commands.check), ...Object.keys(commands.merge)]);
  const said = [...page.matchAll(/ `?--([a-z-]+)/g)].map(([, name]) => name!);
  expect(said.filter((name) => !known.has(name) && name !== 'prefix')).toEqual([]);
});

test('the matrix of GitHub tells what one run tells', () => {
  interface Job {
    readonly strategy?: { readonly matrix: { readonly share: readonly number[] } };
    readonly steps: readonly { readonly name?: string; readonly run?: string }[];
  }
  const { jobs } = github as { readonly jobs: Readonly<Record<'share' | 'detent', Job>> };
  const step = (job: Job, name: string): string => job.steps.find((one) => one.name === name)!.run!;
  const shares = jobs.share.strategy!.matrix.share;
  expect(step(jobs.share, 'check')).toContain(`/${shares.length} `);
  for (const share of shares)
    expect(sh(step(jobs.share, 'check').replaceAll('${{ matrix.share }}', String(share)))).toEqual({ out: '', err: '', code: 0 });
  expect(sh(step(jobs.detent, 'merge'))).toEqual(whole('github'));
  sh('rm part-*.json');
});

test('the target of Nx writes a part for each project', () => {
  const { targetDefaults } = nx as {
    readonly targetDefaults: { readonly detent: { readonly outputs: readonly string[]; readonly options: { readonly command: string } } };
  };
  const { options, outputs } = targetDefaults.detent;
  const filled = (text: string, name: string): string =>
    text.replaceAll('{projectRoot}', `packages/${name}`).replaceAll('{projectName}', name).replaceAll('{workspaceRoot}', '.');
  for (const name of names) {
    expect(sh(filled(options.command, name))).toEqual({ out: '', err: '', code: 0 });
    expect(sh(`test -f ${filled(outputs[0]!, name)}`).code).toBe(0);
  }
  expect(sh(merging[1]!)).toEqual(whole('text'));
  rmSync(join(checkout.workspace, '.parts'), { recursive: true });
});

test('the script of Turborepo runs in its package', () => {
  const { scripts } = turborepo as { readonly scripts: { readonly detent: string } };
  for (const name of names)
    expect(sh(scripts.detent.replaceAll('packages/a', `packages/${name}`), {}, `packages/${name}`)).toEqual({ out: '', err: '', code: 0 });
  expect(sh(merging[2]!)).toEqual(whole('text'));
  sh('rm packages/*/part.json');
});

test('each pod of the indexed job takes its share', () => {
  const { spec } = kubernetes as {
    readonly spec: {
      readonly completions: number;
      readonly completionMode: string;
      readonly template: {
        readonly spec: { readonly containers: readonly { readonly command: readonly string[]; readonly args: readonly string[] }[] };
      };
    };
  };
  const [container] = spec.template.spec.containers;
  expect([spec.completionMode, container!.command]).toEqual(['Indexed', ['sh', '-c']]);
  expect(container!.args[0]).toContain(`/${spec.completions} `);
  mkdirSync(join(checkout.workspace, '../parts'));
  for (let index = 0; index < spec.completions; index++) {
    const done = checkout.run('sh', ['-c', container!.args[0]!], { JOB_COMPLETION_INDEX: String(index) });
    expect([done.stdout, done.stderr, done.status]).toEqual(['', '', 0]);
  }
  expect(sh(merging[3]!)).toEqual(whole('text'));
});
