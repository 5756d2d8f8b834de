/**
 * Cuts the parser out of the `typescript` package: `build/typescript-parser.js`.
 *
 * The package is one script with thousands of top-level statements in one scope, which no bundler can shake because
 * of its namespaces. Read as data, it can: each statement declares names and mentions names, and what the roots do
 * not reach is left out. Diagnostic messages are kept one by one, as far as the kept code mentions them.
 *
 * Run it with plain node. It does nothing when the output is up to date; `--force` builds anyway.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync, version as esbuildVersion } from 'esbuild';

const roots = ['SyntaxKind', 'createSourceFile', 'forEachChild', 'skipTrivia', 'tokenToString'];

/** Declarations that are replaced: the parser has to run where there is no Node, and needs no clock. */
const replaced = new Map([['tryGetPerformance', 'function tryGetPerformance() { return undefined; }']]);

const require = createRequire(import.meta.url);
const script = fileURLToPath(import.meta.url);
const output = fileURLToPath(new URL('../../build/typescript-parser.js', import.meta.url));
const source = require.resolve('typescript');
const { version } = JSON.parse(readFileSync(require.resolve('typescript/package.json'), 'utf8'));
const stamp = `// typescript ${version}, esbuild ${esbuildVersion}, script ${createHash('sha256').update(readFileSync(script)).digest('hex').slice(0, 16)}\n`;

if (!process.argv.includes('--force') && existsSync(output) && readFileSync(output, 'utf8').endsWith(stamp)) process.exit(0);

const ts = require('typescript');
const text = readFileSync(source, 'utf8');
const entries = readEntries();
const kept = reach();
const { code } = transformSync([notice(), ...kept.map((entry) => entry.text), `export { ${roots.join(', ')} };`].join('\n'), {
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'inline',
});
if (/\b(?:require\(|process\.)/.test(code))
  throw new Error('The sliced parser reaches for Node; add the declaration that does to `replaced`.');

mkdirSync(dirname(output), { recursive: true });
// Written aside and renamed, so that a build running at the same time never reads half a file.
writeFileSync(`${output}.${process.pid}`, code + stamp);
renameSync(`${output}.${process.pid}`, output);
console.log(`typescript-parser.js: ${kept.length} of ${entries.length} statements, ${Math.round(code.length / 1024)} KB`);

/** The Apache-2.0 notice at the top of the package, as a comment that minifiers keep. */
function notice() {
  const end = text.indexOf('*/') + 2;
  if (!text.startsWith('/*!') || !text.slice(0, end).includes('Apache License')) throw new Error('The licence notice moved.');
  return `${text.slice(0, end)}\n/*! Cut down to the parser. */`;
}

/** One entry per declared name or side effect: what it declares, what it mentions, its text. */
function readEntries() {
  const file = ts.createSourceFile(source, text, {
    languageVersion: ts.ScriptTarget.Latest,
    jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
  });
  return moduleBody(file).flatMap((statement) => {
    if (!ts.isVariableStatement(statement)) return [entry(declaredBy(statement), statement, '')];
    return statement.declarationList.declarations.map((declaration) => entry(namesOf(declaration.name), declaration, 'var '));
  });

  function entry(declares, node, prefix) {
    const messages = new Set();
    const mentions = new Set();
    collect(node, mentions, messages);
    const [name] = declares;
    if (replaced.has(name)) return { declares, mentions: new Set(), messages: new Set(), text: replaced.get(name) };
    if (name === 'Diagnostics') return { declares, mentions: new Set(['diag']), messages, properties: messageTexts(node) };
    return { declares, mentions, messages, text: `${prefix}${node.getText(file)};` };
  }

  function messageTexts(node) {
    return new Map(node.initializer.properties.map((property) => [property.name.text, property.getText(file)]));
  }
}

/** The script wraps everything in `((module) => { … })(…)`. */
function moduleBody(file) {
  for (const statement of file.statements) {
    if (!ts.isExpressionStatement(statement) || !ts.isCallExpression(statement.expression)) continue;
    const callee = ts.skipParentheses(statement.expression.expression);
    if (ts.isArrowFunction(callee)) return [...callee.body.statements];
  }
  throw new Error('The wrapper of the typescript package changed.');
}

function declaredBy(statement) {
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return new Set([statement.name.text]);
  if (!ts.isExpressionStatement(statement)) return new Set();
  const { expression } = statement;
  // Namespaces and enums: ((X) => { … })(X || (X = {})). They run for their effect on X.
  if (ts.isCallExpression(expression)) {
    const argument = expression.arguments[0];
    return argument && ts.isBinaryExpression(argument) && ts.isIdentifier(argument.left) ? new Set([argument.left.text]) : new Set();
  }
  // Late assignments: X.y = … and x = ….
  if (ts.isBinaryExpression(expression) && expression.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
    let target = expression.left;
    while (ts.isPropertyAccessExpression(target) || ts.isElementAccessExpression(target)) target = target.expression;
    if (ts.isIdentifier(target) && target.text !== 'module') return new Set([target.text]);
  }
  return new Set();
}

function namesOf(pattern) {
  if (ts.isIdentifier(pattern)) return new Set([pattern.text]);
  return new Set(pattern.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : [...namesOf(element.name)])));
}

/** Every identifier in a tree but the right-hand names of property accesses and plain keys; messages apart. */
function collect(root, mentions, messages) {
  const visit = (node) => {
    if (ts.isIdentifier(node)) return void mentions.add(node.text);
    if (ts.isPropertyAccessExpression(node)) {
      if (ts.isIdentifier(node.expression) && node.expression.text === 'Diagnostics') messages.add(node.name.text);
      return visit(node.expression);
    }
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) return visit(node.initializer);
    if (ts.isMethodDeclaration(node) && ts.isIdentifier(node.name))
      return void node.forEachChild((child) => child !== node.name && visit(child) && undefined);
    node.forEachChild(visit);
  };
  visit(root);
}

/** Entries that the roots reach, in source order. */
function reach() {
  const byName = new Map();
  for (const entry of entries) {
    for (const name of entry.declares) byName.set(name, [...(byName.get(name) ?? []), entry]);
  }
  for (const root of roots) if (!byName.has(root)) throw new Error(`The typescript package no longer declares ${root}.`);
  const keep = new Set();
  const messages = new Set();
  const work = [...roots];
  const seen = new Set(work);
  for (let name = work.pop(); name !== undefined; name = work.pop()) {
    for (const entry of byName.get(name) ?? []) {
      if (keep.has(entry)) continue;
      keep.add(entry);
      for (const message of entry.messages) messages.add(message);
      for (const mention of entry.mentions) if (!seen.has(mention)) work.push((seen.add(mention), mention));
    }
  }
  for (const entry of keep) {
    if (entry.properties)
      entry.text = `var Diagnostics = {\n${[...entry.properties]
        .filter(([name]) => messages.has(name))
        .map(([, property]) => property)
        .join(',\n')}\n};`;
  }
  return entries.filter((entry) => keep.has(entry));
}
