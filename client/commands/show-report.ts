import { ViewColumn, window } from 'vscode';
import type { Command } from './index.js';

/** Shows the report beside the code. It is of one moment; the command makes it anew. */
export const showReport: Command = async ({ session }) => {
  const report = await session.report();
  if (report === undefined) {
    void window.showWarningMessage('Detent has no report yet: its server is not running.');
    return;
  }
  const panel = window.createWebviewPanel('detent.report', 'Agent Tools Report', ViewColumn.Active, { enableFindWidget: true });
  // It holds no script, and may load nothing.
  const policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">';
  panel.webview.html = report.replace('<head>', `<head>${policy}`);
};
