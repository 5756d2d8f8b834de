/**
 * `npm test`: every check of this repository, group by group. `npm test -- <group…>` runs some of them, `--quick` those that
 * take seconds.
 *
 * Ends with code 0 when all groups ran and passed, 1 when something failed, 2 when a group could not run. The last line
 * counts single tests over all groups; a check without tests of its own (types, lint) counts as one.
 */
import { groups } from './groups.mjs';

const args = process.argv.slice(2);
const quick = args.includes('--quick');
const named = args.filter((arg) => !arg.startsWith('--'));
const unknown = named.filter((name) => !groups.some((group) => group.name === name));
if (unknown.length > 0) {
  console.error(`No group is called ${unknown.join(', ')}. There are: ${groups.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

let passed = 0;
let failed = 0;
const skipped = [];
const failures = [];
for (const group of groups) {
  if (named.length > 0 ? !named.includes(group.name) : quick && !group.quick) continue;
  const start = performance.now();
  const result = await runGroup(group);
  const seconds = `${((performance.now() - start) / 1000).toFixed(1)} s`;
  if (result.missing !== undefined) {
    skipped.push(`${group.name}: not run, missing: ${result.missing}`);
    console.log(`- ${group.name}: not run`);
    continue;
  }
  const bad = result.checks.filter((check) => !check.ok);
  passed += result.checks.length - bad.length;
  failed += bad.length;
  failures.push(...bad.map((check) => ({ group: group.name, ...check })));
  console.log(
    `${bad.length === 0 ? '✓' : '✗'} ${group.name}: ${result.checks.length - bad.length} passed, ${bad.length} failed (${seconds})`,
  );
  for (const { name, note } of result.checks) if (note) console.log(`    ${name}: ${note}`);
}

for (const { group, name, error } of failures) console.log(`\n✗ ${group} › ${name}\n${indent(error ?? '')}`);
if (skipped.length > 0) console.log(`\nCould not check everything:\n${indent(skipped.join('\n'))}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : skipped.length > 0 ? 2 : 0;

/** A group that cannot even start has failed; it is never silently left out. */
async function runGroup(group) {
  try {
    return await group.run({ quick });
  } catch (error) {
    return { checks: [{ name: 'starts', ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }] };
  }
}

function indent(text) {
  return text
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}
