import { defineFramework } from '../../kit/index.js';

export default defineFramework({
  id: 'semantic-kernel',
  title: 'Semantic Kernel',
  language: 'python',
  packages: ['semantic_kernel'],
  reference: 'https://learn.microsoft.com/en-us/semantic-kernel/concepts/plugins/adding-native-plugins',
  markers: ['kernel_function', 'add_plugin', 'add_function', 'ChatCompletionAgent'],
  hosted: false,
  instances: { Kernel: ['Kernel()'], KernelArguments: ['KernelArguments'] },
  hidden: ['Kernel', 'KernelArguments', 'KernelFunctionMetadata', 'ChatHistory'],
  hiddenNames: ['kernel', 'service', 'execution_settings', 'arguments'],
  harmless: ['Kernel#get_*', 'KernelArguments#*'],
  partly: true,

  tools: [{ call: 'kernel_function', applied: true, name: 'arg :name', description: 'arg :description' }],
  sets: [
    {
      call: 'ChatCompletionAgent',
      name: 'arg :name',
      tools: 'arg :plugins',
      shape: { description: [], input: [] },
      limits: [{ name: 'maximum_auto_invoke_attempts', at: 'arg :function_choice_behavior.maximum_auto_invoke_attempts', otherwise: 5 }],
      agent: true,
    },
  ],
});
