import { expect, it } from 'vitest';
import { knowledge } from '../../rules/index.js';
import { findPages } from '../harness/pages.js';
import { readFileSync } from 'node:fs';
import { forReading } from './reading.js';

const keysOf = (rule: string): readonly string[] | undefined => {
  const found = knowledge.checks.find(({ id }) => id === rule);
  return found === undefined ? undefined : Object.keys(found.messages);
};

const page = `# permission/missing-tier

<!-- Generated above this line by \`npm run generate\`; written by hand below. -->

## Example

set: strict
off: resumption/missing-timeout

\`\`\`ts file=server.ts
server.tool('a', run); // undeclared (warning, certain); permission/unrestricted-path-parameter destroyed
send(); // an ordinary comment
\`\`\`

\`\`\`py file=server.py after declare
run()  # undeclared
\`\`\`
`;

it('names files above their text, and findings by their rules', () => {
  expect(forReading(page, 'permission/missing-tier', keysOf)).toBe(`# permission/missing-tier

## Example

With \`"sets": ["strict"]\` in the configuration:

\`server.ts\`:

\`\`\`ts
server.tool('a', run);  // ← permission/missing-tier, permission/unrestricted-path-parameter
send(); // an ordinary comment
\`\`\`

\`server.py\`, after the fix:

\`\`\`py
run()  # ← permission/missing-tier
\`\`\`
`);
});

it('leaves nothing on any page that only tests read', () => {
  const pages = findPages('rules/checks', 'findings');
  expect(pages.length).toBeGreaterThan(80);
  for (const { file, name } of pages) {
    const text = forReading(readFileSync(file, 'utf8'), name, keysOf);
    expect(text, name).not.toMatch(
      /^```\w+ file=|^(?:set|off|tracked|ignored|mirrors): |<!--|\((?:error|warning), (?:certain|probable|possible)\)/mu,
    );
  }
});
