import type { HintName } from '../../../rules/kit/index.js';
import { count, printable, styleFor, type Style } from '../style.js';
import type { Look, ToldEffect, ToldTool } from '../told.js';
import { asides } from './asides.js';
import { placesOf, type Places } from '../places.js';
import { modesText, modeText } from './modes.js';
import { toolCount } from './text.js';

const hints: readonly (readonly [name: HintName, yes: string, no: string])[] = [
  ['readOnly', 'read-only', 'writes'],
  ['destructive', 'destructive', 'only adds'],
  ['idempotent', 'idempotent', 'not idempotent'],
  ['openWorld', 'open world', 'closed world'],
];

/** The inventory for people: each tool with its tier and hints, what its author says otherwise, and its effects. */
export function toolsText(look: Look, color: boolean): string {
  const style = styleFor(color);
  const places = placesOf(look);
  const blocks: string[] = [];
  let file = '';
  for (const tool of look.result.tools) {
    if (tool.definition.file !== file) {
      file = tool.definition.file;
      blocks.push(style.underline(printable(look.name(file))));
    }
    blocks.push(`${block(tool, look.name, places, style)}\n`);
  }
  const summary = [toolCount(look.result.tools), count(look.result.files, 'file')].join(style.dim(' · '));
  return `${[...blocks, summary, ...asides(look, places, style)].join('\n')}\n`;
}

function block(tool: ToldTool, name: Look['name'], places: Places, style: Style): string {
  const line = places.label(tool.definition, 'line');
  const { inferred } = tool;
  const tier = inferred.tier ?? 'unknown';
  const guess = inferred.certainty === 'possible' ? style.dim(' (a guess from its name)') : '';
  const lines = [
    `${style.dim(line.padStart(5))}  ${style.bold(printable(tool.name.value))}  ${paint(style, tier)}  ${traits(tool)}${guess}`,
  ];
  const declared = contradictions(tool);
  if (declared.length > 0) lines.push(`       ${style.yellow('declared')}  ${declared.join(', ')}`);
  const rows = tool.effects.known.map((effect) => row(effect, tool, name, places));
  const widths = [0, 1].map((column) => Math.max(0, ...rows.map((cells) => cells[column]!.length)));
  for (const [kind, api, where, via] of rows) {
    lines.push(
      `       ${kind!.padEnd(widths[0]!)}  ${api!.padEnd(widths[1]!)}  ${style.blue(where!)}${via === '' ? '' : style.dim(`  ${via}`)}`,
    );
  }
  for (const [parameter, split] of modesText(tool)) lines.push(`       ${style.dim('by')} ${printable(parameter)}  ${printable(split)}`);
  if (!tool.handler) lines.push(`       ${style.yellow('no handler found')}`);
  for (const call of tool.effects.unresolved.slice(0, 3)) {
    const where = style.blue(printable(`${name(call.file)}:${places.label(call, 'line')}`));
    lines.push(`       ${style.yellow('unknown')}  ${printable(call.label)}  ${where}  ${printable(call.reason)}`);
  }
  const more = tool.effects.unresolved.length - 3;
  if (more > 0) lines.push(`       ${style.yellow('unknown')}  ${count(more, 'more call')}`);
  return lines.join('\n');
}

function traits({ inferred }: ToldTool): string {
  if (inferred.readOnly === true) return ['read-only', ...(inferred.openWorld ? ['open world'] : [])].join(', ');
  return hints
    .filter(([hint]) => hint !== 'readOnly')
    .map(([hint, yes, no]) => (inferred[hint] === null ? `${yes}?` : inferred[hint] ? yes : no))
    .join(', ');
}

/** Declared values that differ from what the handler does. */
function contradictions({ hints: declared, inferred, tier }: ToldTool): string[] {
  const wrong = hints.flatMap(([hint, yes, no]) => {
    const value = declared[hint]?.value;
    const found = inferred[hint];
    return value === undefined || found === null || found === value ? [] : [value ? yes : no];
  });
  return tier && inferred.tier !== null && tier.value !== inferred.tier ? [...wrong, `tier ${tier.value}`] : wrong;
}

function row(effect: ToldEffect, tool: ToldTool, name: Look['name'], places: Places): readonly string[] {
  const where = `${name(effect.file)}:${places.label(effect, 'line')}`;
  const via = effect.via.map((step) => step.label).join(' › ');
  const mode = effect.mode ? modeText(effect.mode) : '';
  const local = effect.file === tool.definition.file && via === '';
  return [
    `${effect.class} ${effect.resource}`,
    effect.detail ?? effect.api,
    where,
    [local ? '' : via && `via ${via}`, mode].filter(Boolean).join(', '),
  ].map(printable);
}

function paint(style: Style, tier: string): string {
  return tier === 'destructive' || tier === 'privileged'
    ? style.red(tier)
    : tier === 'write'
      ? style.yellow(tier)
      : tier === 'observe'
        ? style.green(tier)
        : style.dim(tier);
}
