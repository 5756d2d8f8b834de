/**
 * `node --import ./test/tools/load-typescript.mjs test/tools/side-by-side.ts`: production that is planted in files of development, and
 * what is harmless, looked at by Detent and by secretlint with its recommended preset. Nothing is written; secrets are made when it runs.
 */
import { lintSource } from '@secretlint/core';
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import './load-grammar.js';
import { askMemory } from '../harness/ask.js';
import { expandSecrets } from '../harness/secrets.js';
import { harmful, type Planted } from './side-by-side/harmful.js';
import { harmless } from './side-by-side/harmless.js';

// Whether git has a file is another question.
const facts = { sets: [] };

async function byDetent({ files }: Planted): Promise<boolean> {
  const { result } = await askMemory(new Map(Object.entries(files).map(([file, text]) => [file, expandSecrets(text)])), facts);
  if (result.internal.length > 0) throw new Error('Detent failed');
  return result.findings.some(
    ({ ruleId, severity }) => ruleId.startsWith('environment/') && (severity === 'error' || severity === 'warning'),
  );
}

async function bySecretlint({ files }: Planted): Promise<boolean> {
  for (const [file, text] of Object.entries(files)) {
    const { messages } = await lintSource({
      source: { filePath: `/${file}`, content: expandSecrets(text), ext: /\.\w+$/.exec(file)?.[0] ?? '', contentType: 'text' },
      options: { config: { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator }] }, maskSecrets: true },
    });
    if (messages.length > 0) return true;
  }
  return false;
}

async function told(cases: readonly Planted[], look: (one: Planted) => Promise<boolean>): Promise<readonly boolean[]> {
  const answers: boolean[] = [];
  for (const one of cases) answers.push(await look(one));
  return answers;
}

const count = (answers: readonly boolean[]): number => answers.filter(Boolean).length;
const rows = [
  ['production in development', harmful],
  ['  of these, with a secret', harmful.filter(({ holdsSecret }) => holdsSecret)],
  ['harmless', harmless],
] as const;
for (const [title, cases] of rows) {
  const [ours, theirs] = [await told(cases, byDetent), await told(cases, bySecretlint)];
  console.log(`${title}: ${cases.length} cases · Detent tells ${count(ours)} · secretlint tells ${count(theirs)}`);
  const isWrong = (answer: boolean): boolean => answer === (cases === harmless);
  if (title.startsWith(' ')) continue;
  for (const [index, { about, files }] of cases.entries())
    if (isWrong(ours[index] === true)) console.log(`  wrong today: ${about} (${Object.keys(files).join(', ')})`);
}
