/** The inventory as Markdown, for a review or an issue. */
import { agentName, changes, type Effect, type Place } from '../../rules/kit/index.js';
import { agentTexts, type SpokenAgent } from './agent-words.js';
import { codeSpan, plainWords } from './markdown.js';
import { kindOf, summaryOf, type SpokenTool } from './tool-words.js';

/** A tool as far as it is listed. */
export interface ListedTool extends SpokenTool {
  readonly name: { readonly value: string };
  readonly definition: Place;
  readonly effects: {
    readonly known: readonly Pick<Effect, 'class' | 'resource' | 'api' | 'detail' | 'file' | 'via' | 'own' | 'prepares'>[];
    readonly unresolved: readonly unknown[];
  };
}

/**
 * Tables: each tool with what it does and what it changes, and each agent with what holds for it.
 *
 * @param label names a place for people: `src/server.ts:12`
 */
export function toolsMarkdown(tools: readonly ListedTool[], label: (place: Place) => string, agents: readonly SpokenAgent[] = []): string {
  return [toolTable(tools, label), ...(agents.length === 0 ? [] : [agentTable(agents, label)])].join('\n');
}

function toolTable(tools: readonly ListedTool[], label: (place: Place) => string): string {
  if (tools.length === 0) return 'No tools were found.\n';
  const rows = tools.map((tool) => {
    const kinds = tool.effects.known
      .filter(changes)
      .map((effect) => `${plainWords(kindOf(effect))}: ${codeSpan(effect.detail ?? effect.api)}`);
    const shown = [...new Set(kinds)];
    const more = shown.length - most;
    const effects = [...shown.slice(0, most), ...(more > 0 ? [`and ${more} more`] : [])].join('<br>');
    return `| ${cell(codeSpan(tool.name.value))} | ${plainWords(summaryOf(tool))} | ${cell(effects)} | ${cell(codeSpan(label(tool.definition)))} |`;
  });
  return ['| Tool | What it does | What it changes | Where |', '|---|---|---|---|', ...rows, ''].join('\n');
}

function agentTable(agents: readonly SpokenAgent[], label: (place: Place) => string): string {
  const rows = agents.map(
    (agent) =>
      `| ${cell(codeSpan(agentName(agent)))} | ${cell(agentTexts(agent).map(worded).join('<br>'))} | ${cell(codeSpan(label(agent)))} |`,
  );
  return ['| Agent | What holds for it | Where |', '|---|---|---|', ...rows, ''].join('\n');
}

/** Words with code in backticks. */
function worded(text: string): string {
  return text
    .split('`')
    .map((part, i) => (i % 2 === 1 ? codeSpan(part) : plainWords(part)))
    .join('');
}

/** Kinds of effects of one tool that are listed. */
const most = 5;

/** A bar in code would end the cell, even there. */
function cell(text: string): string {
  return text.replaceAll(/(?<!\\)\|/g, '\\|');
}
