/** Which environment a file belongs to, by the user's settings, its folders and its name. */
import type { CredentialKnowledge, Environment } from '../../../rules/kit/index.js';
import type { AnalysisSettings } from '../snapshot.js';
import { createPatterns, type PathPatterns } from './patterns.js';
import { nameTokens } from './tokens.js';

export interface PathAnswer {
  readonly environment: Environment;
  /** Why, for messages: "`.env.development` is for development by its name". */
  readonly because: string;
  /** The user's settings say so. */
  readonly configured: boolean;
  /** Tests, examples and fixtures. */
  readonly inTests: boolean;
}

/** Answers for a path relative to the root of its workspace, with `/` between folders. */
export type PathReader = (path: string) => PathAnswer;

const titles: Readonly<Record<Environment, string>> = {
  dev: 'development',
  test: 'tests',
  staging: 'staging',
  production: 'production',
  ambiguous: 'every environment',
  none: 'no environment',
};

export function createPathReader(
  knowledge: Pick<CredentialKnowledge, 'paths' | 'environmentWords'>,
  environments: AnalysisSettings['environments'],
): PathReader {
  const configured = environments.map((row) => ({ environment: row.environment, files: matcher([row.files]) }));
  const rows = knowledge.paths.map((row) => ({ ...row, files: matcher(row.files, true) }));
  return (path) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const own = configured.find((row) => matches(row.files, path));
    const folder = rows.find((row) => matches(row.files, path));
    const inTests = folder?.environment === 'test' || folder?.sample === true;
    if (own !== undefined) {
      return {
        environment: own.environment,
        because: `your settings say that \`${name}\` is for ${titles[own.environment]}`,
        configured: true,
        inTests,
      };
    }
    if (isEnvironmentFile(name)) return { ...byName(name, knowledge, folder?.environment), configured: false, inTests };
    const because = folder === undefined ? `\`${name}\` belongs to no environment` : `\`${name}\` is ${folder.because}`;
    return { environment: folder?.environment ?? 'none', because, configured: false, inTests };
  };
}

/** Quick answer for a path, below any root: may the file be of these environments? Never `false` for one that is. */
export function pathsOf({ paths }: Pick<CredentialKnowledge, 'paths'>, environments: readonly Environment[]): (path: string) => boolean {
  const rows = paths.filter((row) => environments.includes(row.environment) && row.sample !== true);
  const files = matcher(
    rows.flatMap((row) => row.files),
    true,
  );
  return (path) => matches(files, path);
}

/** `.env`, `.env.local`, `prod.env`, `.envrc`, `.dev.vars`; not `.env.ts`, nor the encrypted `.env.vault`. */
export function isEnvironmentFile(name: string): boolean {
  if (
    name.length > 100 ||
    /\.(?:ts|tsx|mts|cts|js|jsx|mjs|cjs|json|jsonc|ya?ml|md|txt|toml|vault|enc|gpg|age|sops|py|go|rs|php|rb|sh|zip)$/.test(name)
  )
    return false;
  return (
    name === '.env' ||
    name === '.envrc' ||
    name === '.flaskenv' ||
    /^\.(?:env|dev\.vars)(?:[.-][\w.-]{1,60})?$/.test(name) ||
    /^[\w.-]{1,60}\.env$/.test(name)
  );
}

/** Words of the name count first; a plain `.env` takes the environment of its folder. */
function byName(
  name: string,
  knowledge: Pick<CredentialKnowledge, 'environmentWords'>,
  folder: Environment | undefined,
): Pick<PathAnswer, 'environment' | 'because'> {
  const words = nameTokens(name);
  const told = knowledge.environmentWords.find(([, known]) => words.some((word) => known.includes(word)));
  if (told !== undefined) {
    const [environment] = told;
    return { environment, because: `\`${name}\` is for ${titles[environment]} by its name` };
  }
  if (name === '.envrc') return { environment: 'dev', because: '`.envrc` is loaded by the shell of a developer' };
  if (folder !== undefined && folder !== 'none')
    return { environment: folder, because: `\`${name}\` is for ${titles[folder]} by its folder` };
  return { environment: 'ambiguous', because: `\`${name}\` is read in every environment` };
}

/** Our own rows hold at any depth; a pattern of the user with a `/` inside is anchored at the root, as in `.gitignore`. */
function matcher(patterns: readonly string[], anywhere = false): PathPatterns {
  const deep = (pattern: string): string => (anywhere && /^[^*/].*\/./.test(pattern) ? `**/${pattern}` : pattern);
  return createPatterns(patterns.map(deep));
}

function matches(files: PathPatterns, path: string): boolean {
  return files.match(path.replace(/^(?:\.{0,2}\/)+/, ''));
}
