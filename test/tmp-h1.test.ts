import { test } from 'vitest';
import { askMemory } from './harness/ask.js';
import { findPages } from './harness/pages.js';
import { filesOf } from './harness/findings.js';
import { applyFix } from './harness/apply.js';
test('x', async () => {
  for (const page of findPages('test/checks', 'findings')) for (const one of page.cases) {
    const files = filesOf(one.blocks.filter((b) => b.after === undefined));
    const a = await askMemory(files, one);
    for (const f of a.result.findings) for (const fix of f.fixes) if (fix.title.startsWith('Declare tier')) {
      const after = applyFix(files, fix, a.root);
      const b = await askMemory(after, one);
      if (b.result.findings.some((x) => x.message === f.message)) { console.log(page.file, one.title, fix.title); for (const e of fix.edits) console.log(e.file, after.get(e.file.slice(6))?.slice(Math.max(0, e.span.start-200), e.span.start + 200)); return; }
    }
  }
});
