/** What a hover says of a tool, or of a call that tools reach. */
import { MarkupKind, type MarkupContent } from 'vscode-languageserver';
import { changes, effectClasses, type Effect, type Evidence, type Place, type Tool } from '../../rules/kit/index.js';
import { codeSpan, plainWords } from '../analysis/markdown.js';
import { printable } from '../analysis/printable.js';
import { contradictionsOf, hintWords, kindOf, modesText, modeText, summaryOf } from '../analysis/tool-words.js';

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
  readonly #isMarked: boolean;

  /** `isMarked`: the client shows Markdown. */
  constructor(shown: (place: Place) => ShownPlace, isMarked: boolean) {
    this.#shown = shown;
    this.#isMarked = isMarked;
  }

  /** Tier, approval, declared beside inferred hints, effects, what runs it again, and what could not be followed. */
  tool(tool: Tool): MarkupContent {
    const { inferred, effects } = tool;
    const guess = inferred.certainty === 'possible' ? ' (a guess from its name)' : '';
    return this.#content([
      `${this.#strong(tool.name.value)}  ${this.#plain(summaryOf(tool))}${guess}`,
      ...this.#hints(tool),
      ...this.#list(
        'Effects',
        worstFirst(effects.known).map((effect) => this.#effect(effect)),
        most.effects,
      ),
      ...modesText(tool).map(([parameter, split]) => `${this.#bold(`By ${this.#code(parameter)}`)}: ${this.#plain(split)}`),
      ...this.#list('Runs again', this.#again(tool), most.open),
      ...(tool.handler === undefined ? [this.#bold('No handler was found.')] : []),
      ...this.#list(
        'Not followed',
        effects.unresolved.map((call) => `${this.#code(call.label)} at ${this.#link(call)}: ${this.#plain(call.reason)}`),
        most.open,
      ),
    ]);
  }

  /** What the call does, and which tools reach it. */
  call(reaches: readonly [Reach, ...Reach[]]): MarkupContent {
    const [{ effect }] = reaches;
    const byTool = new Map(reaches.map(({ tool, effect: one }) => [tool, one]));
    return this.#content([
      `${this.#bold(this.#plain(kindOf(effect)))}  ${this.#code(effect.detail ?? effect.api)}`,
      ...this.#list(
        byTool.size === 1 ? 'One tool reaches it' : `${byTool.size} tools reach it`,
        [...byTool].map(([tool, { via }]) => {
          const way = via.length === 0 ? '' : ` via ${via.map(({ label }) => this.#code(label)).join(' › ')}`;
          return `${this.#code(tool.name.value)} (${this.#plain(summaryOf(tool))}) at ${this.#link(tool.name)}${way}`;
        }),
        most.tools,
      ),
    ]);
  }

  /** What a call of a function leads to, for all tools that pass it: what they change, or what they read where they change nothing. */
  way({ label }: Evidence, reaches: readonly Reach[]): MarkupContent {
    const byPlace = new Map<string, readonly Reach[]>();
    const telling = reaches.filter(({ effect }) => changes(effect));
    for (const reach of telling.length > 0 ? telling : reaches) {
      const { effect } = reach;
      const key = `${effect.class} ${effect.file}:${effect.span.start}`;
      byPlace.set(key, [...(byPlace.get(key) ?? []), reach]);
    }
    const ends = worstFirst([...byPlace.values()].map((all) => ({ ...all[0]!.effect, tools: [...new Set(all.map(({ tool }) => tool))] })));
    return this.#content([
      ...this.#list(
        `${this.#code(label)} leads to`,
        ends.map((end) => {
          const names = end.tools.slice(0, most.open).map(({ name }) => this.#code(name.value));
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
    if (declared.length === 0) return [this.#plain(tool.hosted ? 'No hints are declared.' : '')].filter((text) => text !== '');
    const word = (value: boolean | null | undefined): string =>
      value === undefined ? 'not said' : value === null ? 'could not tell' : value ? 'yes' : 'no';
    const rows = hintWords.map(({ hint, title, yes, no }) => {
      const said = tool.hints[hint]?.value;
      const found = tool.inferred[hint];
      const differs = said !== undefined && contradictionsOf(tool).includes(said ? yes : no);
      return [title, differs ? this.#bold(word(said)) : word(said), differs ? `${this.#bold(word(found))} ⚠` : word(found)];
    });
    if (!this.#isMarked) return [rows.map(([title, said, found]) => `${title}: declared ${said}, inferred ${found}`).join('\n')];
    return [['| Hint | Declared | Inferred |', '|---|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n')];
  }

  #effect(effect: Effect): string {
    const { via, mode, idempotentBy, approvedBy, retriedBy } = effect;
    const notes = [
      ...(via.length === 0 ? [] : [`via ${via.map(({ label }) => this.#code(label)).join(' › ')}`]),
      ...(mode === undefined ? [] : [this.#plain(modeText(mode))]),
      ...(retriedBy === undefined ? [] : [`retried by ${this.#code(retriedBy.api)}`]),
      ...(idempotentBy === undefined ? [] : [`safe to repeat: ${this.#plain(idempotentBy.label)}`]),
      ...(approvedBy === undefined ? [] : [`approved: ${this.#plain(approvedBy.label)}`]),
    ];
    const rest = notes.length === 0 ? '' : `, ${notes.join(', ')}`;
    return `${this.#effectAt(effect)}${rest}`;
  }

  #effectAt(effect: Effect): string {
    return `${this.#plain(kindOf(effect))}: ${this.#code(effect.detail ?? effect.api)} at ${this.#link(effect)}`;
  }

  #again({ reruns = [], agents = [] }: Tool): readonly string[] {
    const runs = reruns.map(({ by, how, attempts, because }) => {
      const often = how !== undefined || attempts === undefined ? '' : attempts === null ? ', without end' : `, ${attempts} times at most`;
      const why = how === 'step' ? 'as a durable step' : how === 'asks' ? 'after a human has answered' : 'after a failure';
      return `${this.#code(by)} ${why}${often}${because === undefined ? '' : ` at ${this.#link(because)}`}`;
    });
    const loops = agents.flatMap((agent) => {
      if (agent.limit === undefined) return [];
      const { name, value } = agent.limit;
      const limit = value === null ? 'no limit' : value === undefined ? 'a limit that could not be told' : `${name} ${value}`;
      return [`${this.#code(agent.api)} may call it in each step: ${this.#plain(limit)}, at ${this.#link(agent)}`];
    });
    return [...runs, ...loops];
  }

  #list(title: string, items: readonly string[], limit: number): readonly string[] {
    if (items.length === 0) return [];
    const rest = items.length - limit;
    const shown = [...items.slice(0, limit), ...(rest > 0 ? [`and ${rest} more`] : [])];
    return [[this.#bold(title), ...(this.#isMarked ? [''] : []), ...shown.map((item) => `- ${item}`)].join('\n')];
  }

  #content(blocks: readonly string[]): MarkupContent {
    return { kind: this.#isMarked ? MarkupKind.Markdown : MarkupKind.PlainText, value: blocks.join('\n\n') };
  }

  #link(place: Place): string {
    const { label, uri } = this.#shown(place);
    return this.#isMarked ? `[${this.#plain(label)}](${uri})` : label;
  }

  #strong(text: string): string {
    return this.#bold(this.#code(text));
  }

  #bold(text: string): string {
    return this.#isMarked ? `**${text}**` : text;
  }

  #code(text: string): string {
    return this.#isMarked ? codeSpan(text) : printable(text);
  }

  #plain(text: string): string {
    return this.#isMarked ? plainWords(text) : printable(text);
  }
}

/** What counts before what does not, and what does more harm before what does less. */
function worstFirst<T extends Effect>(effects: readonly T[]): readonly T[] {
  const rank = (effect: Effect): number => (changes(effect) ? effectClasses.length : 0) + effectClasses.indexOf(effect.class);
  return effects.toSorted((a, b) => rank(b) - rank(a));
}
