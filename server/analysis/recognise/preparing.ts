/** What a program does to get started, and what it does only so that the rest can happen: nothing that a tool is for. */
import { isStarting, looksFirst, type Unresolved } from '../../../rules/kit/index.js';
import { pathKey } from '../trace/path-key.js';
import { fromModel, somePart } from '../trace/some-part.js';
import { looksUp } from '../trace/summary.js';
import type { TracedEffect } from '../trace/traced.js';
import type { Summary } from '../trace/summary.js';
import type { Value } from '../trace/value.js';
import { verbClass, withoutVendor } from '../trace/verbs.js';

const startingNames = /(?:^|[^a-z])(?:init|initialize|setup|set_up|bootstrap|install|configure|connect(?![a-z])|create|reset|migrate)/i;

/** It is done around what the tool is for: to get started, to tidy up, to keep something in mind, or to tell others. */
export function isAround(effect: TracedEffect, effects: readonly TracedEffect[], name: string): boolean {
  return (
    prepares(effect, name) ||
    goesThere(effect, effects, name) ||
    tidies(effect, effects) ||
    disposes(effect, name) ||
    letsGo(effect, name) ||
    notesFailure(effect) ||
    endsTransaction(effect, effects) ||
    keepsForItself(effect, withoutVendor(name)) ||
    tellsOthers(effect, name) ||
    measures(effect, name)
  );
}

/**
 * It writes what the program needs to get started, nothing of which the model passed, and the tool is not for that: or the tool only
 * asks for something that is made ready when it is first asked for. The mode of a file, likewise, is set to make it usable.
 */
function prepares(effect: TracedEffect, name: string): boolean {
  // Most effects are reads, and a read alone prepares nothing.
  if (effect.class === 'read' && effect.attributes !== true) return false;
  const at = effect.via.findIndex(({ label }) => isStarting(label));
  const onDemand = effect.via.some(({ label }, i) => isStarting(label) && [effect.via[i - 1]?.label, label].some(isLookup));
  const removes = effect.class === 'destroy' && (at === 0 || onDemand || (at > 0 && effect.resource === 'memory'));
  const usual = effect.attributes === true || makesRoom(effect, name);
  // A connection that is opened says who speaks, to whoever it was given to.
  const greets = effect.class === 'external' && effect.named === true;
  if (!effect.class.startsWith('write') && effect.class !== 'exec' && !removes && !usual && !greets) return false;
  const starts = at >= 0 && (!startingNames.test(name) || onDemand);
  if (!usual && !starts) return false;
  const values = [effect.subject, effect.target, ...effect.content].filter((value) => value !== undefined);
  if (values.some(fromModel)) return false;
  // Whose folder it is must be known, unless the name of a function says it.
  return starts || !values.some((value) => somePart(value, ({ kind }) => kind === 'unknown'));
}

function isLookup(label: string | undefined): boolean {
  return label !== undefined && looksUp.test(label);
}

/**
 * A folder or file of the program that is made when it is not there, or is of no use, in a function that is about something else; a
 * table that is made when it is not there.
 */
function makesRoom({ class: kind, resource, ensures, idempotentBy, via, detail }: TracedEffect, name: string): boolean {
  if (resource === 'database') return kind === 'write.set' && ensures && /^CREATE /.test(detail ?? '') && !startingNames.test(name);
  if (resource !== 'filesystem' || via.length === 0) return false;
  const onDemand = looksUp.test(via.at(-1)!.label);
  if (kind === 'destroy') return idempotentBy?.label === looksFirst && onDemand;
  return kind.startsWith('write') && (ensures || idempotentBy?.label === looksFirst) && (onDemand || !startingNames.test(name));
}

/** What the program keeps in mind of a failure, so that it does not try again. */
function notesFailure({ afterFailure, resource, class: kind }: TracedEffect): boolean {
  return afterFailure === true && resource === 'memory' && kind.startsWith('write');
}

const folderNames = /(?:^|[^a-z])(?:cd|chdir|cwd|pwd|dir|directory|folder|workspace|project|root)(?:$|[^a-z])/i;

const tidying = /^_?(?:clean_?up|close|dispose|reset|roll_?back|shut_?down|tear_?down)(?:$|_|(?=[A-Z]))/;

/** A transaction ends, and what statements do in it is told where they are. */
function endsTransaction(effect: TracedEffect, effects: readonly TracedEffect[]): boolean {
  const { resource, class: kind, api } = effect;
  if (resource !== 'database' || kind !== 'write.set' || !/[#.]commit$/.test(api)) return false;
  return effects.some((other) => other.resource === 'database' && (other.class === 'exec' || other.class === 'destroy'));
}

/** Something failed, and what the program itself had opened or begun is put away: nothing of it is what the model passed. */
function tidies(effect: TracedEffect, effects: readonly TracedEffect[]): boolean {
  const { afterFailure, via, subject, target, content } = effect;
  if (afterFailure !== true || (!dropsUnread(effect, effects) && !via.some(({ label }) => tidying.test(label)))) return false;
  return ![subject, target, ...content].some((value) => value !== undefined && fromModel(value));
}

const emitting = /FireAndForget$|^_?(?:dispatch|emit|fire)[A-Za-z]{0,40}Events?(?:$|[A-Z])/;
const telling = /event|notif|webhook|emit|publish|alert|broadcast|trigger/i;

const disposing =
  /^[_#]?(?:shut_?down|shutDown|tear_?down|tearDown|dispose(?:All|Browser|Client|Connection|Connector|Context|Execution|Page|Resource|Session)?s?)(?=$|_)/;
const emptying = /^[_#]?(?:clear|drop|evict|expire|flush|invalidate|purge|reset)[A-Za-z]{0,30}[cC]ache(?:s|Entry|Entries)?(?:\(\))?$/;

/** What the program had opened for itself, and closes when it is done with it, and what it kept only to be faster. */
function disposes({ class: kind, resource, via }: TracedEffect, name: string): boolean {
  if (kind !== 'destroy' || /cache|dispose/i.test(name)) return false;
  if (via.some(({ label }) => emptying.test(label))) return true;
  return resource !== 'filesystem' && resource !== 'database' && via.some(({ label }) => disposing.test(label));
}

/** A file of the program's own that could not be read is dropped by the function that reads it. */
function dropsUnread({ class: kind, resource, via, subject }: TracedEffect, effects: readonly TracedEffect[]): boolean {
  const inside = via.at(-1);
  if (kind !== 'destroy' || resource !== 'filesystem' || inside === undefined || subject === undefined || !isTold(subject)) return false;
  const key = pathKey(subject);
  return effects.some(
    (other) =>
      other.class === 'read' &&
      other.subject !== undefined &&
      other.via.at(-1)?.span.start === inside.span.start &&
      pathKey(other.subject) === key,
  );
}

/** What the program tells those who listen to its events, on the way of a tool that is there for something else. */
function tellsOthers({ via }: TracedEffect, name: string): boolean {
  return !telling.test(name) && via.some(({ label }) => emitting.test(label));
}

const measuring = /^POST (?:\S{1,200}\/)?(?:analytics|beacon|metrics|telemetry|[a-z_-]{0,20}data\/log|track)\/?$/i;
const aboutMeasures = /analytic|beacon|log|metric|telemetry|track|usage|event/i;

/** An entry of what the program measures of itself, sent to an address that says so, on the way of a tool that is there for something else. */
function measures({ detail, via }: TracedEffect, name: string): boolean {
  return via.length > 0 && detail !== undefined && measuring.test(detail) && !aboutMeasures.test(name);
}

/** What a tool that is not named for changing anything writes into the program's own folder below the user's home, under no name of the model's. */
function keepsForItself({ class: kind, resource, via, subject, content }: TracedEffect, name: string): boolean {
  if (!kind.startsWith('write') || resource !== 'filesystem' || via.length === 0 || subject === undefined) return false;
  return (verbClass(name) ?? 'read') === 'read' && ![subject, ...content].some(fromModel) && isTold(subject) && somePart(subject, isHome);
}

function isHome(part: Value): boolean {
  return /(?:^|\.)(?:homedir|home|expanduser)\(\)#?$/.test(
    part.kind === 'external' ? part.path : part.kind === 'derived' ? part.operation : '',
  );
}

/** It is known what it is made from. */
function isTold(value: Value): boolean {
  return !somePart(value, ({ kind }) => kind === 'unknown');
}

const evicting = /^_*evict(?=$|_|[A-Z])/;

/**
 * What a function looks up has expired, so that nobody gets it any more, and it is dropped on the way; or there is no room for it,
 * for a tool that is about something else.
 */
function letsGo({ lapsed, class: kind, via }: TracedEffect, name: string): boolean {
  if (kind !== 'destroy') return false;
  return lapsed === true || (via.some(({ label }) => evicting.test(label)) && !/evict|cache/i.test(name));
}

/** The folder that the process was in before. */
function isHere(part: Value): boolean {
  const name = part.kind === 'external' ? part.path : part.kind === 'derived' ? part.operation : '';
  return /(?:^|\.)(?:get)?cwd\(\)#?$/.test(name);
}

/** It only says where the rest happens: the folder that the process is in, for a tool that is about something else, or that goes back. */
function goesThere(effect: TracedEffect, effects: readonly TracedEffect[], name: string): boolean {
  const says = ({ class: kind, resource }: TracedEffect): boolean => kind === 'write.set' && resource === 'process';
  if (!says(effect) || folderNames.test(name)) return false;
  if (effects.some((other) => says(other) && other.subject !== undefined && somePart(other.subject, isHere))) return true;
  return effects.some((other) => !says(other) && (other.class !== 'read' || other.resource !== 'filesystem'));
}

/**
 * What could not be told in the handlers of a tool, each place once. What is open about the start of the program says nothing of
 * the tool, unless that is what the tool is for.
 */
export function openQuestions(name: string, summaries: readonly Summary[]): readonly Unresolved[] {
  const found = new Map<string, Unresolved>();
  for (const { starting, ...item } of summaries.flatMap((summary) => summary.unresolved)) {
    const key = `${item.file}:${item.span.start}`;
    const aside = starting !== undefined && (starting === 'on demand' || !startingNames.test(name));
    const known = found.get(key);
    if (known === undefined || (known.named === true && item.named !== true && !aside))
      found.set(key, aside ? { ...item, named: true, reason: `${item.reason}, while the program gets started` } : item);
  }
  return [...found.values()];
}
