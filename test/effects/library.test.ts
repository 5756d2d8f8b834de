/** How names are found in what is known of packages. */
import { describe, expect, test } from 'vitest';
import { defineEffects, type Effects } from '../../rules/kit/index.js';
import { Libraries } from '../../server/analysis/trace/library.js';

const shared = { language: 'typescript', reference: 'https://example.com', origin: 'read', resource: 'cloud' } as const;

function libraries(...files: readonly Effects[]): Libraries {
  return new Libraries({
    effects: files.map(defineEffects),
    frameworks: [],
    engines: [],
    purePackages: [],
    operations: {
      vendor: [
        { 'table-store': 'TableStore database; read: FooItem; write.add! Token: MakeItem; write.add~: GetOrMakeItem' },
        { mail: 'Mail mail' },
      ],
    },
  });
}

function kind(of: Libraries, library: string, path: string): string | undefined {
  return of.rows({ library, path })?.[0]?.[1];
}

describe('stars', () => {
  const of = libraries({
    ...shared,
    library: 'lib',
    calls: [
      ['Api#**.delete*', 'destroy', 'arg 0'],
      ['Api#*.get*', 'read', 'arg 0'],
      ['Api#get*', 'read', 'arg 0'],
      ['Api#users.deleteNothing', 'read', 'arg 0'],
      ['make*().run', 'exec', 'arg 0'],
    ],
    harmless: ['Api#*.getClient', 'Api#getClient', 'pack.*#*'],
  });

  test.each([
    ['Api#deleteAll', 'destroy'],
    ['Api#a.b.c.deleteOne', 'destroy'],
    ['Api#users.deleteNothing', 'read'],
    ['Api#users.getOne', 'read'],
    ['Api#users.getClient', 'read'],
    ['Api#getClient', undefined],
    ['Api#a.b.getOne', undefined],
    ['Api#a.undelete', undefined],
    ['Api.deleteAll', undefined],
  ])('%s is %s', (path, found) => expect(kind(of, 'lib', path)).toBe(found));

  test('a call that rows continue is more than data', () => {
    expect(of.result({ library: 'lib', path: 'makeThing' })).toEqual({ library: 'lib', path: 'makeThing()' });
    expect(of.result({ library: 'lib', path: 'breakThing' })).toBeUndefined();
  });

  test('a type may be an instance by its pattern, but generated data is none', () => {
    expect(of.typed({ library: 'lib', path: 'pack.Thing' })).toEqual({ library: 'lib', path: 'pack.Thing#' });
    expect(of.typed({ library: 'lib', path: 'pack.Schema$Thing' })).toBeUndefined();
    expect(of.typed({ library: 'lib', path: 'Thing' })).toBeUndefined();
  });
});

describe('an instance with a star', () => {
  const of = libraries({
    ...shared,
    library: 'py:lib',
    instances: { Statement: ['Statement#*()', 'remove()'], Table: ['Db#*', 'Db#open()'], Text: ['text()'] },
    calls: [
      ['Db#drop', 'destroy', 'this'],
      ['remove', 'destroy', 'arg 0'],
    ],
    harmless: ['Db#close', 'Statement#*', 'Table#*', 'Text#*'],
  });
  const member = (path: string, key: string): string => of.member({ library: 'py:lib', path }, key).path;

  test('stands for what has no name of its own', () => {
    expect(member('Db#', 'orders')).toBe('Table#');
    expect(member('Db#', 'drop')).toBe('Db#drop');
    expect(member('Db#', 'close')).toBe('Db#close');
    expect(member('Db#', 'open')).toBe('Db#open');
    expect(member('Db#', '__enter__')).toBe('Db#__enter__');
    expect(of.result({ library: 'py:lib', path: 'Db#drop' })).toBeUndefined();
  });

  test('and what it does was told where it was made, when a row did', () => {
    expect(of.toldWhenMade({ library: 'py:lib', path: 'Statement#' })).toBe(true);
    expect(of.toldWhenMade({ library: 'py:lib', path: 'Text#' })).toBe(false);
  });
});

describe('a family', () => {
  const family: Effects = {
    ...shared,
    library: '@v/*',
    calls: [
      ['get*', 'read', 'arg 0'],
      ['put', 'write.set', 'arg 0'],
    ],
    harmless: ['quiet'],
  };
  const own: Effects = { ...shared, library: '@v/a', calls: [['getAndDelete', 'destroy', 'arg 0']], harmless: ['put'] };

  test('speaks of every package with such a name', () => {
    const of = libraries(family);
    expect(kind(of, '@v/b', 'getX')).toBe('read');
    expect(of.named('@v/b/deep')).toBe('@v/b');
    expect(of.described('@w/b')).toBe(false);
    const row = of.rows({ library: '@v/b', path: 'getX' })![0]!;
    expect(of.fileOf('@v/b', row).library).toBe('@v/b');
  });

  test('yields to a file of the package, wherever that stands', () => {
    for (const of of [libraries(family, own), libraries(own, family)]) {
      expect(kind(of, '@v/a', 'getAndDelete')).toBe('destroy');
      expect(kind(of, '@v/a', 'getX')).toBe('read');
      expect(kind(of, '@v/a', 'put')).toBeUndefined();
      expect(of.harmless({ library: '@v/a', path: 'put' })).toBe(true);
    }
  });
});

describe('operations', () => {
  const operations = {
    table: 'vendor',
    calls: ['{Service}#{name}'],
    commands: ['{Name}Command'],
    verbs: { read: ['get*'], destroy: ['delete*'] },
  };
  const base = {
    ...shared,
    calls: [['{Service}Client#send', 'command', 'arg 0']],
    harmless: [],
    extends: { '{Service}': '{Service}Client' },
  } as const;
  const family: Effects = { ...base, library: '@v/client-*', operations: { ...operations, aliases: { post: 'mail' } } };

  test('are rows of calls and of objects that are sent', () => {
    const of = libraries(family);
    const library = '@v/client-table-store';
    expect(kind(of, library, 'TableStore#fooItem')).toBe('read');
    expect(kind(of, library, 'TableStore#getItem')).toBe('read');
    expect(kind(of, library, 'TableStore#send')).toBe('command');
    expect(kind(of, library, 'Mail#getItem')).toBeUndefined();
    expect(of.commands({ library, path: 'DeleteItemCommand#' })?.[0]?.[1]).toBe('destroy');
    expect(of.commands({ library, path: 'MakeItemCommand#' })).toEqual([
      ['MakeItemCommand', 'write.add', 'arg 0', { exclusive: true, key: 'arg 0.Token' }],
    ]);
    expect(of.commands({ library, path: 'GetOrMakeItemCommand#' })?.[0]?.[3]).toEqual({ ensures: true });
    expect(of.about(library)?.resource).toBe('cloud');
    expect(of.fileOf(library, of.rows({ library, path: 'TableStore#getItem' })![0]!).resource).toBe('database');
  });

  test('are found under other names of the service', () => {
    const of = libraries(family);
    expect(kind(of, '@v/client-tablestore', 'TableStore#fooItem')).toBe('read');
    expect(kind(of, '@v/client-post', 'Mail#getItem')).toBe('read');
  });

  test('are told by their words for a service that the table does not know', () => {
    const of = libraries(family);
    expect(kind(of, '@v/client-other', 'Other#getItem')).toBe('read');
    expect(kind(of, '@v/client-other', 'Other#fooItem')).toBeUndefined();
    expect(kind(of, '@v/client-other', 'OtherClient#send')).toBe('command');
  });

  test('are those of all services when a library has them all', () => {
    const of = libraries({
      ...shared,
      library: 'all',
      calls: [],
      harmless: [],
      operations: { ...operations, calls: ['{service}().{name}'] },
    });
    expect(kind(of, 'all', 'table-store().fooItem')).toBe('read');
    expect(kind(of, 'all', 'mail().deleteItem')).toBe('destroy');
    expect(of.result({ library: 'all', path: 'mail' })).toEqual({ library: 'all', path: 'mail()' });
  });

  test('of a library that passes on others', () => {
    const of = libraries(
      { ...shared, library: 'whole', calls: [], harmless: ['config'], reexports: { '*': '@v/client-*' } },
      { ...family, default: '{Service}' },
    );
    expect(of.member({ library: 'whole', path: '' }, 'TableStore')).toEqual({ library: '@v/client-tablestore', path: '' });
    expect(of.member({ library: 'whole', path: '' }, 'config')).toEqual({ library: 'whole', path: 'config' });
    expect(of.constructed({ library: '@v/client-tablestore', path: '' }).path).toBe('TableStore#');
    expect(of.typed({ library: '@v/client-tablestore', path: '' })?.path).toBe('TableStore#');
  });
});
