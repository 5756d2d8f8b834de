import {
  CompletionRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
} from 'vscode-languageserver';
import type { Knowledge } from '../analysis/snapshot.js';
import { rulesRequest, settingsSection, showPlacesCommand, type InitializationOptions, type RuleEntry } from '../protocol/index.js';
import type { Host } from '../workspace/host.js';
import { assumedIn, defaultConfig, type Config } from '../workspace/config.js';
import { askedForPolicy } from '../workspace/policy.js';
import { createSession, type Session, type SessionOptions } from '../workspace/session.js';
import type { ClientAbilities } from './abilities.js';
import { Actions } from './actions.js';
import { Checker } from './checker.js';
import { ConfigHelp } from './config-help.js';
import { Configuration, nothingEnabled, type Settings } from './configuration.js';
import { Diagnostics } from './diagnostics.js';
import { OpenDocuments } from './documents.js';
import { finished } from './finished.js';
import { FirstConfiguration } from './first-configuration.js';
import { showReading, stoppable } from './first-pass.js';
import { Folders } from './folders.js';
import { configCompletion } from './initialize.js';
import { ModelChecks } from './model-checks.js';
import { OpenNotebooks } from './notebooks.js';
import { Problems } from './problems.js';
import { Quiet } from './quiet.js';
import { Reports } from './reports.js';
import { ShownTools } from './shown-tools.js';
import { StatusReporter } from './status.js';
import { Tools } from './tools.js';
import { Converter } from './to-lsp.js';
import { changedFiles, watched } from './watching.js';

/** Milliseconds: most folders are read in less, and then nobody wants to be told. */
const usualPatience = 2000;

/** Milliseconds from the start of our own client to the documents that it has open. */
const grace = 500;

/** Larger results are left to the command line: they would take longer than somebody who edits them waits. */
const largestResults = 64 * 1024 * 1024;

export interface ServerOptions {
  readonly connection: Connection;
  readonly host: Host;
  readonly knowledge: Knowledge;
  readonly abilities: ClientAbilities;
  readonly client: InitializationOptions;
  readonly folders: readonly string[];
  readonly rulePages?: string;
  readonly createSession?: (options: SessionOptions) => Session;
  readonly patience?: number;
}

/** One client, one session: takes messages in, waits until all of them are in, and gives answers. */
export class Server {
  readonly #options: ServerOptions;
  readonly #quiet = new Quiet();
  readonly #notebooks = new OpenNotebooks();
  readonly #documents = new OpenDocuments(this.#notebooks);
  readonly #folders: Folders;
  readonly #problems: Problems;
  readonly #configuration: Configuration;
  readonly #status: StatusReporter;
  readonly #checker: Checker;
  readonly #reports: Reports;
  readonly #converter: Converter;
  readonly #diagnostics: Diagnostics;
  readonly #tools: Tools;
  readonly #actions: Actions;
  readonly #modelChecks: ModelChecks;
  readonly #firstConfiguration: FirstConfiguration;
  readonly #configHelp: ConfigHelp;
  #settings: Settings = nothingEnabled;
  /** What the present session was made with. */
  #overrides = '';
  #configured: Promise<void>;
  #begin: () => void = () => {};
  /** The user has stopped the reading of folders; a restart reads them again. */
  #isStopped = false;
  #roundScheduled = false;

  constructor(options: ServerOptions) {
    const { connection, abilities, client } = options;
    const documents = this.#documents;
    this.#options = options;
    this.#configured = new Promise((resolve) => {
      this.#begin = resolve;
    });
    this.#folders = new Folders(options.folders);
    this.#problems = new Problems(connection);
    this.#configuration = new Configuration(connection, abilities, client.settings);
    this.#status = new StatusReporter(connection, client.status === true);
    this.#checker = new Checker({
      documents,
      ended: (step, error) => this.#problems.step(step, error),
      changed: () => this.#scheduleRound(),
      // Other clients start a server for a document that is open.
      grace: client.status === true ? grace : 0,
    });
    this.#converter = new Converter({
      abilities,
      documents,
      text: (file) => this.#checker.text(file) ?? documents.get(file)?.text,
      notebook: (file) => this.#checker.notebook(file),
      pageOf: (ruleId) => this.#pageOf(ruleId),
    });
    const wanted = (file: string): boolean => this.#settings.enabled(this.#folders.of(file));
    this.#reports = new Reports(this.#checker, this.#converter, wanted);
    const parts = {
      connection,
      abilities,
      client,
      documents,
      folders: this.#folders,
      checker: this.#checker,
      converter: this.#converter,
      reports: this.#reports,
      wanted,
      pageOf: (ruleId: string) => this.#pageOf(ruleId),
      summaryOf: (ruleId: string) => options.knowledge.checks.find(({ id }) => id === ruleId)?.summary ?? '',
      settled: () => this.#settled(),
      glanced: () => this.#glanced(),
      settledFor: (uri: string, token: CancellationToken, version?: number) => this.#settledFor(uri, token, version),
    };
    this.#actions = new Actions(parts);
    this.#modelChecks = new ModelChecks(parts);
    this.#firstConfiguration = new FirstConfiguration({ ...parts, asking: () => this.#session({ controls: askedForPolicy }) });
    this.#configHelp = new ConfigHelp({ ...parts, rules: options.knowledge.checks });
    this.#tools = new Tools({
      ...parts,
      configHelp: this.#configHelp,
      shown: new ShownTools({
        ...parts,
        showsPlaces: client.commands?.includes(showPlacesCommand) === true,
        ownerOf: (document) => documents.ownerOf(document),
        assumedFor: (file) => assumedIn(this.#checker.config(file) ?? defaultConfig),
      }),
      hasLenses: () => this.#settings.codeLens,
      hasInlays: () => this.#settings.inlayHints,
    });
    this.#diagnostics = new Diagnostics(parts);
  }

  /** Binds all messages; called once, before the client hears that the server is there. */
  register(): void {
    const { connection } = this.#options;
    connection.onInitialized(this.#note('initialized', () => this.#initialized()));
    connection.onShutdown(this.#note('shutdown', () => this.#diagnostics.stop()));

    connection.onDidOpenTextDocument(
      this.#note('didOpen', ({ textDocument }) => {
        this.#checker.edited(this.#documents.open(textDocument));
      }),
    );
    connection.onDidChangeTextDocument(
      this.#note('didChange', ({ textDocument, contentChanges }) => {
        const file = this.#documents.change(textDocument.uri, textDocument.version, contentChanges);
        if (file !== undefined) this.#checker.edited(file);
      }),
    );
    connection.onDidCloseTextDocument(
      this.#note('didClose', ({ textDocument }) => {
        const file = this.#documents.close(textDocument.uri);
        this.#diagnostics.closed(file);
        this.#checker.closed(file);
      }),
    );
    this.#notebooks.listen(connection, {
      changed: (file) => this.#checker.edited(file),
      closed: (file) => {
        // The same file may be open as text.
        if (this.#documents.has(file)) this.#checker.edited(file);
        else this.#checker.closed(file);
      },
      cellClosed: (name) => this.#diagnostics.closed(name),
      arrived: () => this.#quiet.arrived(),
      ended: (step, error) => this.#problems.step(step, error),
    });
    connection.onDidChangeWatchedFiles(this.#note('didChangeWatchedFiles', (params) => this.#checker.changedOnDisk(changedFiles(params))));
    connection.onDidChangeConfiguration(
      this.#note('didChangeConfiguration', ({ settings }) => {
        this.#configuration.sent(settings);
        this.#configure();
      }),
    );

    connection.languages.diagnostics.on(this.#answer('textDocument/diagnostic', (params, token) => this.#diagnostics.pull(params, token)));
    connection.languages.diagnostics.onWorkspace((request, cancellation, _progress, partial) =>
      this.#answer('workspace/diagnostic', (params: typeof request, token) =>
        this.#diagnostics.pullWorkspace(params, token, partial !== undefined),
      )(request, cancellation),
    );
    const answering = [this.#actions, this.#tools, this.#modelChecks, this.#firstConfiguration, this.#configHelp];
    for (const part of answering) part.register((step, handle) => this.#answer(step, handle));
    connection.onRequest(
      rulesRequest,
      this.#answer('detent/rules', async () => this.#rules()),
    );
  }

  #initialized(): void {
    const { connection, abilities } = this.#options;
    const { client } = connection;
    const failed = (): void => connection.console.warn('The client refused to register a capability.');
    if (abilities.configurationEvents) {
      client.register(DidChangeConfigurationNotification.type, { section: settingsSection }).catch(failed);
    }
    if (abilities.completionRegistration) client.register(CompletionRequest.type, configCompletion).catch(failed);
    if (abilities.watching) client.register(DidChangeWatchedFilesNotification.type, watched).catch(failed);
    if (abilities.folders) {
      connection.workspace.onDidChangeWorkspaceFolders(
        this.#note('didChangeWorkspaceFolders', (event) => {
          this.#folders.change(event);
          this.#configure();
        }),
      );
    }
    this.#configure();
    this.#begin();
  }

  /** Reads the settings and opens what they allow; one at a time. */
  #configure(): void {
    this.#configured = this.#configured
      .then(async () => {
        const folders = this.#folders.all;
        const settings = await this.#configuration.read(folders);
        // Documents that were open from the start are looked at first, so they have to be known.
        await this.#quiet.wait();
        this.#settings = settings;
        const roots = folders.filter((folder) => settings.enabled(folder));
        const loose = folders.length === 0 && settings.enabled(undefined);
        this.#useSession(roots, roots.length > 0 || loose, settings);
      })
      .then(
        () => this.#problems.step('settings', undefined),
        (thrown: unknown) => this.#problems.step('settings', { thrown }),
      );
    this.#scheduleRound();
  }

  #useSession(roots: readonly string[], on: boolean, { sets, minCertainty }: Settings): void {
    const overrides = { ...(sets && { sets }), ...(minCertainty && { minCertainty }) };
    const key = on ? JSON.stringify(overrides) : 'off';
    const read = this.#isStopped ? [] : roots;
    if (key === this.#overrides) {
      this.#checker.setRoots(read);
      return;
    }
    this.#overrides = key;
    if (on) this.#start(overrides, read);
    else this.#checker.use(undefined, read);
  }

  /** Begins with a session; when its folders take long, the user is told and may do without them. */
  #start(overrides: Partial<Config>, roots: readonly string[]): void {
    const { abilities, connection, host, patience = usualPatience } = this.#options;
    const reading = stoppable(host);
    this.#checker.use(this.#session(overrides, reading.host), roots);
    if (!abilities.progress || roots.length === 0) return;
    const stop = (): void => {
      reading.stop();
      this.#isStopped = true;
      this.#checker.use(this.#session(overrides), []);
    };
    showReading(connection, reading.count, this.#checker.ready(), stop, patience);
  }

  #session(overrides: Partial<Config>, host = this.#options.host): Session {
    const { knowledge, createSession: make = createSession } = this.#options;
    return make({ host, knowledge, overrides, largestResults });
  }

  /** Resolves when no message waits and everything that was asked for has been read. */
  async #settled(): Promise<void> {
    this.#quiet.arrived();
    await finished(() => this.#configured);
    await this.#quiet.wait();
    await this.#checker.ready();
  }

  /** The same, without what only the rest of the folders can tell, where there is an answer without it. */
  async #glanced(): Promise<void> {
    this.#quiet.arrived();
    await this.#checker.glancing(async () => {
      await finished(() => this.#configured);
      await this.#quiet.wait();
      await this.#checker.seen();
    });
    await this.#checker.glanced();
  }

  #scheduleRound(): void {
    this.#quiet.arrived();
    if (this.#roundScheduled) return;
    this.#roundScheduled = true;
    void this.#round();
  }

  /** Looks at what has come, once all of it has come, and says what is new. */
  async #round(): Promise<void> {
    await finished(() => this.#configured);
    if (this.#checker.opening) this.#status.send('reading', this.#problems.current, this.#checker.last, [], false);
    await this.#quiet.wait();
    await this.#checker.glanced();
    if (this.#checker.isGlance) this.#diagnostics.publishGlance();
    await this.#checker.ready();
    this.#roundScheduled = false;
    this.#problems.analysis(this.#checker.answer().internal);
    // Requests are answered first, since someone waits for them; and a client must not see the news before its answer.
    await this.#quiet.wait();
    if (this.#roundScheduled) return;
    try {
      this.#diagnostics.publish();
      this.#tools.publish();
      const problem = this.#problems.current;
      const state = problem !== undefined ? 'failed' : this.#checker.active ? 'ready' : 'off';
      this.#status.send(state, problem, this.#checker.answer(), this.#reports.all(), this.#isStopped);
      this.#problems.step('publish', undefined);
    } catch (thrown) {
      this.#problems.step('publish', { thrown });
    }
  }

  /** The name of a document once all is read, unless its text is another one than it was, or than the `wanted` one. */
  async #settledFor(uri: string, token: CancellationToken, wanted?: number): Promise<string | ResponseError<void>> {
    const name = this.#documents.fileOf(uri);
    const version = wanted ?? this.#documents.version(name);
    await this.#settled();
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was canceled.');
    return this.#documents.version(name) === version ? name : new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed.');
  }

  #rules(): RuleEntry[] {
    return this.#options.knowledge.checks
      .map(({ id, summary }): RuleEntry => {
        const page = this.#pageOf(id);
        return { id, summary, ...(page !== undefined && { page }) };
      })
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #pageOf(ruleId: string): string | undefined {
    const base = this.#options.client.rulePages ?? this.#options.rulePages;
    return base === undefined ? undefined : `${base.replace(/\/$/, '')}/${ruleId}.md`;
  }

  /** Keeps a failure in a handler from the connection, which would put its words into the log. */
  #note<P>(step: string, handle: (params: P) => void): (params: P) => void {
    return (params) => {
      this.#quiet.arrived();
      try {
        handle(params);
        this.#problems.step(step, undefined);
      } catch (thrown) {
        this.#problems.step(step, { thrown });
      }
    };
  }

  #answer<P, R>(step: string, handle: (params: P, token: CancellationToken) => Promise<R>) {
    return async (params: P, token: CancellationToken): Promise<R | ResponseError<never>> => {
      this.#quiet.arrived();
      try {
        const result = await handle(params, token);
        this.#problems.step(step, undefined);
        return result;
      } catch (thrown) {
        this.#problems.step(step, { thrown });
        return new ResponseError(ErrorCodes.InternalError, 'Detent failed here; its log says where.');
      }
    };
  }
}
