import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { credentials } from '../../rules/credentials/index.js';
import type { SurroundingFacts } from '../../rules/kit/index.js';
import { createEnvironmentReader } from '../../server/analysis/environment/facts.js';
import type { Snapshot } from '../../server/analysis/snapshot.js';
import { readTypeScript } from '../../server/analysis/syntax/typescript/read.js';
import { defaultConfig, settingsOf, type Config } from '../../server/workspace/config.js';
import { secret, secretKinds } from '../harness/secrets.js';
import { expectLinear } from './linear.js';

interface World {
  readonly files: Map<string, string>;
  /** Files whose text was asked for since the last look. */
  readonly read: string[];
  readonly parsed: string[];
  facts(config?: Partial<Config>): SurroundingFacts;
  problems(): readonly string[];
}

function world(content: Record<string, string>, tracked: readonly string[] = []): World {
  const files = new Map(Object.entries(content).map(([file, text]) => [`/w/${file}`, text]));
  const read: string[] = [];
  const parsed: string[] = [];
  const reader = createEnvironmentReader(credentials, {});
  const answer = (config: Partial<Config> = {}) => {
    const snapshot: Snapshot = {
      files: [...files.keys()].toSorted(),
      text: (file) => {
        read.push(file.slice(3));
        return files.get(file);
      },
      version: (file) => files.get(file),
      packageAt: () => undefined,
      resolve: () => undefined,
      packageMajor: () => undefined,
      edition: () => undefined,
      manifest: () => undefined,
      tracked: (file) => tracked.includes(file.slice(3)),
      ignored: () => false,
      exists: (file) => files.has(file),
      settings: settingsOf({ ...defaultConfig, ...config }),
      gated: () => [],
      ungated: [],
      head: () => undefined,
      rootOf: () => '/w',
    };
    return reader(snapshot, (file) => {
      parsed.push(file.slice(3));
      return readTypeScript(file, files.get(file) ?? '');
    });
  };
  return {
    files,
    read,
    parsed,
    facts: (config) => answer(config).facts,
    problems: () => answer().problems.map((problem) => `${problem.file.slice(3)}: ${problem.reason}`),
  };
}

describe('environmentFacts', () => {
  it('reads a file again only when its text changes', () => {
    const one = world({
      '.env': `A=${secret('github')}`,
      'a.ts': `const k = '${secret('github')}';`,
      'b.ts': `const k = '${secret('npm')}';`,
      'c.ts': 'const x = 1;',
    });
    one.facts();
    expect(one.parsed).toEqual(['a.ts', 'b.ts']);
    one.read.length = 0;
    one.parsed.length = 0;
    one.facts();
    expect([one.parsed, one.read.filter((file) => file !== '.env.example' && file !== '.gitignore')]).toEqual([[], []]);
    one.files.set('/w/b.ts', `const k = '${secret('npm', 2)}';`);
    expect(one.facts().secrets.map((found) => found.credential.vendor)).toEqual(['GitHub', 'npm']);
    expect(one.parsed).toEqual(['b.ts']);
  });

  it('forgets files that are gone, and everything when the settings say something else', () => {
    const one = world({
      '.env.local': `A=postgres://app:${secret('password')}@db1.core.example.net/app`,
      'b.ts': `const k = '${secret('npm')}';`,
    });
    const classes = (config?: Partial<Config>) =>
      one.facts(config).files.flatMap((file) => file.settings.map((setting) => setting.credential?.class));
    expect(classes()).toEqual(['unknown']);
    expect(classes({ productionHosts: ['*.core.example.net'] })).toEqual(['live']);
    one.files.delete('/w/b.ts');
    expect(one.facts().secrets).toEqual([]);
  });

  it('does not parse what cannot matter', () => {
    const one = world({
      'a.ts': 'export const total = (items: number[]) => items.reduce((a, b) => a + b, 0);',
      'b.ts': 'export const port = process.env.PORT ?? "3000";',
      'c.min.js': `var k = "${secret('github')}"`,
      'd.d.ts': `declare const k: "${secret('github')}";`,
    });
    one.facts();
    expect(one.parsed).toEqual([]);
  });

  it('knows the client, its prompts and whether git has the file', () => {
    const text = `{ "inputs": [ { "id": "a" } ], "servers": { "x": { "env": { "GITHUB_TOKEN": "${secret('github')}", "B": "\${input:b}" } } } }`;
    const [file] = world({ '.vscode/mcp.json': text }, ['.vscode/mcp.json']).facts().files;
    expect([
      file?.client?.id,
      file?.client?.prompts,
      file?.client?.inputs?.ids,
      file?.client?.inputs?.lead,
      file?.tracked,
      file?.environment,
    ]).toEqual(['vscode', true, ['a'], ' ', true, 'dev']);
    const setting = file?.settings.find((one) => one.key === 'GITHUB_TOKEN');
    expect([text.slice(setting?.span.start, setting?.span.end), setting?.path.join('.'), setting?.variable]).toEqual([
      secret('github'),
      'servers.x.env.GITHUB_TOKEN',
      'GITHUB_TOKEN',
    ]);
    expect(file?.settings.find((one) => one.key === 'B')?.inert).toBe(true);
  });

  it('points at the secret inside a longer value', () => {
    const text = `{ "mcpServers": { "x": { "headers": { "Authorization": "Bearer ${secret('github')}" } } } }`;
    const [setting] = world({ '.mcp.json': text }).facts().files[0]?.settings ?? [];
    expect([text.slice(setting?.secret?.start, setting?.secret?.end), setting?.variable]).toEqual([secret('github'), 'GITHUB_TOKEN']);
  });

  it('tells what of an agent configuration it could not read', () => {
    expect(world({ '.mcp.json': '{ "mcpServers": ', 'package.json': '{' }).problems()).toEqual(['.mcp.json: not JSON: ValueExpected']);
  });

  it('reads values with escapes', () => {
    const key = secret('private-key');
    const [json] =
      world({ '.mcp.json': JSON.stringify({ mcpServers: { x: { env: { KEY: key.replaceAll('\\n', '\n') } } } }) }).facts().files[0]
        ?.settings ?? [];
    const [env] = world({ '.env': `KEY="${key}"\r\n` }).facts().files[0]?.settings ?? [];
    expect([json?.credential?.vendor, env?.credential?.vendor]).toEqual(['private key', 'private key']);
  });

  it('development inherits what it does not set', () => {
    const told = (files: Record<string, string>) => {
      const setting = world(files)
        .facts()
        .files.find((file) => file.file === '/w/.env')?.settings[0];
      return setting?.overriddenBy === undefined
        ? `inherited by ${setting?.inheritedBy ?? 'none'}`
        : `overridden by ${setting.overriddenBy}`;
    };
    const base = `DATABASE_URL=${secret('postgres-prod')}`;
    expect(told({ '.env': base })).toBe('inherited by none');
    expect(told({ '.env': base, '.env.development': 'PORT=1' })).toBe('inherited by .env.development');
    expect(told({ '.env': base, '.env.local': 'DATABASE_URL=' })).toBe('overridden by .env.local');
    expect(told({ '.env': base, '.env.local': '# DATABASE_URL=x\nPORT=1' })).toBe('inherited by .env.local');
    expect(told({ '.env': base, '.env.example': 'DATABASE_URL=' })).toBe('inherited by none');
    expect(told({ '.env': base, '.env.test': 'DATABASE_URL=x' })).toBe('inherited by none');
    expect(told({ '.env': base, 'apps/a/.env.local': 'DATABASE_URL=x' })).toBe('inherited by none');
  });

  it('scripts of a manifest are of the environment that they are run for', () => {
    const scripts = { dev: `K=${secret('github')} a`, deploy: `K=${secret('github', 2)} a`, test: `K=${secret('npm')} a`, build: 'tsc' };
    const files = world({ 'package.json': JSON.stringify({ scripts }) }).facts().files;
    expect(files.map((file) => [file.environment, file.settings.map((setting) => setting.key).join()])).toEqual([
      ['dev', 'dev'],
      ['production', 'deploy'],
      ['test', 'test'],
    ]);
  });

  it('offers an edit only where the literal is an expression of its own', () => {
    const key = secret('github');
    const lookups = (text: string, file = 'a.ts') =>
      world({ [file]: text })
        .facts()
        .secrets.map((found) => found.lookup?.text);
    const read = (name: string, quote = "'"): string =>
      `process.env.${name} ?? (() => { throw new Error(${quote}${name} is not set${quote}); })()`;
    const whole = read('GITHUB_API_KEY');
    expect(lookups(`const a = '${key}';`)).toEqual([whole]);
    expect(lookups(`const a = { GH_TOKEN: "${key}" };`)).toEqual([read('GH_TOKEN', '"')]);
    expect(lookups(`const a = 'token ${key}';`)).toEqual([`\`token \${${whole}}\``]);
    expect(lookups(`const a = 'see ${key} and ${secret('npm')}';`)).toEqual([whole]);
    // Where something stands beside it that would take a part of it.
    for (const around of ["'…'.trim();", "b === '…';", "b ? '…' : c;"]) {
      const text = `const a = ${around.replace('…', key)}`;
      expect([text, lookups(text)]).toEqual([text, [`(${whole})`]]);
    }
    expect(lookups(`const a = '${key}' // note\nconst b = 1`)).toEqual([whole.replace('; }', ' }')]);
    expect(lookups(`const a = '${key}' as const;`)).toEqual([undefined]);
    expect(lookups(`enum A { Key = '${key}' }`)).toEqual([undefined]);
    expect(lookups(`const a = '\\x41 ${key}';`)).toEqual([undefined]);
    expect(lookups(`const a = \`\${b} ${key}\`;`)).toEqual([undefined]);
    expect(
      lookups(`const token = '${key.slice(0, 3)}' + '${key.slice(3)}${secret('api-key')}';\nconst b = 'ghp_' + '${key.slice(4)}';`),
    ).toEqual([undefined, undefined]);
    expect(lookups(`const a = <A token="${key}" />;`, 'a.tsx')).toEqual([undefined]);
    expect(lookups(`const a = '${key}'; const b = import.meta.env.B;`)).toEqual([undefined]);
  });
});

describe('what leaves', () => {
  it('holds no secret, wherever it stood', () => {
    const places: readonly ((value: string) => [string, string])[] = [
      (value) => ['.env', `API_KEY=${value}`],
      (value) => ['.env.local', `export PROD_SECRET="${value}" # note`],
      (value) => [
        '.mcp.json',
        JSON.stringify({
          mcpServers: { a: { args: ['--api-key', value], env: { K: value }, url: `https://x.example.com/?token=${value}` } },
        }),
      ],
      (value) => ['package.json', JSON.stringify({ scripts: { dev: `API_KEY=${value} node a.js` } })],
      (value) => [
        'src/a.ts',
        `export const apiKey = ${JSON.stringify(value)};\nexport const b = process.env.API_KEY ?? ${JSON.stringify(value)};`,
      ],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...secretKinds), fc.constantFrom(...places), fc.integer({ min: 1, max: 9 }), (kind, place, variant) => {
        const value = secret(kind, variant);
        const [file, text] = place(value);
        const answer = JSON.stringify(world({ [file]: text }).facts());
        const core = (
          /:\/\/[^:]*:([^@]*)@/.exec(value)?.[1] ??
          /(?:Password|AccountKey)=([^;]*)/.exec(value)?.[1] ??
          value.slice(Math.min(12, value.length / 3))
        ).slice(0, 16);
        expect(answer).not.toContain(core);
      }),
      { numRuns: 400 },
    );
  });
});

describe('hostile files', () => {
  const reading = (file: string) => (text: string) => void world({ [file]: text }).facts();

  it.each([
    ['.env', 'API_TOKEN=x\n'],
    ['.env', 'A_HOST=b.example.com\nA_PASSWORD=c\n'],
    ['.env', `A=${'sk_live_'}x\n`],
    ['.mcp.json', '{"a":"b c=d",'],
    ['.mcp.json', '"--token=x",'],
    ['package.json', '{"scripts":{'],
    ['a.ts', "const token = 'a1b2c3d4e5f6g7h8';\n"],
    ['a.ts', "process.env.A ?? 'prod';\n"],
  ])('%s of %j takes linear time', (file, unit) => expectLinear(reading(file), unit, 200_000));

  it.each([
    ['a chain of sums', `const token = ${"'a1' + ".repeat(20_000)}'prod://';process.env.A;`],
    [
      'templates that double',
      `const prod = process.env.A;\n${Array.from({ length: 40 }, (_, at) => `const t${String(at + 1)} = \`\${t${String(at)}}\${t${String(at)}}\`;`).join('\n')}\nconst token = process.env.B ?? t40;`,
    ],
    [
      'names that go round',
      'const a = b; const b = a; const c = { ...c }; export const prod = process.env.X ?? a; const f = (n) => process.env[n] ?? f; f("a", a);',
    ],
  ])('stands %s', (_, text) => expect(() => world({ 'a.ts': text }).facts()).not.toThrow());

  it('never throws on broken source', () => {
    const unit = fc.constantFrom(
      'process.env.A',
      ' ?? ',
      "'prod'",
      '{',
      '}',
      '(',
      ')',
      ' = ',
      'const a',
      ';',
      '=>',
      '`',
      '${',
      '.default(',
      'z.object(',
      '.parse(process.env)',
      ',',
      ':',
      '[',
      ']',
      ' ? ',
      '"sk_live_',
      '"',
      '\n',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => void world({ 'a.ts': text }).facts()),
      { numRuns: 1500 },
    );
  });
});
