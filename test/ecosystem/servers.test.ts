import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../harness/pages.js';
import { askPackage } from './ask-package.js';
import { answerOf, generatedOf, readServerPage } from './server-page.js';

const folder = join(import.meta.dirname, 'servers');
const accept =
  'Read what changed. When it is right, accept it with `npx vitest run test/ecosystem -u`, and bring "Wrong today" up to date.';

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
    await expect(`${page.written}${generatedOf(await asked)}`, accept).toMatchFileSnapshot(path);
  });

  test('what it calls wrong is still wrong', async () => {
    const answer = await asked;
    const obsolete = page.wrong.filter((row) => row.right === row.today || answerOf(answer, row) !== row.today);
    expect(obsolete.map((row) => `${row.tool} ${row.asked}: ${answerOf(answer, row)} is said, not ${row.today}`)).toEqual([]);
  });
});
