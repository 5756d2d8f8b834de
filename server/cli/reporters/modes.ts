import type { Mode, ToolMode } from '../../../rules/kit/index.js';
import type { ToldTool } from '../told.js';

/** `list, get: read-only; delete: destructive`, for each parameter that decides what a tool does. */
export function modesText({ modes }: Pick<ToldTool, 'modes'>): readonly (readonly [parameter: string, split: string])[] {
  return [...new Set(modes.map((mode) => mode.parameter))].map((parameter) => {
    const groups = new Map<string, string[]>();
    for (const mode of modes) {
      if (mode.parameter !== parameter) continue;
      const says = traits(mode);
      groups.set(says, [...(groups.get(says) ?? []), shown(mode.value)]);
    }
    return [parameter, [...groups].map(([says, values]) => `${values.join(', ')}: ${says}`).join('; ')];
  });
}

/** `when action is delete`. */
export function modeText({ parameter, values }: Mode): string {
  const words = values.map(shown);
  return `when ${parameter} is ${words.length > 4 ? `${words.slice(0, 3).join(', ')} or ${words.length - 3} others` : words.join(' or ')}`;
}

function traits({ readOnly, destructive, idempotent }: ToolMode): string {
  if (readOnly === true) return 'read-only';
  const said = [
    destructive === null ? 'destructive?' : destructive ? 'destructive' : 'only adds',
    idempotent === null ? 'idempotent?' : idempotent ? 'idempotent' : 'not idempotent',
  ];
  return readOnly === null ? `unknown (${said.join(', ')})` : said.join(', ');
}

function shown(value: Mode['values'][number]): string {
  return value === null ? 'absent' : value === '*' ? 'anything else' : String(value);
}
