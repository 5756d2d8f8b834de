/** What a hover says of a tool, or of a call that tools reach. */
import type { MarkupContent } from 'vscode-languageserver';
import { changes, effectClasses, type Effect, type Evidence, type Place, type Tool } from '../../rules/kit/index.js';
import { groupBy } from '../analysis/group-by.js';
import { contradictionsOf, hintWords, kindOf, modesText, modeText, summaryOf } from '../analysis/tool-words.js';
import type { Writer } from './writer.js';

/** How a place is shown: `store.ts:12`, and where a click on it leads. */
export interface ShownPlace {
  readonly label: string;
  readonly uri: string;
}

/** One call that is told of, and the tool on whose way it is. */
export interface Reach {
  readonly tool: Tool;
  readonly effect: Effect;
}

/** More than these are counted. */
const most = { effects: 8, open: 3, tools: 12 };

/** Writes cards as a client wants them. */
export class Cards {
  readonly #shown: (place: Place) => ShownPlace;
  readonly #writer: Writer;

  constructor(shown: (place: Place) => ShownPlace, writer: Writer) {
    this.#shown = shown;
    this.#writer = writer;
  }

  /** Tier, approval, declared beside inferred hints, effects, what runs it again, and what could not be followed. */
  tool(tool: Tool): MarkupContent {
    const { inferred, effects } = tool;
    const guess = inferred.certainty === 'possible' ? ' (a guess from its name)' : '';
    return this.#writer.content([
      `${this.#writer.bold(this.#writer.code(tool.name.value))}  ${this.#writer.plain(summaryOf(tool))}${guess}`,
      ...this.#hints(tool),
      ...this.#writer.list(
        'Effects',
        worstFirst(effects.known).map((effect) => this.#effect(effect)),
        most.effects,
      ),
      ...modesText(tool).map(
        ([parameter, split]) => `${this.#writer.bold(`By ${this.#writer.code(parameter)}`)}: ${this.#writer.plain(split)}`,
      ),
      ...this.#writer.list('Runs again', this.#again(tool), most.open),
      ...(tool.handler === undefined ? [this.#writer.bold('No handler was found.')] : []),
      ...this.#writer.list(
        'Not followed',
        effects.unresolved.map((call) => `${this.#writer.code(call.label)} at ${this.#link(call)}: ${this.#writer.plain(call.reason)}`),
        most.open,
      ),
    ]);
  }

  /** What the call does, and which tools reach it. */
  call(reaches: readonly [Reach, ...Reach[]]): MarkupContent {
    const [{ effect }] = reaches;
    const byTool = new Map(reaches.map(({ tool, effect: one }) => [tool, one]));
    return this.#writer.content([
      `${this.#writer.bold(this.#writer.plain(kindOf(effect)))}  ${this.#writer.code(effect.detail ?? effect.api)}`,
      ...this.#writer.list(
        byTool.size === 1 ? 'One tool reaches it' : `${byTool.size} tools reach it`,
        [...byTool].map(([tool, { via }]) => {
          const way = via.length === 0 ? '' : ` via ${via.map(({ label }) => this.#writer.code(label)).join(' › ')}`;
          return `${this.#writer.code(tool.name.value)} (${this.#writer.plain(summaryOf(tool))}) at ${this.#link(tool.name)}${way}`;
        }),
        most.tools,
      ),
    ]);
  }

  /** What a call of a function leads to, for all tools that pass it: what they change, or what they read where they change nothing. */
  way({ label }: Evidence, reaches: readonly Reach[]): MarkupContent {
    const telling = reaches.filter(({ effect }) => changes(effect));
    const byPlace = groupBy(telling.length > 0 ? telling : reaches, ({ effect }) => `${effect.class} ${effect.file}:${effect.span.start}`);
    const ends = worstFirst([...byPlace.values()].map((all) => ({ ...all[0]!.effect, tools: [...new Set(all.map(({ tool }) => tool))] })));
    return this.#writer.content([
      ...this.#writer.list(
        `${this.#writer.code(label)} leads to`,
        ends.map((end) => {
          const names = end.tools.slice(0, most.open).map(({ name }) => this.#writer.code(name.value));
          const rest = end.tools.length - names.length;
          return `${this.#effectAt(end)}, for ${[...names, ...(rest > 0 ? [`${rest} more tools`] : [])].join(', ')}`;
        }),
        most.effects,
      ),
    ]);
  }

  /** A table where something is declared, else the summary has said all. */
  #hints(tool: Tool): readonly string[] {
    const declared = hintWords.filter(({ hint }) => tool.hints[hint] !== undefined);
    if (declared.length === 0) return [this.#writer.plain(tool.hosted ? 'No hints are declared.' : '')].filter((text) => text !== '');
    const word = (value: boolean | null | undefined): string =>
      value === undefined ? 'not said' : value === null ? 'could not tell' : value ? 'yes' : 'no';
    const rows = hintWords.map(({ hint, title, yes, no }): readonly [string, string, string] => {
      const said = tool.hints[hint]?.value;
      const found = tool.inferred[hint];
      const differs = said !== undefined && contradictionsOf(tool).includes(said ? yes : no);
      return [title, differs ? this.#writer.bold(word(said)) : word(said), differs ? `${this.#writer.bold(word(found))} ⚠` : word(found)];
    });
    return [this.#writer.table(['Hint', 'Declared', 'Inferred'], rows)];
  }

  #effect(effect: Effect): string {
    const { via, mode, idempotentBy, approvedBy, retriedBy } = effect;
    const notes = [
      ...(via.length === 0 ? [] : [`via ${via.map(({ label }) => this.#writer.code(label)).join(' › ')}`]),
      ...(mode === undefined ? [] : [this.#writer.plain(modeText(mode))]),
      ...(retriedBy === undefined ? [] : [`retried by ${this.#writer.code(retriedBy.api)}`]),
      ...(idempotentBy === undefined ? [] : [`safe to repeat: ${this.#writer.plain(idempotentBy.label)}`]),
      ...(approvedBy === undefined ? [] : [`approved: ${this.#writer.plain(approvedBy.label)}`]),
    ];
    const rest = notes.length === 0 ? '' : `, ${notes.join(', ')}`;
    return `${this.#effectAt(effect)}${rest}`;
  }

  #effectAt(effect: Effect): string {
    return `${this.#writer.plain(kindOf(effect))}: ${this.#writer.code(effect.detail ?? effect.api)} at ${this.#link(effect)}`;
  }

  #again({ reruns = [], agents = [] }: Tool): readonly string[] {
    const runs = reruns.map(({ by, how, attempts, because }) => {
      const often = how !== undefined || attempts === undefined ? '' : attempts === null ? ', without end' : `, ${attempts} times at most`;
      const why = how === 'step' ? 'as a durable step' : how === 'asks' ? 'after a human has answered' : 'after a failure';
      return `${this.#writer.code(by)} ${why}${often}${because === undefined ? '' : ` at ${this.#link(because)}`}`;
    });
    const loops = agents.flatMap((agent) => {
      if (agent.limit === undefined) return [];
      const { name, value } = agent.limit;
      const limit = value === null ? 'no limit' : value === undefined ? 'a limit that could not be told' : `${name} ${value}`;
      return [`${this.#writer.code(agent.api)} may call it in each step: ${this.#writer.plain(limit)}, at ${this.#link(agent)}`];
    });
    return [...runs, ...loops];
  }

  #link(place: Place): string {
    const { label, uri } = this.#shown(place);
    return this.#writer.link(label, uri);
  }
}

/** What counts before what does not, and what does more harm before what does less. */
function worstFirst<T extends Effect>(effects: readonly T[]): readonly T[] {
  const rank = (effect: Effect): number => (changes(effect) ? effectClasses.length : 0) + effectClasses.indexOf(effect.class);
  return effects.toSorted((a, b) => rank(b) - rank(a));
}
