import { readPatterns } from './ignored.js';
import { basename, extension } from './paths.js';

/**
 * What a file is to us: `source` may define tools, `config` may hold credentials and start agents, `unread` may define
 * tools in a language that has no reader yet.
 */
export type FileKind = 'source' | 'config' | 'unread';

export interface Kinds {
  /** `undefined`: nothing that we look at. */
  of(file: string): FileKind | undefined;
  /** Folders that hold agent configuration: looked into even when git ignores them. */
  readonly folders: ReadonlySet<string>;
}

const sources = new Set(['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs']);

/** Why files of these extensions are not looked at. */
export const unreadLanguages: ReadonlyMap<string, string> = new Map([
  ['.py', 'Python is not read yet'],
  ['.ipynb', 'notebooks are not read yet'],
]);

/** `agentFiles` are the patterns, in the manner of `.gitignore`, of files that start agents and MCP servers. */
export function createKinds(agentFiles: readonly string[]): Kinds {
  const patterns = readPatterns(agentFiles, '/');
  const known = new Map<string, FileKind | undefined>();
  return {
    folders: new Set(agentFiles.flatMap((pattern) => pattern.split('/').slice(0, -1)).filter((name) => /^\.[\w-]+$/.test(name))),
    of(file) {
      const name = basename(file);
      const end = extension(name);
      if (sources.has(end)) return /\.d\.[mc]?ts$/.test(name) ? undefined : 'source';
      if (unreadLanguages.has(end)) return 'unread';
      if (isEnvironmentFile(name)) return 'config';
      if (end !== '.json' && end !== '.jsonc') return undefined;
      if (!known.has(file)) known.set(file, patterns(file, false) ? 'config' : undefined);
      return known.get(file);
    },
  };
}

/** `.env` and its relatives, and the files of direnv and Wrangler. */
export function isEnvironmentFile(name: string): boolean {
  return /^\.env(?:rc)?$|^\.(?:env|dev\.vars)\.[^/]{1,100}$|^\.dev\.vars$|^[^/]{1,100}\.env$/.test(name);
}
