/** Whether a table says that something of its rows is unique, where its definition is seen. */
import type { Place } from '../../../rules/kit/index.js';
import { allOf } from '../syntax/inner.js';
import { sectionsOf } from '../syntax/sections.js';
import type { ToolContext } from './tools.js';
import type { TracedEffect } from '../trace/traced.js';
import { optionsOf, type Value } from '../trace/value.js';

/** Longer definitions are not looked at to their end. */
const longest = 20_000;
const inCode = /\bunique|primaryKey\(\s*[{[]|UniqueConstraint|unique_together|UniqueEntity|AlternateKey/i;
const inSql = /\bUNIQUE\b|\bPRIMARY\s+KEY\s*\(/i;

/** The table stands as an object or class in the code, or is made by a statement in the same file. */
export function isUnique(context: ToolContext, { subject, detail, columns, file }: TracedEffect): boolean {
  if (columns !== undefined) {
    const table = detail?.slice(detail.lastIndexOf(' ') + 1);
    return table !== undefined && statementsFor(textIn(context, file), table).some((text) => inSql.test(text));
  }
  return subject !== undefined && optionsOf(subject).some((option) => inCode.test(definitionOf(context, option) ?? ''));
}

/** The text of a file, on all of which the answer rests. */
function textIn({ tracer, textOf }: ToolContext, file: string): string {
  const module = tracer.program.moduleOf(file);
  tracer.touchOutline(file);
  if (module !== undefined) tracer.touchAll(sectionsOf(module).flatMap(allOf));
  return textOf(file) ?? '';
}

/** What a table of an object-relational mapper was made with, or the class of a row. */
function definitionOf({ textOf }: ToolContext, value: Value): string | undefined {
  const place = placeOf(value.kind === 'array' ? value.items[0] : value);
  const start = place?.span.start;
  return place === undefined ? undefined : textOf(place.file)?.slice(start, Math.min(place.span.end, place.span.start + longest));
}

function placeOf(value: Value | undefined): Place | undefined {
  switch (value?.kind) {
    case 'derived':
      return value.at;
    case 'external':
      return value.call === undefined ? undefined : { file: value.call.env.module.file, span: value.call.node.span };
    case 'instance':
      return placeOf(value.cls);
    case 'class':
      return { file: value.env.module.file, span: value.cls.span };
    default:
      return undefined;
  }
}

/** The brackets behind `CREATE TABLE` and the name. */
function statementsFor(text: string, table: string): readonly string[] {
  const found: string[] = [];
  const begin = /\bCREATE\s+TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?["'`[]?([\w.]{1,100})["'`\]]?\s*\(/gi;
  for (const match of text.matchAll(begin)) {
    if (match[1]!.toLowerCase() !== table.toLowerCase()) continue;
    const start = match.index + match[0].length;
    let depth = 1;
    let at = start;
    for (; at < text.length && at - start < longest && depth > 0; at++) depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
    found.push(text.slice(start, at));
  }
  return found;
}
