import type { ApprovalKnowledge } from '../kit/index.js';

/** How programs that run agents are told to ask nobody. */
export const approvals: ApprovalKnowledge = {
  files: [
    '.aider.conf.yml',
    '.codex/config.toml',
    '.gemini/policies/*.toml',
    '.vscode/settings.json',
    'agent.yaml',
    'agent.yml',
    'agents.yaml',
    'agents.yml',
    '*.agent.yaml',
    '*.agent.yml',
  ],
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
    // https://geminicli.com/docs/reference/policy-engine: a rule for all commands, whatever they are
    {
      at: 'rule.*.decision',
      values: ['allow'],
      kind: 'shell',
      instead: 'ask_user',
      beside: { key: 'toolName', values: ['run_shell_command', '*'] },
      unless: ['commandPrefix', 'commandRegex', 'argsPattern', 'mcpName', 'toolAnnotations', 'modes', 'interactive'],
    },
    // https://developers.openai.com/codex/config-reference: without its sandbox, its questions are all that there is
    {
      at: '**.approval_policy',
      values: ['never'],
      kind: 'mode',
      instead: 'on-request',
      beside: { key: 'sandbox_mode', values: ['danger-full-access'] },
    },
    { at: 'mcp_servers.*.default_tools_approval_mode', values: ['approve'], kind: 'tools', instead: 'prompt' },
    // https://code.visualstudio.com/docs/copilot/chat/chat-agent-mode#_autoapprove-all-tools
    { at: ['chat.tools.global.autoApprove'], values: [true], kind: 'mode', instead: false },
    { at: ['chat.tools.autoApprove'], values: [true], kind: 'mode', instead: false },
    { at: ['chat.tools.terminal.autoApprove', '/.*/'], values: [true], kind: 'shell', instead: false },
    { at: ['chat.tools.terminal.autoApprove', '/^.*$/'], values: [true], kind: 'shell', instead: false },
    // https://aider.chat/docs/config/aider_conf.html
    { at: 'yes-always', values: [true], kind: 'mode', instead: false },
    // https://platform.openai.com/docs/guides/tools-connectors-mcp, and definitions of agents in the same words
    {
      at: '**.require_approval',
      values: ['never'],
      kind: 'hosted',
      instead: 'always',
      beside: { key: 'server_url' },
      unless: ['allowed_tools'],
    },
    // https://microsoft.github.io/AgentSchema
    { at: '**.approvalMode', values: ['never'], kind: 'hosted', instead: 'always', unless: ['allowedTools'] },
    { at: '**.approvalMode.kind', values: ['never'], kind: 'hosted', instead: 'always' },
  ],
  options: [
    {
      programs: ['claude'],
      options: ['--dangerously-skip-permissions', '--permission-mode bypassPermissions', '--permission-mode=bypassPermissions'],
      // https://github.com/anthropics/claude-code-action
      inputs: ['claude_args'],
    },
    { programs: ['codex'], options: ['--dangerously-bypass-approvals-and-sandbox', '--yolo'] },
    { programs: ['gemini', 'qwen'], options: ['--yolo', '--approval-mode=yolo', '--approval-mode yolo'] },
    { programs: ['copilot'], options: ['--allow-all-tools', '--allow-all', '--yolo'] },
    { programs: ['aider'], options: ['--yes-always'] },
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
