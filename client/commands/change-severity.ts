import { window, workspace } from 'vscode';
import { ruleLevels } from '../../server/protocol/index.js';
import type { Command } from './index.js';
import { documentInFront } from './open-configuration.js';
import { chooseRule } from './show-rule.js';

/** Gives a rule another severity in the configuration of the project; the rule comes from a finding, or is chosen. */
export const changeSeverity: Command = async ({ session }, id, document) => {
  const ruleId = typeof id === 'string' ? id : await chooseRule(session);
  if (ruleId === undefined) return;
  const items = ruleLevels.map((level) => ({ label: level, description: level === 'off' ? 'The rule says nothing' : '' }));
  const level = (await window.showQuickPick(items, { title: `Severity of ${ruleId}` }))?.label;
  if (level === undefined) return;
  const uri = typeof document === 'string' ? document : documentInFront();
  const edit = await session.ruleLevel({ ruleId, level, ...(uri !== undefined && { uri }) });
  if (edit === undefined || !(await workspace.applyEdit(edit)))
    void window.showWarningMessage('The severity was not changed: there is no folder, or its detent.config.json cannot be read.');
};
