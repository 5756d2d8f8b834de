import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../harness/pages.js';
import { askPackage } from './ask-package.js';
import { answerOf, generatedOf, readServerPage } from './server-page.js';

const folder = join(import.meta.dirname, 'servers');
/** `DETENT_WRITE=1` writes the answers of today into the pages, for a look at the difference. */
const writes = process.env['DETENT_WRITE'] === '1';
const accept = 'Read the code of the package. What is right is written by DETENT_WRITE=1; what is not stands under "Wrong today".';

describe.each(readdirSync(folder))('%s', (file) => {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  const page = readServerPage(text);
  const asked = askPackage(page.name, page.folder);

  test('the page speaks of the package that is installed, in the version that is pinned', () => {
    const manifest = readFileSync(join(repository, 'node_modules', page.name, 'package.json'), 'utf8');
    const { version } = JSON.parse(manifest) as { readonly version: string };
    const { devDependencies } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as {
      readonly devDependencies: Readonly<Record<string, string>>;
    };
    expect([version, devDependencies[page.name]]).toEqual([page.version, page.version]);
  });

  test('tools and findings are those of the page', async () => {
    const today = `${page.written}${generatedOf(await asked)}`;
    if (writes) writeFileSync(path, today);
    else expect(today, accept).toBe(text);
  });

  test('what it calls wrong is still wrong', async () => {
    const answer = await asked;
    const obsolete = page.wrong.filter((row) => row.right === row.today || answerOf(answer, row) !== row.today);
    expect(obsolete.map((row) => `${row.tool} ${row.asked}: ${answerOf(answer, row)} is said, not ${row.today}`)).toEqual([]);
  });
});
