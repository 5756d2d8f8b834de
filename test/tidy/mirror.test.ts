import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { knowledge } from '../../rules/index.js';
import type { Case } from '../harness/page.js';
import { findPages, repository, type FoundPage } from '../harness/pages.js';

/** Pages of patterns; those of a library or a framework are proved by its rows, in its own language. */
const frameworks = new Set(knowledge.frameworks.map(({ id }) => id));
const pages = [
  ...findPages('test/checks', 'findings'),
  ...findPages('test/effects', 'effects', (name) => !existsSync(join(repository, `rules/effects/${name}.ts`))),
  ...findPages('test/frameworks', 'tools', (name) => !frameworks.has(name)),
];

/** Both languages share a page, or Python has one beside it, or in a folder. */
const families = new Map<string, FoundPage[]>();
for (const page of pages) {
  const family = page.file.replace('/python/', '/').replace(/-python\.md$/, '.md');
  families.set(family, [...(families.get(family) ?? []), page]);
}

describe('each pattern that is shown in TypeScript is shown in Python', () => {
  test.each([...families])('%s', (_file, family) => {
    const cases = family.flatMap((page) => page.cases);
    const inPython = cases.filter(isPython);
    const shown = new Set(inPython.flatMap(({ title, mirrors }) => [title, ...mirrors].map(patternOf)));
    const others = cases.filter((one) => isTypeScript(one) && !isPython(one));
    const missing = others.filter(({ title, noPython }) => noPython === undefined && !shown.has(patternOf(title)));
    expect(missing.map((one) => placeOf(one, family))).toEqual([]);
    // A reason, or the name of a pattern, must not outlive what it speaks of.
    const stale = others.filter(({ title, noPython }) => noPython !== undefined && shown.has(patternOf(title)));
    expect(stale.map((one) => placeOf(one, family))).toEqual([]);
    const known = new Set(others.map(({ title }) => patternOf(title)));
    expect(inPython.flatMap(({ mirrors }) => mirrors.filter((title) => !known.has(patternOf(title))))).toEqual([]);
  });
});

function isPython({ blocks }: Case): boolean {
  return blocks.some(({ file }) => /\.(?:py|ipynb)$/.test(file));
}

function isTypeScript({ blocks }: Case): boolean {
  return blocks.some(({ file }) => /\.[cm]?[jt]sx?$/.test(file));
}

function patternOf(title: string): string {
  return title.toLowerCase().replace(/^python: /, '');
}

function placeOf(one: Case, family: readonly FoundPage[]): string {
  return `${family.find(({ cases }) => cases.includes(one))?.file}:${one.line} ${one.title}`;
}
