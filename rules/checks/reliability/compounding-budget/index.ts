import { defineAgentRule, namesOfTools, unsafeTools } from '../../../kit/index.js';

/** Nobody shows that steps work more often than this. */
const provable = 0.995;

export default defineAgentRule({
  id: 'reliability/compounding-budget',
  summary: 'An agent may take so many steps that each would have to work nearly always, with tools that nothing repairs.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-1.3', 'MAST-3.2', 'OWASP-Agentic-2026-ASI08'],
  messages: {
    budget:
      '{steps} steps at {step} each all work in {all} of runs, were none repaired; {target} needs {needed}. {tools} cannot be repeated{kept}.',
  },

  check(agent, report) {
    const { budget, limit, tools, keeping, engine, inTests, callee, inside } = agent;
    if (inTests || budget === undefined || limit?.many === true || budget.needed <= provable || inside !== undefined) return;
    const unsafe = unsafeTools(tools);
    const isKept = keeping !== undefined && keeping.lasts !== 'none';
    if (unsafe.length === 0 || isKept || engine !== undefined) return;
    report({
      message: 'budget',
      data: {
        steps: String(budget.steps),
        step: percent(budget.step, 0),
        all: percent(budget.all, 0),
        target: percent(budget.target, 0),
        needed: percent(budget.needed, 2),
        tools: namesOfTools(unsafe),
        kept: keeping === undefined ? '' : ', and nothing keeps a run',
      },
      at: limit?.place ?? callee,
      about: callee,
      because: unsafe.slice(0, 5).map((tool) => ({ ...tool.name, label: 'does its work again when it is repeated' })),
      certainty: 'probable',
    });
  },
});

function percent(chance: number, digits: number): string {
  const least = 10 ** -digits;
  const shown = chance * 100;
  return shown > 0 && shown < least / 2 ? `< ${least} %` : `${shown.toFixed(digits)} %`;
}
