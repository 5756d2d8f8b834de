import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { askDisk, askMemory, type Answer, type Files } from '../harness/ask.js';
import { spotOf } from '../harness/compare.js';
import { formatted, manners } from '../harness/format.js';
import { expandSecrets } from '../harness/secrets.js';
import { identity } from '../harness/verify.js';

const here = fileURLToPath(new URL('incidents', import.meta.url));
const workspaces = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test('the list of incidents names each of them, with the rules that warn', () => {
  const list = readFileSync(join(here, 'README.md'), 'utf8');
  const listed = [...list.matchAll(/^\| \[[^\]]{1,80}\]\(([\w-]{1,60})\/README\.md\) \|[^|\n]{1,200}\| ([^|\n]{1,900}) \|$/gm)];
  const found = workspaces.map((name) => {
    const rules = tableIn(readFileSync(join(here, name, 'README.md'), 'utf8')).map((row) => row.split(' | ')[2] ?? '');
    return [name, [...new Set(rules)].sort().join(', ')];
  });
  expect(listed.map(([, name, rules]) => [name, rules?.replaceAll('`', '')]).sort()).toEqual(found.sort());
});

describe.each(workspaces)('%s', (name) => {
  const folder = join(here, name);
  const readme = readFileSync(join(folder, 'README.md'), 'utf8');
  const files = filesIn(folder);
  // Everything is committed but for what the page says.
  const ignored = /^ignored: (.{1,400})$/m.exec(readme)?.[1]?.split(', ') ?? [];
  const facts = { sets: [], tracked: [...files.keys()].filter((file) => !ignored.includes(file)), ignored };

  test('the table of its README is what Detent finds', async () => {
    const answer = await askMemory(files, facts);
    expect(answer.result.configProblems).toEqual([]);
    expect(answer.result.internal).toEqual([]);
    const [stated, found] = [tableIn(readme), tableOf(answer, files)];
    expect(found.length).toBeGreaterThan(0);
    expect(stated.map(withoutMessage).join('\n')).toBe(found.map(withoutMessage).join('\n'));
    // The words of a rule may change; the page follows, and says so once.
    if (stated.join() !== found.join())
      writeFileSync(
        join(folder, 'README.md'),
        readme.replace(stated.join('\n'), () => found.join('\n')),
      );
    expect(stated.join('\n'), 'README.md was behind the messages; it is written anew').toBe(found.join('\n'));
  });

  test('the disk gives the same answer', async () => {
    expect(said(await askDisk(files, facts))).toEqual(said(await askMemory(files, facts)));
  });

  test.each(manners)('formatting changes nothing: $name', async (manner) => {
    expect(said(await askMemory(await formatted(files, manner), facts))).toEqual(said(await askMemory(files, facts)));
  });
});

function filesIn(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return new Map(paths.sort().map((path) => [path, expandSecrets(readFileSync(join(folder, path), 'utf8'))]));
}

/** Rows of the last table of the page, without its head. */
function tableIn(markdown: string): readonly string[] {
  const lines = markdown.split('\n');
  const start = lines.findLastIndex((line) => line.startsWith('|---')) + 1;
  return lines.slice(
    start,
    lines.findIndex((line, i) => i >= start && !line.startsWith('|')),
  );
}

function tableOf({ result, root }: Answer, files: Files): readonly string[] {
  return result.findings.map(({ place, ruleId, message }) => {
    const { file, line } = spotOf(place, root, files);
    return `| \`${file}\` | ${line} | ${ruleId} | ${message} |`;
  });
}

function withoutMessage(row: string): string {
  return row.split(' | ').slice(0, 3).join(' | ');
}

/** What is said, wherever it stands. */
function said({ result }: Answer): readonly string[] {
  return result.findings.map((finding) => `${identity(finding)} ${finding.fingerprint}`).sort();
}
