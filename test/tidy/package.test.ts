import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { notices } from '../tools/notices.js';
import { read, root } from './repository.js';

interface Manifest {
  readonly license: string;
  readonly engines: { readonly node: string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const dependencies = Object.keys(manifest.dependencies);

describe('licences', () => {
  test('Detent is under MIT', () => {
    expect(manifest.license).toBe('MIT');
    expect(read('LICENSE')).toMatch(/^MIT License\n\nCopyright \(c\) \d{4} The Detent authors\n/);
  });

  test('every dependency may be part of a bundle under MIT, and brings its notice', () => {
    const text = notices(
      root,
      dependencies.map((name) => `node_modules/${name}/package.json`),
    );
    for (const name of [...dependencies, 'typescript']) expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });
});

describe('dependencies at run time', () => {
  test.each(dependencies)('CONTRIBUTING.md says why there is %s', (name) => {
    expect(read('CONTRIBUTING.md')).toMatch(new RegExp(`^\\| \`${name}\` \\| .{20,} \\|$`, 'm'));
  });

  test('CONTRIBUTING.md argues for none that is gone', () => {
    const section = read('CONTRIBUTING.md').split('## Dependencies at run time')[1] ?? '';
    const argued = [...section.matchAll(/^\| `([^`]{1,100})` \|/gm)].map(([, name]) => name);
    expect(argued.filter((name) => !dependencies.includes(name ?? ''))).toEqual([]);
  });
});

describe('manifest', () => {
  test('commands and settings are under detent', () => {
    const names = [
      ...manifest.contributes.commands.map(({ command }) => command),
      ...Object.keys(manifest.contributes.configuration.properties),
    ];
    expect(names.filter((name) => !name.startsWith('detent.'))).toEqual([]);
    expect(manifest.contributes.commands.filter(({ category }) => category !== 'Detent')).toEqual([]);
  });

  test('every script is a tool in test/tools', () => {
    const tools = readdirSync(join(root, 'test/tools')).map((file) => file.replace(/\.(?:mjs|ts)$/, ''));
    const wrong = Object.values(manifest.scripts).filter(
      (script) => !tools.includes(/^node test\/tools\/run\.mjs ([a-z-]+)/.exec(script)?.[1] ?? ''),
    );
    expect(wrong).toEqual([]);
  });

  test('the extension package takes nothing that is not listed', () => {
    const [first, ...rest] = read('.vscodeignore').trim().split('\n');
    expect(first).toBe('**');
    expect(rest.filter((line) => !line.startsWith('!'))).toEqual([]);
  });
});
