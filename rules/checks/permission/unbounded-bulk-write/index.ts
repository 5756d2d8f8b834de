import {
  accusing,
  chain,
  changes,
  defineRule,
  exposedTo,
  gateFixes,
  gateMessages,
  listed,
  named,
  namesCommand,
  once,
  seenFrom,
  weaker,
} from '../../../kit/index.js';
import type { Effect, Exposed, Resource, Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/unbounded-bulk-write',
  summary: 'One call removes or changes everything, because nothing narrows it.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-1.1', 'OWASP-Agentic-2026-ASI02', 'CWE-862', 'CWE-841'],
  messages: {
    everything:
      '`{tool}` reaches {effect} with nothing that narrows it, so one call {loses} all that is there. Narrow it to what is meant.',
    whatever: '`{tool}` hands {parameter} to {effect} as it is, and an empty filter means everything. Refuse one that is empty.',
    ...gateMessages,
  },

  check(tool, report) {
    const common = { severity: tool.inTests ? ('hint' as const) : undefined, fixes: gateFixes(tool) };
    for (const effect of once(tool.effects.known.filter((one) => isBulk(one) && !one.bounded))) {
      const data = { tool: tool.name.value, effect: named(effect), loses: effect.class === 'destroy' ? 'destroys' : 'changes' };
      const place = { at: seenFrom(tool, effect), about: effect, because: chain(effect), certainty: accusing(effect) };
      // What the tool is named for is no accident, and what is filled again is not lost; a human who is asked sees it.
      const isMeant = says.test(tool.name.value) || namesCommand(tool.name.value, effect) || refills(tool, effect) || isAsked(tool, effect);
      const severity = common.severity ?? (isMeant ? 'information' : 'error');
      report({ ...common, ...place, message: 'everything', data, severity, ...(isMeant ? { set: 'strict' } : {}) });
    }
    const open = exposedTo(tool, ['filter'], isBulk).filter((one) => one.held === undefined && mayBeEmpty(tool, one));
    const [first] = open;
    if (first === undefined) return;
    const { effect } = first;
    const data = { tool: tool.name.value, effect: named(effect), parameter: listed(open) };
    const place = { at: seenFrom(tool, effect), about: effect, because: chain(effect), certainty: weaker(effect.certainty, 'probable') };
    report({ ...common, ...place, message: 'whatever', data, severity: common.severity ?? 'warning' });
  },
});

const kept: ReadonlySet<Resource> = new Set(['database', 'search', 'object-store', 'cloud', 'filesystem', 'network', 'mail']);
const says =
  /(?:^|[_-])(?:clear|reset|purge|truncate|drop|wipe|flush|reindex|rebuild|seed|migrate|delete_all|remove_all)(?=$|[_-])|^(?:clear|reset|purge|truncate|drop|wipe|flush|reindex|rebuild|seed|migrate|deleteAll|removeAll)(?=$|[A-Z])/;

function isBulk(effect: Effect): boolean {
  return changes(effect) && kept.has(effect.resource) && (effect.class === 'destroy' || effect.class === 'write.set') && !effect.reversible;
}

/** Rows that the same tool adds to the same table. */
function refills(tool: Tool, { detail = '' }: Effect): boolean {
  const table = /^(?:DELETE FROM|TRUNCATE(?: TABLE)?|DROP TABLE) (\S{1,80})/.exec(detail)?.[1];
  return (
    table !== undefined && tool.effects.known.some((other) => other.class.startsWith('write') && other.detail?.includes(table) === true)
  );
}

function isAsked(tool: Tool, effect: Effect): boolean {
  return tool.gate.kind === 'always' || tool.gate.kind === 'conditional' || effect.approvedBy !== undefined;
}

/** A whole filter that the schema lets be left out, or be any object. */
function mayBeEmpty({ inputs }: Tool, { reach }: Exposed): boolean {
  const input = inputs.find(({ name }) => name === reach.parameter);
  return reach.whole && input !== undefined && (input.optional || input.type === 'object');
}
