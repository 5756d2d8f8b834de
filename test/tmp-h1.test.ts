import { readdirSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { knowledge } from '../rules/index.js';
import { nodeHost } from '../server/hosts/node.js';
import { createSession } from '../server/workspace/session.js';
import { verifyFix } from './harness/verify.js';
import type { Ask } from './harness/ask.js';
test('corpus', { timeout: 580000 }, async () => {
  const lines: string[] = [];
  for (const repo of readdirSync('/tmp/h1corp')) {
    const root = `/tmp/h1corp/${repo}`;
    const host = nodeHost();
    const session = createSession({ host, knowledge, overrides: { sets: ['recommended', 'strict'] } });
    const t0 = Date.now();
    await session.open([root]);
    const result = session.check();
    const answer = { root, result };
    lines.push(`${repo}: ${result.tools.length} tools, ${result.findings.length} findings, ${result.findings.reduce((n, f) => n + f.fixes.length, 0)} fixes, ${Date.now() - t0} ms; internal ${JSON.stringify(result.internal)}`);
    const text = new Map<string, string>();
    const files = { get: (f: string) => text.get(f) ?? session.text(`${root}/${f}`), [Symbol.iterator]: () => new Map<string,string>()[Symbol.iterator]() } as unknown as ReadonlyMap<string, string>;
    const seen = new Map<string, number>();
    const start = Date.now();
    for (const finding of result.findings) for (const fix of finding.fixes) {
      const key = `${finding.ruleId} ${fix.title.replace(/`[^`]*`/g, '')}`;
      const n = (seen.get(key) ?? 0) + 1; seen.set(key, n);
      if (n > 12 || Date.now() - start > 40000) continue;
      const originals = new Map(fix.edits.map((e) => [e.file, session.text(e.file) ?? '']));
      const base = new Map([...originals].map(([f, t]) => [f.slice(root.length + 1), t]));
      const ask: Ask = async (fixed) => {
        for (const [f, t] of fixed) session.setText(`${root}/${f}`, t);
        const after = session.check();
        return { root, result: after };
      };
      const problems = await verifyFix(base, { sets: [] }, answer, finding, fix, ask);
      for (const p of problems) lines.push(`   ${finding.place.file.slice(root.length)} [${finding.tool}] ${p}`);
      for (const f of originals.keys()) session.clearText(f);
    }
    const again = session.check();
    if (again.findings.length !== result.findings.length) lines.push('   NOT RESTORED');
    void files;
    writeFileSync('/tmp/h1corp.log', lines.join('\n'));
  }
});
