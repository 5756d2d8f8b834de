import { bySureness, lowered, weaker } from './certainty.js';
import { effectClasses } from './model.js';
import type { Certainty, Effect, Resource, Tier, Tool } from './model.js';

/** A cache may be dropped at any time, and nothing waits for a clock: writing to them changes nothing that counts. */
const weightless: ReadonlySet<Resource> = new Set(['cache', 'clock']);

/** Libraries whose commands and code run in a machine of their own that is thrown away. */
const sandboxes: ReadonlySet<string> = new Set([
  'e2b', '@e2b/code-interpreter', '@daytonaio/sdk', '@vercel/sandbox', 'isolated-vm', 'pyodide', 'quickjs-emscripten',
]);

/** Functions that count, log or report what the program does; what they do is not what the tool does. */
const watching =
  /^(?:track|log|capture|audit|record|report)(?:$|_?(?:Tool|Call|Usage|Event|Error|Exception|Message|Request|Page|Metric|Success|Failure|Stats?|Log)[A-Za-z]{0,40}$)|telemetry|analytics|metrics|UsageStats/;

/** Functions that prepare the program itself, once: folders, tables and default settings that are made when they are missing. */
const starting = /^_?(?:init(?:ialize|ialise)?|setup|bootstrap|ensure(?:Init|Ready|Loaded|Setup|Connect|Dir|Folder|Schema|Table)[A-Za-z]{0,40})(?:$|[A-Z_])/;

/** It leaves a trace outside the call: neither a read, nor a cache, nor a temporary thing of the call's own, nor telemetry. */
export function changes(effect: Effect): boolean {
  return effect.class !== 'read' && !isIncidental(effect);
}

/** Nothing that the tool is for: a cache, a clock, a temporary file, a log. Losing it loses nothing. */
export function isIncidental(effect: Effect): boolean {
  return effect.own || weightless.has(effect.resource) || effect.via.some(({ label }) => watching.test(label));
}

/** Each execution adds something more, whatever key it carries. */
export function addsEachTime(effect: Effect): boolean {
  if (!changes(effect) || effect.ensures || effect.exclusive || effect.idempotentBy !== undefined) return false;
  return effect.class === 'write.add' || effect.class === 'external' || (effect.class === 'write.set' && effect.relative);
}

/** It cannot be taken back, costs money, or runs whatever it is told: what a human should see before it happens. */
export function needsApproval(effect: Effect): boolean {
  if (!changes(effect) || effect.reversible || effect.resource === 'memory' || effect.approvedBy !== undefined) return false;
  if (effect.class === 'exec') return !sandboxes.has(libraryOf(effect));
  return effect.class === 'destroy' || effect.class === 'external';
}

/**
 * How sure an accusation may be that rests on this effect. A name alone proves nothing, and what a program does to get started
 * is not what its tools are for. Open-ended text that the caller does not control, or that is checked on the way, may well be
 * harmless; what a program keeps in memory is often only its bookkeeping.
 */
export function accusing(effect: Effect): Certainty {
  if (effect.named === true || (effect.attributes === true && effect.via.length > 0)) return 'possible';
  if (effect.class.startsWith('write') && effect.via.some(({ label }) => starting.test(label))) return 'possible';
  if (effect.class === 'exec' && (!effect.callerControlled || effect.restrictedBy !== undefined)) return 'possible';
  return effect.resource === 'memory' ? lowered(effect.certainty) : effect.certainty;
}

/** The effect to speak about: the surest first, then the most harmful, then the first in the source. */
export function worst(effects: readonly Effect[]): Effect | undefined {
  const sure = (effect: Effect) => ({ certainty: weaker(effect.certainty, accusing(effect)) });
  return [...effects].sort((a, b) => bySureness(sure(a), sure(b)) || rank(b) - rank(a))[0];
}

/** Each place once: one call can be reached in several ways. */
export function once(effects: readonly Effect[]): readonly Effect[] {
  const seen = new Set<string>();
  return effects.filter((effect) => {
    const place = `${effect.file}:${effect.span.start}:${effect.span.end}`;
    return !seen.has(place) && seen.add(place);
  });
}

/** The least tier that allows everything a tool is known to do (rules.md 1.4). */
export function tierNeeded(tool: Tool): Tier {
  const known = tool.effects.known.filter(changes);
  if (known.some((effect) => effect.class === 'external' || effect.class === 'exec')) return 'privileged';
  if (known.some((effect) => effect.class === 'destroy')) return 'destructive';
  return known.length > 0 ? 'write' : 'observe';
}

function libraryOf(effect: Effect): string {
  return effect.api.split(': ', 1)[0] ?? '';
}

function rank(effect: Effect): number {
  return effectClasses.indexOf(effect.class);
}
