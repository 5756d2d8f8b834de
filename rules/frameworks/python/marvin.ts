import { defineFramework } from '../../kit/index.js';

const shape = { description: [], input: [] } as const;

export default defineFramework({
  id: 'marvin',
  title: 'Marvin and ControlFlow',
  language: 'python',
  packages: ['marvin', 'controlflow'],
  reference: 'https://askmarvin.ai/',
  markers: ['Agent()', 'Task()', 'run()', 'run_async()', 'plan()', 'tool()', 'task()', 'flow()'],
  hosted: false,
  harmless: ['settings.*'],
  partly: true,

  tools: [{ call: 'tool', applied: true, name: 'arg :name', description: 'arg :description' }],
  sets: ['Agent', 'Task', 'Team', 'run', 'run_async', 'run_tasks', 'plan', 'say', 'task', 'flow', 'Flow'].map((call) => ({
    call,
    name: 'arg :name' as const,
    tools: 'arg :tools' as const,
    functions: true as const,
    shape,
    agent: true,
  })),
});
