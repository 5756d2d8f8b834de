import { LanguageStatusSeverity, languages, type Disposable, type LanguageStatusItem } from 'vscode';
import type { Status } from '../server/protocol/index.js';
import { shownDocuments } from './selector.js';

/** Shows in the editor's language status how the server does. */
export class StatusItem implements Disposable {
  readonly #item: LanguageStatusItem;

  constructor() {
    this.#item = languages.createLanguageStatusItem('detent.status', shownDocuments());
    this.#item.name = 'Detent';
    this.#item.command = { title: 'Show Log', command: 'detent.showLog' };
  }

  starting(): void {
    this.#set('Detent', 'Starting', true);
  }

  failed(message: string): void {
    this.#set('Detent', message, false, LanguageStatusSeverity.Error);
  }

  show(status: Status): void {
    const text = `Detent: ${plural(problemsOf(status), 'problem')}`;
    if (status.state === 'off') this.#set('Detent: off', 'Switched off by the setting detent.enable', false);
    else if (status.state === 'reading') this.#set('Detent', 'Reading the workspace', true);
    else if (status.state === 'failed') this.#set(text, status.problem ?? 'A part of Detent failed', false, LanguageStatusSeverity.Error);
    else this.#set(text, detailOf(status), false);
  }

  dispose(): void {
    this.#item.dispose();
  }

  #set(text: string, detail: string, busy: boolean, severity = LanguageStatusSeverity.Information): void {
    Object.assign(this.#item, { text, detail, busy, severity });
  }
}

function problemsOf({ findings: { error, warning, information, hint } }: Status): number {
  return error + warning + information + hint;
}

function detailOf({ tools, untraced, files, skipped, stopped, unreadable }: Status): string {
  const parts = [`${plural(tools, 'tool')} in ${plural(files, 'file')}`];
  if (untraced > 0) parts.push(`${untraced} not fully traced`);
  if (skipped > 0) parts.push(`${plural(skipped, 'file')} skipped`);
  if (unreadable > 0) parts.push(`${unreadable} could not be read`);
  if (stopped === true) parts.push('only open files, since reading was stopped (Detent: Restart the Server reads all)');
  return parts.join(', ');
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
