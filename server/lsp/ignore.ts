import type { Finding, TextEdit } from '../analysis/finding.js';
import { resolveEdits } from '../analysis/check/edits.js';
import { pagesOf, type Pages } from '../analysis/check/pages.js';
import { isSource, readSource } from '../analysis/syntax/read.js';
import { isEnvironmentFile } from '../workspace/kinds.js';
import type { SnippetEdit } from './to-lsp.js';

interface IgnoreContext {
  readonly file: string;
  readonly languageId: string;
  readonly text: string;
}

/** Can a comment in this file silence a finding? Not in JSON without comments: there the configuration file does it. */
export function canIgnore({ file, languageId }: Omit<IgnoreContext, 'text'>): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return (
    isSource(file) || isEnvironmentFile(name) || languageId === 'jsonc' || /\.(?:ya?ml|toml|mk|sh|bash)$|^(?:GNUm|m|M)akefile$/.test(name)
  );
}

/**
 * The comment that silences a finding, above what the finding is about. The reason is left to the user: editors that know
 * snippets select the word to write over. `undefined` when no line can be put there.
 *
 * @param pages of the document; give the same ones for several findings, since they hold the parsed text
 */
export function ignoreEdit(finding: Finding, pages: Pages): SnippetEdit | undefined {
  const text = `detent-ignore-next-line ${finding.ruleId} -- reason`;
  const [edit, ...rest]: readonly TextEdit[] = resolveEdits([{ kind: 'line-above', at: finding.place, text, comment: true }], pages) ?? [];
  if (!edit || rest.length > 0) return undefined;
  return { ...edit, snippet: edit.text.replace(/-- reason/, '-- $${1:reason}') };
}

/** What {@link ignoreEdit} needs to know of one document. */
export function ignorePages({ file, text }: IgnoreContext): Pages {
  return pagesOf(
    (name) => (name === file ? text : undefined),
    (name) => (isSource(name) ? readSource(name, text) : undefined),
  );
}
