/** Variables of the environment, as code and the classes of pydantic-settings read them. */
import type { ClassMember, ClassNode, Expression, TypeNode } from '../../syntax/ir.js';
import { telling } from '../asked-with.js';
import { stringOf, union, type Value } from '../value.js';

/** A variable, or what is said for when there is none. */
export function variableNamed(name: Value | undefined, otherwise: Value | undefined): Value {
  const value: Value = { kind: 'environment', name: stringOf(name) ?? '*' };
  return otherwise === undefined ? value : union([value, otherwise]);
}

/** The variable that a field of such a class is read from: its alias, or its name behind the prefix of the class. */
export function settingVariable(cls: ClassNode, { name = '', value }: ClassMember): string {
  return aliasOf(value) ?? (prefixOf(cls) + name).toUpperCase();
}

/** A class of a package whose heirs are read from the environment. */
export function readsEnvironment(base: Value): boolean {
  return base.kind === 'external' && /^py:pydantic(?:_settings)?(?:\.|$)/.test(base.library) && /(?:^|\.)BaseSettings$/.test(base.path);
}

/**
 * What the environment gives a field that is named and typed like a credential or an address. `undefined` for all others: what they
 * start with, and what is known of their types, says more than the name of a variable.
 */
export function settingValue(cls: ClassNode, [field, ...more]: readonly ClassMember[], line: readonly Value[]): Value | undefined {
  if (field?.annotated !== true || field.type === undefined || more.length > 0 || !line.some(readsEnvironment)) return undefined;
  const variable = settingVariable(cls, field);
  return telling.test(variable) && isText(field.type) ? { kind: 'environment', name: variable } : undefined;
}

function isText(type: TypeNode): boolean {
  if (type.kind === 'union') return type.options.some(isText);
  if (type.kind !== 'reference') return false;
  const { name, args } = type;
  const word = name.kind === 'name' ? name.name : name.property;
  return typeof word === 'string' && (/^(?:str|bytes|Secret(?:Str|Bytes)|\w{0,30}(?:Dsn|Url))$/.test(word) || args.some(isText));
}

/** The first name that `Field` is given for what it is read from. */
function aliasOf(value: Expression | undefined): string | undefined {
  if (value?.kind !== 'call') return undefined;
  for (const key of ['validation_alias', 'alias', 'env']) {
    const given = value.args.find(({ name }) => name === key)?.value;
    // `AliasChoices('DB_URL', 'DATABASE_URL')`, and `env=['DB_URL']` of before.
    const first = given?.kind === 'call' ? given.args[0]?.value : given?.kind === 'array' ? given.items[0]?.value : given;
    const alias = literalText(first);
    if (alias !== undefined) return alias;
  }
  return undefined;
}

/** `env_prefix` of the configuration of the class. */
function prefixOf(cls: ClassNode): string {
  const written = configured(cls, 'env_prefix');
  return literalText(written) ?? '';
}

/** What the configuration of a class says of something: `model_config = SettingsConfigDict(…)`, or `class Config`. */
export function configured(cls: ClassNode, key: string): Expression | undefined {
  for (const { name, value } of cls.members) {
    if (value?.kind === 'call' && name === 'model_config') return value.args.find((one) => one.name === key)?.value;
    if (value?.kind === 'object' && name === 'model_config') {
      const entry = value.entries.find((one) => one.kind === 'entry' && one.key === key);
      return entry?.value;
    }
    if (value?.kind === 'class' && name === 'Config') return value.members.find((member) => member.name === key)?.value;
  }
  return undefined;
}

function literalText(node: Expression | undefined): string | undefined {
  return node?.kind === 'literal' && typeof node.value === 'string' ? node.value : undefined;
}
