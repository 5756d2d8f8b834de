import { describe, expect, test } from 'vitest';
import type { Tool } from '../../rules/kit/index.js';
import { askMemory } from '../harness/ask.js';
import { splits, type Sample, type Samples } from './modes-cases.js';
import { pythonServer } from './modes-python-servers.js';
import { python } from './modes-python.js';
import { typescript, typescriptServer } from './modes-typescript.js';

const languages: readonly {
  readonly name: string;
  readonly file: string;
  readonly server: (of: Sample) => string;
  readonly of: Samples;
}[] = [
  { name: 'TypeScript', file: 'server.ts', server: typescriptServer, of: typescript },
  { name: 'Python', file: 'server.py', server: pythonServer, of: python },
];

for (const { name, file, server, of } of languages) {
  for (const [group, samples] of Object.entries(of)) {
    describe(`${name}: ${group}`, () => {
      const wanted: Readonly<Record<string, string>> = splits[group as keyof typeof splits];
      test.each(Object.entries(samples as Readonly<Record<string, Sample>>))('%s', async (title, sample) => {
        const files = new Map(Object.entries({ [file]: sample.server ?? server(sample), ...sample.files }));
        const { result } = await askMemory(files, { sets: [] });
        expect(result.internal).toEqual([]);
        expect(result.tools).toHaveLength(1);
        expect(told(result.tools[0]!)).toBe(sample.split ?? wanted[title]);
      });
    });
  }
}

/** The split of a tool: `action  get: reads; delete: destroys`. */
function told({ modes }: Tool): string {
  const parameters = [...new Set(modes.map((mode) => mode.parameter))];
  return parameters
    .map((parameter) => {
      const groups = new Map<string, string[]>();
      for (const mode of modes.filter((one) => one.parameter === parameter)) {
        const says =
          mode.readOnly === true ? 'reads' : mode.destructive === true ? 'destroys' : mode.destructive === false ? 'adds' : 'unknown';
        groups.set(says, [...(groups.get(says) ?? []), mode.value === null ? 'absent' : String(mode.value)]);
      }
      return `${parameter}  ${[...groups].map(([says, values]) => `${values.join(', ')}: ${says}`).join('; ')}`;
    })
    .join(' | ');
}
