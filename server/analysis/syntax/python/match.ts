import type { Expression, Statement, SwitchCase } from '../ir.js';
import { addWrite } from '../typescript/names.js';
import { readBody } from './bodies.js';
import type { Reader } from './reader.js';
import { captures } from './scopes.js';
import { childOf, fieldOf, fieldsOf, partsOf, type Node } from './tree.js';

/** `match`: cases of plain values are those of a `switch`; what other patterns hold is not told. */
export function readMatch(r: Reader, node: Node, out: Statement[]): void {
  const subjects = fieldsOf(node, 'subject').map((subject) => r.expression(subject));
  const subject = subjects.length === 1 ? subjects[0]! : r.opaque(node, subjects);
  const clauses = (fieldOf(node, 'body') ?? node).children.filter(({ type }) => type === 'case_clause');
  const cases = clauses.map((clause): SwitchCase => {
    const patterns = clause.children.filter(({ type }) => type === 'case_pattern');
    for (const pattern of patterns) captures(pattern, (name) => capture(r, name, subject));
    const tests = patterns.flatMap((pattern) => testsOf(r, pattern));
    const guard = fieldOf(clause, 'guard') ?? childOf(clause, 'if_clause');
    const condition = guard === undefined ? undefined : partsOf(guard)[0];
    const test = condition === undefined ? undefined : r.expression(condition);
    const body = readBody(r, fieldOf(clause, 'consequence'));
    const span = r.span(clause);
    // A case ends where it ends; an empty one is no label of the next.
    const ended: Statement[] = [...body, { kind: 'break', span }];
    if (test === undefined) return { tests, body: ended, span };
    return {
      tests: tests.length === 0 ? [r.opaque(clause, [])] : tests,
      body: [
        { kind: 'if', span, test, then: body, otherwise: [] },
        { kind: 'break', span },
      ],
      span,
    };
  });
  out.push({ kind: 'switch', span: r.span(node), subject, cases });
}

function capture(r: Reader, name: Node, subject: Expression): void {
  const text = r.textOf(name);
  const binding = text === '_' ? undefined : r.lookup(text);
  if (binding === undefined) return;
  const value: Expression = { kind: 'opaque', span: subject.span, children: [subject] };
  addWrite(binding, { operator: '=', value, path: [], span: r.span(name), within: r.within });
}

/** What a pattern compares with; none for one that fits everything. */
function testsOf(r: Reader, pattern: Node): readonly Expression[] {
  const parts = partsOf(pattern);
  switch (pattern.type) {
    case 'case_pattern':
      if (parts.length === 0) return r.textOf(pattern) === '_' ? [] : [r.opaque(pattern, [])];
      if (parts.length === 1 && pattern.children.some(({ type }) => type === '-')) return [r.opaque(pattern, [])];
      return parts.flatMap((part) => testsOf(r, part));
    case 'union_pattern':
      return parts.flatMap((part) => testsOf(r, part));
    case 'dotted_name': {
      if (parts.length < 2) return [];
      const [first, ...rest] = parts;
      const start: Expression = r.name(first!);
      const value = rest.reduce((object: Expression, part): Expression => {
        const property = r.textOf(part);
        r.mention(property);
        return { kind: 'member', span: r.range(first!.start, part.end), object, property, propertySpan: r.span(part), optional: false };
      }, start);
      return [value];
    }
    case 'string':
    case 'concatenated_string':
    case 'integer':
    case 'float':
    case 'true':
    case 'false':
    case 'none':
      return [r.expression(pattern)];
    case 'as_pattern': {
      const inner = parts.slice(0, -1).flatMap((part) => testsOf(r, part));
      return inner.length === 0 ? [r.opaque(pattern, [])] : inner;
    }
    case 'class_pattern': {
      const [cls] = parts;
      return [r.opaque(pattern, cls === undefined ? [] : cls.children.slice(0, 1).map((one) => r.name(one)))];
    }
    default:
      return [r.opaque(pattern, [])];
  }
}
