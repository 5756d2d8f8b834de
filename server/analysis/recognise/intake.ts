/** How one more parameter could be asked of the model. */
import type { Intake, Place, Tool } from '../../../rules/kit/index.js';
import { schemaLiteral } from '../trace/schema.js';
import { originalOf, type FunctionValue } from '../trace/value.js';
import type { Definition } from './definition.js';
import { handlerArguments } from './handler-arguments.js';
import type { ToolContext } from './tools.js';

/** `undefined` where the schema is no literal, or the handler gets the arguments in another way than as an object or by name. */
export function intakeOf(context: ToolContext, definition: Definition, handler: FunctionValue | undefined): Pick<Tool, 'intake'> {
  if (handler === undefined || definition.dispatched !== undefined || definition.asking !== undefined || definition.manifest !== undefined)
    return {};
  const { fn, env } = originalOf(handler);
  const { module } = env;
  const at: Place = { file: module.file, span: fn.span };
  if (module.language === 'python') return bySignature(definition, handler) ? { intake: { handler: at } } : {};
  const schema = schemaLiteral(context.tracer, definition.input);
  if (schema === undefined) return {};
  const given = handlerArguments(context.tracer, context.major, definition, handler);
  const parameter = fn.parameters[given.findIndex((value) => value.kind === 'input' && value.role === 'input' && value.path === '')];
  if (parameter === undefined || parameter.rest) return {};
  const intake: Intake = { schema, handler: at, ...(parameter.name === undefined ? {} : { whole: parameter.name }) };
  return { intake };
}

/** The parameters of the function are those of the tool, and nothing else describes them. */
function bySignature({ input, inputAt }: Definition, handler: FunctionValue): boolean {
  const properties = input?.kind === 'object' ? input.properties.get('properties')?.value() : undefined;
  if (inputAt !== undefined || properties?.kind !== 'object') return false;
  const { parameters } = originalOf(handler).fn;
  const places = [...properties.properties.values()].map(({ at }) => at?.span);
  return places.length > 0 && places.every((span) => parameters.some((parameter) => parameter.span === span));
}
