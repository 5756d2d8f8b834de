import { posix } from 'node:path';
import type * as TypeScript from 'typescript';
import { describe, expect, test } from 'vitest';
import { files, parse, placeOf, sources, ts, visit } from './repository.js';

/**
 * Who may import whom. The first row whose pattern matches a file decides; a file may always import its own folder's.
 * The compiler holds the folders apart, this holds apart what lies inside one.
 */
const layers: readonly { readonly from: RegExp; readonly may: readonly RegExp[] }[] = [
  { from: /^rules\/kit\//, may: [/^rules\/kit\//] },
  { from: /^rules\/(?:checks|frameworks|effects|engines|credentials|results|taxonomies)\//, may: [/^rules\/kit\//] },
  { from: /^rules\/index\.ts$/, may: [/^rules\//] },
  { from: /^server\/protocol\//, may: [/^server\/protocol\//] },
  { from: /^server\/analysis\/[a-z-]+\.ts$/, may: [/^server\/analysis\//, /^rules\/kit\//] },
  { from: /^server\/analysis\/syntax\//, may: [/^server\/analysis\/(?:syntax\/|[a-z-]+\.ts$)/, /^rules\/kit\//, /^build\//] },
  { from: /^server\/analysis\/spotter\//, may: [/^server\/analysis\/spotter\//] },
  {
    from: /^server\/analysis\/environment\//,
    may: [/^server\/analysis\/(?:spotter\/|syntax\/|trace\/|environment\/|[a-z-]+\.ts$)/, /^rules\/kit\//],
  },
  {
    from: /^server\/analysis\/(?:trace|recognise)\//,
    may: [/^server\/analysis\/(?:syntax\/|trace\/|recognise\/|[a-z-]+\.ts$)/, /^rules\/kit\//],
  },
  {
    from: /^server\/analysis\/reliability\//,
    may: [/^server\/analysis\/(?:syntax\/|environment\/|reliability\/|[a-z-]+\.ts$)/, /^rules\/kit\//],
  },
  { from: /^server\/analysis\/check\//, may: [/^server\/analysis\/(?:syntax\/|check\/|[a-z-]+\.ts$)/, /^rules\/kit\//] },
  { from: /^server\/analysis\/report\//, may: [/^server\/analysis\/(?:report\/|[a-z-]+\.ts$)/, /^rules\/kit\//] },
  { from: /^server\/workspace\//, may: [/^server\/(?:workspace|analysis|protocol)\//, /^rules\/(?:index\.ts$|kit\/|credentials\/)/] },
  { from: /^server\/hosts\//, may: [/^server\/(?:hosts|workspace|analysis)\//] },
  { from: /^server\/lsp\//, may: [/^server\//, /^rules\/(?:index\.ts$|kit\/|credentials\/)/] },
  { from: /^server\/cli\//, may: [/^server\//, /^rules\/(?:index\.ts$|kit\/|credentials\/)/] },
  { from: /^client\//, may: [/^client\//, /^server\/protocol\//] },
];

const shipped = sources.filter((file) => /^(?:rules|server|client)\//.test(file));
const pure = shipped.filter((file) => /^(?:rules|server\/(?:analysis|workspace|protocol))\//.test(file));

/** Names that only a platform has, or that answer differently each time. `URL` and `TextDecoder` are everywhere. */
const platformNames = new Set(
  ['process', 'console', 'Buffer', 'require', '__dirname', '__filename', 'global', 'globalThis', 'window', 'document', 'navigator'].concat([
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'Worker',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'performance',
    'crypto',
    'eval',
  ]),
);

describe('imports run one way', () => {
  test('every shipped file belongs to a layer', () => {
    expect(shipped.filter((file) => !layers.some(({ from }) => from.test(file)))).toEqual([]);
  });

  test('a file imports its own layer and those below', () => {
    const wrong = shipped.flatMap((file) => {
      const layer = layers.find(({ from }) => from.test(file));
      return importsOf(file).flatMap(({ target, place }) => {
        if (!target.startsWith('.')) return [];
        const path = posix.join(posix.dirname(file), target).replace(/\.js$/, '.ts');
        const sibling = posix.dirname(path).startsWith(posix.dirname(file));
        return sibling || layer?.may.some((allowed) => allowed.test(path)) ? [] : [`${place} imports ${path}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  test('no check imports another check, and no data file another', () => {
    const wrong = shipped
      .filter((file) => /^rules\/(?:checks|frameworks|effects|engines)\//.test(file))
      .flatMap((file) =>
        importsOf(file)
          .filter(({ target }) => !/^(?:\.\.\/)+kit\/|^\.\/[a-z-]+(?:\/[a-z-]+)?\.js$/.test(target))
          .map(({ place, target }) => `${place} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  test('nothing shipped imports a test', () => {
    expect(
      shipped.flatMap((file) =>
        importsOf(file)
          .filter(({ target }) => /(?:^|\/)test\//.test(target))
          .map(({ place }) => place),
      ),
    ).toEqual([]);
  });
});

describe('pure folders name no platform', () => {
  test('no module of Node or of an editor', () => {
    const wrong = pure.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => /^(?:node:|vscode(?:$|-languageserver$|-languageclient))/.test(target))
        .map(({ place, target }) => `${place} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  test('no global of a platform, no clock, no chance', () => {
    expect(pure.flatMap(platformUses)).toEqual([]);
  });

  test('the rules import nothing outside themselves', () => {
    const wrong = shipped
      .filter((file) => file.startsWith('rules/'))
      .flatMap((file) =>
        importsOf(file)
          .filter(({ target }) => !target.startsWith('.'))
          .map(({ place, target }) => `${place} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });
});

test('the platform is imported in hosts, in the command line and in the entries of the language server only', () => {
  const allowed = /^(?:server\/hosts\/|server\/cli\/|server\/lsp\/[a-z]+\.ts$|client\/)/;
  const wrong = shipped
    .filter((file) => !allowed.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => target.startsWith('node:'))
        .map(({ place }) => place),
    );
  expect(wrong).toEqual([]);
});

test('every folder with sources has a project that the root refers to', () => {
  const projects = files
    .filter((file) => /^(?:client|rules|server\/[a-z]+|test)\/tsconfig\.json$/.test(file))
    .map((file) => posix.dirname(file));
  const uncovered = sources.filter((file) => file.includes('/') && !projects.some((project) => file.startsWith(`${project}/`)));
  expect(uncovered).toEqual([]);
});

function importsOf(file: string): readonly { readonly target: string; readonly place: string }[] {
  const found: { target: string; place: string }[] = [];
  visit(parse(file), (node) => {
    const specifier =
      ts.isImportDeclaration(node) || ts.isExportDeclaration(node)
        ? node.moduleSpecifier
        : ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
          ? node.arguments[0]
          : ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)
            ? node.argument.literal
            : undefined;
    if (specifier && ts.isStringLiteralLike(specifier)) found.push({ target: specifier.text, place: placeOf(node) });
  });
  return found;
}

/** Uses of platform names that no declaration in the file introduces, and of clocks and dice. */
function platformUses(file: string): readonly string[] {
  const declared = new Set<string>();
  const used: { name: string; place: string }[] = [];
  visit(parse(file), (node) => {
    if (isMemberCall(node, 'Date', 'now') || isMemberCall(node, 'Math', 'random'))
      used.push({ name: node.getText(), place: placeOf(node) });
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length)
      used.push({ name: 'new Date()', place: placeOf(node) });
    if (!ts.isIdentifier(node) || !platformNames.has(node.text)) return;
    if (declares(node)) declared.add(node.text);
    else if (isRead(node)) used.push({ name: node.text, place: placeOf(node) });
  });
  return used.filter(({ name }) => !declared.has(name)).map(({ name, place }) => `${place} uses ${name}`);
}

function isMemberCall(node: TypeScript.Node, object: string, member: string): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.expression.getText() === object &&
    node.expression.name.text === member
  );
}

function declares({ parent }: TypeScript.Identifier): boolean {
  return (
    ts.isVariableDeclaration(parent) ||
    ts.isParameter(parent) ||
    ts.isBindingElement(parent) ||
    ts.isFunctionDeclaration(parent) ||
    ts.isImportSpecifier(parent)
  );
}

function isRead(node: TypeScript.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return !(
    ts.isPropertySignature(parent) ||
    ts.isMethodSignature(parent) ||
    ts.isMethodDeclaration(parent) ||
    ts.isPropertyDeclaration(parent) ||
    ts.isNamedTupleMember(parent) ||
    ts.isTypeReferenceNode(parent)
  );
}
