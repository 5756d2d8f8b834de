import { forEachChild, SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { Parsed, SourceFile } from './parser.js';

const { NoSubstitutionTemplateLiteral, TemplateHead, TemplateMiddle, TemplateTail } = SyntaxKind;

/** "Unterminated template literal." */
const unterminated = 1160;

/** How many places are tried. */
const most = 4;

/** A line without indentation on which a statement begins. */
const statement = /\n(?:export |import |const |let |var |function |async |class |interface |type |enum |@|[A-Za-z_$][\w$.]{0,100}\()/;

export function isTemplateOpen(source: SourceFile): boolean {
  return source.parseDiagnostics.some((problem) => problem.code === unterminated);
}

/**
 * Reads a text again in which a template is not closed, so that it swallows statements up to the next back-tick: with
 * one character changed, so that the template ends with its line. Of several places, the one that leaves the fewest
 * errors is taken.
 */
export function withTemplateClosed(parsed: Parsed, parse: (text: string) => SourceFile | undefined): Parsed {
  const { text } = parsed;
  let best = parsed;
  for (const { at, sign } of swallowers(parsed.source, text)) {
    const changed = text.slice(0, at) + sign + text.slice(at + 1);
    const source = parse(changed);
    if (source === undefined || source.statements.length <= parsed.source.statements.length) continue;
    if (best === parsed || source.parseDiagnostics.length < best.source.parseDiagnostics.length)
      best = { source, text: changed, shortened: false };
  }
  return best;
}

interface Change {
  readonly at: number;
  readonly sign: '"' | '`';
}

/** What would close the pieces of templates that go over the beginning of a statement. */
function swallowers(source: SourceFile, text: string): Change[] {
  const found = new Map<number, Change>();
  const work: ts.Node[] = [source];
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    const { kind } = node;
    const begins = kind === NoSubstitutionTemplateLiteral || kind === TemplateHead;
    if (begins || kind === TemplateMiddle || kind === TemplateTail) {
      const start = text.indexOf(begins ? '`' : '}', node.pos);
      if (start >= 0 && start < node.end && statement.test(text.slice(start, node.end))) {
        // A string that begins there ends with the line. Behind a hole, the last character of the line makes room.
        const at = begins ? start : endOfCode(text, start);
        if (at >= 0) found.set(at, { at, sign: begins ? '"' : '`' });
      }
    }
    forEachChild(node, (child) => void work.push(child));
  }
  return [...found.values()].sort((a, b) => a.at - b.at).slice(-most);
}

/** The last character of the line that is not white space, when it stands behind `start`. */
function endOfCode(text: string, start: number): number {
  let at = text.indexOf('\n', start) - 1;
  while (at > start && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x0d)) at--;
  return at > start ? at : -1;
}
