import { window, type LogOutputChannel } from 'vscode';

/** The one log; its level is the user's, set with "Developer: Set Log Level". It never holds text of documents. */
export function createLog(): LogOutputChannel {
  return window.createOutputChannel('Detent', { log: true });
}
