/** Where a workflow can be edited: what the engine is called in it, and the calls that it waits for. */
import type { Effect, Engine, Handed, Place, Workflow, WorkflowForm } from '../../../../rules/kit/index.js';
import { plainName } from '../../languages.js';
import type { Binding, CallExpression, Expression } from '../../syntax/ir.js';
import { eachExpression, eachInBody } from '../../trace/parts.js';
import { originalOf, type FunctionValue } from '../../trace/value.js';

/** What the engine's things are called in a workflow: a parameter, a part of one, or what its module imported. */
export function contextOf({ context, packages }: Engine, { handed = [] }: WorkflowForm, value: FunctionValue): string | undefined {
  if (context === undefined) return undefined;
  const { fn } = originalOf(value);
  if (!context.endsWith('#')) return importedAs(context, packages, value);
  for (const [i, given] of handed.entries()) {
    const parameter = fn.parameters[i];
    if (given === context) return parameter?.name;
    const field = fieldOf(given, context);
    if (field === undefined || parameter === undefined) continue;
    return parameter.name === undefined ? parameter.bindings.find((one) => isTaken(one, field))?.name : `${parameter.name}.${field}`;
  }
  return undefined;
}

function fieldOf(given: Handed, context: string): string | undefined {
  return typeof given === 'string' ? undefined : Object.keys(given).find((key) => given[key] === context);
}

function isTaken({ source }: Binding, field: string): boolean {
  return source?.kind === 'parameter' && source.path.length === 1 && source.path[0] === field;
}

function importedAs(name: string, packages: readonly string[], { fn }: FunctionValue): string | undefined {
  let found: string | undefined;
  const look = (part: Expression): void => {
    const source = part.kind === 'name' ? part.binding?.source : undefined;
    if (part.kind !== 'name' || source?.kind !== 'import' || source.imported !== name) return;
    if (packages.some((one) => plainName(source.from) === plainName(one))) found ??= part.name;
  };
  eachInBody(fn.body, look);
  for (const decorator of fn.decorators) eachExpression(decorator, look);
  return found;
}

/** The calls of these effects that the workflow itself waits for. */
export function awaitedIn(value: FunctionValue, effects: readonly Effect[]): Workflow['awaited'] {
  const { fn, env } = originalOf(value);
  const { file } = env.module;
  const wanted = new Set(
    effects.map((effect): Place => effect.via[0] ?? effect).flatMap((at) => (at.file === file ? [at.span.start] : [])),
  );
  const found: CallExpression[] = [];
  eachInBody(fn.body, (part) => {
    if (part.kind !== 'unary' || part.operator !== 'await' || part.operand.kind !== 'call') return;
    if (wanted.has(part.operand.callee.span.start)) found.push(part.operand);
  });
  return found.map(({ span, callee }) => ({ callee: { file, span: callee.span }, call: { file, span } }));
}
