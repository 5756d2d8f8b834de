import { keepAnatomy } from '../anatomy.js';
import { JoinedMentions } from '../joined-mentions.js';
import type { Module, Problem, Statement } from '../ir.js';
import { readTrivia } from './comments.js';
import { hoist, hoistVars } from './hoist.js';
import { Mentions } from '../mentions.js';
import type { Draft } from './names.js';
import { parse, type SourceFile } from './parser.js';
import { Reader } from './reader.js';
import { readers, readStretch } from './stretches.js';
import { styleOf } from './style.js';

/**
 * Reads a TypeScript or JavaScript file; the ending of its name decides which. Broken text gives what can be read
 * of it, with problems. Never throws.
 */
export function readTypeScript(file: string, text: string): Module {
  const module = emptyModule(file);
  const parsed = parse(file, text);
  if (parsed === undefined) {
    module.problems = [tooDeep(text)];
    return module;
  }
  try {
    readInto(module, parsed.text, parsed.source, parsed.shortened ? [tooDeep(text)] : []);
    return module;
  } catch (error) {
    // The call stack can end here, when the caller has used up most of it.
    const message = error instanceof RangeError ? tooDeep(text).message : 'Not read, because of an error in Detent itself.';
    return { ...emptyModule(file), problems: [{ message, span: { start: 0, end: text.length } }] };
  }
}

function readInto(module: Draft<Module>, text: string, source: SourceFile, known: readonly Problem[]): void {
  const r = new Reader(module, text, readers);
  hoistVars(r, source.statements, module);
  hoist(r, source.statements);
  const imported = r.mentionsSince(0);
  const body: Statement[] = [];
  const stretches = source.statements.flatMap((statement) => readStretch(r, statement, body) ?? []);
  const [whole] = body;
  if (module.file.endsWith('.json') && whole?.kind === 'expression') r.commonJs.exportEquals(whole.value, whole);
  r.commonJs.finish();

  const trivia = readTrivia(text, r.verbatim);
  module.body = body;
  // Who looks an export up by name wants the value before the type of the same name.
  module.exports = [...r.exports.filter((item) => !isType(item)), ...r.exports.filter(isType)];
  module.requests = [...r.requests];
  module.comments = trivia.comments;
  module.problems = [...known, ...parseProblems(source, text), ...r.problems];
  module.mentions = new JoinedMentions([imported, ...stretches.map(({ mentions }) => mentions)]);
  module.style = styleOf(text, trivia.quotes, r.semicolons);
  const { semicolons } = r;
  // A list that grew has room for more, which nothing needs.
  const spans = r.spans.slice();
  const names = r.names.declared();
  keepAnatomy(module, { spans, stretches, names, imported, semicolons, quotes: trivia.quotes, isCommonJs: r.commonJs.isUsed });
}

const usual: Module['style'] = { quote: "'", indent: '  ', eol: '\n', semicolons: true };

/** A module of a file in which nothing stands. */
export function emptyModule(file: string): Draft<Module> {
  return {
    kind: 'module',
    file,
    language: 'typescript',
    body: [],
    exports: [],
    requests: [],
    comments: [],
    problems: [],
    mentions: new Mentions([], 0, 0),
    style: usual,
  };
}

function isType(item: Module['exports'][number]): boolean {
  return 'binding' in item && item.binding.kind === 'type';
}

function parseProblems(source: SourceFile, text: string): Problem[] {
  return source.parseDiagnostics
    .filter(({ code }) => !oldLiterals.has(code))
    .map(({ messageText, start, length }) => ({
      message: typeof messageText === 'string' ? messageText : messageText.messageText,
      span: { start: Math.min(start, text.length), end: Math.min(start + length, text.length) },
    }));
}

/** Octal numbers and escapes, and decimals with a zero in front: scripts that are not strict may write them, and they are read. */
const oldLiterals = new Set([1121, 1487, 1488, 1489]);

function tooDeep(text: string): Problem {
  return { message: 'Nested too deeply to be read.', span: { start: 0, end: text.length } };
}
