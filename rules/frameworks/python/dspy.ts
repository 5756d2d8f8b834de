import { defineFramework } from '../../kit/index.js';

const shape = { description: [], input: [] } as const;

export default defineFramework({
  id: 'dspy',
  title: 'DSPy',
  language: 'python',
  packages: ['dspy'],
  distributions: ['dspy-ai'],
  reference: 'https://dspy.ai/learn/programming/tools/',
  markers: ['ReAct', 'CodeAct', 'Tool()'],
  hosted: false,
  harmless: ['LM', 'configure', 'settings.*'],
  partly: true,

  tools: [
    {
      call: 'Tool',
      name: ['arg 1:name', 'arg 0:func'],
      description: 'arg 2:desc',
      handler: 'arg 0:func',
    },
  ],
  sets: ['ReAct', 'CodeAct'].map((call) => ({
    call,
    tools: 'arg 1:tools' as const,
    functions: true as const,
    shape,
    limits: [{ name: 'max_iters', at: 'arg 2:max_iters' as const, otherwise: 20 }],
    agent: true,
  })),
});
