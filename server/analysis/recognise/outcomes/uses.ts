/** What becomes of the answer of a call, in the function that calls. */
import type { Binding, CallExpression, Expression, FunctionNode, Module, PathStep, Statement } from '../../syntax/ir.js';
import { eachInBody } from '../../trace/parts.js';
import { functionAround, wayTo, type CallSeat, type Node } from './way-to.js';

/**
 * `dropped`: nobody looks at it. `returned`: whoever calls this function gets it. `handed`: other code gets it, or it is kept. `tested`:
 * it decides something. `shown`: it becomes a part of a text.
 */
export interface Use {
  readonly how: 'dropped' | 'returned' | 'handed' | 'tested' | 'shown';
  /** Members that are taken of it on the way; `()` where one is called. */
  readonly path: readonly string[];
  /** How long the path was when it was waited for; absent when nobody does. */
  readonly awaited?: number;
  /** `void`, or a function for its failure: somebody means nobody to wait. */
  readonly meant?: true;
  /** What a function gets that waits for it: `.then(answer => …)`. */
  readonly later?: true;
  /** The call that it is handed to. */
  readonly to?: CallExpression;
  /** The statement or expression that ends the way. */
  readonly at: Node;
}

interface Climb {
  readonly path: readonly string[];
  readonly awaited?: number;
  readonly meant?: true;
  readonly later?: true;
}

type Ending = (how: Use['how']) => readonly Use[];

/** More names that stand for one answer than anybody reads. */
const maxNames = 12;

/** All that is done with what a call gives. */
export function usesOf({ module, way, fn }: CallSeat): readonly Use[] {
  return new Uses(module, fn).of(way, way.length - 1, { path: [] });
}

class Uses {
  readonly #module: Module;
  readonly #fn: FunctionNode | undefined;
  readonly #names = new Set<Binding>();

  constructor(module: Module, fn: FunctionNode | undefined) {
    this.#module = module;
    this.#fn = fn;
  }

  of(way: readonly Node[], index: number, climb: Climb): readonly Use[] {
    const node = way[index]!;
    const parent = way[index - 1];
    const up = (more: Partial<Climb> = {}): readonly Use[] => this.of(way, index - 1, { ...climb, ...more });
    const end = (how: Use['how'], to?: CallExpression): readonly Use[] => [
      { ...climb, how, at: parent ?? node, ...(to === undefined ? {} : { to }) },
    ];
    switch (parent?.kind) {
      case 'unary':
        if (parent.operator === 'await' || parent.operator === 'with') return up({ awaited: climb.awaited ?? climb.path.length });
        if (parent.operator === 'leave') return [];
        if (parent.operator === 'void') return up({ meant: true });
        return end(parent.operator === 'yield' ? 'handed' : 'tested');
      case 'member':
        if (parent.object !== node) return end('handed');
        return up({ path: [...climb.path, typeof parent.property === 'string' ? parent.property : '*'] });
      case 'call':
        return parent.callee === node ? this.#called(way, index, parent, climb) : end('handed', parent);
      case 'binary':
        if (parent.operator === '&&' || parent.operator === '||' || parent.operator === '??')
          return parent.right === node ? up() : [...end('tested'), ...up()];
        return end(/^[+%]$/.test(parent.operator) ? 'shown' : 'tested');
      case 'conditional':
        return parent.test === node ? end('tested') : up();
      case 'sequence':
        return parent.items.at(-1) === node ? up() : end('dropped');
      case 'template':
        return end('shown');
      case 'assign':
        return parent.value === node ? this.#assigned(parent.target, climb, end) : end('tested');
      case 'declare':
        return this.#declared(parent, climb, end);
      case 'expression':
        return end('dropped');
      case 'return':
        return functionAround([...way.slice(0, index), parent]) === this.#fn ? end('returned') : end('handed');
      case 'throw':
      case 'if':
      case 'switch':
        return end('tested');
      default:
        return end('handed');
    }
  }

  /** A method of it is called; those of promises hand it on. */
  #called(way: readonly Node[], index: number, call: CallExpression, climb: Climb): readonly Use[] {
    const method = climb.path.at(-1);
    const before = { ...climb, path: climb.path.slice(0, -1) };
    const goesOn = (more: Partial<Climb>): readonly Use[] => this.of(way, index - 1, { ...before, ...more });
    if (method === 'finally') return goesOn({});
    if (method === 'catch') return goesOn({ meant: true });
    if (method !== 'then') return this.of(way, index - 1, { ...climb, path: [...climb.path, '()'] });
    const then = call.args[0]?.value;
    const meant = call.args.length > 1 ? { meant: true as const } : {};
    if (then?.kind !== 'function') return [{ ...before, how: 'handed', at: call }];
    const taken = then.parameters[0]?.bindings ?? [];
    const inner = taken.flatMap((binding) =>
      this.#named(binding, stepsOf(binding), { ...before, awaited: before.path.length, later: true }, call),
    );
    // What comes of the chain says whether somebody waits for it, and no more of the answer itself.
    const rest = goesOn(meant).filter((use) => use.how === 'dropped' || taken.length === 0);
    return [...inner, ...rest];
  }

  #assigned(target: Expression, climb: Climb, end: Ending): readonly Use[] {
    if (target.kind !== 'name' || target.binding === undefined) return end('handed');
    return this.#named(target.binding, [], climb, target);
  }

  #declared(statement: Statement & { kind: 'declare' }, climb: Climb, end: Ending): readonly Use[] {
    const { bindings } = statement;
    if (bindings.length === 0) return end('dropped');
    const found = bindings.flatMap((binding) => this.#named(binding, stepsOf(binding), climb, statement));
    return found.length === 0 ? end('dropped') : found;
  }

  /** Wherever a name is mentioned that stands for it. */
  #named(binding: Binding, steps: readonly PathStep[], climb: Climb, at: Node): readonly Use[] {
    if (this.#names.has(binding) || this.#names.size >= maxNames) return [];
    this.#names.add(binding);
    const { owner } = binding;
    const path = [...climb.path, ...steps.map((step) => (typeof step === 'object' ? '*' : String(step)))];
    // What a module keeps, anybody may look at.
    if (owner.kind === 'module' || owner.kind === 'class') return [{ ...climb, path, how: 'handed', at }];
    const found: Use[] = [];
    eachInBody(owner.body, (part) => {
      if (part.kind !== 'name' || part.binding !== binding) return;
      const way = wayTo(this.#module, part);
      if (way === undefined || isTarget(way, part)) return;
      found.push(...this.of(way, way.length - 1, { ...climb, path }));
    });
    return found;
  }
}

function isTarget(way: readonly Node[], name: Expression): boolean {
  const parent = way.at(-2);
  return parent?.kind === 'assign' && parent.target === name;
}

function stepsOf({ source }: Binding): readonly PathStep[] {
  return source?.kind === 'value' || source?.kind === 'parameter' ? source.path : [];
}
