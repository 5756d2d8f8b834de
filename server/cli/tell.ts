/** What is said of a workspace that was looked at, in all formats. */
import { printable } from '../analysis/printable.js';
import { severities, type FailLevel } from '../workspace/config.js';
import { formatOf, thresholdsOf, type Arguments, type formats } from './args.js';
import { exitCodes, Refusal, type Io } from './io.js';
import { count } from './style.js';
import type { Look } from './told.js';

/** Tells findings, as far as the command line asks for them; answers with the exit code. */
export async function tell(all: Look, problems: readonly string[], args: Arguments, io: Io): Promise<number> {
  const format = formatOf(args, 'check');
  const { failOn, maxWarnings } = thresholdsOf(args);
  const baseline = args.values.get('baseline')?.[0];
  const since = args.values.get('since')?.[0];
  if (args.flags.has('update-baseline')) return update(all, baseline!, problems, io);
  const unfamiliar = baseline === undefined ? all : await unknown(all, baseline, args, io);
  const found = since === undefined ? unfamiliar : await recent(unfamiliar, since, io);
  io.out(await report(format, found, io, problems));
  for (const problem of problems) io.err(`${problem}\n`);
  return exitCode(found, problems.length > 0, failOn, maxWarnings);
}

/** What the baseline does not know; how much it knows is said. */
export async function unknown(found: Look, baseline: string, { paths }: Arguments, io: Io): Promise<Look> {
  const { withoutKnown } = await import('./baseline.js');
  const { look, hidden, gone } = await withoutKnown(found, baseline, io);
  const said = [
    ...(hidden > 0 ? [`${count(hidden, 'finding')} of the baseline ${baseline} ${hidden === 1 ? 'is' : 'are'} not told`] : []),
    // What was not looked at is not gone.
    ...(gone > 0 && paths.length === 0
      ? [
          `${hidden > 0 ? gone : `${count(gone, 'finding')} of the baseline ${baseline}`} ${gone === 1 ? 'is' : 'are'} gone: forget with --update-baseline`,
        ]
      : []),
  ];
  if (said.length > 0) io.err(`${said.join(', ')}.\n`);
  return look;
}

/** What a change since a commit may have brought; how much else there is, is said. */
async function recent(found: Look, since: string, io: Io): Promise<Look> {
  const { changedOnly } = await import('./since.js');
  const { look, left } = await changedOnly(found, since, io);
  if (left > 0)
    io.err(`${count(left, 'finding')} without a part in what changed since ${printable(since)} ${left === 1 ? 'is' : 'are'} not told.\n`);
  return look;
}

async function update(found: Look, baseline: string, problems: readonly string[], io: Io): Promise<number> {
  for (const problem of problems) io.err(`${problem}\n`);
  if (problems.length > 0) throw new Refusal('The baseline was not written, since not everything could be checked.');
  const { writeBaseline } = await import('./baseline.js');
  io.out(`${await writeBaseline(found, baseline, io)}\n`);
  return exitCodes.clean;
}

async function report(format: (typeof formats)['check'][number], found: Look, io: Io, problems: readonly string[]): Promise<string> {
  const incomplete = problems.length > 0;
  switch (format) {
    case 'text':
      return (await import('./reporters/text.js')).findingsText(found, { ...io, incomplete });
    case 'json':
      return `${JSON.stringify((await import('./reporters/json.js')).findingsJson(found), null, 2)}\n`;
    case 'sarif': {
      const [{ sarif }, { knowledge }] = await Promise.all([import('./reporters/sarif.js'), import('../../rules/index.js')]);
      const options = { version: io.version(), rules: knowledge.checks, page: (id: string) => io.page(id), incomplete };
      return `${JSON.stringify(sarif(found, options), null, 2)}\n`;
    }
    case 'github':
      return (await import('./reporters/github.js')).githubCommands(found);
    case 'gitlab':
      return `${JSON.stringify((await import('./reporters/gitlab.js')).gitlabReport(found), null, 2)}\n`;
    case 'junit':
      return (await import('./reporters/junit.js')).junitReport(found);
    case 'markdown':
      return (await import('./reporters/markdown.js')).findingsMarkdown(found, incomplete);
    case 'html':
      return (await import('./reporters/html.js')).lookHtml(found, problems, 'findings');
  }
}

/** How a run ends. */
export function exitCode({ result, session }: Look, incomplete: boolean, failOn: FailLevel | undefined, maxWarnings = Infinity): number {
  if (incomplete) return exitCodes.incomplete;
  const warnings = result.findings.filter(({ severity }) => severity === 'warning').length;
  return warnings > maxWarnings || fails(result, (file) => failOn ?? session.configFor(file).failOn) ? exitCodes.findings : exitCodes.clean;
}

function fails({ findings }: Look['result'], levelOf: (file: string) => FailLevel): boolean {
  return findings.some(({ severity, place }) => {
    const level = levelOf(place.file);
    return level !== 'never' && severities.indexOf(severity) <= severities.indexOf(level);
  });
}
