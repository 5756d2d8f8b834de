/** What the editor offers beyond squiggles and what it says of tools. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Check } from './checks.js';
import { appears, openFile } from './editor.js';

const mismatch = 'permission/read-only-hint-mismatch';

export const surfaceChecks: readonly Check[] = [{ name: 'a language model can check the tools that it wrote', run: modelChecks }];

/** What newer editors have, as far as it is used here; the types of the oldest one know nothing of it. */
interface NewerLanguageModels {
  readonly tools: readonly { readonly name: string; readonly inputSchema: object; readonly tags: readonly string[] }[];
  invokeTool(name: string, options: { readonly input: object; readonly toolInvocationToken: undefined }): Promise<ToolAnswer>;
}

interface ToolAnswer {
  readonly content: readonly { readonly value?: string }[];
}

async function modelChecks(): Promise<void> {
  const { document } = await openFile('server.ts');
  await appears(document.uri, mismatch);
  const models = vscode.lm as unknown as NewerLanguageModels;
  assert.ok(
    models.tools.some(({ name }) => name === 'detent_check'),
    `the tools are ${models.tools.map(({ name }) => name).join(', ')}`,
  );
  const ask = async (input: object): Promise<string> => {
    const { content } = await models.invokeTool('detent_check', { input, toolInvocationToken: undefined });
    return content.map(({ value }) => value ?? '').join('');
  };
  const one = await ask({ file: 'server.ts' });
  assert.match(one, /^server\.ts: 2 problems\. 1 tool\.$/m);
  assert.match(one, /^server\.ts:12:\d+: error, certain: `clean_folder` says `readOnlyHint: true`/m);
  assert.match(one, /^ {2}rule: permission\/read-only-hint-mismatch \(file:.*\/dist\/rules\/permission\/read-only-hint-mismatch\.md\)$/m);
  assert.match(await ask({}), /^The workspace: \d+ problems/);
  assert.match(await ask({ file: 'nothing.ts' }), /was not checked/);
}
