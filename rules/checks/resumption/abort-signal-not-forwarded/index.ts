import { chain, defineRule, named, once, type Edit, type Effect } from '../../../kit/index.js';

export default defineRule({
  id: 'resumption/abort-signal-not-forwarded',
  summary: 'A tool is told when its call was given up, and its request goes on all the same.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'exact',
  maps: ['MAST-1.5', 'OWASP-Agentic-2026-ASI08', 'CWE-1088'],
  messages: {
    on: '`{tool}` knows by `{signal}` when its call was given up, and {effect} goes on all the same. Hand it over.',
    forward: 'Hand over `{signal}`',
  },

  check(tool, report) {
    const { signal, handler } = tool;
    if (tool.inTests || signal === undefined || handler === undefined) return;
    for (const effect of once(tool.effects.known.filter(takesSignal))) {
      const inHandler = effect.file === handler.file && handler.span.start <= effect.span.start && effect.span.end <= handler.span.end;
      if (!inHandler || effect.via.length > 0) continue;
      const { slot } = effect.endless!;
      const edits: readonly Edit[] = [{ kind: 'set', slot, value: { code: signal } }];
      report({
        message: 'on',
        data: { tool: tool.name.value, effect: named(effect), signal },
        at: effect,
        because: chain(effect),
        certainty: effect.certainty,
        fixes:
          slot.insert === undefined || slot.existing !== undefined ? [] : [{ message: 'forward', data: { signal }, grade: 'exact', edits }],
      });
    }
  },
});

/** Of a write that is broken off, nobody knows whether it was made. */
function takesSignal({ class: kind, resource, endless }: Effect): boolean {
  return kind === 'read' && resource === 'network' && endless !== undefined && endless.shown.startsWith('signal');
}
