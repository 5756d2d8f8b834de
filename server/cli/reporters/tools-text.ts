import { agentName } from '../../../rules/kit/index.js';
import { agentTexts } from '../../analysis/agent-words.js';
import { printable } from '../../analysis/printable.js';
import { contradictionsOf, kindOf, modesText, modeText, traitsOf } from '../../analysis/tool-words.js';
import { count, styleFor, type Style } from '../style.js';
import type { Look, ToldEffect, ToldTool } from '../told.js';
import { asides } from './asides.js';
import { placesOf, type Places } from '../places.js';
import { toolCount } from './text.js';

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
  blocks.push(...agentBlocks(look, places, style));
  const summary = [toolCount(look.result.tools), count(look.result.files, 'file')].join(style.dim(' · '));
  return `${[...blocks, summary, ...asides(look, places, style)].join('\n')}\n`;
}

/** What runs tools: how far, what keeps its runs, and whom it asks. */
function agentBlocks({ result: { agents = [] }, name }: Look, places: Places, style: Style): readonly string[] {
  if (agents.length === 0) return [];
  const rows = agents.map((agent) => {
    const where = style.blue(printable(`${name(agent.file)}:${places.label(agent, 'line')}`));
    const said = agentTexts(agent).map((text) => printable(text.replaceAll('`', '')));
    return `       ${style.bold(printable(agentName(agent)))}  ${where}  ${said.join(style.dim(' · '))}`;
  });
  return [style.underline('Agents'), `${rows.join('\n')}\n`];
}

function block(tool: ToldTool, name: Look['name'], places: Places, style: Style): string {
  const line = places.label(tool.definition, 'line');
  const { inferred } = tool;
  const tier = inferred.tier ?? 'unknown';
  const guess = inferred.certainty === 'possible' ? style.dim(' (a guess from its name)') : '';
  const lines = [
    `${style.dim(line.padStart(5))}  ${style.bold(printable(tool.name.value))}  ${paint(style, tier)}  ${traitsOf(tool)}${guess}`,
  ];
  const declared = contradictionsOf(tool);
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

function row(effect: ToldEffect, tool: ToldTool, name: Look['name'], places: Places): readonly string[] {
  const where = `${name(effect.file)}:${places.label(effect, 'line')}`;
  const via = effect.via.map((step) => step.label).join(' › ');
  const mode = effect.mode ? modeText(effect.mode) : '';
  const local = effect.file === tool.definition.file && via === '';
  return [kindOf(effect), effect.detail ?? effect.api, where, [local ? '' : via && `via ${via}`, mode].filter(Boolean).join(', ')].map(
    printable,
  );
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
