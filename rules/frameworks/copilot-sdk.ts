import { defineFramework } from '../kit/index.js';

const shape = { name: 'name', description: ['description'], input: ['parameters'], handler: ['handler'], skips: 'skipPermission' } as const;
const session = {
  shape,
  // Every call is asked for unless this handler answers for the user.
  agent: true,
} as const;

export default defineFramework({
  id: 'copilot-sdk',
  title: 'GitHub Copilot SDK',
  language: 'typescript',
  packages: ['@github/copilot-sdk'],
  reference: 'https://github.com/github/copilot-sdk',
  markers: ['createSession', 'defineTool', 'joinSession', 'resumeSession'],
  hosted: false,
  asksFirst: true,
  context: { type: 'ToolInvocation', aloneWithoutInput: false },
  callIds: ['toolCallId'],
  partly: true,

  tools: [
    {
      call: 'defineTool',
      name: 'arg 0',
      description: 'arg 1.description',
      input: 'arg 1.parameters',
      handler: 'arg 1.handler',
      skips: 'arg 1.skipPermission',
    },
  ],
  sets: [
    {
      call: 'CopilotClient#createSession',
      tools: 'arg 0.tools',
      waives: { at: 'arg 0.onPermissionRequest', values: ['approveAll'] },
      ...session,
    },
    {
      call: 'CopilotClient#resumeSession',
      tools: 'arg 1.tools',
      waives: { at: 'arg 1.onPermissionRequest', values: ['approveAll'] },
      ...session,
    },
    { call: 'joinSession', tools: 'arg 0.tools', waives: { at: 'arg 0.onPermissionRequest', values: ['approveAll'] }, ...session },
  ],
});
