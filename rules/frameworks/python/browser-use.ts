import { defineFramework } from '../../kit/index.js';

export default defineFramework({
  id: 'browser-use',
  title: 'Browser Use',
  language: 'python',
  packages: ['browser_use'],
  distributions: ['browser-use'],
  reference: 'https://docs.browser-use.com/customize/tools/add',
  markers: ['action()'],
  hosted: false,
  instances: { Tools: ['Controller()', 'Tools()'] },
  extends: { Controller: 'Tools' },
  hidden: ['Browser', 'BrowserContext', 'BrowserSession', 'CDPClient', 'FileSystem'],
  hiddenNames: [
    'available_file_paths',
    'browser',
    'browser_session',
    'cdp_client',
    'context',
    'extraction_schema',
    'file_system',
    'has_sensitive_data',
    'page',
    'page_extraction_llm',
    'page_url',
    'sensitive_data',
  ],
  harmless: ['ActionResult'],
  partly: true,

  tools: ['Tools#action', 'Tools#registry.action'].map((call) => ({
    call,
    applied: true as const,
    description: 'arg 0:description' as const,
    input: 'arg :param_model' as const,
  })),
});
