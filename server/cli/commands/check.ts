import { severities, type FailLevel } from '../../workspace/config.js';
import { keptLook } from '../cache/kept-look.js';
import { formatOf, thresholdsOf, type Arguments } from '../args.js';
import { exitCodes, Refusal, type Io } from '../io.js';
import type { Look } from '../told.js';
import { troubles } from '../troubles.js';

/** `detent check`: findings. */
export async function check(args: Arguments, io: Io): Promise<number> {
  const format = formatOf(args, ['text', ...formats]);
  const { failOn, maxWarnings, ...overrides } = thresholdsOf(args);
  const fixing = args.flags.has('fix');
  const trying = args.flags.has('fix-dry-run');
  if (fixing && trying) throw new Refusal('Give either --fix or --fix-dry-run.');
  if (fixing && args.values.has('stdin-filename'))
    throw new Refusal('--fix has no file to write to with --stdin-filename: use --fix-dry-run.');

  let found: Look;
  let problems: string[];
  if (fixing || trying) {
    const [{ look }, { fixAll }] = await Promise.all([import('../look.js'), import('../fix.js')]);
    const live = await look(args, io, overrides);
    problems = troubles(live);
    const fixed = await fixAll(live, io, trying);
    found = { ...live, result: fixed.result };
    problems.push(...fixed.problems);
    if (trying) {
      io.out(fixed.diff);
      for (const problem of problems) io.err(`${problem}\n`);
      return exitCode(found, problems.length > 0, failOn, maxWarnings);
    }
    if (fixed.count > 0) io.err(`${fixed.said}\n`);
  } else {
    found = await keptLook(args, io, overrides);
    problems = troubles(found);
  }
  io.out(await report(format, found, io, problems.length > 0));
  for (const problem of problems) io.err(`${problem}\n`);
  return exitCode(found, problems.length > 0, failOn, maxWarnings);
}

/** Formats for programs, beside the one for people. */
const formats = ['json', 'sarif', 'github', 'junit', 'markdown'] as const;

async function report(format: 'text' | (typeof formats)[number], found: Look, io: Io, incomplete: boolean): Promise<string> {
  switch (format) {
    case 'text':
      return (await import('../reporters/text.js')).findingsText(found, { ...io, incomplete });
    case 'json':
      return `${JSON.stringify((await import('../reporters/json.js')).findingsJson(found), null, 2)}\n`;
    case 'sarif': {
      const [{ sarif }, { knowledge }] = await Promise.all([import('../reporters/sarif.js'), import('../../../rules/index.js')]);
      const options = { version: io.version(), rules: knowledge.checks, page: (id: string) => io.page(id), incomplete };
      return `${JSON.stringify(sarif(found, options), null, 2)}\n`;
    }
    case 'github':
      return (await import('../reporters/github.js')).githubCommands(found);
    case 'junit':
      return (await import('../reporters/junit.js')).junitReport(found);
    case 'markdown':
      return (await import('../reporters/markdown.js')).findingsMarkdown(found, incomplete);
  }
}

function exitCode({ result, session }: Look, incomplete: boolean, failOn: FailLevel | undefined, maxWarnings = Infinity): number {
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
