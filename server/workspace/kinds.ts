import type { CredentialKnowledge, ResultKnowledge } from '../../rules/kit/index.js';
import { isEnvironmentFile } from '../analysis/environment/path.js';
import { holdsOne, wordsOf } from '../analysis/environment/patterns.js';
import { readPatterns, type Patterns } from './ignored.js';
import { basename, extension } from './paths.js';
import { settingsName } from './walk.js';

/**
 * What a file is to us: `source` may define tools, `config` may hold credentials and start agents, `script` holds command lines or says
 * what agents need not ask for, `results` is called as results of trials are.
 */
export type FileKind = 'source' | 'config' | 'script' | 'results';

/** Why a file that was asked for by its path is not looked at. */
export const otherKind = 'not a kind of file that is looked at';

export interface Kinds {
  /** `undefined`: nothing that we look at. */
  of(file: string): FileKind | undefined;
  /** Folders that hold agent configuration: looked into even when git ignores them. */
  readonly folders: ReadonlySet<string>;
}

export { isEnvironmentFile };

const sources = new Set(['.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.py', '.ipynb']);

/**
 * The ends of paths of files that start agents and MCP servers, and patterns of those that hold settings which git ignores, or command
 * lines, permissions and settings that it keeps.
 */
export interface ConfigNames {
  readonly agents: readonly string[];
  readonly kept: readonly string[];
  readonly scripts: readonly string[];
  readonly results: readonly string[];
}

/** Files with lists of tools. */
const toolLists = [
  'tools.json',
  '*-tools.json',
  '*_tools.json',
  '*.tools.json',
  'toolDefinitions.json',
  'tool-definitions.json',
  'tool_definitions.json',
  'tools-list.json',
  'tools_list.json',
  // What low-code platforms export, and templates that describe agents.
  '*.n8n.json',
  'n8n/**/*.json',
  'workflows/*.json',
  '*dify*.yml',
  '*dify*.yaml',
  'dify/**/*.yml',
  'dify/**/*.yaml',
  'DSL/*.yml',
  '*action-group*.json',
  '*action_group*.json',
  'template.json',
  'template.yaml',
  'template.yml',
  '*.template.json',
  '*.template.yaml',
  '*.template.yml',
];

export function configNames(
  { clients, approvals, scripts, configs: settings }: CredentialKnowledge,
  { formats, summaries }: ResultKnowledge,
): ConfigNames {
  return {
    agents: clients.flatMap(({ files }) => files),
    kept: settings.kept,
    scripts: [...toolLists, ...approvals.files, ...scripts.rows.flatMap(({ files }) => files), ...settings.shared],
    results: [...formats, ...summaries].flatMap(({ files }) => files),
  };
}

export function createKinds({ agents, kept, scripts, results }: ConfigNames): Kinds {
  const isAgent = matcher(agents);
  const isKept = matcher(kept);
  const isScript = matcher(scripts);
  const isResult = matcher(results);
  const known = new Map<string, FileKind | undefined>();
  return {
    folders: new Set(agents.flatMap((pattern) => pattern.split('/').slice(0, -1)).filter((name) => /^\.[\w-]+$/.test(name))),
    of(file) {
      const name = basename(file);
      const end = extension(name);
      if (sources.has(end)) return /\.d\.[mc]?ts$/.test(name) ? undefined : 'source';
      // Scripts of a manifest may hold connection strings.
      if (isEnvironmentFile(name) || name === 'package.json') return 'config';
      if (
        !configs.has(end) &&
        !/^(?:GNUm|m|M)akefile$|^Dockerfile(?:\.|$)|^Procfile(?:\.|$)|^\.?[Jj]ustfile$|^(?:Gemfile|Pipfile|requirements[\w.-]{0,40}\.txt)$/.test(
          name,
        )
      )
        return undefined;
      if (!known.has(file))
        known.set(file, isAgent(file) || isKept(file) ? 'config' : isScript(file) ? 'script' : isResult(file) ? 'results' : undefined);
      return known.get(file);
    },
  };
}

const configs = new Set(['.json', '.jsonc', '.yaml', '.yml', '.toml', '.mk', '.tfvars', '.properties', '.sh', '.bash', '.dockerfile']);

/** To prepare patterns takes longer than most else that a short run does before it reads, so words of them are looked for first. */
function matcher(files: readonly string[]): (file: string) => boolean {
  const lines = files.map((file) => `**/${file}`);
  const words = wordsOf(lines.map((line) => line.toLowerCase()));
  let patterns: Patterns | undefined;
  return (file) => {
    if (!holdsOne(words, file.toLowerCase())) return false;
    patterns ??= readPatterns(lines, '/');
    return patterns(file, false) === true;
  };
}

/** Files whose content says where imports lead, what is ignored or which settings hold. */
export function isStructural(file: string): boolean {
  const name = basename(file);
  return (
    /^(?:package\.json|pnpm-workspace\.yaml|\.gitignore|[tj]sconfig(?:\.[\w.-]{1,100})?\.json)$/.test(name) ||
    name === settingsName ||
    name === 'HEAD'
  );
}
