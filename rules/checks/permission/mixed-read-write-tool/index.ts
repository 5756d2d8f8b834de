import { chain, changes, defineRule } from '../../../kit/index.js';
import type { Tool, ToolMode } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/mixed-read-write-tool',
  summary: 'One parameter decides whether a tool reads or changes something.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-1.2', 'OWASP-Agentic-2026-ASI02', 'OWASP-MCP-2025-MCP02', 'CWE-285', 'CWE-863'],
  messages: {
    mixed:
      '`{tool}` reads with `{parameter}: {read}` and {changes} with `{write}`, so no permission and no hint fits both. Make two tools of it.',
    directory:
      '`{tool}` reads with `{parameter}: {read}` and {changes} with `{write}`, and the Claude directory lists no such tool. Make two of it.',
  },

  check(tool, report) {
    for (const parameter of new Set(tool.modes.map((mode) => mode.parameter))) {
      const modes = tool.modes.filter((mode) => mode.parameter === parameter && typeof mode.value === 'string' && mode.value !== '*');
      const read = modes.find((mode) => mode.readOnly === true && mode.value !== null);
      const write =
        modes.find((mode) => mode.readOnly === false && mode.destructive === true) ?? modes.find((mode) => mode.readOnly === false);
      if (read === undefined || write === undefined || !(action.test(parameter) || reads.test(String(read.value)))) continue;
      const effect = worstOf(tool, write);
      const place = tool.inputs.find(({ name }) => name === parameter)?.place ?? tool.name;
      const data = {
        tool: tool.name.value,
        parameter,
        read: shown(read),
        write: shown(write),
        changes: effect?.class === 'destroy' ? 'destroys something' : 'changes something',
      };
      const common = {
        data,
        at: place,
        certainty: effect?.certainty ?? 'probable',
        because: effect === undefined ? [] : chain(effect),
      } as const;
      if (tool.hosted) report({ ...common, message: 'directory', set: 'profile:claude-directory', severity: 'error' });
      return report({ ...common, message: 'mixed' });
    }
  },
});

/** A parameter that says what to do, or a value that is a verb of reading. */
const action = /action|operation|command|method|mode|task|verb/i;
const reads =
  /^(?:get|list|read|search|find|show|view|status|describe|query|fetch|count|info|check|inspect|browse|preview|diff|log)(?=$|[_.:A-Z-])/;

function worstOf(tool: Tool, mode: ToolMode) {
  const known = mode.effects.flatMap((index) => tool.effects.known[index] ?? []).filter(changes);
  return known.find((effect) => effect.class === 'destroy') ?? known[0];
}

function shown({ value }: ToolMode): string {
  return `'${String(value)
    .replaceAll(/[^\w.:/ -]/g, '')
    .slice(0, 24)}'`;
}
