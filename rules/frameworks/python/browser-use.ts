import { defineFramework } from '../../kit/index.js';

export default defineFramework({
  id: 'browser-use',
  title: 'Browser Use',
  language: 'python',
  packages: ['browser_use'],
  distributions: ['browser-use'],
  reference: 'https://docs.browser-use.com/customize/tools/add',
  markers: ['Agent()', 'action()'],
  hosted: false,
  instances: { Agent: ['Agent()'], Tools: ['Controller()', 'Tools()'] },
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
  // It has tools of its own beside those that it is given: none of them is told by its name.
  sets: [
    {
      call: 'Agent',
      name: 'arg :agent_name',
      tools: [],
      serves: true,
      shape: { description: [], input: [] },
      limits: [{ name: 'max_steps', at: 'arg :max_steps', otherwise: 500 }],
      agent: true,
    },
  ],
  runs: ['run', 'run_sync'].map((method) => ({
    call: `Agent#${method}`,
    limit: { name: 'max_steps', at: 'arg 0:max_steps' as const, suggests: 100 },
  })),
});
