/** The executions of a function: one for each way in which it is called, and common ones once there are too many ways. */
import type { FunctionNode } from '../syntax/ir.js';
import { handedOver } from './arguments.js';
import { waysInto } from './bounded.js';
import { activationsOf, Env, type Activation } from './env.js';
import { Looser, looseKeyOf } from './looser.js';
import { typedParameter } from './names.js';
import { Table } from './table.js';
import type { Tracer } from './tracer.js';
import type { FunctionValue, Value } from './value.js';
import { contentKeyOf, keyOf, placedKeyOf, shortened } from './value-keys.js';

/** How exactly arguments are told apart. */
type Exactness = 'told' | NonNullable<Activation['bounded']> | 'typed';

interface Way {
  readonly key: string;
  readonly args: readonly Value[] | undefined;
  readonly bounded?: Activation['bounded'];
}

/** What was told apart of a function. */
interface Entered {
  /** New executions, by how exactly their arguments are told apart. */
  readonly made: Map<Exactness, number>;
  /** Constants that were handed over, for each parameter; no more than are told apart to the end. */
  readonly constants: Map<number, Set<string>>;
}

/** `request('GET', path)`: of what is one of a few words each is told apart, however many ways there are. */
const fewConstants = 4;

export class Ways {
  #entered = new Map<FunctionNode, Entered>();
  #most: number;
  looser = new Looser();

  constructor(most: number) {
    this.#most = most;
  }

  /** Counts from here on. */
  begin(most: number): void {
    this.#entered.clear();
    this.looser = new Looser();
    this.#most = most;
  }

  /** Counts from here on, until the answer is given back to {@link back}. */
  aside(): Map<FunctionNode, Entered> {
    const outer = this.#entered;
    this.#entered = new Map();
    return outer;
  }

  back(outer: Map<FunctionNode, Entered>): void {
    this.#entered = outer;
  }

  /** The execution of a function with these arguments, new or known. */
  into(tracer: Tracer, callee: FunctionValue, args: readonly Value[] | undefined): Activation {
    const full = args === undefined ? undefined : handedOver(callee, args);
    const table = activationsOf(callee);
    const self = callee.self === undefined ? '' : `${keyOf(callee.self)}\n`;
    const isCommon = full !== undefined && !full.some(({ kind }) => kind === 'function');
    for (const exactness of ['told', 'by source', 'any', 'typed'] as const) {
      const way = this.#way(tracer, callee, full, exactness);
      const key = shortened([self, way.key].join(''));
      const known = table.get(key);
      if (known !== undefined) {
        tracer.executions.use(known);
        return known;
      }
      if (isCommon && exactness !== 'typed' && this.#isFull(callee.fn, exactness)) continue;
      if (full !== undefined) this.#tell(callee.fn, full);
      const env = new Env(callee.fn, callee.env.module, callee.env, callee.self ?? callee.env.self, callee.env.home, way.args);
      const { bounded } = way;
      const life = tracer.executions.born();
      const made: Activation = { env, running: false, summaries: new Table(), life, ...(bounded === undefined ? {} : { bounded }) };
      env.life = life;
      tracer.executions.add(table, key, made);
      return made;
    }
    throw new Error('an execution known by its types is always made');
  }

  #isFull(fn: FunctionNode, exactness: Exactness): boolean {
    const counts = this.#of(fn).made;
    const made = (counts.get(exactness) ?? 0) + 1;
    counts.set(exactness, made);
    return made > waysInto(fn, this.#most);
  }

  #of(fn: FunctionNode): Entered {
    let entered = this.#entered.get(fn);
    if (entered === undefined) this.#entered.set(fn, (entered = { made: new Map(), constants: new Map() }));
    return entered;
  }

  #tell(fn: FunctionNode, args: readonly Value[]): void {
    const { constants } = this.#of(fn);
    for (const [i, arg] of args.entries()) {
      if (arg.kind !== 'constant') continue;
      let known = constants.get(i);
      if (known === undefined) constants.set(i, (known = new Set()));
      if (known.size <= fewConstants) known.add(keyOf(arg));
    }
  }

  /** One of the few constants that a parameter is ever given. */
  #isOneOfFew(fn: FunctionNode, arg: Value, index: number): boolean {
    if (arg.kind !== 'constant') return false;
    const known = this.#of(fn).constants.get(index);
    return known === undefined || (known.size <= fewConstants && (known.has(keyOf(arg)) || known.size < fewConstants));
  }

  #way(tracer: Tracer, callee: FunctionValue, full: readonly Value[] | undefined, exactness: Exactness): Way {
    if (full === undefined) return { key: 'typed', args: undefined };
    const common = (args: readonly Value[], bounded: Exactness & Activation['bounded']): Way => ({
      key: `${bounded}\n${args.map((arg) => looseKeyOf(arg)).join('\n')}`,
      args,
      bounded,
    });
    switch (exactness) {
      case 'told':
        return {
          key: full.map(callee.env.module.language === 'python' ? (arg) => contentKeyOf(arg) : placedKeyOf).join('\n'),
          args: full,
        };
      case 'by source':
        return common(
          full.map((arg) => this.looser.of(arg)),
          exactness,
        );
      case 'any':
        return common(
          full.map((arg, i) => this.#any(tracer, callee, arg, i)),
          exactness,
        );
      case 'typed':
        // Known by their types, the arguments leave open what rests on them, and that is said where it matters.
        return { key: 'bound', args: undefined, bounded: 'any' };
    }
  }

  /** What a parameter holds of data, by its type or as data of any kind. */
  #any(tracer: Tracer, callee: FunctionValue, arg: Value, index: number): Value {
    if (this.#isOneOfFew(callee.fn, arg, index)) return arg;
    const data = this.looser.data(arg);
    return data === undefined ? arg : (typedParameter(tracer, callee, index) ?? data);
  }
}
