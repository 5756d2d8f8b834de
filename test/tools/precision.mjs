/**
 * `npm run precision -- --checkouts DIR --group NAME`: whether what Detent reports about real code is true. Draws findings for people to
 * read, and counts what they said.
 *
 *   --checkouts DIR   work trees, DIR/owner+name; repeatable
 *   --corpus DIR      lists of the repositories with their commits (default: ../shared/corpus)
 *   --list FILE       one more such list: lines of JSON with `repo` and `commit`; repeatable
 *   --group NAME      group of rules: idempotency, permission, environment…; repeatable
 *   --sample N        draws so many (default: 200), each from another repository in turn; prints them as lines of JSON
 *   --seed N          another number draws others (default: 1)
 *   --read            draws from what was read before as well, and says what people said of it: how true all of it is
 *   --only REGEX      repositories whose owner/name matches
 *   --timeout SECONDS how long one repository may take (default: 300)
 *   --verdicts FILE   what people said (default: test/ecosystem/precision.jsonl): with `--again`, says which of it still holds
 *   --again           draws nothing: which findings that were false are gone, and which true ones are lost
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { root } from './install.mjs';

const { values: options } = parseArgs({
  options: {
    checkouts: { type: 'string', multiple: true, default: [] },
    corpus: { type: 'string', default: join(root, '../shared/corpus') },
    list: { type: 'string', multiple: true, default: [] },
    group: { type: 'string', multiple: true, default: ['idempotency', 'permission'] },
    sample: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: '.' },
    timeout: { type: 'string', default: '300' },
    verdicts: { type: 'string', default: join(root, 'test/ecosystem/precision.jsonl') },
    again: { type: 'boolean', default: false },
    read: { type: 'boolean', default: false },
  },
});
if (options.checkouts.length === 0) fail('Say where the repositories are: npm run precision -- --checkouts DIR');

const cli = join(root, 'dist/cli.js');
const verdicts = existsSync(options.verdicts) ? linesOf(options.verdicts) : [];
await build({ minify: true });
const lists = [...['dev.jsonl', 'unlabelled.jsonl'].map((file) => join(options.corpus, file)), ...options.list];
// What was read stays at the commit that it was read at.
const commits = new Map([...verdicts, ...lists.flatMap(linesOf)].map(({ repo, commit }) => [repo, commit]));
const wanted = new Set(verdicts.map(({ repo }) => repo));
const places = options.checkouts.flatMap((folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name.includes('+'))
    .map(({ name }) => ({ repo: name.replace('+', '/'), folder: resolve(folder, name) }))
    .filter(({ repo }) => commits.has(repo) && new RegExp(options.only).test(repo) && (!options.again || wanted.has(repo)))
    .toSorted((a, b) => (a.repo < b.repo ? -1 : 1)),
);
const found = places.map(({ repo, folder }) => ({ repo, findings: findingsIn(repo, folder) }));
if (options.again) compare();
else draw();

/** Findings of the set `recommended` and of the groups, as the command line tells them. */
function findingsIn(repo, folder) {
  const started = Date.now();
  const done = spawnSync(process.execPath, [cli, 'check', '--format', 'json', '--no-cache'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    timeout: Number(options.timeout) * 1000,
  });
  const answer = readAnswer(done.stdout);
  const findings = (answer?.findings ?? []).filter(({ ruleId }) => options.group.some((group) => ruleId.startsWith(`${group}/`)));
  console.error(
    `${repo}: ${answer === undefined ? 'no answer' : `${String(findings.length)} findings`} in ${String(Math.round((Date.now() - started) / 1000))} s`,
  );
  return findings;
}

function readAnswer(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One of each repository in turn, so that no large one speaks for all. What was read before is drawn with `--read` alone. */
function draw() {
  const random = generator(Number(options.seed));
  const read = new Map(verdicts.map((row) => [keyOf(row), row.verdict]));
  const piles = found
    .map(({ repo, findings }) => ({
      repo,
      findings: shuffled(
        findings.filter((finding) => options.read || !read.has(keyOf(rowOf(repo, finding)))),
        random,
      ),
    }))
    .filter(({ findings }) => findings.length > 0);
  const drawn = [];
  while (drawn.length < Number(options.sample) && piles.some(({ findings }) => findings.length > 0)) {
    for (const { repo, findings } of shuffled(piles, random)) {
      const finding = findings.pop();
      if (finding === undefined || drawn.length >= Number(options.sample)) continue;
      const row = rowOf(repo, finding);
      const verdict = read.get(keyOf(row));
      drawn.push({ ...row, ...(verdict === undefined ? {} : { verdict }), about: aboutOf(finding) });
    }
  }
  for (const row of drawn) console.log(JSON.stringify(row));
  const total = found.reduce((sum, { findings }) => sum + findings.length, 0);
  console.error(
    `${String(drawn.length)} of ${String(total)} findings, from ${String(new Set(drawn.map(({ repo }) => repo)).size)} repositories`,
  );
  const said = (verdict) => String(drawn.filter((row) => row.verdict === verdict).length);
  if (options.read) console.error(`${said(true)} true, ${said(false)} false, ${said(undefined)} not read`);
}

/** What a reader needs beside the place; not for the file of verdicts. */
function aboutOf({ message, certainty, severity, evidence }) {
  return {
    severity,
    certainty,
    message,
    evidence: evidence.map(({ file, range, label }) => `${file}:${String(range.start.line)} ${label}`),
  };
}

function rowOf(repo, { ruleId, file, range }) {
  return { repo, commit: commits.get(repo), file, line: range.start.line, rule: ruleId };
}

function keyOf({ repo, file, line, rule }) {
  return `${repo} ${file}:${String(line)} ${rule}`;
}

function compare() {
  const now = new Set(found.flatMap(({ repo, findings }) => findings.map((finding) => keyOf(rowOf(repo, finding)))));
  const rows = verdicts.filter(
    ({ repo, rule }) => found.some((one) => one.repo === repo) && options.group.some((group) => rule.startsWith(`${group}/`)),
  );
  const gone = rows.filter((row) => !now.has(keyOf(row)));
  for (const row of rows) if (row.verdict !== now.has(keyOf(row))) console.log(`${row.verdict ? 'lost' : 'still there'}  ${keyOf(row)}`);
  const count = (list, verdict) => String(list.filter((row) => row.verdict === verdict).length);
  console.log(
    `${count(gone, false)} of ${count(rows, false)} false findings are gone, ${count(gone, true)} of ${count(rows, true)} true ones are lost`,
  );
}

function shuffled(list, random) {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

/** A linear congruential generator with the numbers of Numerical Recipes: the same seed draws the same. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function linesOf(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
