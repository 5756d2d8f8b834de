import type {
  ChanceTable,
  CommandTable,
  Control,
  CredentialKnowledge,
  EffectsFile,
  Engine,
  Framework,
  HttpKnowledge,
  OperationTables,
  PageKnowledge,
  ObjectSite,
  Place,
  ReleaseGate,
  ResultKnowledge,
  Rule,
  Severity,
  Tier,
} from '../../rules/kit/index.js';
import type { Assumed } from './budget.js';
import type { LoadedResults } from './reliability/sets.js';

/** What is known about the world; handed in, so that analysis imports no registry. */
export interface Knowledge {
  readonly checks: readonly Rule[];
  readonly frameworks: readonly Framework[];
  readonly effects: readonly EffectsFile[];
  /** Engines for durable workflows. */
  readonly engines: readonly Engine[];
  /** Calls that ask the clock or chance, by package. */
  readonly chance: ChanceTable;
  readonly http: HttpKnowledge;
  /** What scripts for a page do there, by the names of browsers' interfaces. */
  readonly page: PageKnowledge;
  readonly commands: CommandTable;
  /** Operations of vendors' services, by the table's name. */
  readonly operations: OperationTables;
  /** Packages that were looked at and never touch the world. */
  readonly purePackages: readonly string[];
  /** The same of Python, by the names under which they are imported. */
  readonly purePythonModules: readonly string[];
  readonly credentials: CredentialKnowledge;
  /** How programs that try agents out write down what came of it. */
  readonly results: ResultKnowledge;
}

/** The workspace at one moment. All answers are synchronous and do not change while an analysis runs. */
export interface Snapshot {
  /** Files to report on, sorted: sources, configuration and environment files. */
  readonly files: readonly string[];
  /** Text of any file of the workspace; `undefined` when it is not there or not text. */
  text(file: string): string | undefined;
  /** Changes whenever the text does: a hash or a counter. */
  version(file: string): string | undefined;
  /** Stands for this snapshot, without holding on to it. */
  readonly moment?: object;
  /** When nothing but texts was edited since another moment: the files of which that is so. All else is as it was then. */
  readonly edited?: { readonly since: object; readonly files: ReadonlySet<string> };
  /** The workspace file that an import means; `undefined` for packages and what does not exist. */
  resolve(specifier: string, from: string): string | undefined;
  /** The name of the package whose own folder a relative import means. */
  packageAt(specifier: string, from: string): string | undefined;
  /** Major version of an installed package, as seen from a file; `undefined` when it is not known. */
  packageMajor(name: string, from: string): number | undefined;
  /** What the nearest `package.json` says; the same object as long as that stays the same. */
  manifest(from: string): object | undefined;
  /** The edition of ECMAScript, as a year, that the project of a file is written for; `undefined` when it is not known. */
  edition(file: string): number | undefined;
  /** `true` and `false` from git, `null` without it. */
  tracked(file: string): boolean | null;
  ignored(file: string): boolean | null;
  exists(file: string): boolean;
  readonly settings: AnalysisSettings;
  /** What stands where a gate looks for results; `undefined`: that was not asked for. */
  gated(gate: ReleaseGate): readonly LoadedResults[] | undefined;
  /** Results that are in the workspace and that no gate names. */
  readonly ungated: readonly LoadedResults[];
  /** The commit that a file's repository stands at. */
  head(file: string): string | undefined;
  /** Root folder of a file: paths in fingerprints and messages are relative to it. */
  rootOf(file: string): string;
}

/** What configuration means for analysis; defaults are in `server/workspace/config.ts`. */
export interface AnalysisSettings {
  readonly sets: readonly string[];
  readonly severities: Readonly<Record<string, Severity | 'off'>>;
  readonly minCertainty: 'certain' | 'probable' | 'possible';
  /** The same for rules that are on by their severity alone; absent: nothing else. */
  readonly minCertaintyByName?: 'possible';
  readonly idempotencyWrappers: readonly string[];
  readonly approvalWrappers: readonly string[];
  /** Functions that refuse where a tool may not run. */
  readonly environmentGuards: readonly string[];
  readonly tiers: readonly { readonly tools: string; readonly tier: Tier }[];
  /** Own names of tiers. */
  readonly tierNames: Readonly<Record<string, Tier>>;
  /** What the tools of a tier and of those above it must have; `name`: the tier as the policy writes it. */
  readonly controls: readonly { readonly tier: Tier; readonly name: string; readonly control: Control; readonly at?: Place }[];
  readonly environments: readonly { readonly files: string; readonly environment: 'dev' | 'test' | 'staging' | 'production' }[];
  readonly productionHosts: readonly string[];
  readonly ignoreTools: readonly string[];
  readonly reportInTests: boolean;
  /** What is taken for granted of the steps of agents. */
  readonly assumed: Assumed;
  /** What releases must reach. */
  readonly gates: readonly ReleaseGate[];
  /** The file that says so, or would. */
  readonly origin?: { readonly file: string; readonly root: ObjectSite };
}
