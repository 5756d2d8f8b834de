/** Imports of what production uses, in code of development and of tests. */
import type { ProductionImport } from '../../../rules/kit/index.js';
import type { Module } from '../syntax/ir.js';
import { plainName } from '../languages.js';
import type { PathAnswer } from './path.js';
import { nameTokens, type Names } from './tokens.js';

/** A text may hold such an import. */
export function mayImportProduction(text: string): boolean {
  return /\b(?:import|require|from)\b[^;]{0,300}prod/i.test(text);
}

/** In source order; tests of the settings themselves have a reason. */
export function productionImports(
  module: Module,
  text: string,
  { because }: Pick<PathAnswer, 'because'>,
  names: Names,
): readonly ProductionImport[] {
  const own = nameTokens(module.file.slice(module.file.lastIndexOf('/') + 1));
  if (own.some((word) => ['prod', 'production', 'config', 'configuration', 'settings', 'environment', 'env'].includes(word))) return [];
  const requests = new Set(module.requests.map((request) => plainName(request)));
  const found: ProductionImport[] = [];
  for (const { from, imported, span } of statementsIn(text, module.language === 'python')) {
    const isOwn = module.language === 'python' ? from.includes('.') : /^(?:\.|@\/|~\/|#)/.test(from);
    if (!isOwn || (module.language !== 'python' && !requests.has(from))) continue;
    const last = from
      .split(/[./]/)
      .filter((part) => part !== '' && !/^(?:js|ts|mjs|cjs|json|index)$/.test(part))
      .slice(-2);
    const said = (word: string): boolean => names.environment(word) === 'production' && !/live/i.test(word);
    const base = { file: module.file, span, from, because };
    if (last.length > 0 && (said(last.at(-1) ?? '') || (last.length > 1 && said(last[0] ?? '') && isSettings(last)))) found.push(base);
    else {
      const name = imported.find((one) => said(one) && (isClient(one) || (one === 'production' && isSettings(last))));
      if (name !== undefined) found.push({ ...base, name });
    }
  }
  return found;
}

function isSettings(words: readonly string[]): boolean {
  return words.some((word) => /^(?:config|configs|settings|env|environments?)$/i.test(word));
}

/** `prodDb`, `productionClient`; `isProduction` asks, and a `ProductionLine` is a thing. */
function isClient(name: string): boolean {
  const words = nameTokens(name);
  return clients.has(words.at(-1) ?? '') && !/^(?:is|has|assert|not|in|for)/.test(words[0] ?? '');
}

const clients: ReadonlySet<string> = new Set([
  'db',
  'database',
  'client',
  'pool',
  'connection',
  'config',
  'settings',
  'api',
  'redis',
  'stripe',
  'prisma',
  'engine',
  'session',
  'url',
  'dsn',
  'key',
]);

interface Found {
  readonly from: string;
  readonly imported: readonly string[];
  readonly span: { readonly start: number; readonly end: number };
}

/** Import statements, however they are broken into lines. */
function* statementsIn(text: string, isPython: boolean): Iterable<Found> {
  const forms = isPython
    ? [
        /^[ \t]{0,40}from (?<from>[\w.]{1,120}) import (?<names>\([^)]{1,400}\)|[^\n#(]{1,200})/gm,
        /^[ \t]{0,40}import (?<from>[\w.]{1,120})/gm,
      ]
    : [
        /^import\s(?:type\s)?(?<names>[^'";]{0,400})\sfrom\s['"](?<from>[^'"\n]{1,200})['"]/gm,
        /^[^\n/*]{0,80}\brequire\(['"](?<from>[^'"\n]{1,200})['"]\)/gm,
      ];
  for (const form of forms)
    for (const match of text.matchAll(form)) {
      const { from = '', names = '' } = match.groups ?? {};
      const indent = /^\s{0,40}/.exec(match[0])?.[0].length ?? 0;
      const imported = names.split(/[^\w$]+/).filter((word) => word !== '' && word !== 'as');
      yield { from, imported, span: { start: match.index + indent, end: match.index + match[0].trimEnd().length } };
    }
}
