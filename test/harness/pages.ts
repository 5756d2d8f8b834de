import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { knowledge } from '../../rules/index.js';
import type { Vocabulary } from './marks.js';
import { readPage, type Page } from './page.js';
import { expandSecrets } from './secrets.js';

/** The root of the repository. */
export const repository = join(import.meta.dirname, '../..');

export interface FoundPage extends Page {
  /** Path from the root of the repository. */
  readonly file: string;
  /** Path from the folder, without `.md`; of a rule's own page, its id. */
  readonly name: string;
  /** Values of the secrets that its cases use. */
  readonly secrets: readonly string[];
  /** Why it could not be read. */
  readonly problem?: string;
}

/** All pages below a folder, or those with wanted names. In `rules/checks`, the examples of the rules' own pages. */
export function findPages(folder: string, kind: Vocabulary['kind'], wanted = (_name: string): boolean => true): readonly FoundPage[] {
  const own = folder === 'rules/checks';
  return markdownIn(join(repository, folder)).flatMap((path): readonly FoundPage[] => {
    const file = relative(repository, path).replaceAll('\\', '/');
    const rule = file.slice(folder.length + 1).replace(own ? /\/README\.md$/u : /\.md$/u, '');
    if (!wanted(rule)) return [];
    const vocabulary: Vocabulary = { kind, ...(keysOf(rule) !== undefined && { rule }), keysOf };
    const text = readFileSync(path, 'utf8');
    const found = { file, name: rule, secrets: secretsIn(text) };
    try {
      return [{ ...found, ...readPage(text, vocabulary, own ? 'Example' : undefined) }];
    } catch (error) {
      return [{ ...found, title: file, cases: [], problem: error instanceof Error ? error.message : String(error) }];
    }
  });
}

function keysOf(rule: string): readonly string[] | undefined {
  const found = knowledge.checks.find(({ id }) => id === rule);
  return found === undefined ? undefined : Object.keys(found.messages);
}

function markdownIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** Whole secrets, and the passwords inside connection strings. */
function secretsIn(text: string): readonly string[] {
  const whole = [...text.matchAll(/\{\{[a-z][a-z0-9-]*(?:#\d+)?\}\}/gu)].map(([placeholder]) => ({
    placeholder,
    value: expandSecrets(placeholder),
  }));
  const values = whole.flatMap(({ placeholder, value }) => (placeholder === value ? [] : [value, ...passwords(value)]));
  return [...new Set(values)];
}

function passwords(value: string): readonly string[] {
  const password = /:\/\/[^:/@]*:([^@]{8,})@/u.exec(value)?.[1];
  return password === undefined ? [] : [password];
}
