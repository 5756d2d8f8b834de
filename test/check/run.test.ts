import { describe, expect, test } from 'vitest';
import { defineRule, type Edit, type FixGrade, type Rule, type Tier, type Tool } from '../../rules/kit/index.js';
import missingReason from '../../rules/checks/suppression/missing-reason/index.js';
import unused from '../../rules/checks/suppression/unused/index.js';
import { readTypeScript } from '../../server/analysis/syntax/typescript/read.js';
import { check, placeOf, ruleThat, toolAt } from './world.js';

const file = '/src/a.ts';
const text = "tool('one', {}, run);\ntool('two', {}, run);\n";
const tools = [toolAt(file, text, 'one'), toolAt(file, text, 'two')];
const ids = (result: ReturnType<typeof check>): readonly string[] => result.findings.map(({ ruleId, tool }) => `${ruleId} ${tool}`);

describe('a rule that throws', () => {
  const broken: Rule = defineRule({
    id: 'permission/broken',
    summary: '',
    since: '',
    severity: 'error',
    set: 'recommended',
    fix: 'none',
    maps: [],
    messages: { wrong: 'wrong' },
    check(tool, report) {
      report({ message: 'wrong', data: {}, at: tool.name, certainty: 'certain' });
      if (tool.name.value === 'one') throw new TypeError('cannot read "hunter2hunter2" of undefined');
    },
  });

  test('is named once, and costs neither the other tools nor the other rules', () => {
    const result = check({ [file]: text }, [broken, ruleThat('permission/fine')], tools);
    expect(result.internal).toEqual([{ where: 'permission/broken', message: 'TypeError: cannot read … of undefined', file }]);
    expect(ids(result)).toEqual(['permission/broken one', 'permission/fine one', 'permission/broken two', 'permission/fine two']);
  });
});

test('a file whose layout cannot be worked out is named', () => {
  const broken = { ...readTypeScript(file, text), body: undefined as never };
  const result = check(
    { [file]: `${text}// detent-ignore-file permission/b -- why\n` },
    [ruleThat('permission/a')],
    tools,
    {},
    [],
    () => broken,
  );
  expect(result.internal.map(({ where, file: at }) => [where, at])).toEqual([['layout', file]]);
  expect(result.findings).toHaveLength(2);
});

describe('settings', () => {
  const run = (rule: Rule, settings: Parameters<typeof check>[3], which = tools) =>
    check({ [file]: text }, [rule], which, settings).findings;

  test('sets', () => {
    expect(run(ruleThat('permission/a', { set: 'strict' }), {})).toHaveLength(0);
    expect(run(ruleThat('permission/a', { set: 'strict' }), { sets: ['recommended', 'strict'] })).toHaveLength(2);
    expect(run(ruleThat('permission/a'), { sets: ['strict'] })).toHaveLength(2);
    expect(run(ruleThat('permission/a', { set: 'profile:chatgpt-apps' }), { sets: ['strict'] })).toHaveLength(0);
    expect(run(ruleThat('permission/a', { set: 'profile:chatgpt-apps' }), { sets: ['profile:chatgpt-apps'] })).toHaveLength(2);
  });

  test('severities switch rules off, on, and change them', () => {
    expect(run(ruleThat('permission/a'), { severities: { 'permission/a': 'off' } })).toHaveLength(0);
    expect(
      run(ruleThat('permission/a', { set: 'opt-in' }), { severities: { 'permission/a': 'error' } }).map(({ severity }) => severity),
    ).toEqual(['error', 'error']);
    expect(run(ruleThat('permission/a'), { severities: { 'permission/b': 'off' } })).toHaveLength(2);
  });

  test('certainty', () => {
    expect(run(ruleThat('permission/a', { certainty: 'possible' }), {})).toHaveLength(0);
    expect(run(ruleThat('permission/a', { certainty: 'possible' }), { minCertainty: 'possible' })).toHaveLength(2);
    expect(run(ruleThat('permission/a', { certainty: 'probable' }), { minCertainty: 'certain' })).toHaveLength(0);
  });

  test('guesses of a rule that only its severity switches on are notes', () => {
    const guess = ruleThat('permission/a', { set: 'strict', certainty: 'possible' });
    const named = { severities: { 'permission/a': 'error' }, minCertaintyByName: 'possible' } as const;
    const levels = (rule: Rule, settings: Parameters<typeof check>[3]): string[] => run(rule, settings).map(({ severity }) => severity);
    expect(levels(guess, named)).toEqual(['information', 'information']);
    expect(levels(guess, { ...named, severities: { 'permission/a': 'hint' } })).toEqual(['hint', 'hint']);
    expect(levels(ruleThat('permission/a', { set: 'strict' }), named)).toEqual(['error', 'error']);
    // Somebody said how sure it must be.
    expect(levels(guess, { severities: named.severities })).toEqual([]);
    // A set has the rule on, so its name only says how grave it is.
    expect(levels(ruleThat('permission/a', { certainty: 'possible' }), named)).toEqual([]);
    expect(levels(guess, { ...named, sets: ['strict'], minCertainty: 'possible' })).toEqual(['error', 'error']);
    expect(levels(guess, { ...named, severities: { 'permission/a': 'off' } })).toEqual([]);
  });

  test('tools that are ignored', () => {
    expect(run(ruleThat('permission/a'), { ignoreTools: ['o*'] }).map(({ tool }) => tool)).toEqual(['two']);
    expect(run(ruleThat('permission/a'), { ignoreTools: ['*'] })).toHaveLength(0);
    expect(run(ruleThat('permission/a'), { ignoreTools: ['on', 'ne', '*x*'] })).toHaveLength(2);
  });

  test('tools of tests', () => {
    const inTests = [toolAt(file, text, 'one', { inTests: true })];
    expect(run(ruleThat('permission/a'), {}, inTests)).toHaveLength(0);
    expect(run(ruleThat('permission/a'), { reportInTests: true }, inTests)).toHaveLength(1);
  });
});

describe('one problem, one report', () => {
  test('a tool that is recognized twice', () => {
    expect(ids(check({ [file]: text }, [ruleThat('permission/a')], [tools[0]!, tools[0]!]))).toEqual(['permission/a one']);
  });

  test('the rule that wins silences the other for the same tool only', () => {
    const winner = ruleThat('permission/read-only-hint-mismatch', { only: 'one' });
    expect(ids(check({ [file]: text }, [ruleThat('permission/missing-tier'), winner], tools))).toEqual([
      'permission/read-only-hint-mismatch one',
      'permission/missing-tier two',
    ]);
  });

  test('a rule that the settings switch off silences nothing', () => {
    const rules = [ruleThat('permission/missing-tier'), ruleThat('permission/read-only-hint-mismatch')];
    const result = check({ [file]: text }, rules, tools, { severities: { 'permission/read-only-hint-mismatch': 'off' } });
    expect(ids(result)).toEqual(['permission/missing-tier one', 'permission/missing-tier two']);
  });

  test('what is silenced is told where the table says so, and does not change the fingerprint', () => {
    const winner = ruleThat('idempotency/unstable-key');
    const both = check({ [file]: text }, [winner, ruleThat('idempotency/retry-around-non-idempotent')], [tools[0]!]);
    const alone = check({ [file]: text }, [winner], [tools[0]!]);
    expect(both.findings).toHaveLength(1);
    expect(both.findings[0]?.evidence.map(({ label }) => label)).toEqual(['`one` is wrong.']);
    expect(both.findings[0]?.fingerprint).toBe(alone.findings[0]?.fingerprint);
  });

  test('of missing tier and missing hints one stays, whichever set is on', () => {
    const hints = ruleThat('permission/missing-hints', { set: 'profile:chatgpt-apps' });
    const tier = ruleThat('permission/missing-tier');
    expect(ids(check({ [file]: text }, [hints, tier], [tools[0]!], { sets: ['recommended', 'profile:chatgpt-apps'] }))).toEqual([
      'permission/missing-hints one',
    ]);
    const strict = ruleThat('permission/missing-hints', { set: 'strict' });
    expect(ids(check({ [file]: text }, [strict, tier], [tools[0]!], { sets: ['strict'] }))).toEqual(['permission/missing-tier one']);
  });
});

describe('words', () => {
  test('values stand on one line, without quotes, and of bounded length', () => {
    const name = `x\`\n${'y'.repeat(400)}`;
    const tool = { ...tools[0]!, name: { ...tools[0]!.name, value: name } };
    const [finding] = check({ [file]: text }, [ruleThat('permission/a')], [tool]).findings;
    expect(finding?.message).toMatch(/^`x' y{156}…` is wrong\.$/u);
  });
});

describe('order', () => {
  test('files, offsets, rules', () => {
    const other = '/src/B.ts';
    const result = check(
      { [file]: text, [other]: text },
      [ruleThat('permission/b'), ruleThat('permission/a')],
      [...tools, toolAt(other, text, 'two')],
    );
    expect(result.findings.map(({ place, ruleId }) => `${place.file} ${place.span.start} ${ruleId}`)).toEqual([
      '/src/B.ts 27 permission/a',
      '/src/B.ts 27 permission/b',
      '/src/a.ts 5 permission/a',
      '/src/a.ts 5 permission/b',
      '/src/a.ts 27 permission/a',
      '/src/a.ts 27 permission/b',
    ]);
  });
});

describe('many findings of one rule in a file', () => {
  const many = Array.from({ length: 4 }, (_, i) => `tool('t${i}', {}, run);\n`).join('');
  const all = Array.from({ length: 4 }, (_, i) => toolAt(file, many, `t${i}`));
  const folding = (above: number): Rule =>
    defineRule({
      id: 'permission/a',
      summary: '',
      since: '',
      severity: 'warning',
      set: 'recommended',
      fix: 'auto',
      maps: [],
      folded: { above, message: 'many' },
      messages: { one: '`{tool}` is wrong.', many: '{count} tools are wrong.', tag: 'Tag `{tool}`' },
      check(tool, report) {
        const data = { tool: tool.name.value };
        const edits = [{ kind: 'line-above' as const, at: tool.name, text: `@tier write`, comment: true }];
        report({ message: 'one', data, at: tool.name, certainty: 'certain', fixes: [{ message: 'tag', data, grade: 'auto', edits }] });
      },
    });

  test('become one, with one fix for all', () => {
    const { findings } = check({ [file]: many }, [folding(3)], all);
    expect(findings.map(({ message }) => message)).toEqual(['4 tools are wrong.']);
    expect(findings[0]?.evidence.map(({ label }) => label)).toEqual(['`t1` is wrong.', '`t2` is wrong.', '`t3` is wrong.']);
    expect(findings[0]?.fixes.map(({ title, edits }) => [title, edits.length])).toEqual([['Tag `t0`, and 3 more', 4]]);
  });

  test('or stay alone', () => expect(check({ [file]: many }, [folding(4)], all).findings).toHaveLength(4));
});

describe('suppressions', () => {
  const silenced = `// detent-ignore-next-line permission/a -- why\n${text}`;
  const both = [toolAt(file, silenced, 'one'), toolAt(file, silenced, 'two')];

  test('take away what they cover', () => {
    expect(ids(check({ [file]: silenced }, [ruleThat('permission/a'), ruleThat('permission/b')], both))).toEqual([
      'permission/b one',
      'permission/a two',
      'permission/b two',
    ]);
  });

  test('of a tool hold wherever its findings stand', () => {
    const elsewhere = '/src/b.ts';
    const rule = defineRule({
      id: 'permission/a',
      summary: '',
      since: '',
      severity: 'warning',
      set: 'recommended',
      fix: 'none',
      maps: [],
      messages: { wrong: 'wrong' },
      check: (_, report) =>
        report({ message: 'wrong', data: {}, at: { file: elsewhere, span: { start: 0, end: 1 } }, certainty: 'certain' }),
    });
    const code = `// detent-ignore-tool permission/a -- why\n${text}`;
    const result = check({ [file]: code, [elsewhere]: 'f();\n' }, [rule], [toolAt(file, code, 'one'), toolAt(file, code, 'two')]);
    expect(ids(result)).toEqual(['permission/a two']);
  });

  test('without a reason are reported and not obeyed', () => {
    const bare = silenced.replace(' -- why', '');
    const result = check({ [file]: bare }, [ruleThat('permission/a'), missingReason], [toolAt(file, bare, 'one')]);
    expect(result.findings.map(({ ruleId }) => ruleId)).toEqual(['suppression/missing-reason', 'permission/a']);
  });

  test('that do nothing are reported in strict, and removed by their fix', () => {
    const code = `// detent-ignore-file permission/a -- why\n${text}`;
    const run = (sets: readonly string[], rules: readonly Rule[]) => check({ [file]: code }, rules, [], { sets }).findings;
    expect(run(['recommended'], [ruleThat('permission/a'), unused])).toEqual([]);
    const [finding] = run(['strict'], [ruleThat('permission/a'), unused]);
    expect(finding).toMatchObject({ ruleId: 'suppression/unused', severity: 'information' });
    expect(finding?.fixes[0]?.edits).toEqual([{ file, span: { start: 0, end: code.indexOf('tool') }, text: '' }]);
    // A rule that did not run may well have had something to say.
    expect(run(['strict'], [ruleThat('permission/a', { set: 'opt-in' }), unused])).toEqual([]);
  });
});

describe('hard rules of fixes', () => {
  const config = "server.tool('one', { readOnlyHint: false, destructiveHint: true }, run);\n";
  const fixing = (grade: FixGrade, edits: readonly Edit[]): Rule =>
    defineRule({
      id: 'permission/a',
      summary: '',
      since: '',
      severity: 'warning',
      set: 'recommended',
      fix: grade,
      maps: [],
      messages: { wrong: 'wrong', fix: 'fix' },
      check: (tool, report) =>
        report({ message: 'wrong', data: {}, at: tool.name, certainty: 'certain', fixes: [{ message: 'fix', data: {}, grade, edits }] }),
    });
  const offered = (grade: FixGrade, edits: readonly Edit[], more: Record<string, string> = {}, ignored: readonly string[] = []) =>
    check({ [file]: config, ...more }, [fixing(grade, edits)], [toolAt(file, config, 'one')], {}, ignored).findings[0]?.fixes.length;
  const replace = (word: string, by: string): Edit => ({ kind: 'replace', at: placeOf(file, config, word), text: by });

  test('no automatic fix makes a hint laxer', () => {
    expect(offered('auto', [replace('readOnlyHint: false', 'readOnlyHint: true')])).toBe(0);
    expect(offered('auto', [replace('destructiveHint: true', '"destructiveHint" : false')])).toBe(0);
    expect(offered('auto', [replace('destructiveHint: true', 'idempotentHint: true')])).toBe(0);
    expect(offered('auto', [replace('destructiveHint: true', 'openWorldHint: false')])).toBe(0);
    expect(offered('auto', [replace('destructiveHint: true', 'idempotentHint: false')])).toBe(1);
    expect(offered('choice', [replace('readOnlyHint: false', 'readOnlyHint: true')])).toBe(1);
  });

  test('no fix invents a random key, but it may move one', () => {
    expect(offered('exact', [replace('run', 'randomUUID()')])).toBe(0);
    expect(offered('choice', [replace('run', 'String(Date.now())')])).toBe(0);
    const moved = "const key = randomUUID();\nserver.tool('one', key);\n";
    const edits: Edit[] = [
      { kind: 'replace', at: placeOf(file, moved, 'const key = randomUUID();\n'), text: '' },
      { kind: 'replace', at: placeOf(file, moved, 'key', 1), text: 'randomUUID()' },
    ];
    expect(check({ [file]: moved }, [fixing('exact', edits)], [toolAt(file, moved, 'one')]).findings[0]?.fixes).toHaveLength(1);
  });

  test('no fix puts a value into an environment file that git may commit', () => {
    const add: Edit = { kind: 'append-line', file: '/src/.env.production', text: 'TOKEN=abcdefgh12345678' };
    expect(offered('exact', [add])).toBe(0);
    expect(offered('exact', [add], {}, ['/src/.env.production'])).toBe(1);
    expect(offered('exact', [{ kind: 'append-line', file: '/src/.gitignore', text: '.env*' }, add])).toBe(1);
    expect(offered('exact', [{ kind: 'append-line', file: '/src/.env.example', text: 'TOKEN=' }])).toBe(1);
  });

  test('no automatic fix takes a line out of an environment file', () => {
    const env = { '/src/.env': '# note\nTOKEN=abc\n' };
    const cut = (word: string): Edit => ({ kind: 'replace', at: placeOf('/src/.env', env['/src/.env'], word), text: '' });
    expect(offered('auto', [cut('TOKEN=abc\n')], env)).toBe(0);
    expect(offered('auto', [cut('# note\n')], env)).toBe(1);
    expect(offered('exact', [cut('TOKEN=abc\n')], env)).toBe(1);
  });

  test('no fix makes laxer what other tools share', () => {
    const loop = 'for (const name of names) server.tool(name, {}, run);\n';
    const object = { ...placeOf(file, loop, '{}'), entries: [] };
    const hintSlot = { file, insert: { kind: 'property' as const, object, path: ['readOnlyHint'] } };
    const at = placeOf(file, loop, 'server.tool');
    const named = (name: string, tier: Tier | null): Tool => ({
      ...toolAt(file, loop, 'one', { hintSlot, pragmaPlace: at }, placeOf(file, loop, 'name', 1)),
      name: { value: name, ...placeOf(file, loop, 'name', 1) },
      inferred: { ...toolAt(file, text, 'one').inferred, tier },
    });
    const fixes = (edit: Edit, ...which: readonly Tool[]) =>
      check({ [file]: loop }, [fixing('choice', [edit])], which).findings[0]?.fixes.length;
    const hint = (value: boolean): Edit => ({ kind: 'set', slot: hintSlot, value });
    expect(fixes(hint(true), named('one', 'observe'))).toBe(1);
    expect(fixes(hint(true), named('one', 'observe'), named('two', 'write'))).toBe(0);
    expect(fixes(hint(false), named('one', 'observe'), named('two', 'write'))).toBe(1);
    const comment = (tier: Tier): Edit => ({ kind: 'line-above', at, text: `@tier ${tier}`, comment: true });
    expect(fixes(comment('observe'), named('one', 'observe'))).toBe(1);
    expect(fixes(comment('write'), named('one', 'write'), named('two', 'destructive'))).toBe(0);
    expect(fixes(comment('destructive'), named('one', 'write'), named('two', 'destructive'))).toBe(1);
    expect(fixes(comment('destructive'), named('one', 'write'), named('two', null))).toBe(0);
  });

  test('no fix changes an installed package', () => {
    const installed = '/node_modules/x/a.ts';
    const edit = (at: string): Edit => ({ kind: 'replace', at: { file: at, span: { start: 0, end: 1 } }, text: 'b' });
    expect(offered('exact', [edit(installed)], { [installed]: 'a;' })).toBe(0);
    expect(offered('exact', [edit('/src/c.ts')], { '/src/c.ts': 'a;' })).toBe(1);
  });

  test('a fix whose place is not provable is not offered', () => {
    expect(offered('exact', [{ kind: 'replace', at: { file: '/src/none.ts', span: { start: 0, end: 1 } }, text: '' }])).toBe(0);
    expect(offered('exact', [{ kind: 'set', slot: { file }, value: true }])).toBe(0);
    expect(offered('exact', [replace('readOnlyHint: false', 'a'), replace('Hint: false, destr', 'b')])).toBe(0);
  });
});
