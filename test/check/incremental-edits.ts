import { usualAssumption } from '../../server/analysis/budget.js';
/** Edits as people make them, and a workspace as an analysis sees it. */
import fc from 'fast-check';
import { posix } from 'node:path';
import type { AnalysisSettings, Snapshot } from '../../server/analysis/snapshot.js';

export type Texts = ReadonlyMap<string, string>;

/** A workspace to edit. */
export interface World {
  readonly texts: Texts;
  /** Files that are edited more often than others. */
  readonly often: readonly string[];
  /** Files that are removed now and then. */
  readonly removed: readonly string[];
  /** What is typed. */
  readonly keys: readonly string[];
  /** Lines of code that change what others mean. */
  readonly pieces: readonly string[];
  /** What is replaced, and by what. */
  readonly words: readonly (readonly [string, string])[];
  /** Between blocks, which are moved, copied and dropped: mostly whole statements. */
  readonly blocks: RegExp;
}

const settings: AnalysisSettings = {
  sets: ['recommended', 'strict'] as AnalysisSettings['sets'],
  severities: {},
  minCertainty: 'possible',
  idempotencyWrappers: [],
  approvalWrappers: [],
  environmentGuards: [],
  tiers: [],
  tierNames: {},
  controls: [],
  environments: [],
  productionHosts: [],
  ignoreTools: [],
  gates: [],
  assumed: usualAssumption,
  reportInTests: true,
};

const sameFiles = new Map<string, readonly string[]>();

/** The workspace as an analysis sees it. */
export function snapshotOf(texts: Texts): Snapshot {
  const names = [...texts.keys()].sort();
  const key = names.join('\n');
  if (!sameFiles.has(key)) sameFiles.set(key, names);
  return {
    files: sameFiles.get(key)!,
    text: (file) => texts.get(file),
    version: (file) => texts.get(file),
    packageAt: () => undefined,
    resolve: (specifier, from) => {
      const file = specifier.startsWith('py:')
        ? `/w/${specifier.slice('py:'.length).replaceAll(/^\.+/gu, '').replaceAll('.', '/')}.py`
        : posix.join(posix.dirname(from), specifier).replace(/\.js$/u, '.ts');
      return texts.has(file) ? file : undefined;
    },
    packageMajor: () => undefined,
    edition: () => undefined,
    manifest: () => undefined,
    tracked: () => null,
    ignored: () => null,
    exists: (file) => texts.has(file),
    gated: () => [],
    ungated: [],
    head: () => undefined,
    rootOf: () => '/w',
    settings,
  };
}

/** The same, one after another: as a session does, it tells which files were edited since the one before. */
export function snapshots(): (texts: Texts) => Snapshot {
  let last: { readonly texts: Texts; readonly files: readonly string[]; readonly moment: object } | undefined;
  return (given) => {
    const texts = new Map(given);
    const snapshot = snapshotOf(texts);
    const before = last?.files === snapshot.files ? last : undefined;
    const edited = before && {
      since: before.moment,
      files: new Set(snapshot.files.filter((file) => texts.get(file) !== before.texts.get(file))),
    };
    last = { texts, files: snapshot.files, moment: {} };
    return { ...snapshot, moment: last.moment, ...(edited === undefined ? {} : { edited }) };
  };
}

export type Edit = (texts: Map<string, string>, before: readonly Texts[]) => void;

interface Named {
  readonly name: string;
  readonly run: Edit;
  [fc.toStringMethod](): string;
}

const place = fc.double({ min: 0, max: 1, noNaN: true });

const named = (name: string, run: Edit): Named => ({ name, run, [fc.toStringMethod]: () => name });

const at = (text: string, where: number): number => Math.floor(where * (text.length + 1));

function change(texts: Map<string, string>, one: string, make: (text: string) => string): void {
  const text = texts.get(one);
  if (text !== undefined) texts.set(one, make(text));
}

/** One step of editing. Steps that nothing is left for do nothing. */
export function editsOf(world: World): fc.Arbitrary<Named> {
  const file = fc.constantFrom(...world.often, ...world.texts.keys());
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .tuple(file, place, fc.constantFrom(...world.keys))
        .map(([one, where, text]) =>
          named(`type ${JSON.stringify(text)} in ${one} at ${where}`, (texts) =>
            change(texts, one, (old) => old.slice(0, at(old, where)) + text + old.slice(at(old, where))),
          ),
        ),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(file, place, fc.integer({ min: 1, max: 6 }))
        .map(([one, where, count]) =>
          named(`delete ${count} in ${one} at ${where}`, (texts) =>
            change(texts, one, (old) => old.slice(0, at(old, where)) + old.slice(at(old, where) + count)),
          ),
        ),
    },
    {
      weight: 8,
      arbitrary: fc.tuple(file, fc.constantFrom(...world.words), place).map(([one, [from, to], where]) =>
        named(`replace ${JSON.stringify(from)} in ${one} at ${where}`, (texts) =>
          change(texts, one, (old) => {
            const found = [...old.matchAll(new RegExp(from.replace(/[()$]/gu, '\\$&'), 'gu'))];
            const hit = found[Math.floor(where * found.length)] ?? found[0];
            return hit === undefined ? old : old.slice(0, hit.index) + to + old.slice(hit.index + from.length);
          }),
        ),
      ),
    },
    {
      weight: 6,
      arbitrary: fc.tuple(file, fc.constantFrom(...world.pieces), place).map(([one, text, where]) =>
        named(`add ${JSON.stringify(text)} in ${one} at ${where}`, (texts) =>
          change(texts, one, (old) => {
            const lines = old.split('\n');
            lines.splice(Math.floor(where * lines.length), 0, text);
            return lines.join('\n');
          }),
        ),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(file, place, place, fc.constantFrom('move', 'copy', 'drop')).map(([one, from, to, how]) =>
        named(`${how} a block of ${one} from ${from} to ${to}`, (texts) =>
          change(texts, one, (old) => {
            const all = old.split(world.blocks);
            const source = Math.floor(from * all.length);
            const block = all[source] ?? '';
            if (how !== 'copy') all.splice(source, 1);
            if (how !== 'drop') all.splice(Math.floor(to * (all.length + 1)), 0, block);
            return all.join('');
          }),
        ),
      ),
    },
    {
      weight: 8,
      arbitrary: fc
        .integer({ min: 1, max: 3 })
        .map((steps) => named(`undo ${steps}`, (texts, before) => put(texts, before.at(-1 - steps) ?? world.texts))),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...world.removed).map((one) => named(`remove ${one}`, (texts) => void texts.delete(one))),
    },
    { weight: 3, arbitrary: fc.constant(named('start again', (texts) => put(texts, world.texts))) },
  );
}

function put(texts: Map<string, string>, from: Texts): void {
  texts.clear();
  for (const [one, text] of from) texts.set(one, text);
}
