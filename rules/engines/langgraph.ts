import { defineEngine } from '../kit/index.js';

const again = { at: ['arg 0.retry'], otherwise: false } as const;

/** The functional API. Nodes of a graph are steps by themselves. */
export default defineEngine({
  id: 'langgraph',
  title: 'LangGraph',
  language: 'typescript',
  packages: ['@langchain/langgraph'],
  reference: 'https://docs.langchain.com/oss/javascript/langgraph/functional-api',
  markers: ['entrypoint('],
  harmless: ['entrypoint', 'entrypoint.final', 'getConfig', 'getPreviousState', 'getStore', 'getWriter', 'interrupt', 'task'],
  workflows: [{ call: 'entrypoint', name: 'arg 0.name' }],
  steps: [{ wraps: { call: 'task', fn: 'arg 1' }, again }],
  chance: 'differs',
  makes: 'task',
});
