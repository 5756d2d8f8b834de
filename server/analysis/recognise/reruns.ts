/** What runs a handler again by itself. */
import type { Framework, Rerun, Tool } from '../../../rules/kit/index.js';
import { directiveOf } from '../trace/replay.js';
import type { FunctionValue } from '../trace/value.js';
import type { Summary } from '../trace/summary.js';

/** What the framework does by itself, and questions after whose answer the handler starts again. */
export function rerunsOf(framework: Framework, functions: readonly FunctionValue[], summaries: readonly Summary[]): Pick<Tool, 'reruns'> {
  const reruns: Rerun[] = [];
  for (const { directive, ...item } of framework.reruns ?? []) {
    const step = directive === undefined ? undefined : functions.find(({ fn }) => directiveOf(fn.body[0]) === directive);
    if (directive === undefined) reruns.push(item);
    else if (step !== undefined)
      reruns.push({ ...item, how: 'step', because: { file: step.env.module.file, span: step.fn.body[0]!.span, label: `'${directive}'` } });
  }
  const { startsAgain, asks: own = [] } = framework;
  const asks = summaries.flatMap(({ asks: asked }) => asked ?? []);
  // A question on the console is waited for.
  const again = asks.find(({ label }) =>
    startsAgain === true ? own.some((call) => lastName(call) === lastName(label)) : startsAgain?.includes(label) === true,
  );
  if (again !== undefined) reruns.push({ by: again.label, how: 'asks', certainty: 'certain', because: again });
  return reruns.length === 0 ? {} : { reruns };
}

function lastName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf('#')) + 1);
}
