import { hintNames, type Place, type Tool } from '../../../rules/kit/index.js';
import type { ToolTrace } from '../../analysis/recognise/trace-tool.js';
import type { Entered, Step } from '../../analysis/trace/observe.js';
import { reasonsFor, type Reason } from '../../analysis/trace/reasons.js';
import type { Look } from '../told.js';
import { printable } from '../../analysis/printable.js';
import { count, styleFor, type Style } from '../style.js';
import { placesOf } from '../places.js';
import { modeText } from '../../analysis/tool-words.js';
import { argumentText, finalOf, notable, shownSteps, spotsOf, stopWords, type Spots } from './trace-rows.js';

const heading = 12;

/** How tools were followed, for people: from the registration over the handler to what it does, and why the answer is what it is. */
export function traceText(traces: readonly ToolTrace[], look: Look, color: boolean): string {
  const spots = spotsOf(placesOf(look), look.name, traces);
  const style = styleFor(color);
  return traces.map((trace) => `${new Page(trace, spots, style).lines().join('\n')}\n`).join('\n');
}

class Page {
  readonly #trace: ToolTrace;
  readonly #tool: Tool;
  readonly #spots: Spots;
  readonly #style: Style;
  readonly #noted: ReadonlySet<object>;

  constructor(trace: ToolTrace, spots: Spots, style: Style) {
    this.#trace = trace;
    this.#tool = trace.tool;
    this.#spots = spots;
    this.#style = style;
    this.#noted = notable(trace.handlers.map(({ walk }) => walk));
  }

  lines(): readonly string[] {
    const { handlers } = this.#trace;
    return [
      this.#style.bold(printable(this.#tool.name.value)),
      ...this.#registration(),
      ...(handlers.length === 0
        ? [this.#row('handler', this.#style.yellow('none was found'))]
        : handlers.flatMap((one) => this.#handler(one))),
      ...this.#stops(),
      ...this.#declared(),
      ...reasonsFor(this.#tool).map((reason, index) => this.#row(index === 0 ? 'inferred' : '', this.#reason(reason))),
    ];
  }

  #registration(): readonly string[] {
    const { library, made } = this.#trace;
    const { framework, definition } = this.#tool;
    const form = framework === library ? framework : `${framework} (${library})`;
    return [
      this.#row('registered', `${this.#at(definition)}  ${form}`),
      this.#source(definition),
      ...(made === undefined ? [] : [this.#row('made', this.#at(made)), this.#source(made)]),
    ];
  }

  #handler({ walk, hops }: ToolTrace['handlers'][number]): readonly string[] {
    const how = { own: '', dispatched: '  told the name of the tool', answered: '  run because a model answered with a call', missing: '' };
    return [
      this.#row('handler', `${this.#at(walk.callee)}${this.#style.dim(how[this.#trace.reached])}`),
      this.#source(walk.callee),
      ...hops.map(({ label, args, file, span }) => {
        const where = file === undefined || span === undefined ? '' : `${this.#at({ file, span })}  `;
        return this.#row('', `${where}${printable(label)}${given(args, this.#spots)}`);
      }),
      ...this.#walk(walk),
    ];
  }

  #walk(walk: Entered): readonly string[] {
    const inside = this.#inside(walk, '');
    const stop = walk.stop === undefined ? [] : [this.#style.yellow(stopWords[walk.stop])];
    const all = [...inside, ...stop];
    return (all.length === 0 ? ['nothing happens in it'] : all).map((line, index) => this.#row(index === 0 ? 'walk' : '', line));
  }

  #inside(call: Entered, indent: string): readonly string[] {
    const { shown, harmless } = shownSteps(call, this.#noted);
    const lines = shown.flatMap((step, index) => {
      const last = index === shown.length - 1 && harmless === 0;
      const [first, ...rest] = this.#step(step, indent + (last ? '   ' : '│  '));
      return [`${this.#style.dim(indent + (last ? '└─ ' : '├─ '))}${first!}`, ...rest];
    });
    return harmless === 0 ? lines : [...lines, this.#style.dim(`${indent}└─ ${count(harmless, 'call')} in which nothing happens`)];
  }

  /** The first line stands behind the branch, all others bring their own indentation. */
  #step(step: Step, indent: string): readonly string[] {
    const below = (text: string): string => this.#style.dim(`${indent}${text}`);
    switch (step.kind) {
      case 'call': {
        const notes = [step.aside ? 'what cannot be told in here does not count' : undefined, step.stop && stopWords[step.stop]].filter(
          Boolean,
        );
        const head = `${printable(step.label)}${given(step.args, this.#spots) || '()'}`;
        const note = notes.length === 0 ? '' : `  ${(step.stop === 'again' ? this.#style.dim : this.#style.yellow)(notes.join('; '))}`;
        return [`${head}  ${this.#at(step.at)} → ${this.#at(step.callee)}${note}`, ...this.#inside(step, indent)];
      }
      case 'effect': {
        const final = finalOf(step, this.#tool);
        const { class: kind, resource, api, certainty, detail } = final ?? step.effect;
        const notes = [certainty, final?.mode && modeText(final.mode), final === undefined ? 'does not count for the answer' : undefined];
        const what = `${this.#style.bold(kind)} ${resource}  ${printable(this.#spots.safe(detail ?? api))}`;
        return [
          `${what}  ${this.#at(step.at)}  ${printable(notes.filter(Boolean).join(', '))}`,
          below(printable(this.#spots.source(step.at))),
        ];
      }
      case 'unresolved': {
        const what = `${this.#style.yellow('unknown')} ${printable(this.#spots.safe(step.label))}`;
        return [
          `${what}  ${this.#at(step.at)}  ${printable(this.#spots.safe(step.reason))}`,
          below(printable(this.#spots.source(step.at))),
        ];
      }
    }
  }

  /** What keeps the answer from being complete; it may lie beyond what the walk shows. */
  #stops(): readonly string[] {
    const { unresolved, complete } = this.#tool.effects;
    if (complete) return [this.#row('stopped', 'nowhere: every call was followed')];
    if (unresolved.length === 0) return [this.#row('stopped', this.#style.yellow('at the registration: there is no code to follow'))];
    const decidingFirst = [...unresolved].sort((a, b) => Number(a.named === true) - Number(b.named === true));
    return decidingFirst.map((item, index) =>
      this.#row(
        index === 0 ? 'stopped' : '',
        `${this.#style.yellow(printable(this.#spots.safe(item.label)))}  ${this.#at(item)}  ${printable(this.#spots.safe(item.reason))}`,
      ),
    );
  }

  #declared(): readonly string[] {
    const { hints, tier } = this.#tool;
    const said = [
      ...hintNames.flatMap((hint) => (hints[hint] === undefined ? [] : [`${hint} ${hints[hint].value}  ${this.#at(hints[hint])}`])),
      ...(tier === undefined ? [] : [`tier ${tier.value}  ${this.#at(tier)}`]),
    ];
    return (said.length === 0 ? ['nothing'] : said).map((text, index) => this.#row(index === 0 ? 'declared' : '', text));
  }

  #reason({ of, value, because, effect }: Reason): string {
    const shown = value === null ? this.#style.yellow('unknown') : String(value);
    const decided = effect === undefined ? '' : `: ${printable(this.#spots.safe(effect.detail ?? effect.api))}  ${this.#at(effect)}`;
    return `${of} ${shown}  ${printable(this.#spots.safe(because))}${decided}`;
  }

  #row(name: string, text: string): string {
    return `  ${this.#style.dim(name.padEnd(heading))}${text}`;
  }

  #source(place: Place): string {
    return this.#row('', this.#style.dim(printable(this.#spots.source(place))));
  }

  #at(place: Place): string {
    return this.#style.blue(printable(this.#spots.label(place)));
  }
}

function given(args: Entered['args'], spots: Spots): string {
  return args.length === 0 ? '' : `(${args.map((argument) => printable(argumentText(argument, spots))).join(', ')})`;
}
