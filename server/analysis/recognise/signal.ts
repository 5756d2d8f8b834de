/** How a handler says that the call was given up. */
import type { Tool } from '../../../rules/kit/index.js';
import { originalOf, type FunctionValue } from '../trace/value.js';
import type { Definition } from './definition.js';

/** A name that the handler took from what the framework hands over, or a way to it. */
export function signalOf(definition: Definition, handler: FunctionValue | undefined): Pick<Tool, 'signal'> {
  const { framework, library, input, dispatched, argumentsOf } = definition;
  const signal = framework.signal?.[library];
  if (handler === undefined || signal === undefined || dispatched !== undefined || argumentsOf !== undefined) return {};
  const { fn } = originalOf(handler);
  const parameter = fn.parameters[framework.context?.aloneWithoutInput === true && input === undefined ? 0 : 1];
  if (parameter === undefined || parameter.rest) return {};
  if (parameter.name !== undefined) return parameter.name.startsWith('_') ? {} : { signal: `${parameter.name}.${signal}` };
  const taken = parameter.bindings.find(({ source }) => source?.kind === 'parameter' && source.path.join('.') === signal);
  return taken === undefined ? {} : { signal: taken.name };
}
