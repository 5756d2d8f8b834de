import { byName } from './by-name.js';
import { bySureness, lowered, weaker } from './certainty.js';
import { effectClasses, tiers } from './model.js';
import { PlaceSet } from './places.js';
import type { Certainty, Effect, Resource, Tier } from './model.js';

/** A cache may be dropped at any time, and nothing waits for a clock: writing to them changes nothing that counts. */
const weightless: ReadonlySet<Resource> = new Set(['cache', 'clock']);

/** Libraries whose commands and code run in a machine of their own that is thrown away. */
const sandboxes: ReadonlySet<string> = new Set([
  'e2b',
  '@e2b/code-interpreter',
  '@daytonaio/sdk',
  '@vercel/sandbox',
  'isolated-vm',
  'pyodide',
  'quickjs-emscripten',
]);

/** Functions that count, log or report what the program does, or sign it in; what they do is not what the tool does. */
const watching =
  /^_?(?:track|log|capture|audit|record|report)(?:$|_?(?:Tool|Call|Usage|Event|Error|Exception|Message|Request|Page|Metric|Success|Failure|Stats?|Log)[A-Za-z_]{0,40}$)|^_?log_?(?:Action|Interaction|Operation)s?$/i;
const measuring = /telemetry|analytics|metrics|UsageStats/i;
/** Measurements that are kept for others are somebody's data: `createMetricsView`, `getAnalytics`. */
const handling = /^_?(?:create|delete|describe|fetch|find|get|list|put|query|remove|search)[A-Z_]/;
/** Functions that keep in mind what was shown to the user, or how often the program was used. */
const noting =
  /^_?(?:mark|note|remember|save|set|update|increment|bump|write|persist)_?(?:[A-Za-z]{0,30}(?:Shown|Seen|Prompted|Notified|Dismissed|Displayed|Stats|Usage|Statistics)|[A-Za-z]{0,20}(?:Onboarding|Tutorial|FirstRun|Welcome)[A-Za-z]{0,20}(?:State|Status|Progress|Used|Done|Completed))$/;
const signing =
  /^_?(?:get|ensure|refresh|sync|renew|acquire|load|cache)_?[A-Za-z]{0,20}(?:Auth(?![a-z])|_auth(?![a-z])|Authori[sz](?:ed|ation)|Authenticat(?:ed|ion)|Credentials?|Log(?:in|gedIn))[A-Za-z]{0,20}$|oauth|^_?(?:get|fetch|refresh|renew|acquire|load|save|store|persist|invalidate|forget)_?(?:access|auth|bearer|id|session)?_?tokens?(?:$|_)|^_?authenticate/i;

const caching =
  /^_?(?:add|fill|insert|populate|put|save|set|store|update|upsert|write)[A-Za-z_]{0,30}(?:(?<![A-Za-z])c|(?<=[a-z])C)ache(?:d?_?(?:[Ee]ntry|[Ii]tem|[Rr]esult|[Vv]alue)s?)?(?:\(\))?$/;

/** Functions that prepare the program itself, once: folders, tables and default settings that are made when they are missing. */
const starting =
  /^[_#]?(?:init(?:ialize|ialise)?|setup|bootstrap|ensure(?:[A-Z][a-z]{1,15})?(?:Init|Ready|Loaded|Setup|Connect|Session|Dir|Folder|Schema|Table|Browser|Client|Context|Page|Process|Server|Tab(?![a-z])|Worker|Wrapper)[A-Za-z]{0,40})(?:$|[A-Z_])/;

/** Functions that make the tables of the program, and bring those of an older version up to date. */
const preparingTables =
  /^_?(?:(?:create|make|prepare|run|apply|perform)(?:All|Db|DB|Database|Initial|Missing|Needed|Pending|Required)?(?:Tables|Schema|Schemas|Indexes|Indices|Migrations?)|migrate(?:Db|DB|Database|Schema|Tables)?)$/;
/** Functions that hand out what the rest is done with, and make it ready when it is first asked for: `get_qdrant_client`, `load_config`. */
const handingOut =
  /^_?(?:get[A-Za-z]{0,40}(?:Client|Connection|Driver|Engine|Pool)|(?:acquire|obtain|resolve)[A-Za-z]{0,20}(?:Browser|Client|Connection|Session)|(?:get|load|read)[A-Za-z]{0,40}(?:Config|Configuration|Settings))$/;

/** Functions for what the program puts aside for a while: `removeTempFile`, `_delete_temp_artifact`. */
const temporary = /(?:^|_|[a-z](?=T))(?:[Tt]e?mp|[Tt]emporary)(?=$|_|[A-Z])/;

/** Functions that end what the program itself began: `cleanup_existing_processes`, `_cleanup_process`. */
const tidying =
  /^_?(?:clean(?:[Uu]p)?|dispose|reap|tear[Dd]own)(?:$|[A-Z])|^_?(?:clear|close|end|kill|prune|remove|stop|terminate)(?:All)?(?:Dangling|Existing|Leftover|Old|Orphan(?:ed)?|Previous|Stale|Zombie)(?:$|[A-Z])/;

/** Functions that open a connection: what they send before anything is asked says who speaks, and how. */
const connecting = /^_?(?:(?:re)?connect|hand_?shake|negotiate|(?:open|establish)_?[cC]onnection)$/i;

/** Functions that ask, or have somebody else work out what a text says. What they send over HTTP is the question, whatever the method. */
const asking =
  /^_?(?:get|list|find|fetch|search|query|lookup|count|describe|read|retrieve|preview|estimate|aggregate|validate|parse|transcribe|ocr|answer(?=_)|(?:run|exec|execute)_?[A-Za-z]{0,20}(?:[Qq]uery|[Ss]earch))(?:$|[A-Z_-])/;
/** Names that begin like a question and are none, or that carry whatever they are given. */
const askingWhatever =
  /(?:^|_|[a-z])(?:[Oo]r|[Aa]nd)[_A-Z]|^_?(?:get|read|retrieve|fetch)_?(?:[Rr]esponse|[Jj]son|JSON|[Dd]ata|[Rr]esult|[Bb]ody|[Tt]ext|[Aa]pi|API|[Uu]rl|URL)?$|^_?fetch_?(?:[Ww]ith|[Ff]rom|[Jj]son|JSON|[Aa]pi|API|[Ww]rap|[Hh]elper|[Cc]lient|[Rr]equest|[Rr]aw|[Ii]nternal)|^_?fetch(?:er)?$|[a-z](?:Fn|Func|Function|Callback|Impl)$/;

/** A tool that is named in words: `Acme Web Search`. */
const askingWords =
  /\b(?:extract(?:or)?|fetch(?:er|ing)?|find(?:er)?|lookup|query|read(?:er)?|retriev(?:e|er|al)|scrap(?:e|er|ing)|search(?:er)?)\b/i;
const changingWords =
  /\b(?:add|creat|delet|download|edit|execut|generat|insert|invok|manag|post|publish|remov|run|save|send|set|stor|submit|trigger|updat|upload|writ)[a-z]{0,6}\b/i;

/** A function, or tool, whose name says that it asks for something. */
export function asks(name: string): boolean {
  if (name.includes(' ')) return askingWords.test(name) && !changingWords.test(name);
  return asking.test(name) && !askingWhatever.test(name);
}

/** A function of this name makes a thing when there is none, and gives the one that is there otherwise. */
export function makesMissing(name: string): boolean {
  return /^_?(?:ensure|(?:find|get|fetch|lookup)_or_(?:add|create|insert|make)|create_(?:if|or_get|or_find|unless))(?=$|_)/.test(
    snake(name),
  );
}

/** What a function of this name removes can be had back. */
export function putsAway(name: string): boolean {
  return /^_?(?:soft_(?:delete|remove)|(?:move_to_|send_to_)?(?:trash|recycle_bin))(?!_(?:clear|empty|purge))(?=$|_)/.test(snake(name));
}

/** What happens in a function of this name is not what the tool does: it signs in, counts or logs. */
export const isAside = byName(
  (name) => (measuring.test(name) && !handling.test(name)) || watching.test(name) || noting.test(camel(name)) || signing.test(name),
);

/** A function of this name keeps an answer for the next time: what is lost of it is worked out again. */
const isCaching = byName((name) => caching.test(name));

/** Files of telemetry and logs, by the name of the file or of its folder. */
const telemetryFile = /(?:^|\/)(?:telemetry|instrumentation|loggers?|logging)(?:\/|\.[cm]?[jt]sx?$|\.py$)/i;

const isTelemetryFile = byName((file) => telemetryFile.test(file));

/** Code of telemetry or logs that the tool, which lives elsewhere, passes through. */
function isTelemetry({ file, via }: Weighed): boolean {
  const [first] = via;
  return first !== undefined && isTelemetryFile(file) && !isTelemetryFile(first.file);
}

/** An effect as far as it matters whether it counts. */
type Weighed = Pick<Effect, 'class' | 'resource' | 'file' | 'via' | 'own' | 'prepares'>;

/** It leaves a trace outside the call: neither a read, nor a cache, nor a temporary thing of the call's own, nor telemetry. */
export function changes(effect: Weighed): boolean {
  return effect.class !== 'read' && !isIncidental(effect);
}

/** Nothing that the tool is for: a cache, a clock, a temporary file, a log. Losing it loses nothing. */
export function isIncidental(effect: Weighed): boolean {
  if (effect.own || effect.prepares === true || weightless.has(effect.resource)) return true;
  return isTelemetry(effect) || effect.via.some(({ label }) => isAside(label) || isCaching(label));
}

/** `ensure_data_dir` and `ensureDataDir` say the same. */
function camel(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function snake(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])([A-Z])/g, '_$1').toLowerCase();
}

/** A function of this name prepares the program itself. */
export const isStarting = byName((label) => {
  const name = camel(label.replace(/^#/, ''));
  return starting.test(name) || preparingTables.test(name) || handingOut.test(name) || connecting.test(name);
});

/** Each execution adds something more, whatever key it carries. */
export function addsEachTime(effect: Effect): boolean {
  if (!changes(effect) || effect.ensures || effect.exclusive || effect.idempotentBy !== undefined || joins(effect)) return false;
  return effect.class === 'write.add' || effect.class === 'external' || (effect.class === 'write.set' && effect.relative);
}

/** Collections of which something that exists becomes a part, once: `POST /rooms/{id}/participants`. */
const memberships =
  /^POST \S{0,80}(?:\/reactions?|(?:\u2026[^/\s]{0,80}|\/)\/(?:assignees|collaborators|favou?rites?|followers|labels|likes?|members|memberships?|participants|requested_reviewers|reviewers|stars?|subscribers|votes?|watchers|(?:groups|roles|teams)(?=\/[\u2026/])))(?:\/\S{0,80})?$/i;

function joins({ class: kind, detail }: Effect): boolean {
  return kind === 'write.add' && detail !== undefined && memberships.test(detail);
}

/**
 * An execution that is repeated does more than one, and nobody recognizes the repetition. A constant key (K2) and everything better is
 * the same for all attempts; memory goes with the process, and a browser is repeated before a human's eyes.
 */
export function isUnsafeToRepeat(effect: Effect): boolean {
  if (effect.resource === 'memory' || effect.resource === 'browser') return false;
  if (effect.class === 'exec') return changes(effect) && !effect.ensures && effect.idempotentBy === undefined;
  return addsEachTime(effect) && (effect.key.level === 'none' || effect.key.level === 'K1');
}

/** Calling the tool again adds something more, whatever key it carries. */
export function addsWhenCalledAgain(effect: Effect): boolean {
  return effect.refusedBy === undefined && addsEachTime(effect);
}

/** It cannot be taken back, costs money, or runs whatever it is told: what a human should see before it happens. */
export function needsApproval(effect: Effect): boolean {
  if (!changes(effect) || effect.reversible || effect.resource === 'memory' || effect.approvedBy !== undefined) return false;
  if (effect.class === 'exec') return !isSandboxed(effect);
  return effect.class === 'destroy' || effect.class === 'external';
}

/**
 * How sure an accusation may be that rests on this effect. A name alone proves nothing, and what a program does to get started
 * is not what its tools are for; what only some classes do that may stand for an object, is not said of the rest; a POST may be a
 * question. Open-ended text that the caller does not control, or that is checked on the way, may well be harmless; what a program
 * keeps in memory is often only its bookkeeping, and temporary files are its own.
 */
export function accusing(effect: Effect): Certainty {
  if (effect.named === true || effect.sometimes === true || (effect.attributes === true && effect.via.length > 0)) return 'possible';
  if (effect.class.startsWith('write') && passes(effect, starting)) return 'possible';
  if (effect.class === 'write.add' && effect.resource === 'network' && passes(effect, asking)) return 'possible';
  if (effect.class === 'destroy' && passes(effect, temporary) && !namesPath(effect)) return 'possible';
  if (effect.resource === 'process' && effect.class !== 'exec' && passesCamel(effect, tidying)) return 'possible';
  if (effect.class === 'exec' && (!effect.callerControlled || effect.restrictedBy !== undefined || isHeldAgainst(effect)))
    return 'possible';
  return effect.resource === 'memory' ? lowered(effect.certainty) : effect.certainty;
}

/** The model says which file it is. */
function namesPath({ reaches = [] }: Effect): boolean {
  return reaches.some(({ kind }) => kind === 'path');
}

/** All SQL text of the model was held against something that refuses, which mostly leaves questions. Commands and code still change things. */
function isHeldAgainst({ reaches = [] }: Effect): boolean {
  const run = reaches.filter(({ kind }) => kind === 'sql' || kind === 'code' || kind === 'shell' || kind === 'program');
  return run.length > 0 && run.every(({ kind, checkedBy }) => kind === 'sql' && checkedBy !== undefined && checkedBy.partly !== true);
}

/** The effect to speak about: the surest first, then the most harmful, then the first in the source. */
export function worst(effects: readonly Effect[]): Effect | undefined {
  const sure = (effect: Effect) => ({ certainty: weaker(effect.certainty, accusing(effect)) });
  return [...effects].sort((a, b) => bySureness(sure(a), sure(b)) || rank(b) - rank(a))[0];
}

/** Each place once: one call can be reached in several ways. */
export function once(effects: readonly Effect[]): readonly Effect[] {
  const seen = new PlaceSet();
  return effects.filter((effect) => seen.takes(effect));
}

/** The least tier that allows these effects (rules.md 1.4), as far as they accuse, and the one among them that decides it. */
export function tierFor(effects: readonly Effect[]): { readonly tier: Tier; readonly because?: Effect } {
  const all = effects.filter(changes);
  const sure = all.filter((effect) => accusing(effect) !== 'possible');
  const counting = sure.length > 0 ? sure : all;
  const tier = tiers.findLast((one) => counting.some((effect) => tierOf(effect) === one));
  return tier === undefined ? { tier: 'observe' } : { tier, because: worst(counting.filter((effect) => tierOf(effect) === tier)) };
}

function tierOf(effect: Effect): Tier {
  if (effect.class === 'external' || effect.class === 'exec') return 'privileged';
  return effect.class === 'destroy' && !effect.reversible ? 'destructive' : 'write';
}

function passesCamel({ via }: Effect, through: RegExp): boolean {
  return via.some(({ label }) => through.test(camel(label)));
}

function passes(effect: Effect, through: RegExp): boolean {
  return effect.via.some(({ label }) => through.test(label));
}

/** What it runs, it runs in a machine of its own that is thrown away. */
export function isSandboxed(effect: Effect): boolean {
  return sandboxes.has(libraryOf(effect));
}

function libraryOf(effect: Effect): string {
  return effect.api.split(': ', 1)[0] ?? '';
}

function rank(effect: Effect): number {
  return effectClasses.indexOf(effect.class);
}
