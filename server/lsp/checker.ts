import { RAL } from 'vscode-languageserver';
import type { Notebook } from '../analysis/syntax/notebook/notebook.js';
import type { Config } from '../workspace/config.js';
import type { CheckResult, Session } from '../workspace/session.js';
import type { OpenDocuments } from './documents.js';
import { finished } from './finished.js';
import { turn } from './quiet.js';

export interface CheckerOptions {
  readonly documents: OpenDocuments;
  /** The session itself threw, or (`undefined`) the same step worked. Failures of single rules are part of the answer. */
  readonly ended: (step: string, error: { readonly thrown: unknown } | undefined) => void;
  /** The answer may be another one from now on. */
  readonly changed: () => void;
  /** Milliseconds for which a first document, and a question about it, are waited for before folders are read. */
  readonly grace: number;
}

/** What is read leads to more to read, as far as imports reach; then the answer is taken as it is. */
const mostRounds = 16;

const nothing: CheckResult = {
  tools: [],
  findings: [],
  unresolved: [],
  skipped: [],
  internal: [],
  configProblems: [],
  files: 0,
  unreadable: [],
};

/**
 * Feeds one session with what the editor says, and asks it as seldom as possible: edits are only noted, and the next
 * {@link Checker.answer} takes all of them at once.
 */
export class Checker {
  readonly #options: CheckerOptions;
  #session: Session | undefined;
  #roots: readonly string[] = [];
  #edited = new Set<string>();
  #answer = nothing;
  #stale = false;
  #behind = false;
  #generation = 0;
  #work: Promise<void> = Promise.resolve();
  #opening = 0;
  /** Resolves when the open documents were looked at, before the folders are read. */
  #glance: Promise<void> = Promise.resolve();
  /** The answer is about the open documents, and what they import, alone. */
  #isGlance = false;
  /** Called when a document was opened. */
  #opened: () => void = () => {};
  /** Called when somebody asks about an open document. */
  #asked: () => void = () => {};
  /** Those who wait for that. */
  readonly #glancing = new Set<Promise<unknown>>();

  constructor(options: CheckerOptions) {
    this.#options = options;
  }

  /** Grows with each new answer. */
  get generation(): number {
    return this.#generation;
  }

  /** Whole folders are being read, which may take long enough to say so. */
  get opening(): boolean {
    return this.#opening > 0;
  }

  /** The answer is about the open documents, and what they import, alone; a whole one is on its way. */
  get isGlance(): boolean {
    return this.#isGlance;
  }

  /** There is a session to ask. */
  get active(): boolean {
    return this.#session !== undefined;
  }

  /** The answer that was given last, which may be out of date. */
  get last(): CheckResult {
    return this.#answer;
  }

  /** `false` when the answer is about older texts, since the session failed on the present ones. */
  get current(): boolean {
    return !this.#behind;
  }

  /** Starts over with another session (or none), because its settings cannot change. Open documents are kept. */
  use(session: Session | undefined, roots: readonly string[]): void {
    this.#session = session;
    this.#roots = roots;
    this.#edited = new Set(this.#options.documents.files());
    this.#answer = nothing;
    this.#isGlance = false;
    this.#generation += 1;
    this.#touch();
    if (session) this.#open(session, roots);
  }

  /** Adds and removes folders. */
  setRoots(roots: readonly string[]): void {
    if (roots.length === this.#roots.length && roots.every((root, index) => root === this.#roots[index])) return;
    this.#roots = roots;
    const session = this.#session;
    if (session) this.#open(session, roots);
  }

  edited(file: string): void {
    this.#opened();
    this.#isGlance = false;
    this.#edited.add(file);
    this.#touch();
  }

  /**
   * The text on disk counts again. It is read before the unsaved text goes, since it was most likely saved just now and
   * the watcher has not said so yet.
   */
  closed(file: string): void {
    const session = this.#session;
    if (!session) return;
    this.#enqueue('close', async () => {
      await session.changed([file]);
      if (this.#options.documents.has(file)) return;
      this.#edited.delete(file);
      session.clearText(file);
    });
  }

  changedOnDisk(files: readonly string[]): void {
    const session = this.#session;
    if (session && files.length > 0) this.#enqueue('read', () => session.changed(files));
  }

  /**
   * Resolves when there is an answer for open documents: at once where the whole of it is there, or when they were looked at alone, since
   * nobody should wait for whole folders to be read. What is asked then must not be asked again before {@link Checker.ready}.
   */
  async glanced(): Promise<void> {
    await this.seen();
    if (!this.#isGlance) await this.ready();
  }

  /** Resolves when open documents were looked at alone, or nothing is left to read. */
  async seen(): Promise<void> {
    await Promise.race([finished(() => this.#work), this.#glance]);
  }

  /**
   * Somebody will be content with what was seen, and is to have it before the whole is worked out, which nothing interrupts.
   *
   * @param answer must not wait for the whole, which waits for it
   */
  async glancing<T>(answer: () => Promise<T>): Promise<T> {
    const answered = answer();
    const written = this.#written(answered);
    this.#glancing.add(written);
    void written.finally(() => this.#glancing.delete(written));
    this.#asked();
    return answered;
  }

  /** Resolves when an answer was given, and the connection, which writes one for each turn, has written it. */
  async #written(answered: Promise<unknown>): Promise<void> {
    await answered.catch(() => undefined);
    for (let more = this.#glancing.size + 2; more > 0; more -= 1) await turn();
  }

  /**
   * Resolves when everything that matters for {@link Checker.answer} has been read, also what the answer itself turned out
   * to need, such as the target of an import that was just written. Never rejects.
   */
  async ready(): Promise<void> {
    for (let round = 0; round < mostRounds; round += 1) {
      await finished(() => this.#work);
      // Who is about to ask is heard first.
      if (this.#isGlance) await turn();
      while (this.#isGlance && this.#glancing.size > 0) await Promise.allSettled(this.#glancing);
      const session = this.#session;
      if (!session || !(await this.#reads(session))) return;
    }
  }

  /** Answers whether the answer turned out to need more, which has been read. */
  async #reads(session: Session): Promise<boolean> {
    this.answer();
    try {
      if (!(await session.settled())) return false;
      this.#stale = true;
      return true;
    } catch (thrown) {
      this.#options.ended('read', { thrown });
      return false;
    }
  }

  /** The findings for the texts of this moment. Never throws: when the session fails, the last answer stays. */
  answer(): CheckResult {
    const session = this.#session;
    if (!session) return nothing;
    if (!this.#stale) return this.#answer;
    this.#stale = false;
    try {
      this.#tell(session);
      this.#answer = session.check();
      this.#isGlance = false;
      this.#generation += 1;
      this.#behind = false;
      this.#options.ended('check', undefined);
    } catch (thrown) {
      this.#behind = true;
      this.#options.ended('check', { thrown });
    }
    return this.#answer;
  }

  /** Tells the session what was edited. */
  #tell(session: Session): void {
    const { documents } = this.#options;
    for (const file of this.#edited) {
      const cells = documents.cells(file);
      const document = documents.get(file);
      if (cells) session.setCells(file, cells);
      else if (document) session.setText(file, document.text);
    }
    this.#edited.clear();
  }

  /** The text that the answer speaks of. */
  text(file: string): string | undefined {
    return this.#session?.text(file);
  }

  /** The configuration that holds for a file. */
  config(file: string): Config | undefined {
    return this.#session?.configFor(file);
  }

  /** Where that configuration is written; `undefined` for the defaults. */
  configFile(file: string): string | undefined {
    return this.#session?.configFileFor(file);
  }

  /** The answer is about this file, too. */
  isLookedAt(file: string): boolean {
    return this.#session?.isLookedAt(file) ?? false;
  }

  /** What leads from that text to the cells of a notebook. */
  notebook(file: string): Notebook | undefined {
    return this.#session?.notebook(file);
  }

  #touch(): void {
    this.#stale = true;
    this.#options.changed();
  }

  #open(session: Session, roots: readonly string[]): void {
    this.#opening += 1;
    if (roots.length > 0 && this.#answer === nothing) {
      this.#glance = this.#work.then(() => this.#firstDocument()).then(() => this.#look(session));
      this.#work = this.#glance.then(() => this.#firstQuestion());
    }
    this.#enqueue('open', () =>
      session.open(roots).finally(() => {
        this.#opening -= 1;
      }),
    );
  }

  /** An editor that has just been started opens what was open before. */
  async #firstDocument(): Promise<void> {
    if (this.#options.documents.files().length === 0) await this.#grace((happened) => (this.#opened = happened));
  }

  /** It asks about them a moment later. */
  async #firstQuestion(): Promise<void> {
    if (this.#isGlance && this.#glancing.size === 0) await this.#grace((happened) => (this.#asked = happened));
  }

  async #grace(listen: (happened: () => void) => void): Promise<void> {
    const { grace } = this.#options;
    if (grace === 0) return;
    await new Promise<void>((resolve) => {
      const late = RAL().timer.setTimeout(resolve, grace);
      listen(() => {
        late.dispose();
        resolve();
      });
    });
  }

  /** Looks at the open documents and what they import. What is only likely, the rest may still refute, and is left for later. */
  async #look(session: Session): Promise<void> {
    if (this.#options.documents.files().length === 0) return;
    try {
      session.announce(this.#roots);
      // What they import is read before they are looked at for the first time.
      this.#tell(session);
      await session.settled();
    } catch (thrown) {
      this.#options.ended('read', { thrown });
      return;
    }
    for (let round = 0; round < mostRounds; round += 1) if (this.#session !== session || !(await this.#reads(session))) break;
    if (this.#session !== session || this.#behind) return;
    const { findings } = this.#answer;
    this.#answer = { ...this.#answer, findings: findings.filter(({ certainty }) => certainty === 'certain') };
    this.#isGlance = true;
    this.#generation += 1;
    this.#options.changed();
  }

  #enqueue(step: string, action: () => Promise<void>): void {
    if (step !== 'open') this.#isGlance = false;
    this.#options.changed();
    this.#work = this.#work
      .then(action)
      .then(
        () => this.#options.ended(step, undefined),
        (thrown: unknown) => this.#options.ended(step, { thrown }),
      )
      .then(() => this.#touch());
  }
}
