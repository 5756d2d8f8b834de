import { chain, changes, defineRule, exposedTo, gateFixes, gateMessages, listed, named, seenFrom } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/unrestricted-path-parameter',
  summary: 'The model chooses a path anywhere on the disk.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-1.2', 'OWASP-Agentic-2026-ASI02', 'CWE-22', 'CWE-73'],
  messages: {
    written:
      '`{tool}` writes wherever {parameter} says, also to `~/.ssh` or `/etc`, by {effect}. Resolve the path, and refuse what is not below your root.',
    destroyed:
      '`{tool}` removes or replaces whatever {parameter} names, anywhere on the disk, by {effect}. Resolve the path, and refuse what is not below your root.',
    below:
      '`{tool}` joins {parameter} to a folder, and `../` in it leads out of there, to {effect}. Resolve the path, and refuse what is not below the folder.',
    read: '`{tool}` reads whatever file {parameter} names, also keys and passwords, by {effect}. Resolve the path, and refuse what is not below your root.',
    many: '{count} tools of this file let the model choose a path anywhere on the disk, to keys and start-up files. Check it in one place.',
    ...gateMessages,
  },
  folded: { above: 5, message: 'many' },

  check(tool, report) {
    const writes = exposedTo(tool, ['path'], changes).filter(({ held }) => held === undefined);
    const reads = exposedTo(tool, ['path'], ({ class: kind }) => kind === 'read').filter(({ held }) => held === undefined);
    const [first] = writes.length > 0 ? writes : reads;
    if (first === undefined) return;
    const { effect, reach, certainty } = first;
    const alike = (writes.length > 0 ? writes : reads).filter((one) => one.reach.whole === reach.whole);
    const data = { tool: tool.name.value, parameter: listed(alike), effect: named(effect) };
    const common = { data, at: seenFrom(tool, effect), about: effect, because: chain(effect), certainty };
    if (effect.class === 'read') return report({ ...common, message: 'read', severity: 'information', set: 'strict' });
    const message = !reach.whole ? 'below' : effect.class === 'destroy' ? 'destroyed' : 'written';
    report({ ...common, message, severity: tool.inTests ? 'hint' : 'warning', fixes: gateFixes(tool) });
  },
});
