/** What text and data of a trace share: steps of a walk with lines, and nothing in them that could be a secret. */
import type { Effect, Place, Tool } from '../../../rules/kit/index.js';
import type { KnownArgument } from '../../analysis/trace/describe.js';
import type { ToolTrace } from '../../analysis/recognise/trace-tool.js';
import type { Entered, Step } from '../../analysis/trace/observe.js';
import type { Look } from '../told.js';
import { masked } from '../mask.js';
import type { Places } from '../places.js';
import { lineJson } from './line-json.js';

const maxSource = 110;
const maxValue = 90;
/** Shorter texts are words like `id`, which stand everywhere. */
const minSecret = 4;

export interface Spot {
  readonly file: string;
  readonly line: number;
}

export interface Spots {
  /** A text without anything that is, or could be, a secret. */
  safe(text: string): string;
  at(place: Place): Spot;
  /** The same for people. */
  label(place: Place): string;
  /** The line on which a place begins, shortened. */
  source(place: Place): string;
}

export function spotsOf(places: Places, name: Look['name'], traces: readonly ToolTrace[]): Spots {
  const hidden = hiddenIn(traces);
  const safe = (text: string): string => masked(hidden.reduce((rest, secret) => rest.replaceAll(secret, '…'), text));
  return {
    at: (place) => lineJson(place, places, name),
    label: (place) => `${name(place.file)}:${places.label(place, 'line')}`,
    source: (place) => shortened(safe(places.source(place).text).trim(), maxSource),
    safe,
  };
}

/** Texts that are known by a name to be secret, wherever they were written; the longest first. */
function hiddenIn(traces: readonly ToolTrace[]): readonly string[] {
  const all = new Set<string>();
  const take = (args: readonly KnownArgument[]): void => {
    for (const { hidden = [] } of args) for (const text of hidden) if (text.length >= minSecret) all.add(text);
  };
  const visit = (step: Step): void => {
    if (step.kind !== 'call') return;
    take(step.args);
    step.steps.forEach(visit);
  };
  for (const { handlers } of traces)
    for (const { walk, hops } of handlers) {
      visit(walk);
      for (const hop of hops) take(hop.args);
    }
  return [...all].sort((a, b) => b.length - a.length);
}

/** `retries = 3`, without what could be a secret. */
export function argumentText({ name, value }: KnownArgument, { safe }: Spots): string {
  // The name stays in front of the value until it is masked, because it may be what tells a secret.
  return shortened(safe(name === '{…}' ? value : `${name} = ${value}`), maxValue);
}

function shortened(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}

/** Nothing in here that a reader looks for. */
function isHarmless(step: Step): boolean {
  return step.kind === 'call' && step.stop !== 'too deep' && step.stop !== 'bound' && step.steps.every(isHarmless);
}

/** The steps of a call that are worth showing, and how many calls are left out since nothing happens in them. */
export function shownSteps({ steps }: Entered, noted: ReadonlySet<object>): { readonly shown: readonly Step[]; readonly harmless: number } {
  const shown = steps.filter(
    (step) => !isHarmless(step) || (step.kind === 'call' && step.stop === 'again' && step.run !== undefined && noted.has(step.run)),
  );
  return { shown, harmless: steps.length - shown.length };
}

/** The executions in which something is met: called again, they are left out no more than the first time. */
export function notable(roots: readonly Entered[]): ReadonlySet<object> {
  const runs = new Set<object>();
  const visit = (step: Step): void => {
    if (step.kind !== 'call') return;
    if (step.run !== undefined && !isHarmless(step)) runs.add(step.run);
    step.steps.forEach(visit);
  };
  roots.forEach(visit);
  return runs;
}

/** An effect of the walk as the tool has it in the end; `undefined`: it does not count. */
export function finalOf(step: Step & { kind: 'effect' }, { effects }: Tool): Effect | undefined {
  const here = effects.known.filter((effect) => effect.file === step.at.file && effect.span.start === step.at.span.start);
  return (
    here.find((effect) => effect.api === step.effect.api && effect.class === step.effect.class) ??
    here.find((effect) => effect.api === step.effect.api)
  );
}

export const stopWords = {
  again: 'as above: called with the same arguments',
  'calls itself': 'not walked again: it calls itself',
  'too deep': 'stopped: calls inside calls, deeper than is followed',
  bound: 'stopped: there was more to follow than the bounds allow',
} as const;
