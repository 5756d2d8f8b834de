/** What a project depends on, by the manifests of three languages. */
import { entryOf, type JsonFile } from '../syntax/json.js';

/** Every name that a dependency may have in them is taken: it is only asked for a few. */
const forms: readonly (readonly [file: RegExp, name: RegExp])[] = [
  [/\/requirements[\w.-]{0,40}\.txt$/, /^[ \t]{0,8}([A-Za-z0-9][\w.-]{0,80})/gm],
  [/\/(?:pyproject\.toml|Pipfile)$/, /(?:^[ \t]{0,8}|["'])([A-Za-z0-9][\w.-]{0,80})(?=["' \t[<>=!~;])/gm],
  [/\/Gemfile$/, /^[ \t]{0,8}gem[ \t(]{1,4}["']([\w-]{1,80})["']/gm],
];

/** The manifest of JavaScript, which names scripts as well. */
export function isScripted(file: string): boolean {
  return file.endsWith('/package.json');
}

/** Of a manifest of Python or Ruby the names of packages, as those of Python are compared. */
export function packagesNamed(file: string, text: string): ReadonlySet<string> | undefined {
  const form = forms.find(([name]) => name.test(file));
  if (form === undefined) return undefined;
  return new Set([...text.matchAll(form[1])].map(([, name = '']) => name.toLowerCase().replaceAll('_', '-')));
}

export function packagesIn({ root }: JsonFile): ReadonlySet<string> {
  const lists = ['dependencies', 'devDependencies'].map((key) => entryOf(root, key)?.value);
  return new Set(lists.flatMap((list) => (list?.kind === 'object' ? list.entries.map(({ key }) => key) : [])));
}
