/** Which parameters of the tool reach what an effect runs, asks or touches, and what was done with their text on the way. */
import type { Check, Effect, InputParameter, Reach, ReachKind } from '../../../rules/kit/index.js';
import type { SourceLanguage } from '../syntax/ir.js';
import { checkFor, type PassedCheck } from './checks.js';
import type { DirectEffect } from './direct-effect.js';
import { handedFields } from './handed-fields.js';
import type { Hole } from './holes.js';
import { nameOf, textPath } from './reach-text.js';
import type { DerivedValue, TextValue, Value } from './value.js';

/** The text that a call hands on, and to what. */
export interface Sink {
  readonly kind: ReachKind;
  readonly value: Value;
  /** A credential goes along that the model did not pass. */
  readonly credentials?: true;
  /** What runs all of it may be allowed little. */
  readonly limitedBy?: Check;
  /** Where parts of a text are put into it. */
  readonly holes?: readonly Hole[];
}

/** Operations that leave a text, or most of it, as it was. */
const carrying =
  /^(?:trim|trimStart|trimEnd|strip|lstrip|rstrip|toString|String|str|toLowerCase|toUpperCase|lower|upper|casefold|capitalize|title|slice|substring|substr|split|rsplit|splitlines|join|concat|\+|item|key|\[\]|choice|pop|shift|at|format|expanduser|expandvars|normpath|abspath|realpath|resolve|normalize|absolute|as_posix|fspath|decode|encode|from|href|url|geturl|unquote|decodeURIComponent|decodeURI|pathToFileURL|fileURLToPath|callback argument|dedent|removeprefix|removesuffix|with_suffix|with_name|parent|dirname|padStart|padEnd|valueOf|normalizePath|value|promise|expand|untildify|expandTilde|expandHome|toSorted|sorted|filter|map|list|flat|reverse|get)$/;
/** Operations after which an amount is still as large as the model says. */
const counting = /^(?:\*|\/|-|Number|parseFloat|parseInt|int|float|Decimal|round|floor|ceil|toFixed|parseUnits|parseEther|BigInt)$/;
/** Operations that replace signs of it. */
const rewriting = /^(?:replace|replaceAll|sub|subn|translate|maketrans)$/;
const maxVisits = 300;

interface Way {
  readonly value: Value;
  readonly whole: boolean;
  readonly rewritten: boolean;
  /** A path is worked out as a text there, so that `a/../b` is `b` whether there is an `a` or not. */
  readonly worked: boolean;
  readonly inName: boolean;
}

/** What of the model reaches an effect: in what it is given, or in the path of the file that it touches. */
export function reachedBy(effect: DirectEffect, tellsFields: boolean, language: SourceLanguage): readonly Reach[] {
  const texts = textsOf(effect, language);
  return tellsFields ? [...texts, ...handedFields(effect)] : texts;
}

function textsOf({ resource, content, sinks, subject, target }: DirectEffect, language: SourceLanguage): readonly Reach[] {
  const given = [subject, target].filter((value) => value !== undefined);
  if (resource === 'money') return [...given, ...content].flatMap((value) => reachesIn({ kind: 'amount', value }));
  if (sinks !== undefined) return sinks.flatMap((sink) => reachesIn(sink, language));
  return resource === 'filesystem' ? given.flatMap((value) => reachesIn({ kind: 'path', value }, language)) : [];
}

/** The texts of the model in what a call is given. */
function reachesIn({ kind, value, credentials, limitedBy, holes = [] }: Sink, language?: SourceLanguage): readonly Reach[] {
  const found = new Map<string, Reach>();
  const waiting: Way[] = [{ value, whole: true, rewritten: false, worked: false, inName: false }];
  const seen = new Set<Value>();
  for (let way = waiting.pop(); way !== undefined && seen.size < maxVisits; way = waiting.pop()) {
    if (way.value.kind === 'input') {
      const { whole, rewritten, inName } = way;
      const parameter = textPath(way.value);
      if (way.value.role !== 'input' || parameter === undefined) continue;
      const known = found.get(parameter);
      const reach: Reach = {
        kind,
        parameter,
        whole,
        ...(rewritten ? { rewritten: true as const } : {}),
        ...(inName ? { inName: true as const } : {}),
        ...(credentials === true ? { credentials } : {}),
        ...(limitedBy === undefined || !whole ? {} : { checkedBy: limitedBy }),
        ...holeOf(parameter, holes),
      };
      // The way on which least was done to it says how it arrives.
      const isPlainer = (known?.rewritten === true && !rewritten) || (known?.inName === true && !inName);
      if (known === undefined || isPlainer || (!known.whole && whole)) found.set(parameter, reach);
      continue;
    }
    if (seen.has(way.value)) continue;
    seen.add(way.value);
    for (const part of partsOf(way, kind, language)) waiting.push(part);
  }
  return [...found.values()];
}

/** The only place of a text into which a parameter is put. */
function holeOf(parameter: string, holes: readonly Hole[]): Pick<Reach, 'hole'> {
  const own = holes.filter(({ value }) => reachesIn({ kind: 'shell', value }).some((reach) => reach.parameter === parameter));
  return own.length === 1 ? { hole: own[0]!.at } : {};
}

function partsOf(way: Way, kind: ReachKind, language: SourceLanguage | undefined): readonly Way[] {
  const { value, whole } = way;
  const all = (values: readonly Value[], part = whole): readonly Way[] => values.map((one) => ({ ...way, value: one, whole: part }));
  switch (value.kind) {
    case 'union':
      return all(value.options);
    case 'text': {
      if (kind === 'url') return all(hostParts(value.parts));
      return value.parts.flatMap((part, i) => {
        if (typeof part === 'string' || (kind === 'path' && isEnding(value.parts, i))) return [];
        const inName = way.inName || (kind === 'path' && !way.worked && isInName(value.parts, i));
        return { ...way, value: part, whole: whole && decidesAll(kind, value.parts, i), inName };
      });
    }
    case 'object':
      return kind === 'amount'
        ? all(
            [...value.properties.values()].map((property) => property.value()),
            false,
          )
        : [];
    case 'array':
      return kind === 'path' ? [] : all(value.rest === undefined ? value.items : [...value.items, value.rest], false);
    case 'external':
      // `Path(root) / name`, `new URL(path, base)`
      if (/^Path#(?:parent)?$/.test(value.path))
        return (value.args ?? []).map((one, i) => ({ ...way, value: one, whole: whole && i === 0 }));
      if (kind === 'url' && /^(?:URL|Request)#/.test(value.path)) return all((value.args ?? []).slice(0, 1));
      if (kind === 'code' && /^(?:Script|SourceTextModule)#/.test(value.path)) return all((value.args ?? []).slice(0, 1));
      return [];
    case 'derived':
      return through(value, way, kind, language);
    default:
      return [];
  }
}

/** `report.{ending}`: what stands there names no folder, since the name before it is that of a file. */
function isEnding(parts: TextValue['parts'], index: number): boolean {
  const before = parts[index - 1];
  return typeof before === 'string' && (/[^./\\]\.$/.test(before) || (before === '.' && index > 1));
}

/** `logs/session_{id}`: what leads out of there leads through a folder of the name before it, and there is none. */
function isInName(parts: TextValue['parts'], index: number): boolean {
  const before = parts[index - 1];
  return typeof before === 'string' && /[^./\\]$/.test(before);
}

/** Operations that work a path out as a text; what joins paths in Python does not. */
function worksOut(name: string, language: SourceLanguage | undefined): boolean {
  return /^(?:normpath|abspath|realpath|resolve|normalize|normalizePath)$/.test(name) || (name === 'join' && language !== 'python');
}

function through(value: DerivedValue, way: Way, kind: ReachKind, language: SourceLanguage | undefined): readonly Way[] {
  const { whole } = way;
  if (value.told === true || value.read !== undefined || value.fresh === true) return [];
  const name = nameOf(value.operation);
  if (rewriting.test(name)) return value.from.slice(0, 1).map((one) => ({ ...way, value: one, rewritten: true }));
  if (kind === 'code' && name === 'compile') return value.from.slice(0, 1).map((one) => ({ ...way, value: one }));
  if (!carrying.test(name) && !(kind === 'amount' && counting.test(name))) return [];
  const isChoice = name === 'choice' || name === 'promise';
  const joins = name === 'join' || name === 'concat' || name === '+' || name === 'resolve';
  const parts = joins || isChoice ? value.from : value.from.slice(0, 1);
  const stays = whole && (isChoice || parts.length === 1);
  // The first part of a path says where the others lie.
  const worked = way.worked || (kind === 'path' && worksOut(name, language));
  return parts.map((one, i) => ({ ...way, value: one, whole: stays || (whole && kind === 'path' && i === 0), worked }));
}

/** Whether a part of a text says what the text does: all of it, a command or statement with something around it, where a path begins. */
function decidesAll(kind: ReachKind, parts: TextValue['parts'], index: number): boolean {
  const before = parts.slice(0, index);
  const after = parts.slice(index + 1);
  const last = before.at(-1) ?? '';
  const isBlank = (part: string | Value): boolean => typeof part === 'string' && part.trim() === '';
  if (before.every(isBlank)) return kind === 'path' || kind === 'sql' || kind === 'shell' || after.every(isBlank);
  if (typeof last !== 'string') return false;
  if (kind === 'shell') return /(?:&&|\|\||[;|])\s*$/.test(last) && before.length === 1;
  if (kind !== 'sql' || before.length > 1) return false;
  // `EXPLAIN {query}`, `SELECT * FROM ({query}) LIMIT 10`
  return (
    /^\s*explain\b[\w\s]{0,60}$/i.test(last) || (/\bfrom\s*\(\s*$/i.test(last) && typeof after[0] === 'string' && /^\s*\)/.test(after[0]))
  );
}

/** Parts of an address up to where its host ends. A base that is not known is where the operator says. */
function hostParts(parts: readonly (string | Value)[]): readonly Value[] {
  const [first, second] = parts;
  if (first === undefined) return [];
  if (typeof first !== 'string') return first.kind === 'constant' || first.kind === 'text' ? textHost(first, parts.slice(1)) : [first];
  if (first === '') return hostParts(parts.slice(1));
  return /^\s*[a-z]{2,5}:\/\/(?:[\w.-]*)$/i.test(first) && second !== undefined && typeof second !== 'string' && endsAtHost(first)
    ? [second]
    : [];
}

/** `https://${host}` and `https://api.${domain}`, not `https://${user}@…`. */
function endsAtHost(text: string): boolean {
  return /:\/\/$/.test(text.trim());
}

function textHost(first: Value, rest: readonly (string | Value)[]): readonly Value[] {
  if (first.kind === 'text') return hostParts([...first.parts, ...rest]);
  return first.kind === 'constant' ? hostParts([String(first.value ?? ''), ...rest]) : [];
}

/** With what was checked on the way out of the functions around it. */
export function withChecks(reaches: readonly Reach[], checks: readonly PassedCheck[]): readonly Reach[] {
  if (checks.length === 0 || reaches.every(({ checkedBy }) => checkedBy !== undefined && checkedBy.partly !== true)) return reaches;
  return reaches.map((reach) => {
    if (reach.checkedBy !== undefined && reach.checkedBy.partly !== true) return reach;
    const counting = reach.kind === 'fields' ? checks : checks.filter(({ ofFields }) => ofFields === undefined);
    const check = checkFor(reach.parameter, counting) ?? reach.checkedBy;
    return check === undefined ? reach : { ...reach, checkedBy: check };
  });
}

/** What the schema says of the parameters: numbers and listed values are no text of the model. */
export function bySchema(reaches: readonly Reach[], inputs: readonly InputParameter[]): readonly Reach[] {
  return reaches.flatMap((reach) => {
    const input = inputs.find(({ name }) => name === reach.parameter.split('.')[0]);
    if (input === undefined) return reach;
    const isOwn = input.name === reach.parameter;
    if (reach.kind !== 'amount' && isOwn && (input.type === 'number' || input.type === 'boolean' || input.values !== undefined)) return [];
    const typed = isOwn && input.type === 'string' ? { typed: true as const } : {};
    if (!isOwn || input.checked !== true || input.place === undefined || reach.checkedBy !== undefined) return { ...reach, ...typed };
    return { ...reach, ...typed, checkedBy: { ...input.place, label: 'the schema checks it' } };
  });
}

/** The same effect on another way, on which more may reach it. */
export function withReaches(effect: Effect, reaches: readonly Reach[]): Effect {
  const more = reaches.filter(
    (reach) => effect.reaches?.some((known) => known.parameter === reach.parameter && known.kind === reach.kind) !== true,
  );
  return more.length === 0 ? effect : { ...effect, reaches: [...(effect.reaches ?? []), ...more] };
}
