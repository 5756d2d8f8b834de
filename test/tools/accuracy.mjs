/**
 * `npm run accuracy -- --checkouts DIR`: how often Detent's answers about real tools are those of their authors, and those of people
 * who read the code. Prints what it measured, and writes it to `test/ecosystem/accuracy.md` when nothing was left out.
 *
 *   --checkouts DIR   work trees of the labelled repositories, DIR/owner+name
 *   --corpus DIR      labels and the scorer (default: ../shared/corpus)
 *   --language NAME   rows of this language; repeatable (default: typescript). The page keeps what it says of other languages
 *   --only REGEX      repositories whose owner/name matches; nothing is written then
 *   --timeout SECONDS how long one repository may take (default: 600)
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { accuracyPage, accuracySection } from './accuracy/page.mjs';
import { build } from './build.mjs';
import { root } from './install.mjs';

const { values: options } = parseArgs({
  options: {
    checkouts: { type: 'string' },
    corpus: { type: 'string', default: join(root, '../shared/corpus') },
    language: { type: 'string', multiple: true, default: ['typescript'] },
    only: { type: 'string', default: '.' },
    timeout: { type: 'string', default: '600' },
  },
});
const scorer = join(options.corpus, 'score.mjs');
if (options.checkouts === undefined) fail('Say where the labelled repositories are: npm run accuracy -- --checkouts DIR');
if (!existsSync(scorer)) fail(`There is no score.mjs in ${options.corpus}; name the corpus with --corpus DIR.`);

const cli = join(root, 'dist/cli.js');
const checkouts = resolve(options.checkouts);
const scratch = mkdtempSync(join(tmpdir(), 'detent-accuracy-'));
try {
  await build({ minify: true });
  const place = join(root, 'test/ecosystem/accuracy.md');
  const measured = options.language.map((language) => ({
    language,
    authors: score('dev.jsonl', language),
    readers: score('gold.dev.jsonl', language),
    contradictions: contradictionsSeen(language),
  }));
  const read = JSON.parse(readFileSync(join(root, 'test/ecosystem/disagreements.json'), 'utf8'));
  const sections = new Map(measured.map((one) => [one.language, accuracySection({ ...one, read })]));
  const page = accuracyPage(existsSync(place) ? readFileSync(place, 'utf8') : '', sections);
  console.log(page);
  if (options.only === '.') writeFileSync(place, page);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function rowsOf(file) {
  const lines = readFileSync(join(options.corpus, file), 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line)).filter(({ repo }) => new RegExp(options.only).test(repo));
}

/** Runs the scorer over the rows of a language; its table goes to the terminal. */
function score(file, wanted) {
  const labels = join(scratch, file);
  const out = join(scratch, `${file}.report.json`);
  const rows = rowsOf(file).filter(({ language }) => language === wanted);
  writeFileSync(labels, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  const places = ['--labels', labels, '--checkouts', checkouts, '--out', out, '--timeout', options.timeout];
  const done = spawnSync(process.execPath, [scorer, ...places, '--detent', `${process.execPath} ${cli}`], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (done.status !== 0) fail(`The scorer failed on ${file}.`);
  return JSON.parse(readFileSync(out, 'utf8'));
}

/** For labels that the code contradicts: whether a mismatch of hints is reported for the tool, and how long its chain is. */
function contradictionsSeen(language) {
  const ending = language === 'python' ? /\.py$/ : /\.[cm]?[jt]sx?$/;
  const rows = rowsOf('contradictions.dev.jsonl').filter(({ file }) => ending.test(file));
  const found = new Map();
  return rows.map(({ repo, tool, label }) => {
    if (!found.has(repo)) found.set(repo, mismatches(join(checkouts, repo.replace('/', '+'))));
    const findings = found.get(repo).filter((finding) => finding.tool === tool);
    return {
      repo,
      tool,
      label,
      rules: [...new Set(findings.map(({ ruleId }) => ruleId))],
      chain: Math.max(0, ...findings.map(({ evidence }) => evidence.length)),
    };
  });
}

function mismatches(folder) {
  if (!existsSync(folder)) return [];
  const ask = ['check', '.', '--no-cache', '--set', 'strict', '--min-certainty', 'possible', '--format', 'json'];
  const done = spawnSync(process.execPath, [cli, ...ask], { cwd: folder, encoding: 'utf8', maxBuffer: 1e9 });
  // 1 says that there are findings.
  if (done.status !== 0 && done.status !== 1)
    fail(`detent check failed in ${folder} (${done.signal ?? done.error ?? `status ${done.status}`}):\n${done.stderr}`);
  return JSON.parse(done.stdout).findings.filter(({ ruleId }) => ruleId.endsWith('-hint-mismatch'));
}

function fail(message) {
  console.error(message);
  process.exit(2);
}
