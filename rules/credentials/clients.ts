import type { ClientRow } from '../kit/index.js';

/** Programs that start MCP servers or agents from a JSON file. A client without `reference` reads every value literally. */
export const clients: readonly ClientRow[] = [
  {
    id: 'vscode', title: 'VS Code', files: ['.vscode/mcp.json'], prompts: true, reference: '${env:NAME}',
    documentation: 'https://code.visualstudio.com/docs/copilot/reference/mcp-configuration',
  },
  {
    id: 'cursor', title: 'Cursor', files: ['.cursor/mcp.json'], reference: '${env:NAME}',
    documentation: 'https://cursor.com/docs/mcp',
  },
  {
    id: 'visual-studio', title: 'Visual Studio', files: ['.mcp.json'], rootKey: 'servers', prompts: true,
    documentation: 'https://learn.microsoft.com/visualstudio/ide/mcp-servers',
  },
  {
    id: 'claude-code', title: 'Claude Code', files: ['.mcp.json'], reference: '${NAME}',
    documentation: 'https://code.claude.com/docs/en/mcp',
  },
  {
    id: 'claude-settings', title: 'Claude Code settings', files: ['.claude/settings.json', '.claude/settings.local.json'],
    documentation: 'https://code.claude.com/docs/en/settings',
  },
  {
    id: 'claude-desktop', title: 'Claude Desktop', files: ['claude_desktop_config.json'],
    documentation: 'https://modelcontextprotocol.io/docs/develop/connect-local-servers',
  },
  {
    id: 'windsurf', title: 'Windsurf', files: ['mcp_config.json', '.windsurf/mcp.json'], reference: '${env:NAME}',
    documentation: 'https://docs.windsurf.com/windsurf/cascade/mcp',
  },
  {
    id: 'roo', title: 'Roo Code', files: ['.roo/mcp.json', 'mcp_settings.json'], reference: '${env:NAME}',
    documentation: 'https://docs.roocode.com/features/mcp/using-mcp-in-roo',
  },
  {
    id: 'cline', title: 'Cline', files: ['cline_mcp_settings.json'], reference: '${env:NAME}',
    documentation: 'https://docs.cline.bot/mcp/configuring-mcp-servers',
  },
  {
    id: 'kiro', title: 'Kiro', files: ['.kiro/settings/mcp.json'], reference: '${NAME}',
    documentation: 'https://kiro.dev/docs/mcp/configuration',
  },
  {
    id: 'gemini', title: 'Gemini CLI', files: ['.gemini/settings.json', 'gemini-extension.json'], reference: '${NAME}',
    documentation: 'https://github.com/google-gemini/gemini-cli/blob/main/docs/tools/mcp-server.md',
  },
  {
    id: 'zed', title: 'Zed', files: ['.zed/settings.json'],
    documentation: 'https://zed.dev/docs/ai/mcp',
  },
  {
    id: 'opencode', title: 'opencode', files: ['opencode.json', 'opencode.jsonc'], reference: '{env:NAME}',
    documentation: 'https://opencode.ai/docs/config',
  },
  {
    id: 'vscode-launch', title: 'VS Code launch configuration', files: ['.vscode/launch.json', '.vscode/tasks.json'], reference: '${env:NAME}',
    documentation: 'https://code.visualstudio.com/docs/reference/variables-reference',
  },
  {
    id: 'devcontainer', title: 'development container', files: ['devcontainer.json', '.devcontainer.json'], reference: '${localEnv:NAME}',
    documentation: 'https://containers.dev/implementors/json_reference/#variables-in-devcontainerjson',
  },
];
