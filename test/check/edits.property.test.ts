import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTypeScript } from '../../server/analysis/syntax/typescript/read.js';
import { edited } from './edit-cases.js';

const key = fc.constantFrom('a', 'b', 'c', 'annotations', 'x-y', 'Idempotency-Key');
const leaf = fc.oneof(fc.boolean(), fc.integer({ min: 0, max: 99 }), fc.string({ maxLength: 12 }), fc.constant(null));
const value = fc.oneof(leaf, fc.array(leaf, { maxLength: 3 }), fc.dictionary(fc.constantFrom('p', 'q', 'r s'), leaf, { maxKeys: 3 }));
const remark = fc.constantFrom('', '', '', ' /* , */', ' // , }\n');
const space = fc.constantFrom('', ' ', '\n  ', '\n\t', ' /* { */ ', "\n  // don't }\n  ");

/** A list in brackets, written in any way that parses. */
function written(open: string, close: string, items: readonly string[], manner: Manner): string {
  const parts = items.map(
    (item, i) => `${manner.spaces[i % manner.spaces.length] ?? ''}${item}${manner.remarks[i % manner.remarks.length] ?? ''}`,
  );
  const comma = manner.comma && items.length > 0 ? ',' : '';
  return `${open}${parts.join(',')}${comma}${manner.end}${close}`;
}

interface Manner {
  readonly spaces: readonly string[];
  readonly remarks: readonly string[];
  readonly comma: boolean;
  readonly end: string;
}

const manner: fc.Arbitrary<Manner> = fc.record({
  spaces: fc.array(space, { minLength: 1, maxLength: 3 }),
  remarks: fc.array(remark, { minLength: 1, maxLength: 3 }),
  comma: fc.boolean(),
  end: fc.constantFrom('', ' ', '\n', ' // end\n', '\n  /* end */\n'),
});

const quote = fc.constantFrom(
  (name: string) => `'${name}'`,
  (name: string) => `"${name}"`,
  (name: string) => (/^\w+$/u.test(name) ? name : `'${name}'`),
);

/** Own text, made above: nothing else is ever evaluated. */
function evaluate(text: string): unknown {
  return new Function('f', `${text}\nreturn o;`)((...args: unknown[]) => args);
}

test('a property that is set stands there, and nothing else has changed', () => {
  const entries = fc.uniqueArray(fc.tuple(key, leaf, quote), { selector: ([name]) => name, maxLength: 4 });
  fc.assert(
    fc.property(entries, manner, key, value, (items, how, name, wanted) => {
      const object = written(
        '{',
        '}',
        items.map(([one, content, quoted]) => `${quoted(one)}: ${JSON.stringify(content)}`),
        how,
      );
      const order = `property \`${name}\` = \`${JSON.stringify(wanted).replaceAll('`', '\\u0060')}\``;
      const result = edited('/case.ts', `const o = ⟦${object}⟧;\n`, [order]);
      const before = evaluate(`const o = ${object};`) as Record<string, unknown>;
      // Refused only when the value is there already.
      if (result === undefined) {
        expect(before[name]).toEqual(wanted);
        return;
      }
      expect(readTypeScript('/case.ts', result).problems).toEqual([]);
      expect(evaluate(result)).toEqual({ ...before, [name]: wanted });
      const end = result.lastIndexOf('};') + 1;
      const again = `const o = ⟦${result.slice('const o = '.length, end)}⟧;\n`;
      expect(edited('/case.ts', again, [order])).toBeUndefined();
    }),
    { numRuns: 500 },
  );
});

test('an argument that is set stands there, and nothing else has changed', () => {
  fc.assert(
    fc.property(fc.array(leaf, { maxLength: 4 }), manner, fc.nat(4), key, value, (items, how, index, name, wanted) => {
      const call = written(
        '(',
        ')',
        items.map((item) => JSON.stringify(item)),
        how,
      );
      const order = `argument ${index} \`${name}\` = \`${JSON.stringify(wanted).replaceAll('`', '\\u0060')}\``;
      const result = edited('/case.ts', `const o = f⟦${call}⟧;\n`, [order]);
      if (index > items.length) {
        expect(result).toBeUndefined();
        return;
      }
      expect(readTypeScript('/case.ts', result ?? '').problems).toEqual([]);
      expect(evaluate(result ?? '')).toEqual([...items.slice(0, index), { [name]: wanted }, ...items.slice(index)]);
    }),
    { numRuns: 500 },
  );
});
