import { defineFramework, mcpHints } from '../kit/index.js';

export default defineFramework({
  id: 'xmcp',
  title: 'xmcp',
  language: 'typescript',
  packages: ['xmcp'],
  reference: 'https://xmcp.dev/docs/core-concepts/tools',
  markers: ['ToolMetadata', 'InferSchema'],
  words: ['export const metadata'],
  hosted: true,
  failureFlag: 'isError',
  hintNames: mcpHints,
  context: { type: 'ToolExtraArguments', aloneWithoutInput: false },
  requestIds: ['requestId'],
  harmless: [
    'ToolExtraArguments#requestState',
    'ToolExtraArguments#sample',
    'ToolExtraArguments#sendNotification',
    'acceptedContent',
    'createContext',
    'createRequestStateCodec',
    'headers',
    'inputResponse',
    'isInputRequiredResult',
  ],
  asks: ['ToolExtraArguments#elicit', 'inputRequired', 'inputRequired.elicit', 'inputRequired.elicitUrl'],
  startsAgain: ['inputRequired', 'inputRequired.elicit', 'inputRequired.elicitUrl'],

  tools: [],
  modules: [
    {
      folder: 'tools',
      shape: {
        name: 'metadata.name',
        title: 'metadata.annotations.title',
        description: ['metadata.description'],
        input: ['schema'],
        hints: 'metadata.annotations',
        labels: ['metadata._meta'],
        handler: ['default'],
      },
    },
  ],
});
