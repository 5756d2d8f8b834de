/** What runs a handler again by itself. */
import type { Framework, Rerun, Tool } from '../../../rules/kit/index.js';
import type { FunctionNode } from '../syntax/ir.js';
import type { FunctionValue } from '../trace/value.js';
import type { Summary } from '../trace/summary.js';

/** What the framework does by itself, and questions after whose answer the handler starts again. */
export function rerunsOf(framework: Framework, functions: readonly FunctionValue[], summaries: readonly Summary[]): Pick<Tool, 'reruns'> {
  const reruns: Rerun[] = [];
  for (const { directive, ...item } of framework.reruns ?? []) {
    const step = directive === undefined ? undefined : functions.find(({ fn }) => begins(fn, directive));
    if (directive === undefined) reruns.push(item);
    else if (step !== undefined)
      reruns.push({ ...item, because: { file: step.env.module.file, span: step.fn.body[0]!.span, label: `'${directive}'` } });
  }
  const { startsAgain } = framework;
  const asks = summaries.flatMap(({ asks: asked }) => asked ?? []);
  const again = asks.find(({ label }) => startsAgain === true || startsAgain?.includes(label) === true);
  if (again !== undefined) reruns.push({ by: again.label, certainty: 'certain', because: again });
  return reruns.length === 0 ? {} : { reruns };
}

function begins({ body }: FunctionNode, directive: string): boolean {
  const first = body[0];
  return first?.kind === 'expression' && first.value.kind === 'literal' && first.value.value === directive;
}
