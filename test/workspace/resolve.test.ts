import { describe, expect, test } from 'vitest';
import { memoryHost } from '../../server/hosts/memory.js';
import { majorOf, packageMajor, pnpmPackages } from '../../server/workspace/packages.js';
import { resolveImport } from '../../server/workspace/resolve.js';
import { Tree } from '../../server/workspace/tree.js';
import { editionFor } from '../../server/workspace/tsconfig.js';

type Files = Readonly<Record<string, string | object>>;

/** Asks until the tree knows everything that the answer needs. */
async function ask<T>(files: Files, question: (tree: Tree) => T): Promise<T> {
  const texts = Object.entries(files).map(([file, content]) => [file, typeof content === 'string' ? content : JSON.stringify(content)]);
  const tree = new Tree(memoryHost(Object.fromEntries(texts) as Record<string, string>), () => undefined);
  for (;;) {
    const answer = question(tree);
    if (!(await tree.load())) return answer;
  }
}

/** From `/ws/src/main.ts` unless the specifier says otherwise: `#lib from /ws/lib/a.ts`. */
function table(files: Files, answers: Readonly<Record<string, string | undefined>>): void {
  for (const [asked, expected] of Object.entries(answers)) {
    test(`${asked} is ${expected ?? 'nothing'}`, async () => {
      const [specifier, from = '/ws/src/main.ts'] = asked.split(' from ');
      expect(await ask(files, (tree) => resolveImport(tree, specifier!, from))).toBe(expected);
    });
  }
}

describe('relative paths', () => {
  table(
    {
      '/ws/src/main.ts': '',
      '/ws/src/a.ts': '',
      '/ws/src/both.ts': '',
      '/ws/src/both.js': '',
      '/ws/src/plain.js': '',
      '/ws/src/view.tsx': '',
      '/ws/src/m.mts': '',
      '/ws/src/c.cts': '',
      '/ws/src/x.config.ts': '',
      '/ws/src/data.json': '',
      '/ws/src/types.d.ts': '',
      '/ws/src/typed.js': '',
      '/ws/src/typed.d.ts': '',
      '/ws/src/folder/index.ts': '',
      '/ws/src/old/package.json': { main: './lib/start.js' },
      '/ws/src/old/lib/start.js': '',
      '/ws/index.ts': '',
    },
    {
      './a': '/ws/src/a.ts',
      './a.js': '/ws/src/a.ts',
      './a.ts': '/ws/src/a.ts',
      './both.js': '/ws/src/both.ts',
      './plain.js': '/ws/src/plain.js',
      './view.js': '/ws/src/view.tsx',
      './view.jsx': '/ws/src/view.tsx',
      './m.mjs': '/ws/src/m.mts',
      './c.cjs': '/ws/src/c.cts',
      './x.config': '/ws/src/x.config.ts',
      './data.json': '/ws/src/data.json',
      './data': '/ws/src/data.json',
      './folder': '/ws/src/folder/index.ts',
      './folder/index.js': '/ws/src/folder/index.ts',
      './old': '/ws/src/old/lib/start.js',
      '..': '/ws/index.ts',
      '.': undefined,
      './a.ts?raw': '/ws/src/a.ts',
      './types': '/ws/src/types.d.ts',
      './types.js': '/ws/src/types.d.ts',
      './typed.js': '/ws/src/typed.js',
      './a.mjs': undefined,
      './missing': undefined,
      './missing/deep/down': undefined,
      '../../../../../etc/passwd': undefined,
      '': undefined,
      'node:fs': undefined,
      fs: undefined,
      express: undefined,
    },
  );
});

describe('tsconfig paths and baseUrl', () => {
  table(
    {
      '/ws/tsconfig.json': '{ "extends": ["./base", "./gone.json"], /* ours */ "compilerOptions": { "baseUrl": "." }, }',
      '/ws/base.json': {
        extends: '@acme/tsconfig/strict.json',
        compilerOptions: { paths: { '@/*': ['./src/*', './generated/*'], '@exact': ['./src/exact.ts'], '@/deep/*': ['./deep/*'] } },
      },
      '/ws/node_modules/@acme/tsconfig/strict.json': { compilerOptions: { paths: { 'never/*': ['./x/*'] } } },
      '/ws/src/main.ts': '',
      '/ws/src/a.ts': '',
      '/ws/generated/b.ts': '',
      '/ws/src/exact.ts': '',
      '/ws/deep/c.ts': '',
      '/ws/lib/util.ts': '',
    },
    {
      '@/a': '/ws/src/a.ts',
      '@/a.js': '/ws/src/a.ts',
      '@/b': '/ws/generated/b.ts',
      '@exact': '/ws/src/exact.ts',
      '@/deep/c': '/ws/deep/c.ts',
      'lib/util': '/ws/lib/util.ts',
      '@/missing': undefined,
      'never/a': undefined,
    },
  );
});

describe('a configuration that only points to others, as Vite makes it', () => {
  table(
    {
      '/ws/tsconfig.json': {
        files: [],
        references: [{ path: './tsconfig.node.json' }, { path: './tsconfig.app.json' }, { path: './lib' }],
      },
      '/ws/tsconfig.node.json': {},
      '/ws/tsconfig.app.json': { compilerOptions: { paths: { '~/*': ['${configDir}/src/*'] } } },
      '/ws/lib/tsconfig.json': { compilerOptions: { paths: { lib: ['./main.ts'] } } },
      '/ws/src/main.ts': '',
      '/ws/src/a.ts': '',
      '/ws/lib/main.ts': '',
    },
    { '~/a': '/ws/src/a.ts', lib: '/ws/lib/main.ts' },
  );
});

describe('a circle of configurations ends', () => {
  table(
    {
      '/ws/tsconfig.json': { extends: './other.json' },
      '/ws/other.json': { extends: './tsconfig.json', compilerOptions: { paths: { a: ['./src/a.ts'] } } },
      '/ws/src/a.ts': '',
      '/ws/src/main.ts': '',
    },
    { a: '/ws/src/a.ts' },
  );
});

describe('jsconfig.json counts where there is no tsconfig.json', () => {
  table(
    { '/ws/jsconfig.json': { compilerOptions: { paths: { '@/*': ['./src/*'] } } }, '/ws/src/a.js': '', '/ws/src/main.js': '' },
    { '@/a': '/ws/src/a.js' },
  );
});

describe('packages of the same repository', () => {
  const files: Files = {
    '/ws/package.json': { workspaces: ['packages/*', './apps/**', '!packages/old'] },
    '/ws/packages/core/package.json': {
      name: '@acme/core',
      exports: {
        '.': { types: './dist/index.d.ts', import: './dist/index.js' },
        './db': './dist/db/index.js',
        './*': './dist/*.js',
        './hidden': null,
      },
    },
    '/ws/packages/core/src/index.ts': '',
    '/ws/packages/core/src/db/index.ts': '',
    '/ws/packages/core/src/more.ts': '',
    '/ws/packages/plain/package.json': { name: 'plain', main: 'lib/main.js' },
    '/ws/packages/plain/lib/main.js': '',
    '/ws/packages/plain/extra.ts': '',
    '/ws/packages/mapped/package.json': { name: 'mapped', main: './out/js/index.js' },
    '/ws/packages/mapped/tsconfig.json': { compilerOptions: { rootDir: './sources', outDir: './out/js' } },
    '/ws/packages/mapped/sources/index.ts': '',
    '/ws/packages/source/package.json': { name: 'source', exports: { '.': { source: './lib/a.ts', default: './dist/a.js' } } },
    '/ws/packages/source/lib/a.ts': '',
    '/ws/packages/bare/package.json': { name: 'bare' },
    '/ws/packages/bare/src/index.tsx': '',
    '/ws/apps/web/site/package.json': {
      name: 'site',
      imports: { '#db': { node: './server/db.js' }, '#lib/*': './lib/*.js' },
      exports: { './x': './x.js' },
    },
    '/ws/apps/web/site/server/db.ts': '',
    '/ws/apps/web/site/lib/a.ts': '',
    '/ws/apps/web/site/x.ts': '',
    '/ws/apps/web/site/main.ts': '',
    '/ws/src/main.ts': '',
  };
  table(files, {
    '@acme/core': '/ws/packages/core/src/index.ts',
    '@acme/core/db': '/ws/packages/core/src/db/index.ts',
    '@acme/core/more': '/ws/packages/core/src/more.ts',
    '@acme/core/hidden': undefined,
    plain: '/ws/packages/plain/lib/main.js',
    'plain/extra': '/ws/packages/plain/extra.ts',
    mapped: '/ws/packages/mapped/sources/index.ts',
    source: '/ws/packages/source/lib/a.ts',
    bare: '/ws/packages/bare/src/index.tsx',
    '#db from /ws/apps/web/site/main.ts': '/ws/apps/web/site/server/db.ts',
    '#lib/a from /ws/apps/web/site/main.ts': '/ws/apps/web/site/lib/a.ts',
    '#none from /ws/apps/web/site/main.ts': undefined,
    'site/x from /ws/apps/web/site/main.ts': '/ws/apps/web/site/x.ts',
    '@acme/core from /ws/apps/web/site/main.ts': '/ws/packages/core/src/index.ts',
    '@acme/none': undefined,
    '@acme': undefined,
    __proto__: undefined,
  });

  test('pnpm names them in a file of its own', async () => {
    const pnpm = {
      '/ws/pnpm-workspace.yaml': "packages:\n  - 'libs/*'\n",
      '/ws/libs/a/package.json': { name: 'a' },
      '/ws/libs/a/src/index.ts': '',
      '/ws/src/main.ts': '',
    };
    expect(await ask(pnpm, (tree) => resolveImport(tree, 'a', '/ws/src/main.ts'))).toBe('/ws/libs/a/src/index.ts');
  });

  test('a manifest names a package by its path', async () => {
    const linked = {
      '/ws/cli/package.json': { dependencies: { core: 'file:../core', far: 'https://example.com/far.tgz', packed: 'file:../packed.tgz' } },
      '/ws/cli/src/main.ts': '',
      '/ws/core/package.json': { name: '@acme/core', exports: { '.': './dist/index.js' } },
      '/ws/core/src/index.ts': '',
      '/ws/packed.tgz/index.ts': '',
    };
    const from = '/ws/cli/src/main.ts';
    expect(await ask(linked, (tree) => resolveImport(tree, 'core', from))).toBe('/ws/core/src/index.ts');
    expect(await ask(linked, (tree) => resolveImport(tree, 'far', from))).toBeUndefined();
    expect(await ask(linked, (tree) => resolveImport(tree, 'packed', from))).toBeUndefined();
    expect(await ask(linked, (tree) => resolveImport(tree, 'core', '/ws/other/main.ts'))).toBeUndefined();
  });

  test('the list of pnpm is read in all its forms', () => {
    expect(pnpmPackages('packages:\n# all\n  - "a/*"   # one\n  - b\n\n  - \'!c\'\ncatalog:\n  - d\n')).toEqual(['a/*', 'b', '!c']);
    expect(pnpmPackages('packages: ["a/*", b]\n')).toEqual(['a/*', 'b']);
    expect(pnpmPackages('onlyBuiltDependencies:\n  - x\n')).toEqual([]);
  });
});

describe('dependencies that are folders', () => {
  table(
    {
      '/ws/gui/package.json': { dependencies: { core: 'file:../core', gone: 'link:../gone', packed: 'file:../packed.tgz', far: '^1.0.0' } },
      '/ws/gui/src/main.ts': '',
      '/ws/core/package.json': { name: '@acme/core' },
      '/ws/core/index.d.ts': '',
      '/ws/core/tools/names.ts': '',
      '/ws/packed.tgz': '',
      '/ws/far/index.ts': '',
    },
    {
      'core from /ws/gui/src/main.ts': '/ws/core/index.d.ts',
      'core/tools/names from /ws/gui/src/main.ts': '/ws/core/tools/names.ts',
      'core from /ws/core/tools/names.ts': undefined,
      'gone from /ws/gui/src/main.ts': undefined,
      'packed from /ws/gui/src/main.ts': undefined,
      'far from /ws/gui/src/main.ts': undefined,
    },
  );
});

describe('installed packages', () => {
  table(
    {
      '/ws/package.json': { name: 'ws', workspaces: ['packages/*'] },
      '/ws/tsconfig.json': { compilerOptions: { paths: { '*': ['./src/*'] } } },
      '/ws/src/main.ts': '',
      '/ws/src/zod.ts': '',
      '/ws/node_modules/server/package.json': { name: 'server', imports: { '#lib': './dist/lib.js' } },
      '/ws/node_modules/server/dist/index.js': '',
      '/ws/node_modules/server/dist/lib.js': '',
      '/ws/node_modules/other/index.js': '',
    },
    {
      other: undefined,
      './lib.js from /ws/node_modules/server/dist/index.js': '/ws/node_modules/server/dist/lib.js',
      '#lib from /ws/node_modules/server/dist/index.js': '/ws/node_modules/server/dist/lib.js',
      'other from /ws/node_modules/server/dist/index.js': undefined,
      'zod from /ws/node_modules/server/dist/index.js': undefined,
    },
  );
});

test('hostile manifests give no answer', async () => {
  for (const exports of [
    { '.': './a.js', import: './b.js' },
    { '.': { '1': './a.js' } },
    { '.': '../../../../etc/passwd' },
    { '.': 7 },
    'x',
    [],
  ]) {
    const files = { '/ws/package.json': { workspaces: ['p'] }, '/ws/p/package.json': { name: 'p', exports }, '/ws/src/main.ts': '' };
    expect(await ask(files, (tree) => resolveImport(tree, 'p', '/ws/src/main.ts'))).toBeUndefined();
  }
});

describe('versions of packages', () => {
  const files: Files = {
    '/ws/package.json': {
      dependencies: { stripe: '^14.1.0', pg: 'workspace:*' },
      devDependencies: { ai: '~5.0.0' },
      peerDependencies: { zod: '^3 || ^4' },
    },
    '/ws/node_modules/stripe/package.json': { version: '17.3.1' },
    '/ws/packages/a/package.json': { dependencies: { ai: '4.x' } },
    '/ws/src/main.ts': '',
    '/ws/packages/a/src/main.ts': '',
  };
  const major = (name: string, from = '/ws/src/main.ts') => ask(files, (tree) => packageMajor(tree, name, from));

  test('the installed one wins over the range, the nearest range over a far one', async () => {
    expect(await major('stripe')).toBe(17);
    expect(await major('ai')).toBe(5);
    expect(await major('ai', '/ws/packages/a/src/main.ts')).toBe(4);
  });

  test('what does not say one number is not known', async () => {
    expect(await major('pg')).toBeUndefined();
    expect(await major('zod')).toBeUndefined();
    expect(await major('express')).toBeUndefined();
  });

  test('ranges', () => {
    const ranges = [
      '1.2.3',
      '^1.2',
      '~1',
      '1.x',
      'v1.0.0',
      '=1.0.0',
      '>=1.2.0 <2',
      'npm:@other/name@^1.0.0',
      'workspace:^1.0.0',
      '1.0.0-beta.1',
      '^1 || ~1.5',
    ];
    expect(ranges.map(majorOf)).toEqual(ranges.map(() => 1));
    expect(['*', '', 'latest', 'x', 'workspace:*', '1 || 2', 'file:../a', 'github:a/b'].map(majorOf)).toEqual(
      Array.from({ length: 8 }, () => undefined),
    );
  });
});

describe('the edition of ECMAScript that a project is written for', () => {
  const edition = (config: object, more: Files = {}, file = '/ws/src/main.ts') =>
    ask({ '/ws/src/main.ts': '', '/ws/tsconfig.json': config, ...more }, (tree) => editionFor(tree, file));

  test('is that of its library, else of its target', async () => {
    expect(await edition({ compilerOptions: { target: 'ES2020' } })).toBe(2020);
    expect(await edition({ compilerOptions: { target: 'es6' } })).toBe(2015);
    expect(await edition({ compilerOptions: { target: 'es5' } })).toBe(2009);
    expect(await edition({ compilerOptions: { target: 'es2021', lib: ['DOM', 'es2023', 'es2015'] } })).toBe(2023);
    expect(await edition({ compilerOptions: { target: 'es2020', lib: ['es2020', 'es2022.error'] } })).toBe(2022);
    expect(await edition({ compilerOptions: { target: 'es2020', lib: ['es2020', 'es2022.intl'] } })).toBe(2020);
    expect(await edition({ compilerOptions: { target: 'es2020', lib: ['DOM'] } })).toBe(2020);
  });

  test('may stand in what is extended', async () => {
    expect(await edition({ extends: './base.json' }, { '/ws/base.json': { compilerOptions: { target: 'ES2019' } } })).toBe(2019);
    const base = { '/ws/base.json': { compilerOptions: { target: 'ES2019', lib: ['ES2021'] } } };
    expect(await edition({ extends: './base.json', compilerOptions: { target: 'ES2022' } }, base)).toBe(2021);
  });

  test('is not known where nobody says, of what comes next, and of Python', async () => {
    expect(await edition({})).toBeUndefined();
    expect(await edition({ compilerOptions: { target: 'ESNext' } })).toBeUndefined();
    expect(await edition({ compilerOptions: { target: 5, lib: [null] } })).toBeUndefined();
    expect(await edition({ compilerOptions: { target: 'ES2020' } }, {}, '/ws/src/main.py')).toBeUndefined();
  });
});
