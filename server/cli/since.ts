import type { Io } from './io.js';
import { Refusal } from './io.js';
import type { Look } from './told.js';

/**
 * Leaves only findings that a change since a commit may have brought: where they stand, or where a step of their proof stands. All of the
 * workspace is looked at all the same, since tools and what they call stand in different files.
 *
 * @throws Refusal where git cannot tell what changed
 */
export async function changedOnly(look: Look, commit: string, io: Io): Promise<{ readonly look: Look; readonly left: number }> {
  const all = look.result.findings.map((finding) => ({ finding, files: [finding.place, ...finding.evidence].map(({ file }) => file) }));
  const asked = [...new Set(all.flatMap(({ files }) => files))];
  const changed = (await io.host.since?.(io.cwd, commit, asked)) ?? 'no git';
  if (changed === 'no git') throw new Refusal('--since asks git what changed, and there is no git or no repository here.');
  if (changed === 'no commit')
    throw new Refusal(`--since: git knows no commit "${commit}" here. A shallow clone may lack it: fetch it first.`);
  const findings = all.flatMap(({ finding, files }) => (files.some((file) => changed.has(file)) ? [finding] : []));
  return { look: { ...look, result: { ...look.result, findings } }, left: look.result.findings.length - findings.length };
}
