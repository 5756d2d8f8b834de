import * as vscode from 'vscode';
import type { CheckParams } from '../server/protocol/index.js';
import type { ClientSession } from './session.js';

/** What newer editors have for tools of language models, as far as it is used here; the oldest that this runs in have none. */
interface ToolApi {
  readonly lm?: { registerTool?(name: string, tool: CheckTool): vscode.Disposable };
  readonly LanguageModelToolResult?: new (parts: readonly unknown[]) => unknown;
  readonly LanguageModelTextPart?: new (text: string) => unknown;
}

interface Asked {
  readonly input: CheckParams;
}

interface CheckTool {
  prepareInvocation(options: Asked): object;
  invoke(options: Asked, token: vscode.CancellationToken): Promise<unknown>;
}

/** Lets language models of the editor check the tools that they write. It reads, and changes nothing. */
export function registerCheckTool(session: ClientSession): vscode.Disposable {
  const { lm, LanguageModelToolResult: Result, LanguageModelTextPart: Text } = vscode as unknown as ToolApi;
  if (lm?.registerTool === undefined || Result === undefined || Text === undefined) return new vscode.Disposable(() => {});
  return lm.registerTool('detent_check', {
    prepareInvocation: ({ input: { file } }) => {
      const what = file === undefined ? 'the workspace' : file.slice(0, 200);
      return {
        invocationMessage: `Checking ${what} with Detent`,
        confirmationMessages: {
          title: 'Check agent tools with Detent',
          message: `Detent reads ${what} and what it imports, and tells the model what the tools in it do and what is wrong with them. It changes nothing, runs nothing and sends nothing anywhere else.`,
        },
      };
    },
    invoke: async ({ input: { file } }, token) => {
      const text = await session.check(file === undefined ? {} : { file }, token);
      return new Result([new Text(text ?? 'Detent could not check anything: its server is not running, or failed.')]);
    },
  });
}
