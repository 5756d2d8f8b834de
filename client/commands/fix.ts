import { window } from 'vscode';
import type { Command, CommandContext } from './index.js';

/** Applies the safe fixes of one rule in all files, after a look at them; the rule comes from a finding, or is chosen. */
export const fixRule: Command = async (context, id) => {
  const ruleId = typeof id === 'string' ? id : await choose(context);
  if (ruleId !== undefined) await offer(context, ruleId);
};

/** The same for all rules. */
export const fixWorkspace: Command = (context) => offer(context);

async function choose({ session }: CommandContext): Promise<string | undefined> {
  const rules = (await session.fixes({}))?.rules ?? [];
  const items = rules.map(({ id, summary, findings }) => ({ label: id, description: counted(findings, 'fix', 'fixes'), detail: summary }));
  if (items.length === 0) return void window.showInformationMessage('Detent has no safe fixes here.');
  return (await window.showQuickPick(items, { title: 'Apply the safe fixes of one rule', matchOnDetail: true }))?.label;
}

async function offer({ session }: CommandContext, ruleId?: string): Promise<void> {
  const which = ruleId === undefined ? {} : { ruleId };
  const known = await session.fixes(which);
  if (known?.edit === undefined) return void window.showInformationMessage('Detent has no safe fixes here.');
  const what = `${counted(known.findings, 'fix', 'fixes')} in ${counted(known.files, 'file', 'files')}`;
  const items = [
    { label: `$(preview) Preview ${what}`, detail: 'Choose what is applied, place by place', confirm: true },
    { label: `$(check) Apply ${what}`, detail: 'Each of them makes a declaration more careful, or a failure visible', confirm: false },
  ];
  const chosen = await window.showQuickPick(items, { title: ruleId === undefined ? 'All safe fixes' : `Safe fixes of ${ruleId}` });
  if (chosen === undefined) return;
  const left = await session.fix({ ...which, confirm: chosen.confirm });
  if (left === undefined) return;
  const again = left === 0 ? '' : ` ${counted(left, 'fix touches', 'fixes touch')} the same places: run this again.`;
  window.setStatusBarMessage(`Detent applied what was chosen.${again}`, 5000);
}

function counted(count: number, one: string, more: string): string {
  return `${count} ${count === 1 ? one : more}`;
}
