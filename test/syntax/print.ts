import type {
  Binding,
  BindingSource,
  Expression,
  FunctionNode,
  Module,
  PathStep,
  Statement,
  TypeNode,
} from '../../server/analysis/syntax/ir.js';
import { readTypeScript } from '../../server/analysis/syntax/typescript/read.js';

/** Reads a text; the ending of `file` chooses the language. */
export function read(text: string, file = 'sample.ts'): Module {
  return readTypeScript(file, text);
}

/** The only expression of a text, printed. Names without a binding begin with `~`. */
export function expression(text: string, file?: string): string {
  const [statement] = read(text, file).body;
  if (statement?.kind !== 'expression') throw new Error(`not an expression: ${text}`);
  return print(statement.value);
}

export function statements(text: string, file?: string): string {
  return read(text, file).body.map(printStatement).join(' ');
}

/** Every binding of a module, at any depth, in the order of the text. */
export function bindings(module: Module): Binding[] {
  const found = new Set<Binding>();
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value) || value instanceof Set) return;
    seen.add(value);
    if ('writes' in value) found.add(value as Binding);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(module.body);
  visit(module.exports);
  return [...found].sort((a, b) => a.span.start - b.span.start);
}

/** The binding of that name; when there are several, the first in the text or the one at `index`. */
export function binding(module: Module, name: string, index = 0): Binding {
  const found = bindings(module).filter((item) => item.name === name)[index];
  if (found === undefined) throw new Error(`no binding ${name}`);
  return found;
}

export function functions(module: Module): FunctionNode[] {
  const found = new Set<FunctionNode>();
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if ('kind' in value && value.kind === 'function' && 'arrow' in value) found.add(value as FunctionNode);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(module.body);
  return [...found].sort((a, b) => a.span.start - b.span.start);
}

export function source(item: Binding | { readonly source?: BindingSource }): string {
  const { source: from } = item;
  switch (from?.kind) {
    case undefined:
      return 'nothing';
    case 'value':
      return `${print(from.value)}${path(from.path)}${from.fallback === undefined ? '' : ` ?? ${print(from.fallback)}`}`;
    case 'parameter':
      return `parameter ${from.index}${from.rest ? ' rest' : ''}${path(from.path)}${from.fallback === undefined ? '' : ` ?? ${print(from.fallback)}`}`;
    case 'loop':
      return `${from.loop.form} ${print(from.loop.iterable!)}${path(from.path)}`;
    case 'import':
      return `${from.typeOnly ? 'type ' : ''}${from.imported} from ${from.from}`;
    case 'function':
      return `function ${from.fn.name ?? ''}`;
    case 'class':
      return `class ${from.cls.name ?? ''}`;
    case 'type':
      return printType(from.type);
  }
}

export function path(steps: readonly PathStep[]): string {
  return steps.map((step) => (typeof step === 'object' ? `[...but ${step.rest.join(',')}]` : `[${JSON.stringify(step)}]`)).join('');
}

export function exportsOf(module: Module): string[] {
  return module.exports.map((item) => {
    if ('binding' in item) return `${item.name}: ${item.binding.kind} ${item.binding.name}`;
    if ('value' in item) return `${item.name}: ${print(item.value)}`;
    return `${item.name}: ${item.imported} from ${item.from}`;
  });
}

export function print(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return node.form !== undefined || node.value === undefined ? String(node.value) : JSON.stringify(node.value);
    case 'template':
      return `${node.tag === undefined ? '' : print(node.tag)}\`${node.texts.map((text, i) => text + (i < node.holes.length ? `\${${print(node.holes[i]!)}}` : '')).join('')}\``;
    case 'name':
      return node.binding === undefined ? `~${node.name}` : node.name;
    case 'member':
      return `${print(node.object)}${node.optional ? '?' : ''}${typeof node.property === 'string' ? `.${node.property}` : `[${print(node.property)}]`}`;
    case 'call':
      return `${node.isNew ? 'new ' : ''}${print(node.callee)}${node.optional ? '?.' : ''}(${node.args.map((arg) => (arg.spread ? '...' : '') + print(arg.value)).join(', ')})`;
    case 'object':
      return `{${node.entries
        .map((entry) => {
          if (entry.kind === 'spread') return `...${print(entry.value)}`;
          const key = typeof entry.key === 'string' ? entry.key : `[${print(entry.key)}]`;
          if (entry.kind === 'accessor') return `${entry.set ? 'set' : 'get'} ${key}: ${print(entry.value)}`;
          return `${key}: ${print(entry.value)}`;
        })
        .join(', ')}}`;
    case 'array':
      return `[${node.items.map((item) => (item.spread ? '...' : '') + print(item.value)).join(', ')}]`;
    case 'function':
      return printFunction(node);
    case 'class':
      return `class ${node.name ?? ''}${node.base === undefined ? '' : ` extends ${print(node.base)}`}{${node.members
        .map(
          (member) =>
            `${member.static ? 'static ' : ''}${member.kind} ${member.name ?? ''}${member.value === undefined ? '' : ` = ${print(member.value)}`}`,
        )
        .join('; ')}}`;
    case 'binary':
      return `(${print(node.left)} ${node.operator} ${print(node.right)})`;
    case 'conditional':
      return `(${print(node.test)} ? ${print(node.whenTrue)} : ${print(node.whenFalse)})`;
    case 'unary':
      return `(${node.operator} ${print(node.operand)})`;
    case 'assign':
      return `(${print(node.target)} ${node.operator} ${print(node.value)})`;
    case 'sequence':
      return `(${node.items.map(print).join(', ')})`;
    case 'opaque':
      return `<${node.children.map(print).join(', ')}>`;
    case 'this':
    case 'super':
      return node.kind;
  }
}

function printFunction(fn: FunctionNode): string {
  const parameters = fn.parameters
    .map((item) => `${item.rest ? '...' : ''}${item.name ?? `{${item.bindings.map((one) => one.name).join(',')}}`}`)
    .join(', ');
  return `${fn.async ? 'async ' : ''}${fn.generator ? '*' : ''}${fn.arrow ? '' : `function ${fn.name ?? ''}`}(${parameters}) => {${fn.body.map(printStatement).join(' ')}}`;
}

export function printStatement(node: Statement): string {
  const block = (body: readonly Statement[]): string => `{${body.map(printStatement).join(' ')}}`;
  switch (node.kind) {
    case 'declare':
      return `let ${node.bindings.map((item) => item.name).join(',')}${node.value === undefined ? '' : ` = ${print(node.value)}`};`;
    case 'expression':
      return `${print(node.value)};`;
    case 'return':
    case 'throw':
      return `${node.kind}${node.value === undefined ? '' : ` ${print(node.value)}`};`;
    case 'if':
      return `if ${print(node.test)} ${block(node.then)}${node.otherwise.length === 0 ? '' : ` else ${block(node.otherwise)}`}`;
    case 'loop':
      return `${node.form} ${[...node.init.map(printStatement), ...[node.iterable, node.test, node.update].flatMap((one) => (one === undefined ? [] : [print(one)]))].join(' ')} ${block(node.body)}`;
    case 'switch':
      return `switch ${print(node.subject)} {${node.cases.map((one) => `${one.tests.length === 0 ? 'default' : one.tests.map(print).join(',')}: ${one.body.map(printStatement).join(' ')}`).join(' | ')}}`;
    case 'try':
      return `try ${block(node.body)}${node.handlers.map((one) => ` catch ${one.binding?.name ?? ''}${block(one.body)}`).join('')}${node.finalizer.length === 0 ? '' : ` finally ${block(node.finalizer)}`}`;
    case 'block':
      return block(node.body);
    case 'function':
      return print(node.fn);
    case 'class':
      return print(node.cls);
    case 'break':
    case 'continue':
      return node.kind;
  }
}

export function printType(type: TypeNode): string {
  switch (type.kind) {
    case 'reference':
      return `${print(type.name)}${type.args.length === 0 ? '' : `<${type.args.map(printType).join(', ')}>`}`;
    case 'members':
      return `{${type.members.map((member) => `${member.name}${member.optional ? '?' : ''}: ${member.type === undefined ? '-' : printType(member.type)}`).join('; ')}}${type.bases.map((base) => ` & ${printType(base)}`).join('')}`;
    case 'literal':
      return JSON.stringify(type.value) ?? 'undefined';
    case 'union':
    case 'intersection':
      return `(${type.options.map(printType).join(type.kind === 'union' ? ' | ' : ' & ')})`;
    case 'array':
      return `${printType(type.item)}[]`;
    case 'function':
      return `() => ${type.result === undefined ? '-' : printType(type.result)}`;
    case 'part':
      return `${printType(type.of)}[${JSON.stringify(type.key)}]`;
    case 'query':
      return `typeof ${print(type.value)}`;
    case 'other':
      return 'other';
  }
}
