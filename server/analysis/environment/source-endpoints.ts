/** Hosts of production in the literals of code that development runs. */
import type { SourceEndpoint } from '../../../rules/kit/index.js';
import type { Module } from '../syntax/ir.js';
import type { Classifier } from './classify.js';
import { walkModule } from './walk.js';

export type FoundEndpoint = Omit<SourceEndpoint, 'because'>;

/** In source order. A file that names a sandbox as well lets something choose between them. */
export function sourceEndpoints(module: Module, text: string, classifier: Classifier): readonly FoundEndpoint[] {
  const found: FoundEndpoint[] = [];
  let chooses = false;
  walkModule(module, (node, { name }) => {
    if (node.kind !== 'literal' || typeof node.value !== 'string' || node.value.length < 8) return true;
    const { value, span } = node;
    chooses ||= classifier.hosts.sandbox(value);
    const endpoint = /:\/\//.test(value) ? classifier.endpoint(value, name) : undefined;
    if (endpoint === undefined || classifier.classify(value, { name }) !== undefined) return true;
    const start = span.start + text.slice(span.start, span.end).indexOf(value);
    const { sandbox, ...said } = endpoint;
    const plain = start >= span.start && sandbox !== undefined;
    const at = plain ? { start: start + sandbox.span.start, end: start + sandbox.span.end } : span;
    found.push({ file: module.file, span, endpoint: plain ? { ...said, sandbox: { ...sandbox, span: at } } : said });
    return true;
  });
  return chooses ? [] : found.sort((a, b) => a.span.start - b.span.start);
}
