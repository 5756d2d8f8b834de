import { expect, test } from 'vitest';
import { isTestFile, isTestOnly } from '../../server/analysis/recognise/test-files.js';

const tests = [
  'test/a.ts',
  'src/__tests__/a.ts',
  'src/a.test.ts',
  'src/a.vitest.ts',
  'src/a.cy.ts',
  'test_a.py',
  'src/a_test.py',
  'conftest.py',
  'tests_integ/a.py',
  'src/runtime-tests/worker.ts',
  'integration-tests/a.ts',
  'packages/a/conformance/server.ts',
  'conformance-tests/a.py',
];
const examples = [
  'evals/a.ts',
  'examples/a.ts',
  'samples/a.py',
  '02-samples/a.py',
  '04-UX-demos/a.py',
  'app/(examples)/a.ts',
  'agent_tutorials/a.py',
  'agents-cookbook/a.ts',
];
const others = [
  'src/a.ts',
  'src/latest.ts',
  'src/contest.py',
  'src/testing.py',
  'src/attest_a.py',
  'src/a.vitest/b.ts',
  'protest/a.ts',
  'src/democracy/a.ts',
  'src/contests/a.ts',
  'latest_news/a.py',
  'src/ab-tests/a.ts',
  'src/conformance.ts',
  'src/nonconformance/a.ts',
  'src/sampler/a.py',
  'src/resamples/a.py',
];

test.each(tests)('%s stands for tests', (file) => {
  expect([isTestFile(file), isTestOnly(file)]).toEqual([true, true]);
});

test.each(examples)('%s stands for examples', (file) => {
  expect([isTestFile(file), isTestOnly(file)]).toEqual([true, false]);
});

test.each(others)('%s stands for itself', (file) => {
  expect([isTestFile(file), isTestOnly(file)]).toEqual([false, false]);
});
