import type { Io } from '../io.js';

/** What a command line said. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs command lines, one after the other. */
export interface Runner {
  /** Rejects when whoever runs it ended before. */
  run(argv: readonly string[]): Promise<Said>;
  stop(): void;
}

/** Runs them in this thread. */
export function runnerHere(io: Io): Runner {
  return {
    async run(argv) {
      const { run } = await import('../run.js');
      return captured((own) => run(argv, own), io);
    },
    stop: () => {},
  };
}

/** What a run says, instead of saying it. */
export async function captured(run: (io: Io) => Promise<number>, io: Io): Promise<Said> {
  let [out, err] = ['', ''];
  const { threads: _threads, progress: _progress, meter: _meter, ...rest } = io;
  const code = await run({ ...rest, color: false, width: undefined, out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}
