/** Functions of agents of Amazon Bedrock, in templates and in definitions of actions, and tools of its Converse API. */
import type { InputParameter, Tool } from '../../../../rules/kit/index.js';
import { entryOf, stringOf, type JsonNode } from '../../syntax/json.js';
import { inputsOf, listedTool, typeOf } from './listed.js';

/**
 * `functionSchema.functions` wherever they stand, and `toolSpec`. CloudFormation writes keys with capitals.
 * Source: Amazon Bedrock API, `FunctionSchema`, `Function`, `ToolSpecification`.
 */
export function bedrockTools(file: string, root: JsonNode | undefined, inTests: boolean): readonly Tool[] {
  const found: Tool[] = [];
  const visit = (node: JsonNode): void => {
    if (node.kind === 'array') node.items.forEach(visit);
    if (node.kind !== 'object') return;
    const group = either(node, 'functionSchema');
    const functions = either(group, 'functions');
    const back = stringOf(either(either(node, 'actionGroupExecutor'), 'customControl')) === 'RETURN_CONTROL';
    if (functions?.kind === 'array') found.push(...functions.items.flatMap((item) => functionOf(file, item, back, inTests) ?? []));
    const specification = entryOf(node, 'toolSpec')?.value;
    if (specification !== undefined) found.push(...(specified(file, specification, inTests) ?? []));
    for (const { value } of node.entries) if (value !== group && value !== specification) visit(value);
  };
  if (root !== undefined) visit(root);
  return found;
}

/** Whoever gets the call back to run it may ask a human first. */
function functionOf(file: string, item: JsonNode, back: boolean, inTests: boolean): Tool | undefined {
  const confirmation = either(item, 'requireConfirmation');
  const asks = stringOf(confirmation) === 'ENABLED';
  return listedTool(file, inTests, {
    framework: 'bedrock-agent',
    hosted: false,
    item,
    name: either(item, 'name'),
    description: either(item, 'description'),
    inputs: parametersOf(file, either(item, 'parameters')),
    gate: asks
      ? { kind: 'always' }
      : back
        ? { kind: 'conditional' }
        : { kind: 'none', ...(confirmation === undefined ? {} : { stated: true }) },
  });
}

function specified(file: string, item: JsonNode, inTests: boolean): readonly Tool[] | undefined {
  const schema = entryOf(entryOf(item, 'inputSchema')?.value, 'json')?.value;
  const tool = listedTool(file, inTests, {
    framework: 'bedrock-converse',
    hosted: false,
    item,
    name: entryOf(item, 'name')?.value,
    description: entryOf(item, 'description')?.value,
    inputs: inputsOf(file, schema),
  });
  return tool === undefined ? undefined : [tool];
}

function parametersOf(file: string, parameters: JsonNode | undefined): readonly InputParameter[] {
  if (parameters?.kind !== 'object') return [];
  return parameters.entries.map(({ key, keySpan, value }) => {
    const words = either(value, 'description');
    const type = typeOf(stringOf(either(value, 'type')));
    const required = either(value, 'required');
    return {
      name: key,
      optional: !(required?.kind === 'scalar' && String(required.value) === 'true'),
      place: { file, span: keySpan },
      ...(words === undefined || stringOf(words) === undefined
        ? {}
        : { description: stringOf(words)!, descriptionPlace: { file, span: words.span } }),
      ...(type === undefined ? {} : { type }),
    };
  });
}

/** The value of a key in either spelling: `functionSchema`, `FunctionSchema`. */
function either(node: JsonNode | undefined, key: string): JsonNode | undefined {
  return (entryOf(node, key) ?? entryOf(node, key[0]!.toUpperCase() + key.slice(1)))?.value;
}
