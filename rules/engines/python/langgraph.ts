import { defineEngine } from '../../kit/index.js';

/** The functional API. Nodes of a graph are steps by themselves. */
export default defineEngine({
  id: 'langgraph-python',
  title: 'LangGraph',
  language: 'python',
  packages: ['langgraph'],
  reference: 'https://docs.langchain.com/oss/python/langgraph/functional-api',
  markers: ['@entrypoint'],
  harmless: ['func.entrypoint', 'func.entrypoint.final', 'func.task'],
  workflows: [{ decorator: 'func.entrypoint' }],
  steps: [{ decorator: 'func.task', again: { at: ['arg :retry_policy', 'arg :retry'], otherwise: false } }],
  chance: 'differs',
  makes: '@task',
});
