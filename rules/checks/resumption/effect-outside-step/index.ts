import {
  accusing,
  chain,
  changes,
  defineEnvironmentRule,
  named,
  once,
  stepFixes,
  stepMessages,
  type Effect,
  type Workflow,
} from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'resumption/effect-outside-step',
  summary: 'A workflow changes something outside of its steps, and does it again each time that it is resumed.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'choice',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI08', 'CWE-837'],
  messages: {
    again: '{engine} runs `{workflow}` anew whenever it resumes it, and {effect} is in no step: it is done again. Put it into {step}.',
    differs:
      '{engine} replays `{workflow}`, and {effect} is asked outside of a step: another answer sends it another way. Put it into {step}.',
    ...stepMessages,
  },

  check({ workflows }, report) {
    for (const workflow of workflows) {
      if (workflow.inTests || workflow.whole) continue;
      for (const effect of once(workflow.effects.known.filter((one) => isOutside(one, workflow)))) {
        const { engine, name } = workflow;
        report({
          message: effect.class === 'read' ? 'differs' : 'again',
          data: { engine: engine.title, workflow: name.value, effect: named(effect), step: shown(engine.makes) },
          at: effect.via[0] ?? effect,
          about: effect,
          because: chain(effect),
          certainty: accusing(effect),
          fixes: stepFixes(workflow, effect),
        });
      }
    }
  },
});

function isOutside(effect: Effect, { engine }: Workflow): boolean {
  if (effect.step !== undefined || effect.resource === 'memory') return false;
  return changes(effect) || (engine.keepsAnswers === true && effect.class === 'read' && effect.resource === 'network');
}

/** Code in backticks, words as they are. */
function shown(makes: string): string {
  return makes.includes(' ') ? makes : `\`${makes}\``;
}
