import type { GrammarFiles } from '../analysis/syntax/python/grammar.js';
import type { Host, Problem } from '../workspace/host.js';

/** There is no disk: what is not open in the editor is not there. */
const absent: Problem = { problem: 'files that are not open cannot be read in a browser', gone: true };

/** A worker of a browser, which knows what the editor sends it and what its own file holds. */
export function browserHost(log: Host['log']): Host {
  return {
    read: async () => absent,
    scan: async () => absent,
    list: async () => absent,
    stat: async () => undefined,
    git: async () => null,
    // Editors start workers from addresses that have nothing beside them, so the grammar is part of the program, unpacked when asked for.
    grammar: async (): Promise<GrammarFiles> => (await import('./browser-grammar.js')).files,
    log,
  };
}
