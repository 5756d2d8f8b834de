/** Projects with tools of their own that decide elsewhere whom to ask about them. */
import type { Framework } from '../../../../rules/kit/index.js';
import type { Tracer } from '../../trace/tracer.js';

/** Parts of names for what is held about tools, by their names: `toolPolicies`, `requestToolApproval`, `tool_permissions`. */
const parts = ['Polic', 'Approval', 'Permission', 'Confirmation'].flatMap((word) => [`ool${word}`, `ool_${word.toLowerCase()}`]);

/** Code of the project names policies, or questions, about tools: what a tool needs may be stated there. `text`: of the tool's own file. */
export function decidesElsewhere({ elsewhere }: Tracer, framework: Framework, text: string | undefined): boolean {
  if (!framework.id.startsWith('own-')) return false;
  return parts.some((part) => text?.includes(part) === true || elsewhere.filesWith(part).files.length > 0);
}
