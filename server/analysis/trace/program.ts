/** Which program a value names that is no plain text: one that a package brings along, one that was looked up, a path that was put together. */
import type { CommandTable } from '../../../rules/kit/index.js';
import { somePart } from './some-part.js';
import { textParts } from './text-parts.js';
import { optionsOf, stringOf, type Value } from './value.js';

/** Programs whose packages go by a longer name. */
const shortNames: Readonly<Record<string, string>> = { ripgrep: 'rg' };

/** The name of the program; `undefined` when nobody can tell. */
export function programOf(value: Value, table: CommandTable): string | undefined {
  return stringOf(value) ?? broughtBy(value, table) ?? joinedTo(value) ?? lookedUp(value);
}

/** `import { rgPath } from '@vscode/ripgrep'`, `import ffmpeg from 'ffmpeg-static'`. */
function broughtBy(value: Value, table: CommandTable): string | undefined {
  if (value.kind !== 'external' || value.library === 'global') return undefined;
  const words = value.library.split(/[/@_-]/).map((word) => shortNames[word] ?? word);
  return words.find((word) => Object.hasOwn(table, word));
}

/** `join(homedir(), 'bin', 'rg')` */
function joinedTo(value: Value): string | undefined {
  if (value.kind === 'text') {
    const last = value.parts.at(-1);
    return typeof last === 'string' && /[\\/][\w.-]+$/.test(last) ? last : undefined;
  }
  // `Uri.joinPath(extension, 'bin/rg').fsPath`
  if (value.kind === 'external' && /(?:^|\.)joinPath\(\)(?:[.#](?:fsPath|path))?$/.test(value.path)) {
    const end = stringOf(value.args?.at(-1));
    return end !== undefined && /[\\/][\w.-]+$/.test(end) ? end : undefined;
  }
  if (value.kind !== 'derived') return undefined;
  const [from] = value.from;
  if (value.from.length === 1 && /(?:^|\.)(?:fsPath|path)$/.test(value.operation)) return joinedTo(from!);
  if (!/(?:^|\.)(?:join|joinPath|resolve)\(\)$/.test(value.operation)) return undefined;
  const last = value.from.at(-1);
  return last === undefined || value.from.length < 2 ? undefined : stringOf(last);
}

/** `execSync('which rg').toString().trim()` */
function lookedUp(value: Value): string | undefined {
  if (value.kind !== 'derived') return undefined;
  let found: string | undefined;
  somePart(value, (part) => {
    if (part.kind !== 'text' && part.kind !== 'constant') return false;
    for (const text of variants(part)) found ??= /^(?:which|where|command -v|type -p)\s+([\w.-]+)$/.exec(text.trim())?.[1];
    return found !== undefined;
  });
  return found;
}

/** The texts that a text may be when its holes are choices between constants. */
function variants(value: Value): readonly string[] {
  if (value.kind !== 'text') return textParts(value);
  return value.parts.reduce<readonly string[]>(
    (texts, part) => {
      const choices = typeof part === 'string' ? [part] : optionsOf(part).map((option) => stringOf(option) ?? '…');
      return texts.flatMap((text) => choices.map((choice) => text + choice)).slice(0, 16);
    },
    [''],
  );
}
