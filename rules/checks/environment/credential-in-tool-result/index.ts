import { defineEnvironmentRule } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'environment/credential-in-tool-result',
  summary: 'A tool answers with secrets of the environment, or writes them down.',
  since: '0.1.0',
  severity: 'warning',
  set: 'strict',
  fix: 'none',
  maps: ['OWASP-MCP-2025-MCP01', 'OWASP-MCP-2025-MCP10', 'OWASP-LLM-2025-LLM02', 'CWE-200', 'CWE-532'],
  messages: {
    all: '`{tool}` answers with the whole environment, so every secret in it reaches the model. Name what is needed.',
    one: '`{tool}` answers with `{variable}`, so the secret reaches the model and what it writes. Say whether it is set.',
    logged: '`{tool}` writes `{variable}` down, so whoever reads the log has the secret. Say whether it is set.',
    dumped: '`{tool}` writes the whole environment down, with every secret in it. Name what is needed.',
  },

  check(facts, report) {
    for (const { file, span, tool: given, variable: read, isLogged } of facts.leaks) {
      const tool = given.slice(0, 40);
      const variable = read?.slice(0, 40);
      const said =
        variable === undefined
          ? ({ message: isLogged ? 'dumped' : 'all', data: { tool } } as const)
          : ({ message: isLogged ? 'logged' : 'one', data: { tool, variable } } as const);
      report({
        ...said,
        at: { file, span },
        certainty: 'certain',
        severity: variable === undefined && !isLogged ? 'error' : 'warning',
      });
    }
  },
});
