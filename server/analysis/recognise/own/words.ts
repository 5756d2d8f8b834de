/** Names by which a project says that something defines a tool. */

/** What may stand behind the word: `ToolDefinition`, `toolSpecs`. A `ToolCall` or a `ToolResult` defines nothing. */
const behind: ReadonlySet<string> = new Set(
  (
    'def defs definition definitions spec specs specification schema schemas config configs entry entries descriptor descriptors ' +
    'declaration declarations info module modules impl implementation registration registrations object item items record interface ' +
    'base map registry list set group factory function class catalog collection array table shape contract plugin v1 v2 v3'
  ).split(' '),
);

/** `readFileTool`, `TOOLS`, `ToolDefinition`: the word, with nothing behind it that makes it something else. */
export function saysTool(name: string | undefined): boolean {
  if (name === undefined || !/tool/i.test(name)) return false;
  const words = wordsOf(name);
  const at = words.findLastIndex((word) => word === 'tool' || word === 'tools');
  return at >= 0 && words.slice(at + 1).every((word) => behind.has(word));
}

/** A function or method that takes or makes a definition: `defineTool`, `tool`, `registerReadTool`, `toolOf`. */
export function makesTool(name: string | undefined): boolean {
  return saysTool(name) && !takes.has(wordsOf(name!)[0]!);
}

const takes: ReadonlySet<string> = new Set(
  'call run execute invoke get find is has use format render list filter handle parse remove delete log count validate check'.split(' '),
);

const hands: ReadonlySet<string> = new Set(['register', 'add', 'define', 'create', 'push', 'set', 'use', 'append', 'provide']);

/** `toolRegistry.register(…)`, `tools.push(…)`: what takes a definition, by its receiver. */
export function handsOver(receiver: string | undefined, method: string): boolean {
  return hands.has(method) && saysTool(receiver);
}

const picking: ReadonlySet<string> = new Set(['find', 'findLast', 'at', 'get', 'pop', 'shift', 'filter', 'slice']);

/** `tools.find(…)`: what it gives was defined elsewhere. */
export function picks(method: string | undefined): boolean {
  return method !== undefined && picking.has(method);
}

function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
