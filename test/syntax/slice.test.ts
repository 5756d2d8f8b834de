import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { parse } from '../../server/analysis/syntax/typescript/parser.js';
import { sources } from './files.js';

/** The parser that ships is cut out of the package; it has to give the same tree, node for node. */
test('the sliced parser equals the whole package', () => {
  const different: string[] = [];
  let files = 0;
  for (const file of [
    ...sources('@modelcontextprotocol/sdk'),
    ...sources('@modelcontextprotocol/server-filesystem'),
    ...sources('zod/v4/core', /\.[cm]?ts$/),
    ...sources('typescript/lib', /^lib\.es.*\.d\.ts$/),
    ...sources('vitest/dist', /\.js$/),
  ]) {
    const text = readFileSync(file, 'utf8');
    if (text.length > 60_000) continue;
    // Broken text, too: half of each small file.
    for (const candidate of text.length < 10_000 ? [text, text.slice(0, text.length / 2)] : [text]) {
      const whole = ts.createSourceFile(file, candidate, {
        languageVersion: ts.ScriptTarget.Latest,
        jsDocParsingMode: ts.JSDocParsingMode.ParseNone,
        setExternalModuleIndicator: (source) =>
          void ((source as unknown as { externalModuleIndicator: true }).externalModuleIndicator = true),
      }) as ts.SourceFile & { parseDiagnostics: readonly ts.Diagnostic[] };
      const sliced = parse(file, candidate)?.source;
      if (
        sliced === undefined ||
        differs(whole, sliced) ||
        whole.parseDiagnostics.map(say).join() !== sliced.parseDiagnostics.map(say).join()
      )
        different.push(file);
      files++;
    }
  }
  expect(different).toEqual([]);
  expect(files).toBeGreaterThan(500);
});

test('the slice carries its licence and its version', () => {
  const text = readFileSync(fileURLToPath(new URL('../../build/typescript-parser.js', import.meta.url)), 'utf8');
  expect(text.startsWith('/*! *')).toBe(true);
  expect(text.slice(0, 900)).toContain('Apache License, Version 2.0');
  expect(text.trimEnd().split('\n').at(-1)).toContain(`typescript ${ts.version}`);
  expect(text).not.toMatch(/\brequire\(|\bprocess\./);
});

function say(diagnostic: ts.Diagnostic): string {
  return `${diagnostic.start} ${diagnostic.length} ${String(diagnostic.messageText)}`;
}

/** Compares two trees; children are found by the functions of the whole package. */
function differs(left: ts.Node, right: ts.Node): boolean {
  const work: [ts.Node, ts.Node][] = [[left, right]];
  for (let pair = work.pop(); pair !== undefined; pair = work.pop()) {
    const [a, b] = pair;
    if (a.kind !== b.kind || a.pos !== b.pos || a.end !== b.end || a.flags !== b.flags) return true;
    const [ours, theirs] = [children(a), children(b)];
    if (ours.length !== theirs.length) return true;
    for (const [i, child] of ours.entries()) work.push([child, theirs[i]!]);
  }
  return false;
}

function children(node: ts.Node): ts.Node[] {
  const found: ts.Node[] = [];
  ts.forEachChild(node, (child) => void found.push(child));
  return found;
}
