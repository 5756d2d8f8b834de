import type { ApprovalKnowledge } from '../kit/index.js';

/** How programs that run agents are told to ask nobody. */
export const approvals: ApprovalKnowledge = {
  settings: [
    // https://code.claude.com/docs/en/settings
    { at: 'permissions.defaultMode', values: ['bypassPermissions'], kind: 'mode', instead: 'default' },
    { at: 'permissions.allow.*', values: ['Bash', 'Bash(*)', 'Bash(*:*)'], kind: 'shell' },
    { at: 'permissions.allow.*', values: ['*'], kind: 'mode' },
    // Cline, Roo Code, Kiro, Amazon Q: names of tools for which nobody is asked
    { at: '**.alwaysAllow.*', values: ['*'], kind: 'tools' },
    { at: '**.autoApprove.*', values: ['*'], kind: 'tools' },
    { at: '**.autoApprove', values: ['*'], kind: 'tools' },
    // https://geminicli.com/docs/tools/mcp-server: calls of this server are never confirmed
    { at: 'mcpServers.*.trust', values: [true], kind: 'tools', instead: false },
  ],
  options: [
    {
      programs: ['claude'],
      options: ['--dangerously-skip-permissions', '--permission-mode bypassPermissions', '--permission-mode=bypassPermissions'],
    },
    { programs: ['codex'], options: ['--dangerously-bypass-approvals-and-sandbox', '--yolo'] },
    { programs: ['gemini', 'qwen'], options: ['--yolo', '--approval-mode=yolo', '--approval-mode yolo'] },
    { programs: ['copilot'], options: ['--allow-all-tools'] },
  ],
  code: [
    // https://docs.claude.com/en/api/agent-sdk/permissions
    { names: ['permissionMode', 'permission_mode'], value: 'bypassPermissions', kind: 'mode', instead: 'default' },
    // https://platform.openai.com/docs/guides/tools-connectors-mcp
    {
      names: ['require_approval', 'requireApproval'],
      value: 'never',
      kind: 'hosted',
      instead: 'always',
      beside: ['server_url', 'serverUrl', 'server_label', 'serverLabel', 'connector_id', 'connectorId'],
      listed: ['allowed_tools', 'allowedTools'],
    },
  ],
};
