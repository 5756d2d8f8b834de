import { describe, expect, test } from 'vitest';
import { fingerprint, normal, type Identity } from '../../server/analysis/check/fingerprint.js';
import { formatted, manners } from '../harness/format.js';
import { secret } from '../harness/secrets.js';
import { check, ruleThat, toolAt } from './world.js';

const identity: Identity = { rule: 'a/b', message: 'c', tool: 't', labels: ['calls `x` (a.ts:12)'], code: "f('a', { b: 1 })", words: [] };

describe('a fingerprint', () => {
  test('differs by rule, message, tool, evidence and code', () => {
    const all = [
      identity,
      { ...identity, rule: 'a/c' },
      { ...identity, message: 'd' },
      { ...identity, tool: 'u' },
      { ...identity, labels: ['calls `y` (a.ts:12)'] },
      { ...identity, code: "f('a', { b: 2 })" },
      { ...identity, words: ['w'] },
    ];
    expect(new Set(all.map(fingerprint)).size).toBe(all.length);
    expect(fingerprint(identity)).toMatch(/^[0-9a-f]{16}$/u);
  });

  test('does not depend on lines', () => {
    expect(fingerprint({ ...identity, labels: ['calls `x` (a.ts:340)'] })).toBe(fingerprint(identity));
  });

  test('leaves out what may be a secret', () => {
    for (const kind of ['stripe-live', 'github', 'openai', 'password', 'postgres-prod', 'slack-webhook']) {
      const code = (value: string): string => `connect('${value}', { retry: true })`;
      expect(normal(code(secret(kind))), kind).toBe(normal(code(secret(kind, 2))));
    }
    expect(normal("connect('orders')")).not.toBe(normal("connect('users')"));
  });

  test('does not depend on how the code is written', async () => {
    const code = `const x = call('it\\'s', { "a": 'b', c: [1, 2, 3], d: (e) => e, f: \`g \${h} i\` }, "and some more words", { so: 'that lines break' });`;
    const files = new Map([['/a.ts', code]]);
    const first = (await formatted(files, manners[0])).get('/a.ts') ?? '';
    const second = (await formatted(files, manners[1])).get('/a.ts') ?? '';
    expect(first).not.toBe(second);
    expect(normal(first)).toBe(normal(code));
    expect(normal(second)).toBe(normal(code));
  });

  test('tells copies apart by their order', () => {
    const text = "tool('one');\n";
    const tools = ['/a.ts', '/b.ts'].map((file) => toolAt(file, text, 'one'));
    const [a, b] = check({ '/a.ts': text, '/b.ts': text }, [ruleThat('permission/a')], tools).findings;
    expect(b?.fingerprint).toBe(`${a?.fingerprint ?? ''}-2`);
  });
});
