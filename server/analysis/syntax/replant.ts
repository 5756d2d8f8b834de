/**
 * Reads only the statement that an edit changed. Parsing and reading the rest of a file again gives what is there already, and
 * costs more than everything else that is done after an edit.
 */
import { anatomyOf, balance, type Semicolons } from './anatomy.js';
import { differenceOf, type Cut } from './cut.js';
import type { Reading } from './graft.js';
import type { Binding, Export, Mutation } from './ir.js';
import { graftInner } from './inner-graft.js';
import { innerPlace, replantInner } from './inner-replant.js';
import type { Piece } from './inner.js';
import { JoinedMentions } from './joined-mentions.js';
import { endOf, sectionsOf, startOf, type Section } from './sections.js';
import { transplant } from './transplant.js';
import { readPythonStatement } from './python/read-statement.js';
import { readStatement } from './typescript/read-statement.js';
import { styleOf } from './typescript/style.js';

/**
 * Turns a module into the one that a new text gives, when it can be seen that one statement alone has changed.
 *
 * @param matters whether a call of a member changes what the name stands for
 * @returns the sections that are gone or mean something else; `undefined` when the text must be read, and nothing was done
 */
export function replant(before: Reading, text: string, matters: (mutation: Mutation) => boolean): readonly Piece[] | undefined {
  const old = before.module;
  const difference = differenceOf(before.text, text);
  const isPython = old.language === 'python';
  const inner = isPython ? innerPlace(old, difference) : undefined;
  if (inner !== undefined) return replantInner(before, text, difference, inner, matters);
  const anatomy = anatomyOf(old);
  if (anatomy === undefined || anatomy.isCommonJs || old.problems.length > 0) return undefined;
  const stretch = anatomy.stretches.find(({ span }) => span.start < difference.start && span.end > difference.end);
  const section = stretch && sectionsOf(old).find((one) => startOf(one) === stretch.span.start && endOf(one) === stretch.span.end);
  if (stretch === undefined || section === undefined) return undefined;
  const { span } = stretch;
  const place = { start: span.start, end: span.end + difference.delta };
  const isOwn = (name: Binding): boolean => name.span.start >= span.start && name.span.end <= span.end;
  // What is read alone is read twice, once as it was.
  if (isPython && (span.end - span.start) * 2 > text.length) return undefined;
  const read = isPython
    ? readPythonStatement(before, text, stretch, place, anatomy, isOwn)
    : readStatement(before, text, { stretch, section, difference }, place, anatomy, isOwn);
  if (read === undefined) return undefined;

  const come: Section = { statements: read.statements, number: 0 };
  const sections = sectionsOf(old);
  const at = sections.indexOf(section);
  const cut: Cut = {
    kept: sections.slice(0, at),
    gone: [section],
    come: [come],
    behind: sections.slice(at + 1),
    old: { ...span },
    fresh: place,
    difference,
  };
  const names = new Map(read.names.map((name, i) => [name, anatomy.names[i]!]));
  const newExports = renamed(read.exports, names);
  const exports = exportsOf(old.exports, newExports, (item) => item.span.start >= span.start && item.span.end <= span.end);
  if (startOf(come) !== place.start || endOf(come) !== place.end || exports === undefined) return undefined;
  const stretches = anatomy.stretches.map((one) => (one === stretch ? read.stretch : one));
  const quotes = balance(anatomy.quotes, read.quotesBefore, read.quotes);
  const semicolons = counted(anatomy.semicolons, stretch.semicolons, read.stretch.semicolons);
  const scion = {
    ...read,
    names,
    exports,
    newExports,
    quotes,
    semicolons,
    stretches: [read.stretch],
    comments: {
      before: old.comments.filter((comment) => comment.span.end <= span.start),
      changed: read.comments,
      behind: old.comments.filter((comment) => comment.span.start >= span.end),
    },
    mentions: new JoinedMentions([anatomy.imported, ...stretches.map(({ mentions }) => mentions)]),
    problems: old.problems,
    style: styleOf(text, quotes, isPython ? undefined : semicolons),
  };
  return graftInner(old, anatomy, { ...scion, stretches }, cut, matters) ?? transplant(old, anatomy, scion, cut, matters);
}

/** What the statement exports, in terms of the names that stay. */
function renamed(exports: readonly Export[], names: ReadonlyMap<Binding, Binding>): readonly Export[] {
  return exports.map((item) => ('binding' in item ? { ...item, binding: names.get(item.binding) ?? item.binding } : item));
}

/** All exports, with those of the statement replaced; `undefined` when it exports something else than before. */
function exportsOf(old: readonly Export[], own: readonly Export[], isOwn: (item: Export) => boolean): readonly Export[] | undefined {
  const before = old.filter(isOwn);
  const same =
    before.length === own.length && before.every((item, i) => item.name === own[i]!.name && bindingOf(item) === bindingOf(own[i]!));
  let next = 0;
  return same ? old.map((item) => (isOwn(item) ? own[next++]! : item)) : undefined;
}

function bindingOf(item: Export): Binding | undefined {
  return 'binding' in item ? item.binding : undefined;
}

function counted(all: Semicolons, gone: Semicolons, come: Semicolons): Semicolons {
  return { with: all.with - gone.with + come.with, without: all.without - gone.without + come.without };
}
