import { optionsOf, type Value } from '../trace/value.js';

/** `tests_integ`, `integration-tests`, `conformance`; an A/B test is a thing of its own. */
const testFolder =
  /(?:^|\/)(?:tests?[-_](?:acceptance|cases|data|e2e|functional|helpers?|integ|integration|regression|smoke|suites?|support|system|unit|utils?)|(?:acceptance|contract|e2e|functional|integ|integration|regression|runtime|smoke|system|unit)[-_]tests?|conformance(?:[-_](?:suite|tests?))?)\//;

/** Folders of code that shows how something is done: `examples`, `02-samples`, `04-UX-demos`, Next.js' `(examples)`. */
const showing = /(?:^|\/)(?:\(|\[|\d{1,3}[-_ ]?)?(?:example|sample|demo|tutorial|cookbook|workshop)s?[)\]]?\//i;
const showingSome = /[-_ ](?:examples|samples|demos|tutorials|cookbooks?|workshops)\//i;

/** Whether a path stands for tests, examples or fixtures: findings there concern nobody's production. */
export function isTestFile(relative: string): boolean {
  return (
    /(?:^|\/)(?:__tests__|__mocks__|tests?|e2e|evals?|spec|fixtures?|cypress)\//.test(relative) ||
    testFolder.test(relative) ||
    showing.test(relative) ||
    showingSome.test(relative) ||
    /\.(?:test|spec|vitest|jest|cy|stories|e2e|evals?)\.[cm]?[jt]sx?$/.test(relative) ||
    /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/.test(relative)
  );
}

/** Whether a path stands for tests and nothing else: examples are code that people copy. */
export function isTestOnly(relative: string): boolean {
  return (
    testFolder.test(relative) ||
    /(?:^|\/)(?:__tests__|__mocks__|__fixtures__|tests?|e2e|spec|fixtures?|cypress|mocks?)\//.test(relative) ||
    /\.(?:test|spec|vitest|jest|cy|stories|e2e|evals?|d)\.[cm]?[jt]sx?$/.test(relative) ||
    /(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.py$/.test(relative)
  );
}

const testLibraries: ReadonlySet<string> = new Set(['vitest', 'jest', '@jest/globals', 'node:test', 'sinon', 'bun:test', 'jest-mock']);

/** What a test hands over in place of the real thing. */
export function isMock(value: Value): boolean {
  return optionsOf(value).some((option) => option.kind === 'external' && testLibraries.has(option.library));
}
