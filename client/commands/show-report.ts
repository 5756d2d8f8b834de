import { ViewColumn, window, type WebviewPanel } from 'vscode';
import type { Command } from './index.js';

let shown: WebviewPanel | undefined;

/** Shows the report beside the code. It is of one moment; the command makes it anew. */
export const showReport: Command = async ({ session }) => {
  const report = await session.report();
  if (report === undefined) {
    void window.showWarningMessage('Detent has no report yet: its server is not running.');
    return;
  }
  const panel = shown ?? created();
  // It holds no script, and may load nothing.
  const policy = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">';
  panel.webview.html = report.replace('<head>', `<head>${policy}`);
  panel.reveal();
};

function created(): WebviewPanel {
  const panel = window.createWebviewPanel('detent.report', 'Agent Tools Report', ViewColumn.Active, { enableFindWidget: true });
  panel.onDidDispose(() => (shown = undefined));
  return (shown = panel);
}
