/** A module in pieces that an edit can change one by one. */
import type { Expression, Module, Statement } from './ir.js';

/** A statement at the top level, or several that one piece of text stands for. What stands before it belongs to it. */
export interface Section {
  readonly statements: readonly Statement[];
  /** What answers that rest on it know it by; 0 as long as none does. */
  number: number;
}

const known = new WeakMap<Module, readonly Section[]>();

/** The sections of a module, in the order of the text. Those that an edit leaves alone stay the same objects. */
export function sectionsOf(module: Module): readonly Section[] {
  let sections = known.get(module);
  if (sections === undefined) known.set(module, (sections = divided(module.body)));
  return sections;
}

/** Says what a module consists of after an edit. */
export function setSections(module: Module, sections: readonly Section[]): void {
  known.set(module, sections);
}

function divided(body: readonly Statement[]): readonly Section[] {
  const lists: Statement[][] = [];
  let end = -1;
  for (const statement of body) {
    const last = lists.at(-1);
    if (last === undefined || startOfStatement(statement) >= end) lists.push([statement]);
    else last.push(statement);
    end = Math.max(end, statement.span.end);
  }
  return lists.map((statements) => ({ statements, number: 0 }));
}

export function startOf(section: Section): number {
  return section.statements.reduce((least, statement) => Math.min(least, startOfStatement(statement)), Infinity);
}

export function endOf(section: Section): number {
  return section.statements.reduce((most, { span }) => Math.max(most, span.end), 0);
}

/** Decorators stand before the class or function. */
function startOfStatement(statement: Statement): number {
  const node: Expression | undefined =
    statement.kind === 'function' ? statement.fn : statement.kind === 'class' ? statement.cls : undefined;
  const first = node?.decorators[0];
  return first === undefined ? statement.span.start : Math.min(statement.span.start, first.span.start - 1);
}

/** The section that an offset belongs to; `undefined` behind the last. */
export function sectionAt(module: Module, offset: number): Section | undefined {
  const sections = sectionsOf(module);
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (endOf(sections[middle]!) > offset) high = middle;
    else low = middle + 1;
  }
  return sections[low];
}
