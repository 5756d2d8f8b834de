/** What the editor offers beyond squiggles and what it says of tools. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Check } from './checks.js';
import { appears, disappears, findings, openFile, placeCursorAfter, revert, ruleOf, workspaceFolder } from './editor.js';
import { until } from './wait.js';
import { pressKey, takeScreenshot, typeText } from './window.js';

const mismatch = 'permission/read-only-hint-mismatch';

export const surfaceChecks: readonly Check[] = [
  { name: 'a language model can check the tools that it wrote', run: modelChecks },
  { name: 'safe fixes of the workspace are looked at, and applied', run: fixesWorkspace },
  { name: 'the example has findings, and its safe fixes take them away', run: exampleTeaches },
  { name: 'the walkthrough is shown', run: walkthroughIsShown },
  { name: 'a first configuration holds today', run: configurationIsWritten },
  { name: 'the configuration completes, and says what its keys mean', run: configurationHelps },
  { name: 'a function is marked, and what it answers is gone', run: marksFunction },
  { name: 'a rule gets another severity', run: changesSeverity },
];

/** What newer editors have, as far as it is used here; the types of the oldest one know nothing of it. */
interface NewerLanguageModels {
  readonly tools: readonly { readonly name: string; readonly inputSchema: object; readonly tags: readonly string[] }[];
  invokeTool(name: string, options: { readonly input: object; readonly toolInvocationToken: undefined }): Promise<ToolAnswer>;
}

interface ToolAnswer {
  readonly content: readonly { readonly value?: string }[];
}

/** The tool of language models answers for one file, for all, and for what is not there. */
export async function modelChecks(): Promise<void> {
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
  assert.match(one, /^ {2}rule: permission\/read-only-hint-mismatch \(\S{1,200}\/dist\/rules\/permission\/read-only-hint-mismatch\.md\)$/m);
  assert.match(await ask({}), /^The workspace: \d+ problems/);
  assert.match(await ask({ file: 'nothing.ts' }), /was not checked/);
}

async function fixesWorkspace(): Promise<void> {
  const { document } = await openFile('server.ts');
  await appears(document.uri, mismatch);
  const preview = vscode.commands.executeCommand('detent.fixWorkspace');
  await inBothThemes('fixes-choice');
  await pressKey('Enter');
  await inBothThemes('fixes-preview');
  await vscode.commands.executeCommand('refactorPreview.discard');
  await preview;
  await appears(document.uri, mismatch);
  const applied = vscode.commands.executeCommand('detent.fixRule', mismatch);
  await takeScreenshot('fixes-rule');
  await pressKey('ArrowDown');
  await pressKey('Enter');
  await applied;
  await disappears(document.uri, mismatch);
  assert.match(document.getText(), /readOnlyHint: false/);
}

async function exampleTeaches(): Promise<void> {
  await vscode.commands.executeCommand('detent.openExample');
  const { document } = vscode.window.activeTextEditor!;
  assert.equal(document.isUntitled, true);
  await appears(document.uri, mismatch);
  await inBothThemes('example');
  await vscode.commands.executeCommand('detent.fixFile');
  await disappears(document.uri, mismatch);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}

async function walkthroughIsShown(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', 'detent.detent#detent.start', false);
  await inBothThemes('walkthrough');
  await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
}

async function configurationIsWritten(): Promise<void> {
  await openFile('agent.ts');
  await vscode.commands.executeCommand('detent.openConfiguration');
  const { document } = vscode.window.activeTextEditor!;
  assert.equal(vscode.workspace.asRelativePath(document.uri), 'detent.config.json');
  assert.match(document.getText(), /"idempotencyWrappers": \[\]/);
  assert.deepEqual(findings(document.uri), []);
  await inBothThemes('configuration');
}

async function configurationHelps(): Promise<void> {
  const editor = await openFile('detent.config.json');
  const { uri } = editor.document;
  await placeCursorAfter(editor, '"sets": ["recommended"');
  await typeText(', "');
  const { active } = editor.selection;
  const offered = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', uri, active);
  const labels = offered.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  assert.ok(labels.includes('strict') && !labels.includes('recommended'), `offered: ${labels.join(', ')}`);
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  await inBothThemes('completion');
  await pressKey('Escape');
  await revert();
  await placeCursorAfter(editor, '"contro');
  const at = editor.selection.active;
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, at);
  const texts = hovers.flatMap(({ contents }) => contents.map((content) => (typeof content === 'string' ? content : content.value)));
  assert.match(texts.join('\n'), /What every tool of a tier must have/);
  await vscode.commands.executeCommand('editor.action.showHover');
  await inBothThemes('configuration-hover');
  await pressKey('Escape');
}

async function marksFunction(): Promise<void> {
  const rule = 'idempotency/no-idempotency-key';
  const editor = await openFile('ledger.ts');
  const { uri } = editor.document;
  const { range } = await appears(uri, rule);
  const found = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range);
  const mark = found.find(({ title }) => title === 'Mark `settle` as idempotent in detent.config.json');
  assert.ok(mark?.edit, `the actions are ${found.map(({ title }) => title).join(' | ')}`);
  editor.selection = new vscode.Selection(range.start, range.start);
  await vscode.commands.executeCommand('editor.action.quickFix');
  await inBothThemes('marks');
  await pressKey('Escape');
  assert.ok(await vscode.workspace.applyEdit(mark.edit), 'the edit was refused');
  await disappears(uri, rule);
}

async function changesSeverity(): Promise<void> {
  const { document } = await openFile('agent.ts');
  const rule = 'permission/destructive-without-approval';
  const { severity } = await appears(document.uri, rule);
  assert.notEqual(severity, vscode.DiagnosticSeverity.Hint);
  const changed = vscode.commands.executeCommand('detent.changeSeverity', rule, document.uri.toString());
  await inBothThemes('severity');
  await typeText('hint');
  await pressKey('Enter');
  await changed;
  const isHint = (): true | undefined =>
    findings(document.uri).some((one) => ruleOf(one) === rule && one.severity === vscode.DiagnosticSeverity.Hint) || undefined;
  await until('the other severity', isHint);
  const written = findings(vscode.Uri.joinPath(workspaceFolder(), 'detent.config.json'));
  assert.deepEqual(written, []);
}

/** For a person to look at. */
async function inBothThemes(name: string): Promise<void> {
  const workbench = vscode.workspace.getConfiguration('workbench');
  for (const theme of ['Dark', 'Light']) {
    await workbench.update('colorTheme', `Default ${theme} Modern`, vscode.ConfigurationTarget.Global);
    await takeScreenshot(`${name}-${theme.toLowerCase()}`);
  }
}
