/** Configuration of agents, and files that hold command lines: which of them a file is, and what it says. */
import {
  mayHaveTwin,
  type ApprovalKnowledge,
  type ClientRow,
  type CommandTable,
  type ConfigFile,
  type CredentialKnowledge,
  type Environment,
  type ProductionCommand,
  type RiskyServer,
  type ScriptKnowledge,
  type ScriptRow,
  type ServerRow,
  type TargetKnowledge,
} from '../../../rules/kit/index.js';
import type { UnresolvedPlace } from '../finding.js';
import { readJson, type JsonFile } from '../syntax/json.js';
import { readToml } from '../syntax/toml.js';
import { readYaml } from '../syntax/yaml.js';
import { riskyServers } from './agent-servers.js';
import { switchesInInputs, switchesInScripts, switchesInTree, type FoundSwitch } from './approvals.js';
import type { Classifier } from './classify.js';
import { commandTargets, mayTarget } from './command-targets.js';
import { configFallbacks } from './config-fallbacks.js';
import { forcedFilter, forcedIn, type ForcedFilter, type FoundCommand } from './forced.js';
import { imperativesIn, type FoundImperative } from './imperative.js';
import { clientOf, readJsonSettings, readScripts } from './json-config.js';
import { isScripted, packagesIn, packagesNamed } from './manifests.js';
import type { PathAnswer } from './path.js';
import { createPatterns, type PathPatterns } from './patterns.js';
import { recipesIn, scriptsIn, shellIn, type Script } from './scripts.js';
import type { FoundFallback } from './production.js';
import { formatOf, isLines, mayHoldSettings, settingConfigs, workEnvironment } from './setting-files.js';

/** What is known of configuration, made once. */
export interface ConfigFiles {
  readonly clients: readonly { readonly row: ClientRow; readonly files: PathPatterns }[];
  /** Files of settings, and keys of their lists of `NAME=value`. */
  readonly settings: PathPatterns;
  readonly lists: ReadonlySet<string>;
  readonly rows: readonly { readonly row: ScriptKnowledge['rows'][number]; readonly files: PathPatterns }[];
  readonly approvals: ApprovalKnowledge;
  readonly scripts: ScriptKnowledge;
  readonly commands: CommandTable;
  readonly targets: TargetKnowledge;
  readonly servers: readonly ServerRow[];
  readonly mayForce: ForcedFilter;
  /** Keys, and options of a command line, of which a file holds one that may switch a question off. */
  readonly keys: readonly string[];
  readonly options: readonly string[];
}

export interface ConfigTools extends ConfigFiles {
  readonly classifier: Classifier;
}

/** A file of configuration. */
export interface Configuration {
  readonly file: string;
  /** To the root of its workspace. */
  readonly relative: string;
  readonly text: string;
  readonly path: PathAnswer;
  readonly tracked: boolean | null;
  readonly ignored: boolean | null;
}

interface ConfigAnswer {
  readonly configs: readonly ConfigFile[];
  readonly switches: readonly FoundSwitch[];
  readonly commands: readonly FoundCommand[];
  readonly targets: readonly ProductionCommand[];
  readonly servers: readonly RiskyServer[];
  readonly fallbacks: readonly FoundFallback[];
  readonly imperatives: readonly FoundImperative[];
  readonly problems: readonly UnresolvedPlace[];
  /** Of a manifest: what the project depends on. */
  readonly packages?: ReadonlySet<string>;
}

export function configFiles(
  { clients, configs, approvals, scripts, targets, servers }: CredentialKnowledge,
  commands: CommandTable,
): ConfigFiles {
  const patterns = (files: readonly string[]): PathPatterns =>
    createPatterns(files.map((file) => (file.includes('/') ? `**/${file}` : file)));
  const keys = approvals.settings.map(({ at }) => (typeof at === 'string' ? at.split('.').findLast((key) => !key.startsWith('*')) : at[0]));
  return {
    clients: clients.map((row) => ({ row, files: patterns(row.files) })),
    settings: patterns([...configs.kept, ...configs.shared]),
    lists: new Set(configs.lists),
    rows: scripts.rows.map((row) => ({ row, files: patterns(row.files) })),
    approvals,
    scripts,
    targets,
    servers,
    commands,
    mayForce: forcedFilter(commands),
    keys: [...new Set(keys.flatMap((key) => key ?? []))],
    options: [...new Set(approvals.options.flatMap(({ options }) => options.flatMap((option) => option.split(' ')[0] ?? option)))],
  };
}

/** What a file says, by its name. */
export function configFacts(config: Configuration, tools: ConfigTools): ConfigAnswer {
  const { file, relative, text, path } = config;
  const packages = packagesNamed(file, text);
  const isOnlyList = packages !== undefined && !file.endsWith('.toml');
  if (isOnlyList) return { ...nothing, packages };
  const clients = tools.clients.filter((client) => client.files.match(relative)).map((client) => client.row);
  const rows = tools.rows.filter((row) => row.files.match(relative)).map(({ row }) => row);
  const mayForce = rows.length > 0 && tools.mayForce(text);
  const mayRefuse = rows.length > 0 && mayHaveTwin(text);
  const words = rows.length > 0 ? tools.options : tools.keys;
  const hasSettings = clients.length === 0 && tools.settings.match(relative) && mayHoldSettings(text, path.environment, tools.classifier);
  const targets = rows.length > 0 && mayTarget(text);
  const fallbacks = configFallbacks(file, text, tools.classifier);
  const asksNothing =
    clients.length === 0 && !mayForce && !mayRefuse && !targets && !isScripted(file) && !words.some((word) => text.includes(word));
  const known = packages === undefined ? {} : { packages };
  if (asksNothing && !hasSettings) return { ...nothing, fallbacks, ...known };
  const isTree = rows.length === 0 ? !isLines(file) : rows.some(({ at }) => at !== undefined);
  const tree = isTree ? treeOf(file, text) : { problems: [] };
  const scripts = isTree ? scriptsIn(tree, rows) : textIn(file, text, rows);
  return {
    ...(clients.length > 0 ? agentFile(config, tree, clients, tools) : { configs: [], problems: [] }),
    ...known,
    ...(isScripted(file) ? { configs: scriptFiles(config, tree, tools), packages: packagesIn(tree) } : {}),
    ...(hasSettings ? { configs: settingConfigs(config, isTree ? tree : undefined, tools.lists, tools.classifier) } : {}),
    switches: asksNothing
      ? []
      : [
          ...switchesInTree(file, tree, tools.approvals),
          ...switchesInScripts(file, text, scripts, tools.approvals, tools.scripts),
          ...(isTree ? switchesInInputs(file, text, tree, tools.approvals, tools.scripts) : []),
        ],
    imperatives: mayRefuse ? imperativesIn(file, text, scripts, tools.commands) : [],
    commands: mayForce ? forcedIn(file, text, scripts, tools.commands, tools.scripts) : [],
    servers: clients.length > 0 ? riskyServers(file, text, tree, tools.servers, tools.classifier) : [],
    fallbacks,
    targets: targets ? commandTargets(file, text, scripts, tools.targets, tools.commands, path.environment === 'dev') : [],
  };
}

const nothing: ConfigAnswer = {
  configs: [],
  switches: [],
  commands: [],
  imperatives: [],
  targets: [],
  servers: [],
  fallbacks: [],
  problems: [],
};

function textIn(file: string, text: string, rows: readonly ScriptRow[]): readonly Script[] {
  if (rows.some(({ where }) => where === 'shell')) return shellIn(file, text);
  return recipesIn(text, /justfile$/i.test(file));
}

function treeOf(file: string, text: string): JsonFile {
  const format = formatOf(file);
  return format === 'yaml' ? readYaml(text) : format === 'toml' ? readToml(text) : readJson(text);
}

function agentFile(
  { file, text, path, tracked, ignored }: Configuration,
  tree: JsonFile,
  rows: readonly ClientRow[],
  tools: ConfigTools,
): Pick<ConfigAnswer, 'configs' | 'problems'> {
  const client = clientOf(file, text, tree, rows);
  const [problem] = tree.problems;
  return {
    configs: [
      {
        file,
        format: formatOf(file),
        environment: path.environment,
        because: path.because,
        tracked,
        ignored,
        ...(client === undefined ? {} : { client }),
        settings: readJsonSettings(file, text, tree, tools.classifier),
      },
    ],
    problems: problem === undefined ? [] : [{ file, span: problem.span, reason: problem.message }],
  };
}

/** Scripts of a manifest serve different environments, so each of them gets an entry of its own. */
function scriptFiles({ file, text, tracked, ignored }: Configuration, tree: JsonFile, tools: ConfigTools): readonly ConfigFile[] {
  const settings = readScripts(file, text, tree, tools.classifier);
  const groups = new Map<Environment, ConfigFile>();
  for (const setting of settings) {
    if (setting.credential === undefined) continue;
    const environment = workEnvironment([setting.key]);
    const group = groups.get(environment) ?? {
      file,
      format: 'script',
      environment,
      because: `the script \`${setting.key.slice(0, 40)}\` is run there`,
      tracked,
      ignored,
      settings: [],
    };
    groups.set(environment, { ...group, settings: [...group.settings, setting] });
  }
  return [...groups.values()];
}
