import { accusing, chain, changes, defineRule, looksFirst, named, once, setsOut, weaker } from '../../../kit/index.js';
import type { Effect } from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/check-then-act',
  summary: 'A tool looks for a thing and makes it when there is none, and nothing stands between two that do so at once.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI08', 'CWE-362', 'CWE-367'],
  messages: {
    race: '`{tool}` looks first and does {effect} when nothing is there: two calls at once both find nothing, and both add. Add a unique key that refuses the second one.',
  },

  check(tool, report) {
    if (tool.inTests) return;
    const reads = tool.effects.known.filter((effect) => effect.class === 'read');
    if (tool.effects.known.some(locks)) return;
    for (const effect of once(tool.effects.known.filter(makesWhatIsMissing))) {
      const looked = reads.find((read) => isSameThing(read, effect));
      if (looked === undefined) continue;
      report({
        message: 'race',
        data: { tool: tool.name.value, effect: named(effect) },
        at: setsOut(effect, tool),
        about: effect,
        because: chain(effect, ...chain(looked), effect.idempotentBy),
        certainty: weaker('probable', accusing(effect)),
      });
    }
  },
});

/** A row whose id is given, or of which something is unique, is refused the second time. */
function makesWhatIsMissing(effect: Effect): boolean {
  if (effect.class !== 'write.add' || !changes(effect) || effect.ensures || effect.exclusive || effect.key.level !== 'none') return false;
  return effect.idempotentBy?.label === looksFirst && effect.identity !== 'given' && effect.identity !== 'unique';
}

/** A lock, or a function that is named for one, lets one call in at a time. */
function locks(effect: Effect): boolean {
  return effect.locks === true || lock.test(effect.api) || effect.via.some(({ label }) => lock.test(label));
}

const lock = /lock(?![a-z])|Lock|mutex|semaphore|serializable|atomic|transaction/i;

/** The same table by name or by the object that is asked, or the same address. */
function isSameThing(read: Effect, write: Effect): boolean {
  if (read.resource !== write.resource) return false;
  const [table, address] = [/^INSERT INTO (\S+)$/.exec(write.detail ?? '')?.[1], /^POST (\S+)$/.exec(write.detail ?? '')?.[1]];
  if (table !== undefined) return read.detail === `SELECT FROM ${table}`;
  if (address !== undefined) return read.detail?.split('?', 1)[0] === `GET ${address}`;
  return write.receiver !== undefined && read.receiver === write.receiver && (/['"]/.test(write.receiver) || ofOneThing.test(write.api));
}

/** A connection is asked for everything; these are asked for one kind of thing. */
const ofOneThing = /(?:Collection|Model|QuerySet|Repository)[#.]|#\w{1,80}\.\w/;
