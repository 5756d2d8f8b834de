import { isEnvironmentFile } from '../analysis/environment/path.js';
import { holdsOne, wordsOf } from '../analysis/environment/patterns.js';
import { readPatterns, type Patterns } from './ignored.js';
import { basename, extension } from './paths.js';

/** What a file is to us: `source` may define tools, `config` may hold credentials and start agents. */
export type FileKind = 'source' | 'config';

export interface Kinds {
  /** `undefined`: nothing that we look at. */
  of(file: string): FileKind | undefined;
  /** Folders that hold agent configuration: looked into even when git ignores them. */
  readonly folders: ReadonlySet<string>;
}

export { isEnvironmentFile };

const sources = new Set(['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.py', '.ipynb']);

/** `agentFiles` are the ends of paths of files that start agents and MCP servers. */
export function createKinds(agentFiles: readonly string[]): Kinds {
  const lines = agentFiles.map((file) => `**/${file}`);
  const words = wordsOf(lines.map((line) => line.toLowerCase()));
  let patterns: Patterns | undefined;
  const isAgentFile = (file: string): boolean => {
    // To prepare the patterns takes longer than most else that a short run does before it reads.
    if (!holdsOne(words, file.toLowerCase())) return false;
    patterns ??= readPatterns(lines, '/');
    return patterns(file, false) === true;
  };
  const known = new Map<string, FileKind | undefined>();
  return {
    folders: new Set(agentFiles.flatMap((pattern) => pattern.split('/').slice(0, -1)).filter((name) => /^\.[\w-]+$/.test(name))),
    of(file) {
      const name = basename(file);
      const end = extension(name);
      if (sources.has(end)) return /\.d\.[mc]?ts$/.test(name) ? undefined : 'source';
      // Scripts of a manifest may hold connection strings.
      if (isEnvironmentFile(name) || name === 'package.json') return 'config';
      if (end !== '.json' && end !== '.jsonc') return undefined;
      if (!known.has(file)) known.set(file, isAgentFile(file) ? 'config' : undefined);
      return known.get(file);
    },
  };
}
