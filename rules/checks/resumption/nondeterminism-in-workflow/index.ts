import { defineEnvironmentRule, helperFixes, helperMessages, type Chance, type Workflow } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'resumption/nondeterminism-in-workflow',
  summary: 'A workflow asks the clock, or chance, outside of its steps: when it is replayed, the answer is another one.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI08', 'CWE-664'],
  messages: {
    helper: '`{workflow}` calls `{call}` outside of a step: when {engine} replays it, the answer is another one. Use `{instead}`.',
    step: '`{workflow}` calls `{call}` outside of a step: when {engine} replays it, the answer is another one. Call it in {instead}.',
    ...helperMessages,
  },

  check({ workflows }, report) {
    for (const workflow of workflows) {
      if (workflow.inTests || workflow.whole) continue;
      for (const chance of onceEach(workflow)) {
        const { engine, name } = workflow;
        const says = typeof engine.chance === 'object' ? engine.chance.says[chance.kind] : undefined;
        const common = { engine: engine.title, workflow: name.value, call: chance.label };
        report({
          message: says === undefined ? 'step' : 'helper',
          data: { ...common, instead: says ?? engine.makes },
          at: chance.via[0] ?? chance,
          because: [...chance.via, chance],
          certainty: 'certain',
          // What time it is, is often only asked to measure, and most engines do not mind.
          ...(says === undefined && chance.kind === 'time' ? { set: 'strict' as const } : {}),
          fixes: helperFixes(workflow, chance),
        });
      }
    }
  },
});

/** Each place of the workflow's own code once. */
function onceEach({ chances }: Workflow): readonly Chance[] {
  const seen = new Set<number>();
  return chances.filter((chance) => {
    const { start } = (chance.via[0] ?? chance).span;
    return !seen.has(start) && seen.add(start);
  });
}
