/** The agents of the present answer as an editor shows them: how far their steps carry, beside their limit and on hover. */
import { InlayHintKind, type Hover, type InlayHint, type MarkupContent, type Position, type Range } from 'vscode-languageserver';
import { tiers, type Agent, type Place, type Tool } from '../../rules/kit/index.js';
import { budgetOf, caveat, percent, repeatable, type Assumed } from '../analysis/budget.js';
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

interface Running {
  readonly agent: Agent;
  readonly tools: readonly Tool[];
}

export class ShownAgents {
  readonly #options: ShownAgentsOptions;

  constructor(options: ShownAgentsOptions) {
    this.#options = options;
  }

  /** The card of the agent whose construction begins there. */
  hover(isHere: (place: Place) => boolean, position: Position): Hover | undefined {
    const { converter } = this.#options;
    for (const running of this.#agents(isHere)) {
      const range = converter.range(running.agent);
      if (holds(range, position)) return { contents: this.#card(running), range };
    }
    return undefined;
  }

  /** What the limit of an agent comes to, behind the limit. */
  inlays(isHere: (place: Place) => boolean, { start, end }: Range): InlayHint[] {
    const { converter, assumedFor } = this.#options;
    return this.#agents(() => true).flatMap((running): readonly InlayHint[] => {
      const { limit } = running.agent;
      if (limit?.place === undefined || !isHere(limit.place)) return [];
      const assumed = assumedFor(limit.place.file);
      const budget = budgetOf(running.agent, assumed);
      const at = converter.range(limit.place).end;
      if (budget === undefined || at.line < start.line || at.line > end.line) return [];
      const label = `${percent(budget.all)} at ${percent(assumed.step)} a step`;
      return [{ position: at, label, kind: InlayHintKind.Parameter, paddingLeft: true, tooltip: this.#card(running) }];
    });
  }

  /** What the labels say, wherever they stand: another text is a reason to ask for them again. */
  said(): string {
    const limits = this.#agents(() => true).map(({ agent: { file, limit } }) => [file, limit?.value, limit?.place?.file]);
    return JSON.stringify(limits);
  }

  #agents(isHere: (place: Place) => boolean): readonly Running[] {
    const found = new Map<string, { agent: Agent; tools: Tool[] }>();
    for (const tool of this.#options.checker.answer().tools) {
      for (const agent of tool.agents ?? []) {
        if (!isHere(agent)) continue;
        const key = `${agent.file}:${agent.span.start}`;
        const known = found.get(key);
        if (known === undefined) found.set(key, { agent, tools: [tool] });
        else known.tools.push(tool);
      }
    }
    return [...found.values()];
  }

  #card({ agent, tools }: Running): MarkupContent {
    const { writer, assumedFor } = this.#options;
    const assumed = assumedFor(agent.file);
    const budget = budgetOf(agent, assumed);
    const { limit } = agent;
    const end =
      limit === undefined
        ? 'Its number of steps is not known.'
        : limit.value === null
          ? 'Nothing ends its steps.'
          : 'Its number of steps could not be told.';
    const sums =
      budget === undefined
        ? [writer.plain(end)]
        : [
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
    return writer.content([
      `${writer.bold(writer.code(agent.name ?? agent.api))}  ${writer.plain(`${tools.length === 1 ? 'one tool' : `${tools.length} tools`} · ${repeatable(tools)} safe to repeat · ${unasked} with ${gateText('none')}`)}`,
      ...sums,
      ...writer.list('Tools', byTier, tiers.length + 1),
    ]);
  }
}
