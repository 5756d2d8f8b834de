import { Uri, window, workspace, type CancellationToken, type LogOutputChannel, type WorkspaceEdit } from 'vscode';
import { RevealOutputChannelOn, State, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import {
  changeSeverityCommand,
  checkRequest,
  configurationRequest,
  fixRuleCommand,
  fixesRequest,
  reportRequest,
  ruleLevelRequest,
  rulesRequest,
  showPlacesCommand,
  statusNotification,
  toolsChangedNotification,
  toolsMarkdownRequest,
  toolsRequest,
  type CheckParams,
  type ConfigurationFile,
  type ConfigurationParams,
  type Fixes,
  type FixesParams,
  type InitializationOptions,
  type RuleEntry,
  type RuleLevelParams,
  type Status,
  type ToolEntry,
} from '../server/protocol/index.js';
import { coalesce } from './coalesce.js';
import { documentSelector } from './selector.js';
import type { StatusItem } from './status.js';

/** Makes the client of a platform, which knows how to start its server. */
export type Connect = (extension: Uri, options: LanguageClientOptions) => BaseLanguageClient;

/** An edit as the protocol writes it. */
type ProtocolEdit = Parameters<BaseLanguageClient['protocol2CodeConverter']['asWorkspaceEdit']>[0];

/** Owns the one connection to the server. A restart makes a new one, since one that failed to start is of no more use. */
export class ClientSession {
  readonly #extension: Uri;
  readonly #log: LogOutputChannel;
  readonly #status: StatusItem;
  readonly #connect: Connect;
  /** The answer of the server may be another one. */
  readonly #changed: () => void;
  #client: BaseLanguageClient | undefined;
  /** The client whose failure has been shown. */
  #shownFor: BaseLanguageClient | undefined;

  /** Stops the server if there is one, and starts it. Never rejects: a failure is shown. */
  readonly restart: () => Promise<void>;

  constructor(extension: Uri, connect: Connect, log: LogOutputChannel, status: StatusItem, changed: () => void) {
    this.#extension = extension;
    this.#connect = connect;
    this.#log = log;
    this.#status = status;
    this.#changed = changed;
    this.restart = coalesce(() => this.#start());
  }

  async stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    // A server that hangs or has crashed cannot be stopped in order, and need not be.
    await client?.dispose().catch(() => undefined);
  }

  /** The rules that the server knows; empty while there is none. */
  async rules(): Promise<readonly RuleEntry[]> {
    return (await this.#request<readonly RuleEntry[]>(rulesRequest)) ?? [];
  }

  /** The tools that were found; none while there is no server. */
  async tools(): Promise<readonly ToolEntry[]> {
    return (await this.#request<readonly ToolEntry[]>(toolsRequest)) ?? [];
  }

  async toolsMarkdown(): Promise<string | undefined> {
    return this.#request<string>(toolsMarkdownRequest);
  }

  async report(): Promise<string | undefined> {
    return this.#request<string>(reportRequest);
  }

  /** The safe fixes that there are. */
  async fixes(params: FixesParams): Promise<Fixes | undefined> {
    return this.#request<Fixes>(fixesRequest, params);
  }

  /** Applies safe fixes, and answers how many are left; `undefined` when nothing was applied. */
  async fix(params: FixesParams): Promise<number | undefined> {
    const client = this.#client;
    const fixes = await this.#request<Fixes<ProtocolEdit>>(fixesRequest, params);
    const edit = await client?.protocol2CodeConverter.asWorkspaceEdit(fixes?.edit);
    return edit !== undefined && (await workspace.applyEdit(edit, { isRefactoring: true })) ? fixes?.left : undefined;
  }

  /** The edit of the configuration that gives a rule another severity. */
  async ruleLevel(params: RuleLevelParams): Promise<WorkspaceEdit | undefined> {
    const client = this.#client;
    const edit = await this.#request<ProtocolEdit>(ruleLevelRequest, params);
    return client?.protocol2CodeConverter.asWorkspaceEdit(edit);
  }

  /** Where the configuration is, and what a first one would say. */
  async configuration(params: ConfigurationParams): Promise<ConfigurationFile | undefined> {
    return (await this.#request<ConfigurationFile | null>(configurationRequest, params)) ?? undefined;
  }

  /** What a language model is told of a file or of everything. */
  async check(params: CheckParams, token: CancellationToken): Promise<string | undefined> {
    return this.#request<string>(checkRequest, params, token);
  }

  async #request<T>(name: string, params?: object, token?: CancellationToken): Promise<T | undefined> {
    const client = this.#client;
    if (client?.isRunning() !== true) return undefined;
    const answer = params === undefined ? client.sendRequest<T>(name) : client.sendRequest<T>(name, params, token);
    return answer.catch(() => undefined);
  }

  async #start(): Promise<void> {
    await this.stop();
    this.#status.starting();
    try {
      const client = this.#create();
      this.#client = client;
      this.#follow(client);
      await client.start();
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      this.#failed('The Detent server could not be started.');
    }
  }

  #follow(client: BaseLanguageClient): void {
    client.onNotification(statusNotification, (status: Status) => {
      if (this.#client === client) this.#status.show(status);
    });
    client.onNotification(toolsChangedNotification, () => {
      if (this.#client === client) this.#changed();
    });
    client.onDidChangeState(({ newState }) => {
      if (this.#client !== client) return;
      if (newState === State.Starting) this.#status.starting();
      if (newState === State.StartFailed) this.#failed('The Detent server could not be started.');
      if (newState === State.Stopped) this.#failed('The Detent server stopped and was not started again.');
    });
  }

  #create(): BaseLanguageClient {
    const options: InitializationOptions = {
      rulePages: Uri.joinPath(this.#extension, 'dist', 'rules').toString(),
      status: true,
      commands: [showPlacesCommand, fixRuleCommand, changeSeverityCommand],
    };
    return quiet(
      this.#connect(this.#extension, {
        documentSelector: documentSelector(),
        outputChannel: this.#log,
        revealOutputChannelOn: RevealOutputChannelOn.Never,
        initializationOptions: options,
      }),
    );
  }

  /** Says so once for each client, since one failure is often reported in several ways. */
  #failed(message: string): void {
    this.#status.failed(message);
    if (this.#shownFor === this.#client && this.#client) return;
    this.#shownFor = this.#client;
    void window.showErrorMessage(message, 'Show Log', 'Restart').then(async (choice) => {
      if (choice === 'Show Log') this.#log.show();
      if (choice === 'Restart') await this.restart();
    });
  }
}

/** What the client says goes to the log only: what the user must see is shown by the session, once and with a way out. */
function quiet(client: BaseLanguageClient): BaseLanguageClient {
  const { error, info, trace } = client;
  client.error = (message, data) => error.call(client, message, data, false);
  client.info = (message, data) => info.call(client, message, data, false);
  // The names of messages only: their contents are the text of documents, with every secret in it.
  client.trace = (message) => trace.call(client, message);
  return client;
}
