import type { Finding } from '../../../server/analysis/finding.js';
import type { CheckResult, ConfigProblem, Session, SessionOptions } from '../../../server/workspace/session.js';
import { defaultConfig, type Config } from '../../../server/workspace/config.js';
import { isInside } from '../../../server/workspace/paths.js';
import { TestClient, type ClientOptions } from './client.js';

/** A client whose server has fake sessions over these files. */
export async function connectFake(files: Readonly<Record<string, string>> = {}, options: ClientOptions = {}) {
  const disk = new Map(Object.entries(files));
  const sessions: FakeSession[] = [];
  const createSession = (given: SessionOptions): Session => {
    const session = new FakeSession(given, disk);
    sessions.push(session);
    return session;
  };
  const client = await TestClient.connect({ folders: ['/ws'], ...options, server: { createSession, ...options.server } });
  return { client, disk, sessions, session: () => sessions.at(-1)! };
}

/**
 * A session with rules that a test can see at a glance, so that tests of the protocol depend on no real rule. In each line
 * `FLAG` has a safe fix, `DECIDE` a fix that needs a choice, `USE name` is wrong when `name.txt` holds `DANGER`, and
 * `THROW` breaks the analysis. A line `// detent-ignore-next-line … -- why` silences the next one.
 */
export class FakeSession implements Session {
  readonly options: SessionOptions;
  checks = 0;
  roots: readonly string[] = [];
  readonly #disk: Map<string, string>;
  readonly #read = new Map<string, string>();
  readonly #unsaved = new Map<string, string>();

  constructor(options: SessionOptions, disk: Map<string, string>) {
    this.options = options;
    this.#disk = disk;
  }

  async open(roots: readonly string[]): Promise<void> {
    await turn();
    this.roots = roots;
    this.#read.clear();
    for (const [file, text] of this.#disk) if (roots.some((root) => isInside(root, file))) this.#read.set(file, text);
  }

  announce(): void {}

  async openFiles(): Promise<void> {}

  setText(file: string, text: string): void {
    this.#unsaved.set(file, text);
  }

  setCells(): void {}

  notebook(): undefined {}

  clearText(file: string): void {
    this.#unsaved.delete(file);
  }

  async changed(files: readonly string[]): Promise<void> {
    await turn();
    for (const file of files) {
      for (const known of [...this.#read.keys()]) if (isInside(file, known)) this.#read.delete(known);
      const text = this.#disk.get(file);
      if (text !== undefined && this.roots.some((root) => isInside(root, file))) this.#read.set(file, text);
    }
  }

  text(file: string): string | undefined {
    return this.#unsaved.get(file) ?? this.#read.get(file);
  }

  async settled(): Promise<boolean> {
    return false;
  }

  trace(): undefined {}

  configFileFor(): undefined {}

  isLookedAt(file: string): boolean {
    return this.text(file) !== undefined;
  }

  configFor(): Config {
    return defaultConfig;
  }

  check(): CheckResult {
    this.checks += 1;
    const files = [...new Set([...this.#read.keys(), ...this.#unsaved.keys()])].sort();
    const findings = files.flatMap((file) => this.#findings(file, this.text(file)!));
    const configProblems = files.flatMap((file): ConfigProblem[] => {
      const at = this.text(file)!.indexOf('sest');
      return at < 0 || !file.endsWith('/detent.config.json')
        ? []
        : [{ file, span: { start: at, end: at + 4 }, message: 'Unknown key "sest". Did you mean "sets"?' }];
    });
    const internal = files
      .filter((file) => this.text(file)!.includes('RULE-BUG'))
      .map((file) => ({
        where: 'permission/missing-tier',
        message: `cannot read "${this.text(file)!}"`,
        file,
      }));
    return { tools: [], findings, unresolved: [], skipped: [], internal, configProblems, files: files.length, unreadable: [] };
  }

  #findings(file: string, text: string): Finding[] {
    const found: Finding[] = [];
    if (text.includes('THROW')) throw new Error(`broke on ${text}`);
    for (const { 0: word, 1: name, index } of text.matchAll(/FLAG|DECIDE|USE ([a-z]{1,20})/g)) {
      const above = text.slice(0, index).split('\n').at(-2) ?? '';
      if (/detent-ignore-next-line permission\/missing-tier -- ./.test(above)) continue;
      const span = { start: index, end: index + word.length };
      const other = name === undefined ? undefined : `${file.slice(0, file.lastIndexOf('/'))}/${name}.txt`;
      const danger = other === undefined ? -1 : (this.text(other)?.indexOf('DANGER') ?? -1);
      if (other !== undefined && danger < 0) continue;
      found.push({
        ruleId: name === undefined ? 'permission/missing-tier' : 'idempotency/no-idempotency-key',
        severity: name === undefined ? 'warning' : 'error',
        certainty: 'certain',
        message: `found ${word}`,
        place: { file, span },
        evidence: other === undefined ? [] : [{ file: other, span: { start: danger, end: danger + 6 }, label: 'DANGER' }],
        fixes:
          other !== undefined
            ? []
            : [
                {
                  title: `Replace ${word}`,
                  grade: word === 'FLAG' ? 'auto' : 'choice',
                  edits: [{ file, span, text: 'fine' }],
                },
              ],
        fingerprint: `${word}-${found.length}`,
      });
    }
    return found;
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
