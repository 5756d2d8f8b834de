/** Answers that are data of a known form, where the framework takes a schema of answers and is given none. */
import type { Formless } from '../../../../rules/kit/index.js';
import type { CallExpression } from '../../syntax/ir.js';
import { eachExpression } from '../../trace/parts.js';
import { siteOf } from '../../trace/slots.js';
import { optionsOf, type ObjectValue, type Value } from '../../trace/value.js';
import type { Definition } from '../definition.js';
import type { ToolContext } from '../tools.js';
import type { Answer } from './answers.js';
import { lastName } from '../../syntax/last-name.js';

/** More fields than anybody wants to see in one line. */
const maxFields = 12;

/** The first answer that is data, with the schema that would say so where all of its fields are known. */
export function formlessOf(
  context: ToolContext,
  { output, outputSlot, configOpen, framework: { failureFlag } }: Definition,
  answers: readonly Answer[],
): { readonly outputs?: boolean; readonly formless?: Formless } {
  if (outputSlot === undefined) return {};
  if (output !== undefined) return { outputs: true };
  if (configOpen === true || (outputSlot.insert === undefined && outputSlot.existing === undefined)) return {};
  const plain = answers.filter(({ caught }) => caught === undefined);
  for (const answer of plain) {
    const found = failureFlag === undefined ? whole(context, answer) : written(context, answer);
    if (found === undefined) continue;
    // Every answer would have to have the form.
    const schema = plain.length === 1 && knowsZod(context, outputSlot.file) ? found.schema : undefined;
    const { file } = answer.env.module;
    const place = { file, span: found.span, label: 'data without a schema' };
    return { outputs: false, formless: schema === undefined ? place : { ...place, slot: outputSlot, schema, ...found.more } };
  }
  return { outputs: false };
}

interface Found extends Pick<Formless, 'span'> {
  readonly schema: Formless['schema'] | undefined;
  readonly more?: Pick<Formless, 'beside'>;
}

const zod = /^import (?:\{[^}]{0,200}\bz\b[^}]{0,200}\}|\* as z|z) from |^const (?:\{ z \}|z) = require/m;

function knowsZod({ textOf }: ToolContext, file: string): boolean {
  return zod.test(textOf(file) ?? '');
}

/** The answer itself is the data. */
function whole({ tracer }: ToolContext, { expression, env }: Answer): Found | undefined {
  const [value, ...others] = optionsOf(tracer.evaluate(expression, env));
  if (value?.kind !== 'object' || others.length > 0 || value.properties.size < 2 || isFailure(value)) return undefined;
  const fields = fieldsOf(value);
  return { span: expression.span, schema: fields === undefined ? undefined : { code: `z.object(${fields})` } };
}

/** The data is written down in a text of the answer. */
function written({ tracer, textOf }: ToolContext, { expression, env }: Answer): Found | undefined {
  let call: CallExpression | undefined;
  eachExpression(expression, (part) => {
    if (part.kind !== 'object') return;
    for (const entry of part.entries)
      if (entry.kind === 'entry' && entry.key === 'text' && entry.value.kind === 'call' && lastName(entry.value.callee) === 'stringify')
        call ??= entry.value;
  });
  const data = call?.args[0]?.value;
  if (call === undefined || data === undefined) return undefined;
  const value = tracer.evaluate(data, env);
  if (value.kind === 'constant' || value.kind === 'text' || (value.kind === 'object' && isFailure(value))) return undefined;
  const site = siteOf(tracer.evaluate(expression, env));
  const fields = value.kind === 'object' ? fieldsOf(value) : undefined;
  const code = textOf(env.module.file)?.slice(data.span.start, data.span.end);
  if (site === undefined || fields === undefined || code === undefined || site.span.start !== expression.span.start)
    return { span: call.span, schema: undefined };
  return { span: call.span, schema: { code: fields }, more: { beside: { site, key: 'structuredContent', code } } };
}

function isFailure({ properties }: ObjectValue): boolean {
  return properties.has('error') || properties.has('isError');
}

/** `{ id: z.string(), items: z.array(z.unknown()) }`; `undefined` where there may be more fields. */
function fieldsOf({ properties, open, others }: ObjectValue): string | undefined {
  if (open || others.length > 0 || properties.size === 0 || properties.size > maxFields) return undefined;
  const fields = [...properties].map(([key, property]) =>
    /^[A-Za-z_$][\w$]*$/.test(key) ? `${key}: ${schemaOf(property.value())}` : undefined,
  );
  return fields.includes(undefined) ? undefined : `{ ${fields.join(', ')} }`;
}

function schemaOf(value: Value): string {
  if (value.kind === 'text') return 'z.string()';
  if (value.kind === 'array') return 'z.array(z.unknown())';
  if (value.kind !== 'constant' || value.value === null || value.value === undefined) return 'z.unknown()';
  return `z.${typeof value.value}()`;
}
