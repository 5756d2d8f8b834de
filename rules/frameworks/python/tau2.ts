import { defineFramework, type ToolForm } from '../../kit/index.js';

// A type that is not given is that of a tool that reads.
const form = {
  applied: true,
  says: {
    readOnly: {
      at: ['arg 1:mutates_state', 'arg 0:tool_type'],
      yes: [false, 'ToolType.READ', 'ToolType.THINK'],
      no: [true, 'ToolType.WRITE'],
    },
  },
} as const satisfies Partial<ToolForm>;

export default defineFramework({
  id: 'tau2',
  title: 'tau2-bench',
  language: 'python',
  packages: ['tau2'],
  grows: true,
  reference: 'https://github.com/sierra-research/tau2-bench',
  markers: ['is_tool', 'is_discoverable_tool'],
  hosted: false,
  instances: { ToolKitBase: ['ToolKitBase()'] },
  harmless: [
    'ToolType',
    'ToolType.*',
    'ToolKitBase#get_db_hash',
    'ToolKitBase#get_statistics',
    'ToolKitBase#has_discoverable_tool',
    'ToolKitBase#has_tool',
    'ToolKitBase#is_discoverable',
    'ToolKitBase#tool_mutates_state',
    'ToolKitBase#tool_type',
  ],

  tools: [
    { call: 'is_tool', ...form },
    { call: 'is_discoverable_tool', ...form },
  ],
});
