/** Differences between two inventories, for people, for a comment on a change, and for programs. */
import { codeSpan, plainWords } from '../../analysis/markdown.js';
import { printable } from '../../analysis/printable.js';
import type { ToolChange } from '../inventory-diff.js';
import { count, styleFor } from '../style.js';

/** Tools that can do more, or ask less, than before. */
export function gainers(changes: readonly ToolChange[]): number {
  return changes.filter(({ differences }) => differences.some(({ gain }) => gain)).length;
}

const signs = { new: '+', changed: '~', gone: '-' } as const;

export function diffText(changes: readonly ToolChange[], color: boolean): string {
  const style = styleFor(color);
  const paint = { new: style.green, changed: style.yellow, gone: style.red } as const;
  const blocks = changes.map(({ kind, name, file, line, differences }) =>
    [
      `${paint[kind](signs[kind])} ${style.bold(printable(name))}  ${kind === 'gone' ? style.dim('gone') : style.blue(printable(`${file}:${line}`))}`,
      ...differences.map(({ gain, text }) => `    ${gain ? style.red('!') : ' '} ${printable(text)}`),
    ].join('\n'),
  );
  return `${[...blocks, summary(changes)].join('\n\n')}\n`;
}

export function diffMarkdown(changes: readonly ToolChange[]): string {
  const items = changes.map(({ kind, name, file, line, differences }) =>
    [
      `- **${kind}** ${codeSpan(name)}${kind === 'gone' ? '' : ` at ${codeSpan(`${file}:${line}`)}`}`,
      ...differences.map(({ gain, text }) => `  - ${gain ? '⚠ ' : ''}${plainWords(text)}`),
    ].join('\n'),
  );
  return `### Detent: tools of agents\n\n${[summary(changes), ...(items.length === 0 ? [] : [items.join('\n')])].join('\n\n')}\n`;
}

/** The contract of `detent tools --diff … --format json`. */
export function diffJson(changes: readonly ToolChange[]): string {
  return `${JSON.stringify({ schemaVersion: 1, gained: gainers(changes), changes }, null, 2)}\n`;
}

function summary(changes: readonly ToolChange[]): string {
  if (changes.length === 0) return 'The tools do what they did before.';
  const gained = gainers(changes);
  const parts = (['new', 'changed', 'gone'] as const).flatMap((kind) => {
    const number = changes.filter((change) => change.kind === kind).length;
    return number === 0 ? [] : [`${number} ${kind}`];
  });
  return `${parts.join(' · ')}. ${gained === 0 ? 'None can do more, or asks less, than before.' : `${count(gained, 'tool')} can do more, or ${gained === 1 ? 'asks' : 'ask'} less, than before.`}`;
}
