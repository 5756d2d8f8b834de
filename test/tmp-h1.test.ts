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
    const session = createSession({ host: nodeHost(), knowledge, overrides: { sets: ['recommended', 'strict'] } });
    const t0 = Date.now();
    await session.open([root]);
    const result = session.check();
    const by = new Map<string, number>();
    for (const f of result.findings) by.set(f.ruleId, (by.get(f.ruleId) ?? 0) + 1);
    lines.push(`${repo}: ${result.tools.length} tools, ${result.findings.length} findings, ${result.findings.reduce((n, f) => n + f.fixes.length, 0)} fixes, ${Date.now() - t0} ms; internal ${JSON.stringify(result.internal)} ${JSON.stringify([...by])}`);
    const answer = { root, result };
    const seen = new Map<string, number>();
    const start = Date.now();
    let done = 0;
    for (const finding of result.findings) for (const fix of finding.fixes) {
      const key = `${finding.ruleId} ${fix.title.replace(/`[^`]*`/g, '')}`;
      const n = (seen.get(key) ?? 0) + 1; seen.set(key, n);
      if (n > 15 || Date.now() - start > 40000) continue;
      done++;
      const originals = new Map(fix.edits.map((e) => [e.file, session.text(e.file) ?? '']));
      const base = new Map([...originals].map(([f, t]) => [f.slice(root.length + 1), t]));
      const ask: Ask = async (fixed) => { for (const [f, t] of fixed) session.setText(`${root}/${f}`, t); return { root, result: session.check() }; };
      const problems = await verifyFix(base, { sets: [] }, answer, finding, fix, ask);
      for (const p of problems.slice(0, 2)) lines.push(`   ${finding.place.file.slice(root.length)} [${finding.tool}] ${p}`);
      for (const f of originals.keys()) session.clearText(f);
    }
    lines.push(`   verified ${done}`);
    if (session.check().findings.length !== result.findings.length) lines.push('   NOT RESTORED');
    writeFileSync('/tmp/h1corp.log', lines.join('\n'));
  }
});
