/**
 * `npm run prove -- [--in FOLDER] [library…]` holds the rows of libraries that are no development dependencies against what these
 * publish, and writes `proven.txt`. Without names: those whose rows changed. Without a folder that has the packages: they are
 * installed into one that is thrown away; none of their scripts is run.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { knowledge } from '../../rules/index.js';
import type { Effects } from '../../rules/kit/index.js';
import { coverageOf, fingerprintOf, missingNames, missingPlaces } from '../effects/published/proof.js';
import { provenFile, provenText, readProven, type Proven } from '../effects/published/proven.js';
import { PublishedTypes } from '../effects/published/types.js';

/** Packages whose types stand in a package of their own are asked for there. */
function packagesOf(library: string): readonly string[] {
  const name = library.split('/', library.startsWith('@') ? 2 : 1).join('/');
  return [name, `@types/${name.startsWith('@') ? name.slice(1).replace('/', '__') : name}`];
}

/** Proves, and returns the exit code. */
export function prove(args: readonly string[]): number {
  const at = args.indexOf('--in');
  const given = at < 0 ? undefined : args[at + 1];
  const names = args.filter((_, i) => at < 0 || (i !== at && i !== at + 1));
  const before = readProven();
  // A package of Python may have the name of one of npm.
  const packages = knowledge.effects.filter(({ language }) => language === 'typescript').map((file) => file.all());
  const described = new Map(packages.map((effects) => [effects.library, effects]));
  const stale = [...before.values()].filter(({ library, fingerprint }) => {
    const effects = described.get(library);
    return effects !== undefined && fingerprintOf(effects) !== fingerprint;
  });
  const asked = (names.length > 0 ? names : stale.map(({ library }) => library)).flatMap((name) => described.get(name) ?? []);
  const kept = new Map([...before].filter(([library]) => described.has(library)));
  if (asked.length > 0) {
    const folder = given ?? install(asked);
    try {
      for (const one of ask(asked, folder)) kept.set(one.library, one);
    } finally {
      if (given === undefined) rmSync(folder, { recursive: true, force: true });
    }
  }
  writeFileSync(provenFile, provenText(kept.values()));
  return asked.every((effects) => kept.get(effects.library)?.fingerprint === fingerprintOf(effects)) ? 0 : 1;
}

function ask(asked: readonly Effects[], folder: string): readonly Proven[] {
  const types = new PublishedTypes(
    asked.flatMap(({ library, modules = [] }) => [library, ...modules]),
    folder,
  );
  return asked.flatMap((effects) => {
    const { library } = effects;
    const version = types.versionOf(library);
    const missing = version === undefined ? ['no types were found'] : [...missingNames(types, effects), ...missingPlaces(types, effects)];
    if (missing.length > 0) console.error([`${library}:`, ...missing].join('\n  '));
    if (missing.length > 0 || version === undefined) return [];
    return [{ library, version, fingerprint: fingerprintOf(effects), coverage: coverageOf(types, effects) }];
  });
}

function install(asked: readonly Effects[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'detent-prove-'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const npm = (packages: readonly string[]): void => {
    const options = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];
    execFileSync('npm', ['install', ...options, ...packages], { cwd: folder, stdio: ['ignore', 'inherit', 'pipe'] });
  };
  for (const name of new Set(asked.flatMap(({ library, modules = [] }) => [library, ...modules].map((one) => packagesOf(one)[0]!)))) {
    const [own = name, declared = name] = packagesOf(name);
    npm([own]);
    try {
      npm([declared]);
    } catch {
      // It declares its own types.
    }
  }
  return folder;
}
