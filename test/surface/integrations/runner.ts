/**
 * What the runners of GitHub do with a workflow, as far as workflows of our pages need it: one folder for each job, all combinations of a
 * matrix at once, and the few actions that only move files. The program that runs workflows elsewhere, `act`, is no package of npm, and
 * needs containers.
 *
 * What it cannot do is build Detent, which asks the network: the checkout of Detent has been built.
 */
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import type { Checkout, Done } from './workspace.js';

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | boolean>>;
  readonly run?: string;
}

interface Job {
  readonly needs?: string;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly (string | number)[]>> };
  readonly steps: readonly Step[];
}

export interface Workflow {
  readonly jobs: Readonly<Record<string, Job>>;
}

/** What the scripts of a job said, but for the one that builds Detent. */
export interface Log {
  readonly steps: readonly Said[];
}

type Said = Done & { readonly name: string | undefined };
type Matrix = Readonly<Record<string, string | number>>;

const build = 'npm ci --prefix .detent && npm run build --prefix .detent';

export class Runner {
  readonly #checkout: Checkout;
  readonly #env: NodeJS.ProcessEnv;
  readonly #artifacts: string;
  #count = 0;

  constructor(checkout: Checkout, env: NodeJS.ProcessEnv) {
    this.#checkout = checkout;
    this.#env = env;
    this.#artifacts = checkout.beside('artifacts');
    mkdirSync(this.#artifacts);
  }

  /**
   * Runs all jobs, those that need another one behind it.
   *
   * @returns by the names that GitHub gives to jobs: `share (1)`
   * @throws Error where something is asked for that this runner does not know
   */
  async run({ jobs }: Workflow): Promise<Readonly<Record<string, Log>>> {
    const logs: Record<string, Log> = {};
    const waiting = new Map(Object.entries(jobs));
    while (waiting.size > 0) {
      const ready = [...waiting].filter(([, { needs }]) => needs === undefined || !waiting.has(needs));
      if (ready.length === 0) throw new Error(`jobs that wait for each other: ${[...waiting.keys()].join(', ')}`);
      const runs = ready.flatMap(([name, job]) => combinations(job).map((matrix) => [name, job, matrix] as const));
      const done = await Promise.all(
        runs.map(async ([name, job, matrix]) => {
          const values = Object.values(matrix);
          return [values.length > 0 ? `${name} (${values.join(', ')})` : name, await this.#job(job, matrix)] as const;
        }),
      );
      for (const [name, log] of done) logs[name] = log;
      for (const [name] of ready) waiting.delete(name);
    }
    return logs;
  }

  async #job({ steps }: Job, matrix: Matrix): Promise<Log> {
    const folder = this.#checkout.beside(`runner ${++this.#count}`);
    mkdirSync(folder);
    const said: Said[] = [];
    for (const { name, uses, with: given = {}, run = '' } of steps) {
      if (uses !== undefined) {
        const filled = Object.entries(given).map(([key, value]) => [key, fill(String(value), matrix)]);
        this.#act(uses, Object.fromEntries(filled) as Readonly<Record<string, string>>, folder);
      } else if (run !== build) {
        const done = await this.#checkout.start('bash', ['-e', '-c', fill(run, matrix)], folder, this.#env);
        said.push({ name, ...done });
        if (done.code !== 0) break;
      }
    }
    return { steps: said };
  }

  #act(uses: string, given: Readonly<Record<string, string>>, folder: string): void {
    const { name = '', path = '', repository, pattern = '', 'merge-multiple': merge } = given;
    if (uses === 'actions/checkout@v4' && repository === undefined) copy(this.#checkout.workspace, folder, ['.detent']);
    else if (uses === 'actions/checkout@v4') cpSync(this.#checkout.home, join(folder, path), { recursive: true });
    else if (uses === 'actions/upload-artifact@v4') {
      mkdirSync(join(this.#artifacts, name));
      cpSync(join(folder, path), join(this.#artifacts, name, path));
    } else if (uses === 'actions/download-artifact@v4' && merge === 'true')
      for (const artifact of readdirSync(this.#artifacts).filter((one) => matchesGlob(one, pattern)))
        copy(join(this.#artifacts, artifact), folder, []);
    else throw new Error(`${uses} with ${JSON.stringify(given)} is not known here`);
  }
}

/** All that one job of a matrix may be. */
function combinations({ strategy }: Job): readonly Matrix[] {
  let all: readonly Matrix[] = [{}];
  for (const [name, values] of Object.entries(strategy?.matrix ?? {}))
    all = all.flatMap((one) => values.map((value) => ({ ...one, [name]: value })));
  return all;
}

function fill(text: string, matrix: Matrix): string {
  return text.replace(/\$\{\{ ([^}]{1,80}) \}\}/g, (_, said: string) => {
    const value = matrix[said.replace(/^matrix\./, '')];
    if (value === undefined) throw new Error(`${said} is not known here`);
    return String(value);
  });
}

function copy(from: string, to: string, without: readonly string[]): void {
  for (const name of readdirSync(from)) if (!without.includes(name)) cpSync(join(from, name), join(to, name), { recursive: true });
}
