/** What the code of a script for a page does there, told from its syntax: it runs among variables and functions that nobody here knows. */
import type { PageKnowledge } from '../../../rules/kit/index.js';
import type { Binding, CallExpression, Expression, FunctionNode, Module, NameExpression, Statement } from '../syntax/ir.js';
import { eachInBody } from './parts.js';

/**
 * `looks`: it leaves the page as it is; `keeps`: it gives values to variables of its own among those of the page; `acts`: it does
 * more, or nobody can tell.
 */
export type Deeds = 'looks' | 'keeps' | 'acts';

const maxSteps = 8;

/** What a script does: a file, or a function that is sent to the page. */
export function deedsOf(knowledge: PageKnowledge, code: Module | FunctionNode): Deeds {
  return new Reading(knowledge, code).deeds();
}

class Reading {
  readonly #knowledge: PageKnowledge;
  readonly #code: Module | FunctionNode;
  /** Variables of the page to which the script itself gives a value. */
  readonly #own = new Set<string>();
  #deeds: Deeds = 'looks';

  constructor(knowledge: PageKnowledge, code: Module | FunctionNode) {
    this.#knowledge = knowledge;
    this.#code = code;
  }

  deeds(): Deeds {
    const body: readonly Statement[] = this.#code.body;
    eachInBody(body, (part) => {
      const name = part.kind === 'assign' && part.operator === '=' ? this.#variable(part.target) : undefined;
      if (name !== undefined) this.#own.add(name);
    });
    eachInBody(body, (part) => this.#look(part), 'all');
    return this.#deeds;
  }

  #look(part: Expression): void {
    switch (part.kind) {
      case 'call':
        if (this.#acts(part)) this.#deeds = 'acts';
        return;
      case 'template':
        if (part.tag !== undefined) this.#deeds = 'acts';
        return;
      case 'assign':
        return this.#assigns(part.target, part.operator === '=');
      case 'unary':
        if (part.operator === 'delete' || /\+\+|--/.test(part.operator)) this.#assigns(part.operand, false);
    }
  }

  #assigns(target: Expression, whole: boolean): void {
    if (target.kind === 'array' || target.kind === 'object' || target.kind === 'opaque') this.#deeds = 'acts';
    else if (target.kind === 'name' && this.#isLocal(target)) return;
    else if (this.#isMade(target)) return;
    else if (!whole || this.#variable(target) === undefined) this.#deeds = 'acts';
    else if (this.#deeds === 'looks') this.#deeds = 'keeps';
  }

  /** The name of a variable of the page that is not the browser's: `window.__recorder`. */
  #variable(target: Expression): string | undefined {
    const { windows, reserved } = this.#knowledge;
    const name =
      target.kind === 'name' && target.binding === undefined
        ? target.name
        : target.kind === 'member' && isGlobal(target.object, windows) && typeof target.property === 'string'
          ? target.property
          : undefined;
    return name === undefined || reserved.includes(name) || /^on[a-z]/.test(name) ? undefined : name;
  }

  #acts(call: CallExpression): boolean {
    const { functions, data, windows } = this.#knowledge;
    const { callee } = call;
    // A function that acts is handed over: `links.forEach(fetch)`.
    if (call.args.some(({ value }) => value.kind === 'name' && !this.#isLocal(value) && functions.includes(value.name))) return true;
    if (call.isNew) return callee.kind !== 'name' || (!this.#isLocal(callee) && !data.includes(callee.name));
    const variable = this.#variable(callee);
    if (variable !== undefined && this.#own.has(variable)) return false;
    if (callee.kind === 'name')
      return this.#isLocal(callee) ? this.#actsBy(callee, 0) : functions.includes(callee.name) || this.#says(callee.name);
    if (callee.kind === 'function') return false;
    if (callee.kind !== 'member' || typeof callee.property !== 'string') return true;
    // What the page itself has put among its variables may do anything: each word counts.
    if (isGlobal(callee.object, windows)) return functions.includes(callee.property) || this.#says(callee.property);
    return !this.#isMade(callee.object) && this.#isDeed(callee.property);
  }

  /** A function in a variable of the script: its own, one that it is given, or one of the page. */
  #actsBy({ binding }: NameExpression, depth: number): boolean {
    const { source, writes } = binding!;
    if (source?.kind === 'function' || source?.kind === 'parameter' || depth > maxSteps) return false;
    const values = [...(source?.kind === 'value' ? [source.value] : []), ...writes.map((write) => write.value)];
    return values.length === 0 || values.some((value) => this.#isDeedful(value, depth));
  }

  /** Calling what this expression gives may act. */
  #isDeedful(value: Expression, depth: number): boolean {
    switch (value.kind) {
      case 'function':
      case 'literal':
        return false;
      case 'binary':
        return value.operator === '&&'
          ? this.#isDeedful(value.right, depth)
          : [value.left, value.right].some((side) => this.#isDeedful(side, depth));
      case 'conditional':
        return [value.whenTrue, value.whenFalse].some((side) => this.#isDeedful(side, depth));
      case 'name':
        return this.#isLocal(value)
          ? this.#actsBy(value, depth + 1)
          : this.#knowledge.functions.includes(value.name) || this.#says(value.name);
      case 'member':
        return typeof value.property !== 'string' || this.#knowledge.functions.includes(value.property) || this.#says(value.property);
      default:
        return true;
    }
  }

  /** A method of something of the page, by the first word of its name. */
  #isDeed(name: string): boolean {
    const { acting, actingNames, lookingNames } = this.#knowledge;
    return actingNames.includes(name) || (!lookingNames.includes(name) && acting.includes(wordsOf(name)[0] ?? ''));
  }

  /** A function of the page itself, by any word of its name. */
  #says(name: string): boolean {
    return wordsOf(name).some((word) => this.#knowledge.acting.includes(word));
  }

  #isLocal({ binding }: NameExpression): boolean {
    return binding !== undefined && this.#isInside(binding);
  }

  #isInside({ span }: Binding): boolean {
    const code = this.#code;
    return code.kind === 'module' || (code.span.start <= span.start && span.end <= code.span.end);
  }

  /** An object that the script made, or a part of it. */
  #isMade(expression: Expression, depth = 0): boolean {
    if (depth > maxSteps) return false;
    switch (expression.kind) {
      case 'array':
      case 'object':
        return true;
      case 'member':
        return this.#isMade(expression.object, depth + 1);
      case 'call':
        return (
          expression.isNew &&
          expression.callee.kind === 'name' &&
          !this.#isLocal(expression.callee) &&
          this.#knowledge.data.includes(expression.callee.name)
        );
      case 'name': {
        const { binding } = expression;
        if (binding === undefined || !this.#isInside(binding) || binding.source?.kind !== 'value' || binding.source.path.length > 0)
          return false;
        return [binding.source.value, ...binding.writes.map((write) => write.value)].every((value) => this.#isMade(value, depth + 1));
      }
      default:
        return false;
    }
  }
}

function isGlobal(expression: Expression, names: readonly string[]): boolean {
  return expression.kind === 'name' && expression.binding === undefined && names.includes(expression.name);
}

/** `__rrweb_stopFn` is made of `rrweb`, `stop` and `fn`. */
function wordsOf(name: string): readonly string[] {
  return name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).flatMap((word) => (word === '' ? [] : [word.toLowerCase()]));
}
