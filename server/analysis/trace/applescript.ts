/** What AppleScript text does, as far as its words tell: `osascript -e 'return name of (info for …)'` only asks. */
import { textParts, textHoles } from './text-parts.js';
import { optionsOf, stringOf, type Value } from './value.js';

/** Words of expressions: nothing that they name changes anything. */
const asking = new Set(
  (
    'a an and application applications as class contents count current date default display every false file files first folder for from ' +
    'frontmost get id info integer is it its kind last linefeed list me my name names not number of or paragraphs path posix process processes ' +
    'quote real record result return running size some space string tab text that the title to true url version whose where window windows with'
  ).split(' '),
);
const statement = /^(?:return\b|get\b|set [a-z_][a-z0-9_]{0,60} to |count\b|name of\b|posix path of\b)/;
/** Names that `set … to` changes in the world. */
const kept = /^set (?:volume|clipboard|contents|name|bounds|selection) to /;

/** The words behind the program are scripts that only ask, and nothing that the model writes can leave its quotes. */
export function onlyAsks(words: readonly Value[]): boolean {
  if (words.length === 0 || words.length % 2 !== 0) return false;
  return words.every((word, i) => (i % 2 === 0 ? stringOf(word) === '-e' : isQuestion(word)));
}

function isQuestion(script: Value): boolean {
  if (script.kind !== 'constant' && script.kind !== 'text') return false;
  const holes = textHoles(script);
  const text = textParts(script).join('\0');
  const bare = withoutStrings(text);
  if (bare === undefined || bare.includes('\0') || !holes.every(isEscaped)) return false;
  const lines = bare
    .toLowerCase()
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const own = new Set(lines.flatMap((line) => /^set ([a-z_][a-z0-9_]{0,60}) to /.exec(line)?.[1] ?? []));
  return lines.every((line) => {
    if (!statement.test(line) || kept.test(line) || /[^a-z0-9_ ()&,."'=+*/<>-]/.test(line)) return false;
    return (line.match(/[a-z_][a-z0-9_]*/g) ?? []).every((word) => word === 'set' || asking.has(word) || own.has(word));
  });
}

/** The text with empty strings; `undefined` when one is not closed. */
function withoutStrings(text: string): string | undefined {
  let bare = '';
  let inside = false;
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '"') {
      inside = !inside;
      bare += '"';
    } else if (inside && text[i] === '\\') i++;
    else if (!inside) bare += text[i];
  }
  return inside ? undefined : bare;
}

/** Quotes in it were replaced, whoever wrote it. */
function isEscaped(hole: Value): boolean {
  return optionsOf(hole).every((option) => option.kind === 'constant' || (option.kind === 'derived' && /replace/i.test(option.operation)));
}
