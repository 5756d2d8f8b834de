import { accusing, chain, changes, defineRule, named, once, repeatableTwin, scriptPlaces } from '../../../kit/index.js';
import type { Effect } from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/imperative-command',
  summary: 'A call fails when what it makes is there, though one exists that does not.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'exact',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI08', 'CWE-837'],
  messages: {
    fails:
      '{effect} in `{tool}` fails when it is there already: a repeated call looks like a failure, and the model tries another way. Use {twin}.',
    script:
      '`{command}` in {where} fails when it is there already: the second run stops here, and an agent that started it tries another way. Use {twin}.',
    accept: 'Pass `{name}`',
    write: 'Write `{text}`',
  },

  around({ imperatives }, report) {
    for (const { file, span, shown, twin, where, accept, inTests } of imperatives) {
      if (inTests || where === 'permission') continue;
      const fixes =
        accept === undefined
          ? []
          : ([
              {
                message: 'write',
                data: { text: accept.text },
                grade: 'exact',
                edits: [{ kind: 'replace', at: accept.at, text: accept.text }],
              },
            ] as const);
      const data = { command: shown, twin, where: scriptPlaces[where] };
      report({ message: 'script', data, at: { file, span }, certainty: 'probable', fixes });
    }
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const effect of once(tool.effects.known.filter(failsWhenRepeated))) {
      const { acceptSlot: slot, acceptName: name } = effect;
      const twin = name === undefined ? repeatableTwin(effect) : `\`${name}\``;
      if (twin === undefined) continue;
      report({
        message: 'fails',
        data: { tool: tool.name.value, effect: named(effect), twin },
        at: effect,
        because: chain(effect),
        certainty: accusing(effect),
        fixes:
          name === undefined || slot === undefined || (slot.existing === undefined && slot.insert === undefined)
            ? []
            : [{ message: 'accept', data: { name }, grade: 'exact', edits: [{ kind: 'set', slot, value: true }] }],
      });
    }
  },
});

/** Nothing looks first, nobody expects the failure, and it is no lock, which has to fail. */
function failsWhenRepeated(effect: Effect): boolean {
  if (effect.class !== 'write.add' || !effect.exclusive || !changes(effect)) return false;
  return effect.idempotentBy === undefined && effect.swallowedBy === undefined && !/lock|mutex/i.test(effect.words ?? '');
}
