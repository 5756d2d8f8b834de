/** Tools of agents in workflows that n8n exports. */
import type { Agent, Effect, EffectClass, InputParameter, Retry, Tool } from '../../../../rules/kit/index.js';
import { entryOf, stringOf, type JsonNode, type JsonObject } from '../../syntax/json.js';
import { verbClass } from '../../trace/verbs.js';
import { listedTool, typeOf } from './listed.js';

/**
 * Nodes that are connected to another one as `ai_tool`. What a node does is said by the method of its request, or by its operation.
 * Source: n8n documentation, "Export and import workflows", "Tools AI Agent node", "Use `$fromAI()`".
 */
export function n8nTools(file: string, root: JsonNode | undefined, inTests: boolean): readonly Tool[] {
  const list = entryOf(root, 'nodes')?.value;
  const nodes = (list?.kind === 'array' ? list.items : []).filter((node) => node.kind === 'object');
  const named = new Map(nodes.map((node) => [stringOf(entryOf(node, 'name')?.value) ?? '', node]));
  return nodes.flatMap((item) => {
    const users = usersOf(root, item, named, new Set());
    if (users.length === 0 || isTrue(item, 'disabled')) return [];
    const effects = effectsOf(file, item);
    const tool = listedTool(file, inTests, {
      framework: 'n8n',
      hosted: false,
      item,
      name: parameter(item, 'name') ?? entryOf(item, 'name')?.value,
      description: parameter(item, 'toolDescription') ?? parameter(item, 'description'),
      inputs: filledIn(file, entryOf(item, 'parameters')?.value),
      gate: { kind: users.every(({ asks }) => asks) ? 'always' : users.some(({ asks }) => asks) ? 'conditional' : 'none' },
      effects,
      agents: users.flatMap(({ node }) => agentOf(file, node)),
    });
    return tool === undefined ? [] : [tool];
  });
}

interface User {
  readonly node: JsonObject;
  /** A step in between asks a human. */
  readonly asks: boolean;
}

/** What runs a tool in the end. A step that asks a human stands between the two. */
function usersOf(
  root: JsonNode | undefined,
  node: JsonObject,
  named: ReadonlyMap<string, JsonObject>,
  seen: Set<JsonNode>,
): readonly User[] {
  if (seen.has(node)) return [];
  seen.add(node);
  const own = entryOf(entryOf(root, 'connections')?.value, stringOf(entryOf(node, 'name')?.value) ?? '')?.value;
  const outputs = entryOf(own, 'ai_tool')?.value;
  const targets = (outputs?.kind === 'array' ? outputs.items : []).flatMap((list) => (list.kind === 'array' ? list.items : []));
  return targets.flatMap((target): readonly User[] => {
    const user = named.get(stringOf(entryOf(target, 'node')?.value) ?? '');
    if (user === undefined) return [];
    if (!asksHuman(user)) return [{ node: user, asks: false }];
    return usersOf(root, user, named, seen).map((one) => ({ ...one, asks: true }));
  });
}

function asksHuman(node: JsonObject): boolean {
  return /hitl|humanInTheLoop/i.test(typeOfNode(node)) || stringOf(parameter(node, 'operation')) === 'sendAndWait';
}

function agentOf(file: string, node: JsonObject): Agent {
  const name = entryOf(node, 'name')?.value;
  const limit = entryOf(parameter(node, 'options'), 'maxIterations')?.value;
  return {
    file,
    span: name?.span ?? node.span,
    framework: 'n8n',
    api: 'agent',
    ...(stringOf(name) === undefined ? {} : { name: stringOf(name)! }),
    ...(limit?.kind === 'scalar' && typeof limit.value === 'number'
      ? { limit: { name: 'maxIterations', value: limit.value, place: { file, span: limit.span } } }
      : {}),
  };
}

/** Of a request its method; of other nodes the operation, by its verb. What neither says stays open. */
function effectsOf(file: string, node: JsonObject): { readonly known: readonly Effect[]; readonly complete: boolean } {
  const type = typeOfNode(node);
  const retriedBy = retryOf(file, node);
  if (/(?:httpRequestTool|toolHttpRequest)$/.test(type)) {
    const method = parameter(node, 'method');
    const verb = stringOf(method) ?? 'GET';
    // Many ask by POST: then the name of the tool says whether it changes anything.
    const word = verbClass(stringOf(parameter(node, 'name') ?? entryOf(node, 'name')?.value) ?? '');
    const kind = verb === 'POST' && word !== undefined && word !== 'exec' ? word : (methods[verb] ?? 'write.add');
    const host = /^=?https?:\/\/([\w.-]{1,100})/.exec(stringOf(parameter(node, 'url')) ?? '')?.[1];
    const detail = host === undefined ? verb : `${verb} ${host}`;
    const certainty = verb !== 'POST' ? 'certain' : word === undefined ? 'possible' : 'probable';
    const effect = { ...effectAt(file, method ?? node, kind, detail, certainty, retriedBy), resource: 'network' as const };
    return { known: [effect], complete: methods[verb] !== undefined };
  }
  const operation = parameter(node, 'operation');
  const words = stringOf(operation);
  const kind = words === undefined ? undefined : verbClass(words);
  if (operation === undefined || words === undefined || kind === undefined || kind === 'exec') return { known: [], complete: false };
  const subject = stringOf(parameter(node, 'resource'));
  const detail = subject === undefined ? words : `${words} ${subject}`;
  return { known: [{ ...effectAt(file, operation, kind, detail.slice(0, 60), 'probable', retriedBy), named: true }], complete: false };
}

const methods: Readonly<Record<string, EffectClass>> = {
  GET: 'read',
  HEAD: 'read',
  OPTIONS: 'read',
  POST: 'write.add',
  PUT: 'write.set',
  PATCH: 'write.set',
  DELETE: 'destroy',
};

function effectAt(
  file: string,
  node: JsonNode,
  kind: EffectClass,
  detail: string,
  certainty: Effect['certainty'],
  retriedBy: Retry | undefined,
): Effect {
  return {
    file,
    span: node.span,
    class: kind,
    resource: 'other',
    api: `n8n: ${detail}`,
    detail,
    certainty,
    via: [],
    key: { level: 'none' },
    inputs: [],
    keyCandidates: [],
    ensures: false,
    exclusive: false,
    bounded: true,
    relative: false,
    own: false,
    reversible: false,
    openWorld: true,
    callerControlled: false,
    ...(retriedBy === undefined ? {} : { retriedBy }),
  };
}

function retryOf(file: string, node: JsonObject): Retry | undefined {
  const retries = entryOf(node, 'retryOnFail');
  if (retries === undefined || !isTrue(node, 'retryOnFail')) return undefined;
  const at = { file, span: retries.span };
  return { ...at, label: 'retryOnFail', api: 'retryOnFail', certainty: 'certain', scope: { file, span: node.span } };
}

const asked =
  /\$fromAI\(\s{0,9}['"`]([\w-]{1,64})['"`](?:\s{0,9},\s{0,9}['"`]([^'"`]{0,300})['"`])?(?:\s{0,9},\s{0,9}['"`](\w{1,20})['"`])?/g;

/** What the model fills in: `$fromAI('amount', 'In cents', 'number')`. */
function filledIn(file: string, node: JsonNode | undefined): readonly InputParameter[] {
  if (node?.kind === 'object') return node.entries.flatMap(({ value }) => filledIn(file, value));
  if (node?.kind === 'array') return node.items.flatMap((item) => filledIn(file, item));
  return [...(stringOf(node) ?? '').matchAll(asked)].map(([, name = '', description, type]) => {
    const known = typeOf(type === 'json' ? 'object' : type);
    return {
      name,
      optional: false,
      place: { file, span: node!.span },
      ...(description === undefined || description === '' ? {} : { description }),
      ...(known === undefined ? {} : { type: known }),
    };
  });
}

function typeOfNode(node: JsonObject): string {
  return stringOf(entryOf(node, 'type')?.value) ?? '';
}

function parameter(node: JsonObject, key: string): JsonNode | undefined {
  return entryOf(entryOf(node, 'parameters')?.value, key)?.value;
}

function isTrue(node: JsonObject, key: string): boolean {
  const value = entryOf(node, key)?.value;
  return value?.kind === 'scalar' && value.value === true;
}
