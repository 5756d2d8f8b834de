/** What the pages tell people to write is what the integrations have. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { commands } from '../../../server/cli/args.js';
import { root } from './workspace.js';

const folder = join(root, 'integrations');
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const pages = names.map((name) => ({ name, text: readFileSync(join(folder, name, 'README.md'), 'utf8') }));
const yamlOf = (name: string): readonly unknown[] =>
  [...pages.find((page) => page.name === name)!.text.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => parse(text!) as unknown);
const file = <T>(name: string): T => parse(readFileSync(join(root, name), 'utf8')) as T;

describe.each(pages)('the page on $name', ({ name, text }) => {
  test('is linked from README.md, and its links lead somewhere', () => {
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(`(integrations/${name}/README.md)`);
    const links = [...text.matchAll(/\]\(([^)]{1,200})\)/g)].map(([, target]) => target!);
    expect(links.filter((target) => !existsSync(join(folder, name, target)))).toEqual([]);
  });

  test('names options that there are', () => {
    const known = new Set([...Object.keys(commands.check), ...Object.keys(commands.tools)]);
    const said = [...text.matchAll(/detent (?:check|tools)[^`|\n]{0,200}/g)].flatMap(([line]) => line.match(/--[a-z-]+/g) ?? []);
    expect(said.filter((option) => !known.has(option.slice(2)))).toEqual([]);
  });
});

test('the page on GitHub gives the action inputs that it has, and reads outputs that it has', () => {
  const { inputs, outputs } = file<Readonly<Record<'inputs' | 'outputs', object>>>('action.yml');
  interface Step {
    readonly uses?: string;
    readonly with?: object;
    readonly if?: string;
  }
  const steps = yamlOf('github').flatMap((block) => (Array.isArray(block) ? block : (block as { readonly steps: Step[] }).steps) as Step[]);
  const given = steps.flatMap((step) => (step.uses === './.detent' ? Object.keys(step.with ?? {}) : []));
  expect(given.length).toBeGreaterThan(3);
  expect(given.filter((name) => !(name in inputs))).toEqual([]);
  const read = [...JSON.stringify(steps).matchAll(/steps\.detent\.outputs\.([a-z-]+)/g)].map(([, name]) => name!);
  expect(read.length).toBeGreaterThan(0);
  expect(read.filter((name) => !(name in outputs))).toEqual([]);
});

test('the page on GitLab sets variables that the job has, in a job that there is', () => {
  const [block] = yamlOf('gitlab') as [
    { readonly include: readonly { readonly file: string }[]; readonly detent: { readonly variables: object } },
  ];
  const jobs = file<{ readonly '.detent': { readonly variables: object }; readonly detent: object }>(block.include[0]!.file);
  expect(Object.keys(block.detent.variables).filter((name) => !(name in jobs['.detent'].variables))).toEqual([]);
  expect(jobs).toHaveProperty('detent');
});

test('the page on pre-commit names the hook', () => {
  const [{ repos }] = yamlOf('pre-commit') as [{ readonly repos: readonly { readonly hooks: readonly { readonly id: string }[] }[] }];
  const known = file<readonly { readonly id: string }[]>('.pre-commit-hooks.yaml').map(({ id }) => id);
  expect(repos.flatMap(({ hooks }) => hooks.map(({ id }) => id))).toEqual(known);
});
