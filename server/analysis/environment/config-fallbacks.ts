/** Defaults in configuration and in scripts of a shell: `${NAME:-default}`. */
import type { Classifier } from './classify.js';
import { judge, type FoundFallback } from './production.js';

const form = /\$\{([A-Za-z_]\w{0,80})(:?-)([^{}\n]{4,600})\}/g;

/** Those that are a credential or lead to production, with the form that fails instead. */
export function configFallbacks(file: string, text: string, classifier: Classifier): readonly FoundFallback[] {
  if (!text.includes('-') || !text.includes('${')) return [];
  const found: FoundFallback[] = [];
  for (const match of text.matchAll(form)) {
    const [whole, variable = '', sign = '', fallback = ''] = match;
    const line = text.slice(text.lastIndexOf('\n', match.index - 1) + 1, match.index);
    if (/^(?:#|\/\/)/.test(line.trimStart())) continue;
    const verdict = judge(fallback, variable, classifier);
    if (verdict === undefined) continue;
    const start = match.index + 2 + variable.length;
    const span = { start: start + sign.length, end: match.index + whole.length - 1 };
    found.push({
      file,
      span: { start: match.index, end: match.index + whole.length },
      variable,
      operator: 'default',
      fallback: { file, span },
      language: 'config',
      throwing: { at: { file, span: { start, end: span.end } }, text: ':?' },
      ...verdict,
    });
  }
  return found;
}
