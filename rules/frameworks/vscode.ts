import { defineFramework } from '../kit/index.js';

export default defineFramework({
  id: 'vscode',
  title: 'VS Code language-model tools',
  language: 'typescript',
  packages: ['vscode'],
  reference: 'https://code.visualstudio.com/api/extension-guides/ai/tools',
  markers: ['registerTool'],
  hosted: false,
  // The editor asks before it runs a tool of an extension; what it says is up to the tool.
  asksFirst: true,
  context: { type: 'CancellationToken', aloneWithoutInput: false },
  harmless: [
    'CancellationToken#*',
    'LanguageModelToolResult',
    'LanguageModelTextPart',
    'LanguageModelPromptTsxPart',
    'LanguageModelDataPart',
    'LanguageModelDataPart.*',
    'MarkdownString',
    'MarkdownString#*',
    'l10n.t',
  ],
  partly: true,

  // One half stands in the code, the other in the manifest of the extension.
  tools: [
    {
      call: 'lm.registerTool',
      name: 'arg 0',
      handler: 'arg 1.invoke',
      inputAt: 'input',
      confirms: { by: 'arg 1.prepareInvocation', field: 'confirmationMessages' },
      manifest: { list: 'contributes.languageModelTools', name: 'name', description: 'modelDescription', input: 'inputSchema' },
    },
  ],
});
