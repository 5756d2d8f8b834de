/** Everything about credentials and environments in a workspace. */
import type {
  CommandTable,
  ConfigFile,
  CredentialKnowledge,
  Effect,
  ProductionCommand,
  ProductionImport,
  RiskyServer,
  Setting,
  SourceSecret,
  SurroundingFacts,
  Tool,
} from '../../../rules/kit/index.js';
import { Edited } from '../edited.js';
import type { UnresolvedPlace } from '../finding.js';
import type { AnalysisSettings, Snapshot } from '../snapshot.js';
import type { Module } from '../syntax/ir.js';
import { isSource } from '../syntax/read.js';
import { maySwitch, switchesInSource, type FoundSwitch } from './approvals.js';
import { createClassifier, type Classifier } from './classify.js';
import { clientEnvironments, mayMakeClient, type FoundClient } from './client-environments.js';
import { configFacts, configFiles, type ConfigFiles, type ConfigTools, type Configuration } from './config-files.js';
import { createEnclosing } from './enclosing.js';
import { readEnvConfig } from './env-config.js';
import type { FoundCommand } from './forced.js';
import { configFallbacks } from './config-fallbacks.js';
import { folderOf, isTemplate, withInheritance } from './inherit.js';
import { ignoring } from './ignoring.js';
import { unguardedEffects } from './unguarded.js';
import { secretLeaks } from './leaks.js';
import { usersOf } from './users.js';
import type { FoundImperative } from './imperative.js';
import { createPathReader, isEnvironmentFile, type PathAnswer, type PathReader } from './path.js';
import { productionFallbacks, type FoundFallback } from './production.js';
import { mayImportProduction, productionImports } from './production-imports.js';
import { knownStores, sharedValues } from './shared.js';
import { sourceEndpoints, type FoundEndpoint } from './source-endpoints.js';
import { sourceSecrets, type FoundSecret } from './source-secrets.js';
import { nameTokens } from './tokens.js';

export interface EnvironmentAnswer {
  readonly facts: SurroundingFacts;
  readonly problems: readonly UnresolvedPlace[];
}

/** Answers for one snapshot after another; a file is read again only when its version changes. */
export type EnvironmentReader = (
  snapshot: Snapshot,
  moduleOf: (file: string) => Module | undefined,
  tools?: readonly Tool[],
) => EnvironmentAnswer;

/** What one file says, as long as its text stays. */
interface FileFacts {
  readonly file: string;
  readonly packages?: ReadonlySet<string>;
  readonly version: string;
  readonly tracked: boolean | null;
  readonly ignored: boolean | null;
  readonly ignoreFile?: string;
  readonly configs: readonly ConfigFile[];
  readonly secrets: readonly FoundSecret[];
  readonly fallbacks: readonly FoundFallback[];
  readonly switches: readonly FoundSwitch[];
  readonly commands: readonly FoundCommand[];
  readonly endpoints: readonly FoundEndpoint[];
  readonly clients: readonly FoundClient[];
  readonly targets: readonly ProductionCommand[];
  readonly servers: readonly RiskyServer[];
  readonly imports: readonly ProductionImport[];
  readonly imperatives: readonly FoundImperative[];
  readonly problems: readonly UnresolvedPlace[];
  readonly path: PathAnswer;
}

const nothing = {
  configs: [],
  secrets: [],
  fallbacks: [],
  switches: [],
  commands: [],
  imperatives: [],
  endpoints: [],
  clients: [],
  targets: [],
  servers: [],
  imports: [],
  problems: [],
};
const kinds = Object.keys(nothing) as readonly (keyof typeof nothing)[];

/** What is told of a workspace in which nothing of this is found. */
export const noEnvironmentFacts: SurroundingFacts = {
  files: [],
  secrets: [],
  fallbacks: [],
  switches: [],
  commands: [],
  imperatives: [],
  shared: [],
  endpoints: [],
  clients: [],
  targets: [],
  servers: [],
  imports: [],
  unguarded: [],
  leaks: [],
  unscoped: [],
  stores: [],
  destroyers: [],
  usersOf: () => [],
  exists: () => false,
};

const minified = /(?:\.min|\.bundle|-bundle)\.[cm]?js$/;

/** A reader with caches of its own. */
export function createEnvironmentReader(knowledge: CredentialKnowledge, commands: CommandTable): EnvironmentReader {
  const files = configFiles(knowledge, commands);
  const known = new Map<string, FileFacts>();
  const editedFiles = new Edited();
  let settings: AnalysisSettings | undefined;
  let tools: Tools | undefined;
  let assembled: EnvironmentAnswer | undefined;
  return (snapshot, moduleOf, traced = []) => {
    if (tools === undefined || settings === undefined || !isSame(settings, snapshot.settings)) {
      known.clear();
      assembled = undefined;
      tools = createTools(knowledge, files, snapshot.settings);
    }
    settings = snapshot.settings;
    const asked = tools;
    const look = (file: string): FileFacts | undefined => {
      const found = factsOf(file, snapshot, moduleOf, asked, known.get(file));
      if (found !== undefined) known.set(file, found);
      return found;
    };
    const edited = editedFiles.since(snapshot, snapshot.files);
    // Most sources say nothing of this, whatever is edited in them.
    const isSilent = (file: string): boolean => {
      const before = known.get(file);
      return isSource(file) && (before === undefined || (saysNothing(before) && saysNothing(look(file))));
    };
    if (assembled === undefined || edited === undefined || ![...edited].every(isSilent)) {
      const present = new Set(snapshot.files);
      for (const file of known.keys()) if (!present.has(file)) known.delete(file);
      const all = snapshot.files.flatMap((file) => look(file) ?? []).filter((one) => !saysNothing(one));
      assembled = assemble(all, snapshot, tools.classifier, knowledge);
    }
    const { facts, problems } = assembled;
    const enclosing = createEnclosing();
    const ofTools = {
      unguarded: tools.isStrict ? unguardedEffects(traced, facts.files, snapshot, moduleOf, enclosing) : [],
      leaks: tools.isStrict
        ? secretLeaks(
            traced,
            { moduleOf, resolve: (specifier, from) => snapshot.resolve(specifier, from) },
            tools.classifier.names,
            enclosing,
          )
        : [],
      destroyers: tools.isStrict ? destroyers(traced) : [],
      usersOf: usersOf(traced),
    };
    return { facts: { ...facts, ...ofTools }, problems };
  };
}

/** Nothing comes of the file. */
function saysNothing(facts: FileFacts | undefined): boolean {
  return facts === undefined || (facts.packages === undefined && kinds.every((kind) => facts[kind].length === 0));
}

interface Tools extends ConfigTools {
  readonly pathOf: PathReader;
  readonly modeVariables: ReadonlySet<string>;
  readonly scannerWords: ReadonlySet<string>;
  readonly isStrict: boolean;
}

function createTools(knowledge: CredentialKnowledge, files: ConfigFiles, settings: AnalysisSettings): Tools {
  return {
    ...files,
    classifier: createClassifier(knowledge, settings.productionHosts),
    pathOf: createPathReader(knowledge, settings.environments),
    modeVariables: new Set(knowledge.words.modeVariables),
    scannerWords: new Set(knowledge.scannerWords),
    isStrict: isStrict(settings),
  };
}

/** Somebody hears advice as well: by the set, or by the severity of a rule, which switches it on. */
function isStrict({ sets, severities }: AnalysisSettings): boolean {
  return (
    sets.includes('strict') || Object.entries(severities).some(([id, severity]) => id.startsWith('environment/') && severity !== 'off')
  );
}

function isSame(a: AnalysisSettings, b: AnalysisSettings): boolean {
  return (
    a === b ||
    (isStrict(a) === isStrict(b) &&
      JSON.stringify(a.environments) === JSON.stringify(b.environments) &&
      JSON.stringify(a.productionHosts) === JSON.stringify(b.productionHosts))
  );
}

function factsOf(
  file: string,
  snapshot: Snapshot,
  moduleOf: (file: string) => Module | undefined,
  tools: Tools,
  before: FileFacts | undefined,
): FileFacts | undefined {
  const version = snapshot.version(file);
  if (version === undefined) return undefined;
  if (/\.d\.[cm]?ts$/.test(file)) return undefined;
  const isCode = isSource(file);
  const tracked = isCode ? null : snapshot.tracked(file);
  const name = file.slice(file.lastIndexOf('/') + 1);
  const ignores = !isCode && isEnvironmentFile(name) ? ignoring(name, snapshot.rootOf(file), snapshot) : undefined;
  const ignored = isCode ? null : ignores?.ignored === true ? true : snapshot.ignored(file);
  if (
    before !== undefined &&
    before.version === version &&
    before.tracked === tracked &&
    before.ignored === ignored &&
    before.ignoreFile === ignores?.ignoreFile
  )
    return before;
  const text = snapshot.text(file);
  if (text === undefined) return undefined;
  const relative = file.slice(snapshot.rootOf(file).length).replace(/^\//, '');
  const path = tools.pathOf(relative);
  const base = { file, version, tracked, ignored, ignoreFile: ignores?.ignoreFile, path, ...nothing };
  if (isCode) return { ...base, ...sourceFacts(file, relative, text, path, moduleOf, tools) };
  const config = { file, relative, text, path, tracked, ignored };
  if (isEnvironmentFile(name))
    return { ...base, configs: [envFile(config, ignores?.ignoreFile, tools)], fallbacks: configFallbacks(file, text, tools.classifier) };
  return { ...base, ...configFacts(config, tools) };
}

function sourceFacts(
  file: string,
  relative: string,
  text: string,
  path: PathAnswer,
  moduleOf: (file: string) => Module | undefined,
  tools: Tools,
): Partial<FileFacts> {
  const { classifier, modeVariables, scannerWords, approvals } = tools;
  const written = !minified.test(file) && !isGenerated(text);
  const maySecret = written && classifier.mayHold(text);
  const mayFallBack = written && classifier.mayFallBack(text);
  const switches = written && maySwitch(text, approvals);
  const mayLead = written && path.environment === 'dev' && !path.inTests && classifier.mayTell(text) === 'production';
  // Elsewhere it is advice only, which nobody asked for.
  const mayMake = written && !path.inTests && (path.environment === 'dev' || tools.isStrict) && mayMakeClient(text);
  const isDeveloped = path.environment === 'test' || (path.environment === 'dev' && !path.inTests);
  const mayImport = written && tools.isStrict && isDeveloped && classifier.mayTell(text) === 'production' && mayImportProduction(text);
  const module = maySecret || mayFallBack || switches || mayLead || mayMake || mayImport ? moduleOf(file) : undefined;
  if (module === undefined) return {};
  const isScanner = path.inTests && nameTokens(relative).some((word) => scannerWords.has(word));
  return {
    secrets: maySecret && !isScanner ? sourceSecrets(module, text, classifier) : [],
    fallbacks: mayFallBack ? productionFallbacks(module, classifier, modeVariables) : [],
    switches: switches ? switchesInSource(module, text, approvals) : [],
    endpoints: mayLead ? sourceEndpoints(module, text, classifier) : [],
    clients: mayMake ? clientEnvironments(module) : [],
    imports: mayImport ? productionImports(module, text, path, classifier.names) : [],
  };
}

/** Output of bundlers has lines as no person writes them. */
function isGenerated(text: string): boolean {
  if (text.length < 20_000) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return text.length / lines > 300;
}

function envFile({ file, text, path, tracked, ignored }: Configuration, ignoreFile: string | undefined, tools: Tools): ConfigFile {
  const { settings, says } = readEnvConfig(file, text, tools.classifier);
  const spoken = says !== undefined && path.environment === 'ambiguous' && !path.configured ? says : path;
  const template = isTemplate(file.slice(file.lastIndexOf('/') + 1));
  return {
    file,
    format: 'env',
    environment: spoken.environment,
    because: spoken.because,
    tracked,
    ignored,
    ...(template ? { template } : {}),
    ...(ignoreFile === undefined ? {} : { ignoreFile }),
    settings: template ? settings.map(doubted) : settings,
  };
}

/** Values in a template are there to be replaced: a telling name makes none of them real. */
function doubted(setting: Setting): Setting {
  const { credential } = setting;
  return credential?.evidence === 'name' ? { ...setting, credential: { ...credential, weak: true } } : setting;
}

function assemble(
  all: readonly FileFacts[],
  snapshot: Snapshot,
  classifier: Classifier,
  { fields, loaders }: Pick<CredentialKnowledge, 'fields' | 'loaders'>,
): EnvironmentAnswer {
  const quiet = (path: PathAnswer): boolean => path.inTests && !snapshot.settings.reportInTests;
  const files = withInheritance(
    all.flatMap((one) => one.configs),
    loaders,
    packagesByFolder(all),
  );
  const secrets = all.flatMap((one) =>
    one.secrets.map((secret): SourceSecret => ({
      ...secret,
      ...withExample(secret, snapshot),
      environment: one.path.environment,
      because: one.path.because,
      inTests: quiet(one.path),
    })),
  );
  return {
    facts: {
      files,
      secrets,
      fallbacks: all.flatMap((one) => one.fallbacks.map((fallback) => ({ ...fallback, inTests: quiet(one.path) }))),
      switches: all.flatMap((one) => one.switches.map((found) => ({ ...found, inTests: quiet(one.path) }))),
      commands: all.flatMap((one) => one.commands.map((found) => ({ ...found, inTests: quiet(one.path) }))),
      shared: sharedValues(files, secrets, (file) => snapshot.text(file), classifier, fields),
      endpoints: all.flatMap((one) => one.endpoints.map((found) => ({ ...found, because: one.path.because }))),
      clients: all.flatMap(({ clients, path }) =>
        clients.map((found) => ({ ...found, because: path.because, ofDevelopment: path.environment === 'dev', inTests: quiet(path) })),
      ),
      targets: all.flatMap((one) => (quiet(one.path) ? [] : one.targets)),
      servers: all.flatMap((one) => one.servers),
      imports: all.flatMap((one) => one.imports),
      unguarded: [],
      leaks: [],
      unscoped: [],
      stores: knownStores(files, (file) => snapshot.text(file)),
      destroyers: [],
      usersOf: () => [],
      imperatives: all.flatMap((one) => one.imperatives.map((found) => ({ ...found, inTests: quiet(one.path) }))),
      exists: (file) => snapshot.exists(file),
    },
    problems: all.flatMap((one) => one.problems),
  };
}

/** What the manifests of each folder depend on, in whatever language. */
function packagesByFolder(all: readonly FileFacts[]): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, ReadonlySet<string>>();
  for (const { file, packages } of all) {
    if (packages === undefined) continue;
    const folder = folderOf(file);
    folders.set(folder, new Set([...(folders.get(folder) ?? []), ...packages]));
  }
  return folders;
}

/** Tools that can take data out of a store. */
function destroyers(tools: readonly Tool[]): SurroundingFacts['destroyers'] {
  return tools.flatMap(({ name, inTests, effects, language }) =>
    !inTests && language !== 'json' && effects.known.some((effect) => effect.resource === 'database' && isLoss(effect))
      ? [{ tool: name.value, at: { file: name.file, span: { start: name.span.start, end: name.span.end } } }]
      : [],
  );
}

function isLoss({ class: kind, own, reversible, certainty }: Effect): boolean {
  return (kind === 'destroy' || kind === 'exec') && !own && !reversible && certainty !== 'possible';
}

/** The list of variables at the root of the workspace, unless it names the variable already. */
function withExample(secret: FoundSecret, snapshot: Snapshot): Pick<SourceSecret, 'lookup'> {
  if (secret.lookup === undefined) return {};
  const example = `${snapshot.rootOf(secret.file).replace(/\/$/, '')}/.env.example`;
  const listed =
    snapshot
      .text(example)
      ?.split(/\r\n?|\n/)
      .some((line) => line.replace(/^[\s#]+/, '').startsWith(`${secret.lookup?.variable ?? ''}=`)) ?? false;
  return { lookup: { ...secret.lookup, ...(listed ? {} : { example }) } };
}
