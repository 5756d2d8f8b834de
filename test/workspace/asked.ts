import { credentials } from '../../rules/credentials/index.js';
import mcp from '../../rules/frameworks/mcp-typescript.js';
import { results } from '../../rules/results/index.js';
import type { Result } from '../../server/analysis/finding.js';
import type { Knowledge, Snapshot } from '../../server/analysis/snapshot.js';
import { memoryHost, type MemoryFile, type MemoryHost, type MemoryOptions } from '../../server/hosts/memory.js';
import type { Config } from '../../server/workspace/config.js';
import { createSession, type CheckResult, type Session } from '../../server/workspace/session.js';

/** Enough to know which files matter; nothing is ever analyzed with it. */
export const knowledge: Knowledge = {
  checks: [],
  frameworks: [mcp],
  effects: [],
  engines: [],
  chance: { typescript: {}, python: {} },
  http: { readHosts: [], readPaths: [] } as unknown as Knowledge['http'],
  page: {} as unknown as Knowledge['page'],
  commands: {},
  operations: {},
  purePythonModules: [],
  purePackages: [],
  credentials,
  results,
};

/** A session over memory whose analysis only remembers what it was asked. */
export interface Asked {
  readonly host: MemoryHost;
  readonly session: Session;
  /** What the last check handed to analysis: one snapshot for each group of files with the same settings. */
  snapshots(): readonly Snapshot[];
  /** Files to report on, relative to `/ws`, with their text's first line. */
  files(): Readonly<Record<string, string>>;
  /** How many analyzers were made so far. */
  readonly analyzers: readonly Knowledge[];
}

export const nothing: Result = { tools: [], findings: [], unresolved: [], skipped: [], internal: [] };

export function asked(
  files: Readonly<Record<string, MemoryFile>>,
  options: MemoryOptions & { readonly overrides?: Partial<Config> } = {},
): Asked {
  const host = memoryHost(files, options);
  const analyzers: Knowledge[] = [];
  let snapshots: Snapshot[] = [];
  const session = createSession({
    host,
    knowledge,
    overrides: options.overrides,
    analyzer: (known) => {
      analyzers.push(known);
      return {
        analyze(snapshot) {
          snapshots.push(snapshot);
          return nothing;
        },
      };
    },
  });
  const check = session.check.bind(session);
  let last: CheckResult | undefined;
  session.check = () => {
    const before = snapshots;
    snapshots = [];
    const result = check();
    if (result === last) snapshots = before;
    last = result;
    return result;
  };
  const look = (): readonly Snapshot[] => {
    session.check();
    return snapshots;
  };
  return {
    host,
    session,
    analyzers,
    snapshots: look,
    files: () =>
      Object.fromEntries(
        look().flatMap((snapshot) =>
          snapshot.files.map((file) => [file.replace('/ws/', ''), snapshot.text(file)?.split('\n')[0] ?? '(nothing)']),
        ),
      ),
  };
}

/** A source that defines tools, as far as the words in it say. */
export const server = "import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';\n";
