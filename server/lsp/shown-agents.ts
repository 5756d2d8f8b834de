/** The agents of the present answer as an editor shows them: how far their steps carry, beside their limit and on hover. */
import { InlayHintKind, type Hover, type InlayHint, type MarkupContent, type Position, type Range } from 'vscode-languageserver';
import { agentName, tiers, type AgentFacts, type Place } from '../../rules/kit/index.js';
import { asksText, engineText, keepsText, retriesText, stepsText, toolsText } from '../analysis/agent-words.js';
import { budgetOf, caveat, percent, type Assumed } from '../analysis/budget.js';
import { gateText } from '../analysis/tool-words.js';
import type { Checker } from './checker.js';
import { holds } from './positions.js';
import type { Writer } from './writer.js';
import type { Converter } from './to-lsp.js';

export interface ShownAgentsOptions {
  readonly checker: Checker;
  readonly converter: Converter;
  readonly writer: Writer;
  readonly assumedFor: (file: string) => Assumed;
}

export class ShownAgents {
  readonly #options: ShownAgentsOptions;

  constructor(options: ShownAgentsOptions) {
    this.#options = options;
  }

  /** The card of the agent whose construction begins there, or whose limit stands there. */
  hover(isHere: (place: Place) => boolean, position: Position): Hover | undefined {
    const { converter } = this.#options;
    for (const agent of this.#agents) {
      for (const place of [agent.limit?.place, agent]) {
        const range = place === undefined || !isHere(place) ? undefined : converter.range(place);
        if (range !== undefined && holds(range, position)) return { contents: this.#card(agent), range };
      }
    }
    return undefined;
  }

  /** What the limit of an agent comes to: behind the limit, or where none is given behind what makes the agent. */
  inlays(isHere: (place: Place) => boolean, { start, end }: Range): InlayHint[] {
    const { converter, assumedFor } = this.#options;
    return this.#agents.flatMap((agent): readonly InlayHint[] => {
      const { limit, callee, limitOpen } = agent;
      const place = limit?.place ?? callee;
      if (limit === undefined || !isHere(place) || (limitOpen === true && limit.place === undefined)) return [];
      const assumed = assumedFor(place.file);
      const budget = budgetOf(agent, assumed);
      const at = converter.range(place).end;
      if (budget === undefined || budget.steps === 1 || at.line < start.line || at.line > end.line) return [];
      const said = limit.place === undefined ? `${budget.steps} steps: ` : '';
      const label = `${said}${percent(budget.all)} at ${percent(assumed.step)} a step`;
      return [{ position: at, label, kind: InlayHintKind.Parameter, paddingLeft: true, tooltip: this.#card(agent) }];
    });
  }

  /** What the labels say, wherever they stand: another text is a reason to ask for them again. */
  said(): string {
    return JSON.stringify(this.#agents.map(({ file, limit, limitOpen }) => [file, limit?.value, limit?.place?.file, limitOpen]));
  }

  get #agents(): readonly AgentFacts[] {
    return this.#options.checker.answer().agents ?? [];
  }

  #card(agent: AgentFacts): MarkupContent {
    const { writer, assumedFor } = this.#options;
    const { tools } = agent;
    const assumed = assumedFor(agent.limit?.place?.file ?? agent.file);
    const budget = budgetOf(agent, assumed);
    const sums =
      budget === undefined
        ? [this.#worded(stepsText(agent))]
        : [
            ...(agent.limit?.place === undefined ? [this.#worded(stepsText(agent))] : []),
            writer.plain(
              `${budget.steps} steps at ${percent(assumed.step)} each: all of them work in ${percent(budget.all)} of runs. For ${percent(assumed.target)}, a step must work in ${percent(budget.needed, 2)}.`,
            ),
            writer.plain(caveat),
          ];
    const byTier = [...tiers.toReversed(), null].flatMap((tier) => {
      const own = tools.filter(({ inferred }) => inferred.tier === tier);
      return own.length === 0
        ? []
        : [`${writer.plain(tier ?? 'tier unknown')}: ${own.map(({ name }) => writer.code(name.value)).join(', ')}`];
    });
    const unasked = tools.filter(({ gate, inferred }) => gate.kind === 'none' && inferred.readOnly !== true).length;
    const held = tools.length === 0 ? '' : ` · ${unasked} with ${gateText('none')}`;
    const more = [keepsText(agent), engineText(agent), asksText(agent), retriesText(agent)].flatMap((text) =>
      text === undefined ? [] : [this.#worded(text)],
    );
    return writer.content([
      `${writer.bold(writer.code(agentName(agent)))}  ${writer.plain(`${toolsText(agent)}${held}`)}`,
      ...sums,
      ...more,
      ...writer.list('Tools', byTier, tiers.length + 1),
    ]);
  }

  /** A sentence with code in backticks. */
  #worded(text: string): string {
    const { writer } = this.#options;
    const parts = `${sentence(text)}.`.split('`');
    return parts.map((part, i) => (i % 2 === 1 ? writer.code(part) : writer.plain(part))).join('');
  }
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
