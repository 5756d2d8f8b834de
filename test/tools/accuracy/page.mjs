const hints = ['readOnly', 'destructive', 'idempotent'];

const titles = { typescript: 'TypeScript', python: 'Python' };

/**
 * The page about accuracy: a section for each language. Those that were not measured this time stay as they are.
 *
 * @param {string} before the page as it was, or nothing
 * @param {ReadonlyMap<string, string>} measured sections by language
 * @returns {string} Markdown
 */
export function accuracyPage(before, measured) {
  const sections = Object.entries(titles).flatMap(([language, title]) => measured.get(language) ?? sectionOf(before, title) ?? []);
  return [
    '# Accuracy',
    '',
    "Detent's answers about real tools, beside what their authors declared and what readers of the code found. Written by",
    '`npm run accuracy -- --checkouts DIR --language NAME`. *Unknown* counts as wrong; *traced* are answers that come from code, not from a name.',
    '',
    ...sections,
  ].join('\n');
}

/** A section of the page, without the empty lines behind it. */
function sectionOf(page, title) {
  const start = page.indexOf(`\n## ${title}\n`);
  if (start < 0) return undefined;
  const end = page.indexOf('\n## ', start + 1);
  return `${page.slice(start + 1, end < 0 ? undefined : end).trimEnd()}\n`;
}

/**
 * What was measured of one language.
 *
 * @param {{ language: string, authors: readonly object[], readers: readonly object[], contradictions: readonly object[],
 *   read: readonly { repo: string, at: string, tool: string, hint: string, class: string, why: string }[] }} measured
 * authors, readers: reports of the scorer; read: what became of disagreements that somebody looked up in the code
 * @returns {string} Markdown
 */
export function accuracySection({ language, authors, readers, contradictions, read }) {
  const classOf = new Map(read.map((row) => [keyOf(row.repo, row), row]));
  return [
    `## ${titles[language]}`,
    '',
    '### Labels of the authors',
    '',
    table(authors),
    '',
    'Authors disagree with one another about *destructive* and *idempotent* (see the corpus), so only *readOnly* has a target.',
    '',
    '### Labels read by hand',
    '',
    table(readers),
    '',
    `The labelled primitive is among the reported effects, at its file and line: ${primitives(readers)}.`,
    '',
    '### Labels that the code contradicts',
    '',
    rows(
      ['repository', 'tool', 'label', 'reported by', 'places in the chain'],
      [
        ...contradictions.map(({ repo, tool, label, rules, chain }) => [
          repo,
          `\`${tool}\``,
          label,
          rules.join(', ') || 'nothing',
          chain || '',
        ]),
      ],
    ),
    '',
    '### Disagreements that remain',
    '',
    'Each was looked up in the code: *label wrong* (the code plainly does something else), *convention* (both readings can be defended, or',
    'the label means something else than the protocol does), *ours*. Authors first, then the labels read by hand.',
    '',
    summary([...authors, ...readers], classOf),
    '',
    ...[authors, readers].flatMap((report) => [disagreements(report, classOf), '']),
  ].join('\n');
}

function keyOf(repo, { at, tool, hint }) {
  return [repo, at, tool, hint].join('\n');
}

function table(report) {
  const good = report.filter((repo) => !repo.error);
  const head = ['repository', 'rows', 'recalled', ...hints.flatMap((hint) => [hint, 'traced']), 'seconds'];
  const line = (name, one) => [
    name,
    one.rows,
    one.error ? one.error : share(one.recalled, one.rows),
    ...hints.flatMap((hint) => (one.error ? ['', ''] : [share(one[hint].right, one[hint].n), share(one[hint].traced, one[hint].n)])),
    one.seconds === undefined ? '' : one.seconds.toFixed(1),
  ];
  const sum = {
    rows: total(report, (one) => one.rows),
    recalled: total(good, (one) => one.recalled),
    ...Object.fromEntries(
      hints.map((hint) => [hint, Object.fromEntries(['n', 'right', 'traced'].map((key) => [key, total(good, (one) => one[hint][key])]))]),
    ),
  };
  const macro = ['**macro**', '', mean(report.map((one) => (one.error ? 0 : one.recalled / one.rows)))];
  for (const hint of hints) macro.push(mean(good.filter((one) => one[hint].n >= 5).map((one) => one[hint].right / one[hint].n)), '');
  return rows(head, [...report.map((one) => line(one.repo, one)), line('**micro**', sum), [...macro, '']]);
}

function primitives(report) {
  const good = report.filter((repo) => !repo.error);
  const [right, n] = [total(good, (one) => one.primitive.right), total(good, (one) => one.primitive.n)];
  return `${right} of ${n} (${share(right, n)})`;
}

function disagreements(report, classOf) {
  const found = report.flatMap(({ repo, disagreements: list = [], misses = [] }) => [
    ...misses.map((miss) => [repo, miss, 'recall', '', '', classOf.get(keyOf(repo, { at: miss, tool: '', hint: 'recall' }))]),
    ...list.map((one) => [repo, `\`${one.tool}\``, one.hint, one.label, one.said, classOf.get(keyOf(repo, one))]),
  ]);
  return rows(
    ['repository', 'tool', 'hint', 'label', 'Detent', 'class', 'why'],
    found.map(([repo, tool, hint, label, said, read]) => [repo, tool, hint, label, said, read?.class ?? 'not read', read?.why ?? '']),
  );
}

function summary(report, classOf) {
  const counts = {};
  for (const { repo, disagreements: list = [] } of report) {
    for (const one of list) {
      const kind = classOf.get(keyOf(repo, one))?.class ?? 'not read';
      counts[one.hint] ??= {};
      counts[one.hint][kind] = (counts[one.hint][kind] ?? 0) + 1;
    }
  }
  const kinds = ['label wrong', 'convention', 'ours', 'not read'];
  return rows(
    ['hint', ...kinds],
    hints.map((hint) => [hint, ...kinds.map((kind) => counts[hint]?.[kind] ?? 0)]),
  );
}

function rows(head, body) {
  const line = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

const total = (list, valueOf) => list.reduce((sum, one) => sum + valueOf(one), 0);
const mean = (shares) => (shares.length === 0 ? '' : percent(total(shares, (one) => one) / shares.length));
const share = (part, whole) => (whole === 0 ? '' : percent(part / whole));
const percent = (value) => `${(100 * value).toFixed(1)} %`;
