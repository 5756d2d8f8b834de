import * as vscode from 'vscode';

const PATIENCE_MS = 20_000;

/**
 * Waits until a probe answers with something, asking again after each change of diagnostics and every 50 ms.
 *
 * @param what completes "waited 20 s for …"
 * @param seen describes what is there instead, for the error
 * @throws Error after 20 s
 */
export async function until<T>(what: string, probe: () => T | undefined, seen: () => string = () => ''): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const found = probe();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`waited ${PATIENCE_MS / 1000} s for ${what}${seen() && `; instead: ${seen()}`}`);
    await nextChange();
  }
}

function nextChange(): Promise<void> {
  return new Promise((resolve) => {
    const listener = vscode.languages.onDidChangeDiagnostics(done);
    const timer = setTimeout(done, 50);
    function done(): void {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    }
  });
}
