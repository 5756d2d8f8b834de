import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { CallExpression, Module } from '../../server/analysis/syntax/ir.js';
import { read } from './print.js';

const text = readFileSync(new URL('fixtures/five-tools.txt', import.meta.url), 'utf8').replaceAll('\r\n', '\n');
const others = ['list_orders', 'get_order', 'delete_order', 'count_orders'];

/** States of the third tool while somebody types: what stands there, and what is there instead. */
const states: readonly (readonly [name: string, before: string, after: string])[] = [
  [
    'end of the call missing',
    "    return { content: [{ type: 'text', text: 'Cancelled.' }] };\n  },\n);\n",
    "    return { content: [{ type: 'text', text: 'Cancelled.' }] };\n  },\n",
  ],
  ['end of the handler missing', "text: 'Cancelled.' }] };\n  },\n);", "text: 'Cancelled.' }] };\n);"],
  ['handler and call not closed', "text: 'Cancelled.' }] };\n  },\n);", "text: 'Cancelled.' }] };\n"],
  ['no comma before the handler', 'z.string().optional() },\n  },\n  async', 'z.string().optional() },\n  }\n  async'],
  ['no comma after the name', "'cancel_order',", "'cancel_order'"],
  ['name not closed', "'cancel_order',", "'cancel_order,"],
  ['name only begun', "  'cancel_order',\n", "  '\n"],
  ['description not closed', "'Cancels an order.',", "'Cancels an order."],
  ['description without a value', "description: 'Cancels an order.',", 'description:'],
  ['key without a colon', "    description: 'Cancels an order.',", '    descr'],
  ['member being typed', 'reason: z.string().optional() },', 'reason: z. },'],
  ['call being typed', 'reason: z.string().optional() },', 'reason: z.string( },'],
  ['schema not closed', 'reason: z.string().optional() },', 'reason: z.string().optional(),'],
  ['parameters not closed', 'async ({ id, reason }) => {\n    if', 'async ({ id, reason => {\n    if'],
  ['arrow missing', 'async ({ id, reason }) => {\n    if', 'async ({ id, reason }) {\n    if'],
  ['condition not closed', 'if (reason === undefined) {', 'if (reason === undefined {'],
  ['condition without its right side', 'if (reason === undefined) {', 'if (reason === ) {'],
  ['block of the condition not closed', "needed.' }] };\n    }\n", "needed.' }] };\n"],
  ['await without an operand', "await pool.query('UPDATE orders SET state = $2 WHERE id = $1', [id, `cancelled: ${reason}`]);", 'await'],
  [
    'query being typed',
    "await pool.query('UPDATE orders SET state = $2 WHERE id = $1', [id, `cancelled: ${reason}`]);",
    "await pool.query('UPDATE orders",
  ],
  ['list of the query not closed', '`cancelled: ${reason}`]);', '`cancelled: ${reason}`);'],
  ['template not closed', '`cancelled: ${reason}`]);', '`cancelled: ${reason}]);'],
  ['hole of the template not closed', '`cancelled: ${reason}`]);', '`cancelled: ${reason`]);'],
  ['result being typed', "return { content: [{ type: 'text', text: 'Cancelled.' }] };", 'return { content: [{ type:'],
];

test('24 states, each a change of the text', () => {
  expect(states).toHaveLength(24);
  for (const [name, before] of states) expect(text.split(before), name).toHaveLength(2);
});

test('the whole text has five tools with all their parts', () => {
  expect(wholeTools(read(text)).sort()).toEqual([...others, 'cancel_order'].sort());
});

test('the other tools survive while one is being written', () => {
  const lost: string[] = [];
  for (const [name, before, after] of states) {
    const module = read(text.replace(before, () => after));
    expect(module.problems, name).not.toEqual([]);
    const found = new Set(wholeTools(module));
    lost.push(...others.filter((tool) => !found.has(tool)).map((tool) => `${name}: ${tool}`));
  }
  expect(lost).toEqual([]);
});

test('a template that holds code is not taken for one that is not closed', () => {
  const template = 'const page = `\nimport a from "a";\nserver.registerTool();\n`;\n';
  expect(wholeTools(read(template + text))).toHaveLength(5);
  const module = read(`${template}${text}const last = \`open`);
  expect(wholeTools(module)).toHaveLength(5);
  expect(module.body).toContainEqual(
    expect.objectContaining({
      kind: 'declare',
      value: expect.objectContaining({ value: '\nimport a from "a";\nserver.registerTool();\n' }),
    }),
  );
});

/** Names of the tools that have a description, a schema and a handler with a body. */
function wholeTools(module: Module): string[] {
  return calls(module).flatMap((call) => {
    const [name, options, handler] = call.args.map((argument) => argument.value);
    const keys =
      options?.kind === 'object'
        ? options.entries.flatMap((entry) => (entry.kind === 'entry' && typeof entry.key === 'string' ? [entry.key] : []))
        : [];
    const isWhole = keys.includes('description') && keys.includes('inputSchema') && handler?.kind === 'function' && handler.body.length > 0;
    return isWhole && name?.kind === 'literal' ? [String(name.value)] : [];
  });
}

function calls(module: Module): CallExpression[] {
  const found: CallExpression[] = [];
  const seen = new Set<object>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    const node = value as CallExpression;
    if (node.kind === 'call' && 'args' in node && node.callee.kind === 'member' && node.callee.property === 'registerTool')
      found.push(node);
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(module.body);
  return found;
}
