import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

interface Report {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly file: string;
    readonly range: { readonly start: Place; readonly end: Place };
  }[];
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * What the command line reports for a folder, one line per finding: `file:line:column-line:column rule`.
 *
 * @param folder absolute path
 */
export async function commandLineFindings(folder: string): Promise<readonly string[]> {
  const cli = process.env['DETENT_CLI'];
  if (cli === undefined) throw new Error('DETENT_CLI is not set: start the suite through run.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'check', '--format', 'json'], {
    cwd: folder,
    timeout: 20_000,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  }).catch((error: { readonly code?: number; readonly stdout?: string }) => {
    if (error.code === 1 && error.stdout !== undefined) return { stdout: error.stdout }; // findings
    throw error;
  });
  const { findings } = JSON.parse(stdout) as Report;
  return findings
    .map(({ ruleId, file, range: { start, end } }) => findingLine(file, [start.line, start.column, end.line, end.column], ruleId))
    .sort();
}

/** One finding as a line to compare; numbers are 1-based. */
export function findingLine(file: string, [line, column, endLine, endColumn]: readonly number[], rule: string): string {
  return `${file}:${line}:${column}-${endLine}:${endColumn} ${rule}`;
}
