import { defineFramework } from '../../kit/index.js';

const shape = {
  name: 'name',
  description: ['description'],
  input: ['args_schema'],
  handler: ['_run', '_arun'],
} as const;

export default defineFramework({
  id: 'crewai',
  title: 'CrewAI',
  language: 'python',
  packages: ['crewai', 'crewai_tools'],
  distributions: ['crewai-tools'],
  reference: 'https://docs.crewai.com/concepts/tools',
  markers: ['tool()', 'BaseTool', 'Agent()', 'Task()'],
  hosted: false,
  instances: { Agent: ['Agent()'] },
  // The decorator of this name in `project` marks methods that make tools.
  harmless: ['LLM', 'Process.*', 'Task', 'project.*', 'project.tool'],
  partly: true,
  // Models that cannot call tools themselves write the call as text; a tool that fails then is called again with the same arguments.
  reruns: [{ by: 'tool_usage', attempts: 3, certainty: 'possible' }],

  tools: [{ call: 'tool', applied: true, name: 'arg 0' }],
  classes: [{ base: 'BaseTool', shape }],
  sets: [
    {
      call: 'Agent',
      name: 'arg :role',
      tools: 'arg :tools',
      shape,
      limits: [{ name: 'max_iter', at: 'arg :max_iter', otherwise: 25 }],
      // After an exception the whole task begins again.
      reruns: [{ by: 'max_retry_limit', at: 'arg :max_retry_limit', otherwise: 2, certainty: 'possible' }],
      agent: true,
    },
    { call: 'Task', tools: 'arg :tools', shape, agent: false },
  ],
});
