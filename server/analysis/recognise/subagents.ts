/** Agents that the code of a tool runs. */
import type { Framework, Place, Tool } from '../../../rules/kit/index.js';
import { eachInBody } from '../trace/parts.js';
import type { Tracer } from '../trace/tracer.js';
import { optionsOf, type FunctionValue } from '../trace/value.js';

/** By what makes them: those whose questions come back to this code, which does not hand in answers. */
export function runsIn(tracer: Tracer, framework: Framework, handlers: readonly FunctionValue[]): Pick<Tool, 'runs'> {
  const forms = (framework.sets ?? []).flatMap(({ unheard }) => (unheard?.runs === undefined ? [] : [unheard]));
  if (forms.length === 0) return {};
  const runs = new Map<object, Place>();
  for (const { fn, env } of handlers) {
    if (!forms.some((form) => form.runs?.some((name) => fn.mentions.has(name)))) continue;
    eachInBody(fn.body, (part) => {
      if (part.kind !== 'call' || part.callee.kind !== 'member') return;
      const { object, property } = part.callee;
      const form = forms.find(({ runs: names }) => names?.some((name) => name === property));
      if (form === undefined || object.kind === 'call' || part.args.some(({ name }) => name !== undefined && name === form.answers)) return;
      for (const agent of optionsOf(tracer.evaluate(object, env)))
        if (agent.kind === 'external' && agent.call !== undefined)
          runs.set(agent.call.node.span, tracer.place(agent.call.node.span, agent.call.env));
    });
  }
  return runs.size === 0 ? {} : { runs: [...runs.values()] };
}
