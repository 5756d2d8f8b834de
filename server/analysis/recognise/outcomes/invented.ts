/** Values that nobody gave: names say that they are samples, or a record of constants stands for data. */
import type { Fabricated } from '../../../../rules/kit/index.js';
import type { Binding, Expression, Module, ObjectExpression } from '../../syntax/ir.js';
import { eachExpression, eachInBody } from '../../trace/parts.js';
import { lastName } from '../../syntax/last-name.js';

const words = 'mock(?:ed|s)?|fake[ds]?|dumm(?:y|ies)|samples?|placeholder|stub(?:bed|s)?|lorem|demo|faker|simulated?|synthetic';
/** In names of code, on the borders of words. Forms, slides and templates have placeholders: several of them are those. */
const inName = new RegExp(`(?:^|_)(?:${words})(?=$|_)`, 'i');
/** In texts and keys that the model reads. */
const inText = new RegExp(`\\b(?:${words}|demonstration|example data|not real|fallback)\\b`, 'i');
/** Words by which data may mean something else: a sample is taken, a demo is booked. */
const otherwise =
  /^_?(?:get|take|read|parse|create|update|delete|list|find|book)_?(?:[a-z]{1,20}_?)?(?:sample|demo|stub|placeholder)s?$|sample_?(?:rate|size|count|id)|demo_?(?:id|request)|placeholder_?(?:text|id)/i;

/** Things that programs work with, and that are no data: `createMockChildProcess`. */
const working =
  /(?:process|client|server|stream|socket|connection|logger|console|transport|emitter|browser|window|provider|service|driver|adapter|handler|function|fn|callback|module|class|instance)$/i;

/** What of an answer is made up; `undefined` where it says so itself, or where nothing shows it. */
export function inventedIn(value: Expression, module: Module): Pick<Fabricated, 'how' | 'name'> | undefined {
  const names = new Set<string>();
  const bindings = new Set<Binding>();
  eachExpression(value, (part) => {
    const name = part.kind === 'name' || part.kind === 'member' ? lastName(part) : undefined;
    if (name !== undefined && isSample(name)) names.add(name);
    if (part.kind === 'name' && part.binding !== undefined) bindings.add(part.binding);
  });
  const [name] = names;
  if (name !== undefined) return says(value) || [...bindings].some(saysIn) ? undefined : { how: 'named', name };
  const record = recordIn(value);
  return record === undefined || says(value) || module.language === undefined ? undefined : { how: 'literal', name: record };
}

function isSample(name: string): boolean {
  return inName.test(name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_')) && !otherwise.test(name) && !working.test(name);
}

/** The answer tells that it is none: `mock: true`, `'Simulated result'`, `isError`. */
function says(value: Expression): boolean {
  let found = false;
  eachExpression(value, (part) => {
    if (part.kind === 'literal' && typeof part.value === 'string') found ||= inText.test(part.value);
    if (part.kind === 'template') found ||= part.texts.some((text) => inText.test(text));
    if (part.kind !== 'object') return;
    for (const entry of part.entries)
      if (entry.kind === 'entry' && typeof entry.key === 'string')
        found ||= /^_?(?:is_?)?(?:error|errors|mock(?:ed)?|fake|demo|simulated|stub|sample)$/i.test(entry.key);
  });
  return found;
}

/** So does what makes it, or what it is kept in. */
function saysIn({ source }: Binding): boolean {
  if (source?.kind === 'value') return says(source.value) || (source.value.kind === 'function' && saysInside(source.value.body));
  return source?.kind === 'function' && saysInside(source.fn.body);
}

function saysInside(body: Parameters<typeof eachInBody>[0]): boolean {
  let found = false;
  eachInBody(body, (part) => (found ||= says(part)));
  return found;
}

/** Fields that tell what happened, and are no data. */
const telling =
  /^(?:success|ok|status\w*|code|message|reason|type|text|content|note|hint|suggestions?|warnings?|details?|source|method|name|id|url|path|query|title|description|role|mime_?type|format|version)$/i;

/** Names of two fields that hold plain constants where data is expected. */
function recordIn(value: Expression): string | undefined {
  let shown: string | undefined;
  eachExpression(value, (part) => {
    if (part.kind !== 'object' || shown !== undefined) return;
    const fields = dataIn(part);
    if (fields.length >= 2 && fields.length === part.entries.length) shown = fields.slice(0, 2).join(', ');
  });
  return shown;
}

function dataIn({ entries }: ObjectExpression): readonly string[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'entry' || typeof entry.key !== 'string' || telling.test(entry.key) || entry.value.kind !== 'literal') return [];
    const { value } = entry.value;
    const isData = typeof value === 'number' ? value > 0 : typeof value === 'string' && value !== '' && !nothing.test(value);
    return isData ? [entry.key] : [];
  });
}

const nothing =
  /^(?:unknown|none|n\/a|null|undefined|-+|default|auto|error|failed|unavailable)$|\berror\b|fail|unable|could not|cannot|not (?:found|available)/i;
