/** Steps of workflows, whose results an engine keeps. */
import type { Evidence } from '../../../rules/kit/index.js';
import type { FunctionNode, Module } from '../syntax/ir.js';
import { sectionsOf } from '../syntax/sections.js';
import { argumentOf } from './invoke.js';
import { directiveOf, isAgain } from './replay.js';
import type { Tracer } from './tracer.js';
import { optionsOf, type FunctionValue } from './value.js';

/** A step; `again`: it is run again when it fails. */
export interface StepRun extends Evidence {
  readonly api: string;
  readonly again: boolean;
}

/** The step that a function is, by its first words or, in TypeScript, by what stands on it. */
export function stepOf(tracer: Tracer, { fn, env }: FunctionValue): StepRun | undefined {
  const { file } = env.module;
  const [first] = fn.body;
  if (first !== undefined && directiveOf(first) === 'use step')
    return { file, span: first.span, label: 'a step that is run again', api: 'use step', again: !isNeverAgain(tracer, fn, env.module) };
  if (env.module.language === 'python') return undefined;
  for (const decorator of fn.decorators) {
    if (decorator.kind !== 'call') continue;
    for (const option of optionsOf(tracer.evaluate(decorator.callee, env))) {
      if (option.kind !== 'external') continue;
      const step = tracer.libraries.retry({ library: option.library, path: `${option.path}()` })?.step;
      if (step === undefined) continue;
      const args = tracer.arguments(decorator, env);
      const again = isAgain(step.again, (access) => argumentOf(tracer, access, args));
      return { ...tracer.place(decorator.span, env), label: option.path, api: option.path, again };
    }
  }
  return undefined;
}

/** The module says `charge.maxRetries = 0`. */
function isNeverAgain(tracer: Tracer, { name }: FunctionNode, module: Module): boolean {
  tracer.touchOutline(module.file);
  tracer.touchAll(sectionsOf(module));
  return module.body.some((statement) => {
    if (name === undefined || statement.kind !== 'expression' || statement.value.kind !== 'assign') return false;
    const { target, value } = statement.value;
    if (target.kind !== 'member' || target.property !== 'maxRetries' || target.object.kind !== 'name') return false;
    return target.object.name === name && value.kind === 'literal' && value.value === 0;
  });
}
