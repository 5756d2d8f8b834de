/** Whether a path stands for tests, examples or fixtures: findings there concern nobody's production. */
export function isTestFile(relative: string): boolean {
  return (
    /(?:^|\/)(?:__tests__|__mocks__|tests?|e2e|spec|fixtures?|cypress|examples?|samples?)\//.test(relative) ||
    /\.(?:test|spec|stories|e2e)\.[cm]?[jt]sx?$/.test(relative)
  );
}
