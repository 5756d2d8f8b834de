/** Writes tables of operations: `rules/kit/operations.ts` says what their text means. */
import type { EffectClass, Operations } from '../../../rules/kit/index.js';

/** What an operation does. */
export interface Told {
  readonly kind: EffectClass | 'sql';
  readonly exclusive?: boolean;
  readonly ensures?: boolean;
  /** The argument that takes an idempotency key, or the SQL text. */
  readonly word?: string;
}

/** What the verbs say of a name: the longest one decides. */
export function byPattern(verbs: Operations['verbs'], name: string): EffectClass | undefined {
  const lower = name.charAt(0).toLowerCase() + name.slice(1);
  let best: readonly [EffectClass, number] | undefined;
  for (const [kind, patterns] of Object.entries(verbs)) {
    for (const pattern of patterns.flatMap((text) => text.split(' '))) {
      const start = pattern.slice(pattern.lastIndexOf('.') + 1).replace('*', '');
      const last = lower.slice(lower.lastIndexOf('.') + 1);
      if (last.startsWith(start) && start.length > (best?.[1] ?? -1)) best = [kind as EffectClass, start.length];
    }
  }
  return best?.[0];
}

/** `write.add! ClientToken: CreateThing CreateOther`, one text for each kind. */
export function groups(operations: readonly (readonly [name: string, told: Told])[]): readonly string[] {
  const found = new Map<string, string[]>();
  for (const [name, { kind, exclusive, ensures, word }] of operations) {
    const head = `${kind}${exclusive === true ? '!' : ensures === true ? '~' : ''}${word === undefined ? '' : ` ${word}`}`;
    found.set(head, [...(found.get(head) ?? []), name]);
  }
  return [...found].map(([head, names]) => `${head}: ${names.toSorted().join(' ')}`).toSorted();
}

/** Text of the module that holds a table. */
export function tableText(name: string, tool: string, table: ReadonlyMap<string, string>): string {
  return [
    `// Compiled by \`node ${tool}\`; do not edit.\n`,
    "import type { OperationTable } from '../../kit/index.js';\n\n",
    `export const ${name} = {\n`,
    ...[...table]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, text]) => `  ${/^[a-z]\w*$/i.test(key) ? key : `'${key}'`}: '${text}',\n`),
    '} as const satisfies OperationTable;\n',
  ].join('');
}
