/** Which expressions of Python read an environment variable, and with which default. */
import { pythonName } from '../languages.js';
import type { Argument, CallExpression, ClassMember, ClassNode, Expression } from '../syntax/ir.js';
import { settingVariable } from '../trace/python/settings.js';
import type { Span } from '../../../rules/kit/index.js';

/** `os.environ`, also under another name. */
export function isPythonEnvironment(node: Expression): boolean {
  if (node.kind === 'member') return node.property === 'environ' && isModule(node.object, 'os');
  return node.kind === 'name' && isImported(node, 'os', 'environ');
}

export interface PythonRead {
  readonly variable: string;
  readonly fallback?: Expression;
  /** Reading without a default fails when there is no such variable. */
  readonly strict: boolean;
}

/** `os.getenv('X', default)`, `os.environ.get('X', default)`, `config('X', default=…)` of decouple and its like. */
export function pythonRead({ callee, args }: CallExpression): PythonRead | undefined {
  const named = reader(callee);
  const variable = args[0]?.name === undefined ? literalText(args[0]?.value) : undefined;
  if (named === undefined || variable === undefined) return undefined;
  const fallback = args.find(({ name }) => name === 'default') ?? (args[1]?.name === undefined ? args[1] : undefined);
  return { variable, strict: named === 'strict', ...(fallback === undefined || isNone(fallback) ? {} : { fallback: fallback.value }) };
}

function reader(callee: Expression): 'strict' | 'loose' | undefined {
  if (callee.kind === 'name') {
    if (isImported(callee, 'os', 'getenv')) return 'loose';
    return isImported(callee, 'decouple', 'config') || isMade(callee, readers) ? 'strict' : undefined;
  }
  if (callee.kind !== 'member' || typeof callee.property !== 'string') return undefined;
  if (callee.property === 'getenv') return isModule(callee.object, 'os') ? 'loose' : undefined;
  if (callee.property === 'get' || callee.property === 'setdefault') return isPythonEnvironment(callee.object) ? 'loose' : undefined;
  return isMade(callee.object, readers) ? 'strict' : undefined;
}

/** Classes whose instances read the environment when they are called. */
const readers: readonly (readonly [module: string, name: string])[] = [
  ['environs', 'Env'],
  ['environ', 'Env'],
  ['decouple', 'AutoConfig'],
  ['starlette.config', 'Config'],
];

/** A variable that holds an instance of one of these classes. */
function isMade(node: Expression, classes: typeof readers): boolean {
  const source = node.kind === 'name' && node.binding?.writes.length === 0 ? node.binding.source : undefined;
  if (source?.kind !== 'value' || source.path.length > 0 || source.value.kind !== 'call') return false;
  const { callee } = source.value;
  return classes.some(
    ([module, name]) =>
      isImported(callee, module, name) || (callee.kind === 'member' && callee.property === name && isModule(callee.object, module)),
  );
}

/** The name of a parameter that a function reads, for `os.environ[name]` and the calls above. */
export function readBy(node: Expression): { readonly variable: Expression; readonly fallback?: Expression } | undefined {
  if (node.kind === 'member')
    return typeof node.property !== 'string' && isPythonEnvironment(node.object) ? { variable: node.property } : undefined;
  if (node.kind !== 'call' || reader(node.callee) === undefined) return undefined;
  const [first, second] = node.args;
  return first === undefined ? undefined : { variable: first.value, ...(second === undefined ? {} : { fallback: second.value }) };
}

// ------------------------------------------------------------------------------------------------ settings

export interface SettingField {
  readonly variable: string;
  readonly whole: Expression;
  readonly fallback: Expression;
  /** What goes away so that the setting has to be given. */
  readonly removed?: Span;
}

/** A class of pydantic-settings. */
export function isSettings(cls: ClassNode): boolean {
  const bases = [...(cls.base === undefined ? [] : [cls.base]), ...(cls.mixins ?? [])];
  return bases.some((base) =>
    ['pydantic_settings', 'pydantic'].some(
      (module) =>
        isImported(base, module, 'BaseSettings') ||
        (base.kind === 'member' && base.property === 'BaseSettings' && isModule(base.object, module)),
    ),
  );
}

/** Defaults of the fields of a class of pydantic-settings: each of them is read from the variable of its name. */
export function settingFields(cls: ClassNode): readonly SettingField[] {
  if (!isSettings(cls)) return [];
  return cls.members.flatMap((member) => fieldOf(cls, member) ?? []);
}

function fieldOf(cls: ClassNode, member: ClassMember): SettingField | undefined {
  const { kind, name, value, annotated, type } = member;
  if (kind !== 'field' || name === undefined || value === undefined || annotated !== true) return undefined;
  const variable = settingVariable(cls, member);
  if (value.kind !== 'call') {
    const removed = type === undefined ? undefined : between(type.span, value.span);
    return { variable, whole: value, fallback: value, ...(removed === undefined ? {} : { removed }) };
  }
  const { callee, args } = value;
  if (!(callee.kind === 'name' ? isImported(callee, 'pydantic', 'Field') : callee.kind === 'member' && callee.property === 'Field'))
    return undefined;
  const fallback = args.find((one) => one.name === 'default') ?? (args[0]?.name === undefined ? args[0] : undefined);
  return fallback === undefined ? undefined : { variable, whole: value, fallback: fallback.value };
}

/** From behind a type to behind the default. */
function between(type: Span, value: Span): Span {
  return { start: type.end, end: value.end };
}

function isModule(node: Expression, module: string): boolean {
  return isImported(node, module, '*');
}

function isImported(node: Expression, module: string, name: string): boolean {
  const source = node.kind === 'name' ? node.binding?.source : undefined;
  return source?.kind === 'import' && source.from === pythonName(module) && source.imported === name;
}

function isNone({ value }: Argument): boolean {
  return value.kind === 'literal' && value.value === null;
}

function literalText(node: Expression | undefined): string | undefined {
  return node?.kind === 'literal' && typeof node.value === 'string' ? node.value : undefined;
}
