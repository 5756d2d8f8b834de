/** Data that a tool makes up where what it needs is missing, or where it failed. */
import { type Effect, type Fabricated, type Place } from '../../../../rules/kit/index.js';
import type { Expression, FunctionNode, Module, Statement } from '../../syntax/ir.js';
import { eachStatement, namingOf } from '../../trace/catches.js';
import { inventedIn } from './invented.js';
import { missingIn } from './missing-settings.js';
import { callsOf, seatAt, type Asked } from './steps.js';

/** A function, and the module that it stands in. */
export interface Written {
  readonly fn: FunctionNode;
  readonly module: Module;
}

/** Answers of the functions of a tool that nobody gave: of the handler, of those on the way to an effect, and of others that it hands on. */
export function fabricatedOf(
  context: Asked,
  effects: readonly Effect[],
  functions: readonly Written[],
): { readonly fabricated?: readonly Fabricated[] } {
  const found = new Map<FunctionNode, readonly Fabricated[]>();
  for (const { fn, module } of [...functions, ...onTheWay(context, effects, functions)])
    if (!found.has(fn)) found.set(fn, context.inTests(module.file) ? [] : fabricatedIn(fn, module));
  const fabricated = [...found.values()].flat();
  return fabricated.length === 0 ? {} : { fabricated };
}

/** The functions around the calls on the way to what a tool does, one for each stretch of code. */
function onTheWay(context: Asked, effects: readonly Effect[], known: readonly Written[]): readonly Written[] {
  const found: Written[] = [...known];
  const isIn = ({ file, span }: Place): boolean =>
    found.some(({ fn, module }) => module.file === file && fn.span.start <= span.start && span.end <= fn.span.end);
  for (const effect of effects)
    for (const place of callsOf(effect)) {
      const seat = isIn(place) ? undefined : seatAt(context, place);
      if (seat?.fn !== undefined) found.push({ fn: seat.fn, module: seat.module });
    }
  return found;
}

/** Functions that say what holds when nothing is set give what is written in them. */
const settling = /config|setting|default|option|preference|theme|schema|init/i;

function fabricatedIn(fn: FunctionNode, module: Module): readonly Fabricated[] {
  if (settling.test(fn.name ?? '')) return [];
  const { file } = module;
  const found: Fabricated[] = [];
  const look = (body: readonly Statement[], why: Pick<Fabricated, 'clause' | 'missing'>): void =>
    eachStatement(body, (statement) => {
      const value = answered(statement);
      const invented = value === undefined ? undefined : inventedIn(value, module);
      if (invented === undefined) return;
      const place = { file, span: statement.span };
      found.push({ ...place, ...invented, label: 'made up here', ...why, ...(statement.kind === 'return' ? { returned: true } : {}) });
    });
  eachStatement(fn.body, (statement) => {
    if (statement.kind === 'try')
      for (const handler of statement.handlers) {
        const naming = namingOf(handler, module);
        const error = handler.binding?.name;
        look(handler.body, {
          clause: {
            at: { file, span: handler.span },
            body: { file, span: handler.bodySpan },
            ...(error === undefined ? {} : { error }),
            ...(naming === undefined ? {} : { naming }),
          },
        });
      }
    if (statement.kind !== 'if') return;
    const missing = missingIn(statement.test);
    if (missing !== undefined) look(missing.when ? statement.then : statement.otherwise, { missing: missing.name });
  });
  return found;
}

/** What a statement answers, or puts into the place of an answer. */
function answered(statement: Statement): Expression | undefined {
  if (statement.kind === 'return') return statement.value;
  return statement.kind === 'expression' && statement.value.kind === 'assign' && statement.value.operator === '='
    ? statement.value.value
    : undefined;
}
