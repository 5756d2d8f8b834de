/** Which code assigns members of what it holds: `session.purge = true`, `Object.assign(session, settings)`. */
import type { Expression, Statement } from '../syntax/ir.js';
import { anyName, type Indexing } from './name-index.js';
import { eachInBody } from './parts.js';

export interface Assigner {
  /** The member; {@link anyName} when nobody can tell which. */
  readonly name: string;
  /** Absent when what is assigned is made from what was there. */
  readonly value?: Expression;
  /** Whose member it is. */
  readonly of: Expression;
  readonly file: string;
}

export const assigning: Indexing<Assigner> = { scan: mayAssign, inStatement: assignersIn };

const operator = String.raw`(?:(?:\*\*|<<|>>>?|&&|\|\||\?\?|[-+*/%&|^])?=(?![=>])|\+\+|--)`;
const key = String.raw`(?:\.[ \t]{0,8}(#?[\w$]{1,80})|\[[ \t]{0,8}(?:'([\w$]{1,80})'|"([\w$]{1,80})")[ \t]{0,8}\])`;
const scan = new RegExp(
  String.raw`${key}[ \t\r\n]{0,40}${operator}|(?:\bdelete[ \t]{1,8}|\+\+|--)[\w$.#]{1,160}\.(#?[\w$]{1,80})|\b(?:Object|Reflect)\.(?:assign|set|defineProperty)\b|\(\{[^{};()]{1,200}\}[ \t]{0,8}=(?![=>])`,
  'g',
);

/** `setattr(session, 'purge', True)` */
const setting = /\bsetattr\([^,()\r\n]{1,120},[ \t\r\n]{0,40}(?:['"]([\w$]{1,80})['"])?/g;

/** `session.__dict__.update(settings)`, `vars(session).update(settings)` */
const updating = /(?:\.__dict__|\bvars\([\w.]{1,120}\))\.update\(/;

const computed = /([A-Za-z_$][\w$]{0,80})(?:[ \t]{1,4}as[ \t]{1,4}[\w$.]{1,80}\))?\[[^\]'"`\r\n]{1,80}\][ \t]{0,8}=(?![=>])/g;

/** Names that a text may assign as members, and `name.` for those whose members it may assign. */
function mayAssign(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const match of text.matchAll(scan)) {
    found.add(match[1] ?? match[2] ?? match[3] ?? match[4] ?? anyName);
    const holder = /[\w$]{1,80}$/.exec(text.slice(Math.max(0, match.index - 80), match.index));
    if (holder !== null) found.add(`${holder[0]}.`);
  }
  for (const match of text.matchAll(setting)) found.add(match[1] ?? anyName);
  if (updating.test(text)) found.add(anyName);
  const words = new Set([...text.matchAll(computed)].map((match) => match[1]!));
  if ([...words].some((word) => isOfModule(word, text))) found.add(anyName);
  return found;
}

/** A name that a text imports, or declares at the start of a line. */
function isOfModule(word: string, text: string): boolean {
  if (new RegExp(String.raw`^(?:export )?(?:const|let|var) ${word.replaceAll('$', String.raw`\$`)}\b`, 'm').test(text)) return true;
  const imports = text.slice(0, text.indexOf('\n', text.lastIndexOf('\nimport ') + 1));
  return new RegExp(String.raw`\b${word.replaceAll('$', String.raw`\$`)}\b`).test(imports);
}

const byStatement = new WeakMap<Statement, ReadonlyMap<string, readonly Assigner[]>>();

function assignersIn(statement: Statement, file: string): ReadonlyMap<string, readonly Assigner[]> {
  let found = byStatement.get(statement);
  if (found === undefined) {
    const table = new Map<string, Assigner[]>();
    const add = (name: string, of: Expression, value?: Expression): void => {
      if (!mayBeHeld(of)) return;
      const found = { name, of, file, ...(value === undefined ? {} : { value }) };
      const holder = importedName(of);
      for (const key of holder === undefined ? [name] : [name, `${holder}.`]) {
        const list = table.get(key);
        if (list === undefined) table.set(key, [found]);
        else list.push(found);
      }
    };
    eachInBody([statement], (part) => inPart(part, add), 'all');
    byStatement.set(statement, (found = table));
  }
  return found;
}

type Add = (name: string, of: Expression, value?: Expression) => void;

const changing: ReadonlySet<string> = new Set(['++', '--', 'delete']);

function inPart(part: Expression, add: Add): void {
  if (part.kind === 'assign') inTarget(part.target, /^(?:=|\?\?=|\|\|=|&&=)$/.test(part.operator) ? part.value : undefined, add);
  else if (part.kind === 'unary' && changing.has(part.operator)) inTarget(part.operand, undefined, add);
  else if (part.kind === 'call') {
    const { callee, args } = part;
    const updated = callee.kind === 'member' && callee.property === 'update' ? attributesOf(callee.object) : undefined;
    if (updated !== undefined)
      for (const { name, value } of args) {
        if (name === undefined || name === '**') inSource(value, updated, add);
        else add(name, updated, value);
      }
    const [of, key, value] = args.map((argument) => argument.value);
    if (callee.kind !== 'member' || callee.object.kind !== 'name' || callee.object.binding !== undefined || of === undefined) return;
    const called = `${callee.object.name}.${String(callee.property)}`;
    if (called === 'Object.assign') for (const source of args.slice(1)) inSource(source.value, of, add);
    else if (called === 'Reflect.set' || called === 'Object.defineProperty')
      add(key?.kind === 'literal' ? String(key.value) : anyName, of, called === 'Reflect.set' ? value : undefined);
  }
}

/** The object whose attributes a dictionary of Python is. */
function attributesOf(dictionary: Expression): Expression | undefined {
  if (dictionary.kind === 'member') return dictionary.property === '__dict__' ? dictionary.object : undefined;
  const isVars = dictionary.kind === 'call' && dictionary.callee.kind === 'name' && dictionary.callee.name === 'vars';
  return isVars ? dictionary.args[0]?.value : undefined;
}

function inTarget(target: Expression, value: Expression | undefined, add: Add): void {
  switch (target.kind) {
    case 'member':
      if (typeof target.property === 'string') add(target.property, target.object, value);
      else if (target.object.kind === 'name' && target.object.binding?.owner.kind === 'module') add(anyName, target.object);
      return;
    case 'assign':
      return inTarget(target.target, undefined, add);
    case 'array':
      for (const item of target.items) inTarget(item.value, undefined, add);
      return;
    case 'object':
      for (const entry of target.entries) if (entry.kind !== 'accessor') inTarget(entry.value, undefined, add);
      return;
  }
}

function inSource(source: Expression, of: Expression, add: Add): void {
  if (source.kind !== 'object') return add(anyName, of);
  for (const entry of source.entries) {
    if (entry.kind === 'spread') inSource(entry.value, of, add);
    else if (entry.kind === 'entry') add(typeof entry.key === 'string' ? entry.key : anyName, of, entry.value);
  }
}

/** What `state` or `settings.state` is called where it comes from, when it is imported. */
function importedName(of: Expression): string | undefined {
  const [name, key] = of.kind === 'member' ? [of.object, of.property] : [of, undefined];
  const source = name.kind === 'name' ? name.binding?.source : undefined;
  if (source?.kind !== 'import') return undefined;
  return key === undefined ? source.imported : source.imported === '*' && typeof key === 'string' ? key : undefined;
}

const made: ReadonlySet<Expression['kind']> = new Set(['object', 'array', 'literal', 'template', 'function']);

/** Others may hold it too: it is not `this`, whose class tells, nothing of the host, and no object that is written just there. */
function mayBeHeld(of: Expression): boolean {
  if (of.kind === 'this' || of.kind === 'super' || made.has(of.kind)) return false;
  let root = of;
  while (root.kind === 'member') root = root.object;
  if (root.kind !== 'name') return true;
  if (root.binding === undefined) return false;
  const { source, writes } = root.binding;
  return root !== of || writes.length > 0 || source?.kind !== 'value' || source.path.length > 0 || !made.has(source.value.kind);
}
