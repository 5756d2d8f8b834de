import { describe, expect, test } from 'vitest';
import { knowledge } from '../../rules/index.js';
import { saysKey } from '../harness/compare.js';
import { pages } from './pages.js';

describe('every message of a rule is shown by a case', () => {
  const blocks = pages.flatMap(({ cases }) => cases.flatMap((one) => one.blocks));
  const marked = blocks.flatMap(({ marks }) => marks.flatMap(({ said }) => (said.kind === 'finding' ? [`${said.rule} ${said.key}`] : [])));
  const fixed = blocks.flatMap(({ after }) => after ?? []);

  for (const rule of knowledge.checks) {
    test(rule.id, () => {
      const shown = (key: string): boolean =>
        marked.includes(`${rule.id} ${key}`) || fixed.some((name) => name === key || saysKey(rule, key, name));
      expect(Object.keys(rule.messages).filter((key) => !shown(key))).toEqual([]);
    });
  }
});
