/** Which fallbacks for environment variables are production. */
import type { EnvironmentFallback, Evidence } from '../../../rules/kit/index.js';
import type { Binding, CallExpression, Expression, Module } from '../syntax/ir.js';
import type { Classifier } from './classify.js';
import { constantText, hole, objectOf } from './constants.js';
import { fallbacksOf, type Fallback } from './fallbacks.js';
import { calleeText, isForeign, isTelemetry, packageOf } from './foreign.js';
import { failing } from './unset.js';
import { lastName } from '../syntax/last-name.js';
import { walkModule } from './walk.js';

export type FoundFallback = Omit<EnvironmentFallback, 'inTests'>;

/** What a text is, if it is production. */
type Verdict = Pick<EnvironmentFallback, 'kind' | 'credential' | 'production'>;

/** Fallbacks of a module that are a credential, a production host, or a word that selects production. */
export function productionFallbacks(module: Module, classifier: Classifier, modeVariables: ReadonlySet<string>): readonly FoundFallback[] {
  const fallbacks = fallbacksOf(module).filter((fallback) => !modeVariables.has(fallback.variable));
  if (fallbacks.length === 0) return [];
  const uses = usesOf(module, fallbacks);
  return fallbacks.flatMap((fallback): FoundFallback[] => {
    const constant = constantText(fallback.fallback);
    if (constant === undefined) return [];
    const use = uses.get(fallback);
    const verdict = judge(constant.text, fallback.variable, classifier) ?? selector(constant.text, use, classifier);
    if (verdict === undefined) return [];
    const throwing = throwingText(fallback, module);
    return [
      {
        file: module.file,
        span: fallback.whole.span,
        variable: fallback.variable,
        operator: fallback.operator,
        fallback: { file: module.file, span: fallback.fallback.span },
        literal: { file: module.file, span: constant.literal.span },
        language: module.language,
        ...verdict,
        ...(use?.client === undefined ? {} : { usedBy: evidence(module, use.client) }),
        ...(throwing === undefined ? {} : { throwing }),
      },
    ];
  });
}

/** What a default is, when it is a credential or leads to production. */
export function judge(text: string, variable: string, classifier: Classifier): Verdict | undefined {
  const known = text.split(hole)[0] ?? '';
  const found = classifier.classify(text, { name: variable });
  if (
    found !== undefined &&
    found.credential.evidence !== 'entropy' &&
    (found.credential.class === 'live' || found.credential.class === 'unknown')
  ) {
    return { kind: 'credential', credential: found.credential, production: found.credential.because };
  }
  if (found !== undefined && found.credential.class !== 'public') return undefined;
  const host = classifier.hosts.production(text);
  if (host === undefined) return undefined;
  if (host.vendor !== undefined) return { kind: 'twin', production: `${host.because} of ${host.vendor}` };
  return { kind: classifier.isStore(known) ? 'connection' : 'host', production: host.because };
}

// ---------------------------------------------------------------------------------------------- selectors

interface Use {
  /** The first call that gets the value. */
  client?: CallExpression;
  /** `TABLE[value]` */
  readonly tables: Expression[];
  /** `value === 'production' ? a : b` */
  readonly choices: { readonly word: string; readonly value: Expression }[];
  /** `new Client({ environment: value })` */
  readonly options: { readonly call: CallExpression; readonly name: string }[];
}

/** Where the values of the fallbacks go, directly or through one constant. */
function usesOf(module: Module, fallbacks: readonly Fallback[]): ReadonlyMap<Fallback, Use> {
  const byNode = new Map<Expression, Fallback>();
  const byBinding = new Map<Binding, Fallback>();
  const uses = new Map<Fallback, Use>();
  for (const fallback of fallbacks) {
    byNode.set(fallback.whole, fallback);
    const { binding } = fallback.seat;
    if (binding !== undefined && binding.writes.length === 0) byBinding.set(binding, fallback);
    uses.set(fallback, { tables: [], choices: [], options: [] });
  }
  const useOf = (node: Expression): Use | undefined => {
    const bound = node.kind === 'name' && node.binding !== undefined ? byBinding.get(node.binding) : undefined;
    const fallback = byNode.get(node) ?? bound;
    return fallback === undefined ? undefined : uses.get(fallback);
  };
  walkModule(module, (node, seat) => {
    const own = useOf(node);
    if (own !== undefined && seat.call !== undefined && isForeign(seat.call)) {
      own.client ??= seat.call;
      const isOption = seat.object !== undefined || seat.call.args.some(({ value, name }) => value === node && name !== undefined);
      if (isOption && seat.name !== undefined) own.options.push({ call: seat.call, name: seat.name });
    }
    if (node.kind === 'member' && typeof node.property !== 'string') useOf(node.property)?.tables.push(node.object);
    if (node.kind === 'call' && node.callee.kind === 'member' && node.callee.property === 'get' && node.args[0] !== undefined)
      useOf(node.args[0].value)?.tables.push(node.callee.object);
    if (node.kind === 'call' && module.language === 'python' && lastName(node.callee) === 'getattr' && node.args[1] !== undefined)
      useOf(node.args[1].value)?.tables.push(node.args[0]!.value);
    if (node.kind === 'conditional' && node.test.kind === 'binary' && node.test.operator.startsWith('=')) {
      const { left, right } = node.test;
      const use = useOf(left) ?? useOf(right);
      const word = constantText(useOf(left) === undefined ? left : right)?.text;
      if (use !== undefined && word !== undefined) use.choices.push({ word, value: node.whenTrue });
    }
    return true;
  });
  return uses;
}

/** `production` counts only where the module shows what it selects: a store, a host, a client of a package. */
function selector(text: string, use: Use | undefined, classifier: Classifier): Verdict | undefined {
  if (use === undefined || classifier.names.environment(text) !== 'production' || !/^[A-Za-z]{3,12}$/.test(text)) return undefined;
  const verdict = (what: string): Verdict => ({ kind: 'selector', production: `\`${text}\`, which selects ${what}` });
  for (const table of use.tables) {
    if (isImported(table)) return verdict(`\`${lastName(table) ?? 'an imported table'}\``);
    const entry = objectOf(table)?.entries.find((one) => one.kind === 'entry' && one.key === text);
    if (entry?.kind === 'entry' && isTarget(entry.value, classifier)) return verdict(`an entry of \`${lastName(table) ?? 'a table'}\``);
  }
  for (const choice of use.choices) if (choice.word === text && isTarget(choice.value, classifier)) return verdict('a store or client');
  for (const option of use.options) {
    if (/^(?:environment|env|mode|target|stage)$/i.test(option.name) && !isTelemetry(option.call))
      return verdict(`the environment of \`${calleeText(option.call)}\``);
  }
  return undefined;
}

/** A store, a host or a client that stands for production, alone or as a property of what is selected. */
function isTarget(node: Expression, classifier: Classifier): boolean {
  if (node.kind === 'call') return isForeign(node);
  const object = objectOf(node);
  if (object !== undefined)
    return object.entries.some((entry) => entry.kind === 'entry' && entry.value.kind !== 'object' && isTarget(entry.value, classifier));
  const text = constantText(node)?.text;
  if (text === undefined) return false;
  const verdict = judge(text, '', classifier);
  return verdict !== undefined || classifier.isStore(text);
}

function isImported(node: Expression): boolean {
  return packageOf(node) !== '';
}

function evidence(module: Module, call: CallExpression): Evidence {
  return { file: module.file, span: call.callee.span, label: `used by ${calleeText(call)}` };
}

/** The failure that takes the place of the fallback, in the style of the file. */
function throwingText(fallback: Fallback, module: Module): FoundFallback['throwing'] {
  const { replaced } = fallback;
  if (replaced === undefined) return undefined;
  const { quote } = module.style;
  const at = { file: module.file, span: replaced.span };
  if (replaced.by === 'nothing') return { at, text: '' };
  if (replaced.by === 'read') return { at, text: `os.environ[${quote}${fallback.variable}${quote}]`, needs: 'os' };
  if (module.language === 'python') return undefined;
  return { at, text: failing(fallback.variable, module.style) };
}
