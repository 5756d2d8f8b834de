/** Settings of programs and of what runs them, by the environment that each of them is for. */
import type { ConfigFile, Environment, Setting } from '../../../rules/kit/index.js';
import { entryOf, stringOf, type JsonEntry, type JsonFile } from '../syntax/json.js';
import type { Configuration } from './config-files.js';
import type { Classifier } from './classify.js';
import { readJsonSettings } from './json-config.js';
import { readLineSettings } from './lines-config.js';
import { nameTokens } from './tokens.js';

/** Whether a text of configuration is worth reading: what belongs to no environment matters only when it may be of production. */
export function mayHoldSettings(text: string, environment: Environment, classifier: Classifier): boolean {
  const worth = classifier.mayTell(text);
  return worth === 'production' || (worth === 'secret' && environment !== 'none' && environment !== 'ambiguous');
}

/** What a file with settings says of credentials and of addresses of production; nothing else is kept. */
export function settingConfigs(
  { file, text, path, tracked, ignored }: Configuration,
  tree: JsonFile | undefined,
  lists: ReadonlySet<string>,
  classifier: Classifier,
): readonly ConfigFile[] {
  const settings = (
    tree === undefined
      ? readLineSettings(file, text, isContainerFile(file), classifier)
      : [tree, ...(tree.more ?? []).map((root) => ({ root, problems: [] }))].flatMap((one) =>
          readJsonSettings(file, text, one, classifier, lists),
        )
  ).filter(({ credential, endpoint, local }) => credential !== undefined || endpoint !== undefined || local === true);
  const format = formatOf(file);
  const base = { file, format, tracked, ignored };
  if (settings.length === 0) return [];
  if (!isWorkflow(file)) return [{ ...base, environment: path.environment, because: path.because, settings }];
  const jobs = entryOf(tree?.root, 'jobs')?.value;
  return jobs?.kind === 'object' ? jobs.entries.flatMap((job) => jobConfig(job, settings, base)) : [];
}

/** Jobs of a workflow serve different environments. */
function jobConfig(
  { key, value: job }: JsonEntry,
  settings: readonly Setting[],
  base: Omit<ConfigFile, 'environment' | 'because' | 'settings'>,
): readonly ConfigFile[] {
  const own = settings.filter(({ span }) => job.span.start <= span.start && span.end <= job.span.end);
  if (own.length === 0) return [];
  const stated = entryOf(job, 'environment')?.value;
  const words = [stringOf(stated) ?? stringOf(entryOf(stated, 'name')?.value) ?? '', stringOf(entryOf(job, 'name')?.value) ?? '', key];
  return [{ ...base, environment: workEnvironment(words), because: `the job \`${key.slice(0, 40)}\` is run there`, settings: own }];
}

/** Which environment a piece of work touches, by what it is called; the first name that says anything counts. */
export function workEnvironment(names: readonly string[]): Environment {
  for (const name of names) {
    const words = new Set(nameTokens(name));
    const found = works.find(([, known]) => known.some((word) => words.has(word)));
    if (found !== undefined) return found[0];
  }
  return 'none';
}

const works: readonly (readonly [Environment, readonly string[]])[] = [
  ['production', ['prod', 'production', 'deploy', 'release', 'publish']],
  ['staging', ['staging', 'stage', 'preview', 'uat']],
  ['test', ['test', 'tests', 'e', 'e2e', 'ci', 'lint', 'coverage', 'vitest', 'jest', 'pytest', 'unit', 'integration']],
  ['dev', ['dev', 'develop', 'development', 'local', 'seed', 'reset', 'watch', 'studio', 'inspector', 'debug']],
];

function isWorkflow(file: string): boolean {
  return file.includes('/.github/workflows/');
}

/** Its settings are assignments on lines. */
export function isLines(file: string): boolean {
  return isContainerFile(file) || /\.(?:tfvars|properties|sh)$/.test(file) || /\/Procfile(?:\.[\w.-]{1,40})?$/.test(file);
}

function isContainerFile(file: string): boolean {
  return /\/Dockerfile(?:\.[\w.-]{1,40})?$|\.[Dd]ockerfile$/.test(file);
}

/** The format of a file of configuration, by its name. */
export function formatOf(file: string): 'json' | 'yaml' | 'toml' | 'lines' {
  if (isLines(file)) return 'lines';
  if (/\.ya?ml$/.test(file)) return 'yaml';
  return file.endsWith('.toml') ? 'toml' : 'json';
}
