/** What a generator yields, as a list. */
import type { Expression, FunctionNode } from '../../syntax/ir.js';
import type { Env } from '../env.js';
import { flow } from '../flow.js';
import type { Tracer } from '../tracer.js';
import { array, isWhole, union, type Value } from '../value.js';
import { listOf } from './items.js';
import { enumMembers } from './schema.js';

/** In which order and how often is told where lists that are known are looped over; else what may come stands for the rest. */
export function yielded(tracer: Tracer, fn: FunctionNode, env: Env): Value {
  const items: Value[] = [];
  const rest: Value[] = [];
  const mayLack: Value[] = [];
  let openLoops = 0;
  let branches = 0;
  const put = (value: Value): void => {
    if (openLoops > 0) {
      rest.push(value);
      return;
    }
    items.push(value);
    if (branches > 0) mayLack.push(value);
  };
  const look = (expression: Expression, at: Env): void => {
    if (expression.kind === 'assign') return look(expression.value, at);
    if (expression.kind !== 'unary') return;
    if (expression.operator === 'await') return look(expression.operand, at);
    const value = (): Value => tracer.evaluate(expression.operand, at);
    if (expression.operator === 'yield') put(value());
    if (expression.operator !== 'yield*') return;
    const list = listOf(tracer, value());
    for (const item of list.items) put(item);
    if (list.rest !== undefined) rest.push(list.rest);
  };
  flow(tracer, fn.body, env, {
    expression: look,
    branch: (_test, _side, _env, run) => {
      branches++;
      run();
      branches--;
    },
    loop: (loop, at, run) => {
      const over = loop.iterable === undefined ? undefined : tracer.evaluate(loop.iterable, at);
      const members = over?.kind === 'class' && enumMembers(tracer, over) !== undefined;
      const known = members || (over?.kind === 'array' ? over.rest === undefined : over?.kind === 'object' && !over.open);
      // Each of them comes once, if it is there by then.
      const sure = members || (over?.kind === 'array' ? isWhole(over) : over?.kind === 'object' && over.grownFrom === undefined);
      if (!known) openLoops++;
      else if (!sure) branches++;
      run();
      if (!known) openLoops--;
      else if (!sure) branches--;
    },
  });
  const list = array(items, rest.length === 0 ? undefined : union(rest));
  return mayLack.length === 0 ? list : { ...list, mayLack };
}
