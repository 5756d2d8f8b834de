/** Tools of agents in the files that Dify exports and imports. */
import type { Agent, InputParameter, Tool } from '../../../../rules/kit/index.js';
import { entryOf, stringOf, type JsonNode } from '../../syntax/json.js';
import { listedTool, typeOf } from './listed.js';

/**
 * `model_config.agent_mode.tools` of an agent, and the tools of agents that are steps of a workflow.
 * Source: Dify, `api/core/app/app_config` and the agent node of `api/core/workflow/nodes`.
 */
export function difyTools(file: string, root: JsonNode | undefined, inTests: boolean): readonly Tool[] {
  const mode = at(root, 'model_config', 'agent_mode');
  const nodes = at(root, 'workflow', 'graph', 'nodes');
  return [
    ...(mode === undefined || isOff(mode) ? [] : toolsOf(file, mode, at(mode, 'tools'), at(mode, 'max_iteration'), inTests)),
    ...(nodes?.kind === 'array' ? nodes.items : []).flatMap((node) => {
      const data = at(node, 'data');
      const parameters = at(data, 'agent_parameters');
      if (data === undefined || stringOf(at(data, 'type')) !== 'agent') return [];
      return toolsOf(file, data, at(parameters, 'tools', 'value'), at(parameters, 'maximum_iterations', 'value'), inTests);
    }),
  ];
}

function toolsOf(file: string, by: JsonNode, tools: JsonNode | undefined, limit: JsonNode | undefined, inTests: boolean): readonly Tool[] {
  if (tools?.kind !== 'array') return [];
  const most = limit?.kind === 'scalar' && typeof limit.value === 'number' ? limit.value : undefined;
  const agent: Agent = {
    file,
    span: { start: by.span.start, end: Math.min(by.span.end, by.span.start + 1) },
    framework: 'dify',
    api: 'agent',
    ...(most === undefined || limit === undefined
      ? {}
      : { limit: { name: 'max_iteration', value: most, place: { file, span: limit.span } } }),
  };
  return tools.items.flatMap((item) => {
    const isNamed = !isOff(item);
    const tool = listedTool(file, inTests, {
      framework: 'dify',
      hosted: false,
      item,
      name: at(item, 'tool_name'),
      description: at(item, 'extra', 'description') ?? at(item, 'tool_description'),
      inputs: filledIn(file, at(item, 'schemas')),
      agents: [agent],
    });
    return isNamed && tool !== undefined ? [tool] : [];
  });
}

/** What the model fills in; the rest is a setting. */
function filledIn(file: string, schemas: JsonNode | undefined): readonly InputParameter[] {
  if (schemas?.kind !== 'array') return [];
  return schemas.items.flatMap((item): readonly InputParameter[] => {
    const name = at(item, 'name');
    const value = stringOf(name);
    if (name === undefined || value === undefined || stringOf(at(item, 'form')) !== 'llm') return [];
    const words = at(item, 'llm_description');
    const type = typeOf(stringOf(at(item, 'type')));
    const required = at(item, 'required');
    const described = stringOf(words) === undefined ? {} : { description: stringOf(words)!, descriptionPlace: { file, span: words!.span } };
    return [
      {
        name: value,
        optional: !(required?.kind === 'scalar' && required.value === true),
        place: { file, span: name.span },
        ...described,
        ...(type === undefined ? {} : { type }),
      },
    ];
  });
}

function isOff(node: JsonNode): boolean {
  const enabled = at(node, 'enabled');
  return enabled?.kind === 'scalar' && enabled.value === false;
}

function at(node: JsonNode | undefined, ...keys: readonly string[]): JsonNode | undefined {
  return keys.reduce<JsonNode | undefined>((inner, key) => entryOf(inner, key)?.value, node);
}
