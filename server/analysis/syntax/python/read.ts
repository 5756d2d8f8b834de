import type { Module, Problem, Statement } from '../ir.js';
import { keepAnatomy, type Stretch } from '../anatomy.js';
import { JoinedMentions } from '../joined-mentions.js';
import { Mentions } from '../mentions.js';
import type { Draft } from '../typescript/names.js';
import { styleOf } from '../typescript/style.js';
import { declareNames } from './bodies.js';
import { readExpression } from './expressions.js';
import { parse } from './grammar.js';
import { keepNames } from './kept-names.js';
import { Reader, type Readers } from './reader.js';
import { resynced } from './resync.js';
import { readStatement } from './statements.js';
import { partsOf, type Node } from './tree.js';
import { readType } from './types.js';

export const readers: Readers = { expression: readExpression, statement: readStatement, type: readType };

/**
 * Reads a Python file. Broken text gives what can be read of it, with problems. Never throws.
 *
 * The grammar must have been loaded.
 */
export function readPython(file: string, text: string): Module {
  const module = emptyModule(file);
  try {
    readInto(module, text);
    return module;
  } catch (error) {
    // The call stack can end here, when the caller has used up most of it.
    const message = error instanceof RangeError ? 'Nested too deeply to be read.' : 'Not read, because of an error in Detent itself.';
    return { ...emptyModule(file), problems: [{ message, span: { start: 0, end: text.length } }] };
  }
}

function emptyModule(file: string): Draft<Module> {
  return {
    kind: 'module',
    file,
    language: 'python',
    body: [],
    exports: [],
    requests: [],
    comments: [],
    problems: [],
    mentions: new Mentions([], 0, 0),
    style: { quote: '"', indent: '    ', eol: '\n', semicolons: false },
  };
}

function readInto(module: Draft<Module>, text: string): void {
  const tree = parse(text);
  const problems = problemsOf(tree, text);
  const root = problems.length === 0 ? tree : resynced(tree, text);
  const r = new Reader(module, text, readers);
  const parts = partsOf(root);
  const body: Statement[] = [];
  const stretches: Stretch[] = [];
  const byLoop = declareNames(r, parts);
  r.scope = { ...r.scope, byLoop };
  const names = [...r.scope.names.values()];
  keepNames(module, r.scope);
  for (const part of parts) {
    const { length } = body;
    const mentioned = r.mentioned;
    r.statement(part, body);
    const isQuiet = body.length === length;
    stretches.push({ span: r.span(part), isQuiet, mentions: r.mentionsSince(mentioned), semicolons: none, verbatim: [] });
  }
  for (const binding of names) r.exports.push({ name: binding.name, span: binding.span, binding });
  module.body = body;
  module.exports = r.exports;
  module.requests = [...r.requests];
  module.comments = commentsOf(tree, text);
  module.problems = [...problems, ...r.problems];
  module.mentions = new JoinedMentions(stretches.map(({ mentions }) => mentions));
  module.style = styleOf(text, r.quotes, undefined);
  keepAnatomy(module, {
    spans: r.spans,
    stretches,
    names,
    imported: new Mentions([], 0, 0),
    semicolons: none,
    quotes: r.quotes,
    isCommonJs: false,
  });
}

const none = { with: 0, without: 0 };

export function commentsOf(tree: Node, text: string): Module['comments'] {
  const comments: Module['comments'][number][] = [];
  const visit = (node: Node): void => {
    for (const child of node.children) {
      if (child.type !== 'comment') visit(child);
      else
        comments.push({
          text: text.slice(child.start, child.end).replace(/^#+:?/, '').trim(),
          span: { start: child.start, end: child.end },
        });
    }
  };
  visit(tree);
  return comments.sort((a, b) => a.span.start - b.span.start);
}

/** Where the text does not follow the grammar. */
export function problemsOf(tree: Node, text: string): Problem[] {
  const problems: Problem[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'ERROR' || node.type === 'MISSING') {
      const end = Math.min(text.length, Math.max(node.end, node.start + 1));
      problems.push({
        message: node.type === 'MISSING' ? 'Something is missing here.' : 'This could not be read.',
        span: { start: node.start, end },
      });
      return;
    }
    node.children.forEach(visit);
  };
  visit(tree);
  return problems;
}
