import { Uri, window, type LogOutputChannel } from 'vscode';
import {
  LanguageClient,
  RevealOutputChannelOn,
  State,
  TransportKind,
  type LanguageClientOptions,
  type ServerOptions,
} from 'vscode-languageclient/node';
import { rulesRequest, statusNotification, type InitializationOptions, type RuleEntry, type Status } from '../server/protocol/index.js';
import { coalesce } from './coalesce.js';
import { documentSelector } from './selector.js';
import type { StatusItem } from './status.js';

/** What the client says goes to the log only: what the user must see is shown by the session, once and with a way out. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  override info(message: string, data?: unknown): void {
    super.info(message, data, false);
  }

  /** The names of messages only: their contents are the text of documents, with every secret in it. */
  override trace(message: string): void {
    super.trace(message);
  }
}

/**
 * Megabytes for what was made just now: an answer after a key makes many values that nobody needs for long. Twice the usual room makes
 * the slowest answers faster and the server smaller (`npm run bench`).
 */
const roomForNew = '--max-semi-space-size=32';

/** Owns the one connection to the server. A restart makes a new one, since one that failed to start is of no more use. */
export class ClientSession {
  readonly #extension: Uri;
  readonly #log: LogOutputChannel;
  readonly #status: StatusItem;
  #client: LanguageClient | undefined;
  /** The client whose failure has been shown. */
  #shownFor: LanguageClient | undefined;

  /** Stops the server if there is one, and starts it. Never rejects: a failure is shown. */
  readonly restart: () => Promise<void>;

  constructor(extension: Uri, log: LogOutputChannel, status: StatusItem) {
    this.#extension = extension;
    this.#log = log;
    this.#status = status;
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
    const client = this.#client;
    return client?.isRunning() ? client.sendRequest<readonly RuleEntry[]>(rulesRequest).catch(() => []) : [];
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

  #follow(client: LanguageClient): void {
    client.onNotification(statusNotification, (status: Status) => {
      if (this.#client === client) this.#status.show(status);
    });
    client.onDidChangeState(({ newState }) => {
      if (this.#client !== client) return;
      if (newState === State.Starting) this.#status.starting();
      if (newState === State.StartFailed) this.#failed('The Detent server could not be started.');
      if (newState === State.Stopped) this.#failed('The Detent server stopped and was not started again.');
    });
  }

  #create(): LanguageClient {
    const module = Uri.joinPath(this.#extension, 'dist', 'server.cjs').fsPath;
    const server: ServerOptions = {
      run: { module, transport: TransportKind.ipc, options: { execArgv: [roomForNew] } },
      debug: { module, transport: TransportKind.ipc, options: { execArgv: [roomForNew, '--nolazy', '--inspect=6019'] } },
    };
    const options: InitializationOptions = { rulePages: Uri.joinPath(this.#extension, 'dist', 'rules').toString(), status: true };
    const client: LanguageClientOptions = {
      documentSelector: documentSelector(),
      outputChannel: this.#log,
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationOptions: options,
    };
    return new QuietClient('detent', 'Detent', server, client);
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
