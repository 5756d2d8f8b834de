import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { FunctionTool, LlmAgent } from '@google/adk';
import { z } from 'zod';

const run = promisify(execFile);

const shell = new FunctionTool({
  name: 'run_shell_command',
  description: 'Runs a command in the folder of the project, such as `git submodule update`.',
  parameters: z.object({ command: z.string(), description: z.string() }),
  execute: async ({ command }) => {
    const { stdout, stderr } = await run('bash', ['-c', command], { timeout: 300_000 });
    return { stdout, stderr };
  },
});

export const rootAgent = new LlmAgent({
  name: 'terminal',
  model: 'gemini-2.5-pro',
  instruction: 'Help with the repository. Clean up temporary files that you made.',
  tools: [shell],
});
