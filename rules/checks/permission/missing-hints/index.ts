import { changes, declareMessages, declaresTier, defineRule, fillHints, hintField, spoken } from '../../../kit/index.js';
import type { HintName, Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/missing-hints',
  summary: 'A tool leaves hints out that a directory, or a careful reader, needs.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'auto',
  maps: ['MAST-1.2', 'OWASP-Agentic-2026-ASI09', 'CWE-862'],
  messages: {
    directory: '`{tool}` leaves out {missing}, and the {directory} does not list it without. Write down what is true.',
    longName: 'The name of `{tool}` has {length} characters, and the {directory} lists only names of up to 64. Shorten it.',
    writer: '`{tool}` writes and leaves out {missing}, so hosts have to assume the worst of it. Write down what is true.',
    ...declareMessages,
  },

  check(tool, report) {
    if (!tool.hosted || tool.hintsOpen === true) return;
    const name = tool.name.value;
    const common = { at: tool.name, about: tool.definition, certainty: 'certain' } as const;

    for (const { set, directory, needs, ...also } of directories) {
      const lack: Lack = { hints: needs.filter((hint) => tool.hints[hint] === undefined), title: also.title && tool.title === undefined };
      const missing = shown(tool, lack);
      const more = { ...common, set, severity: 'error' } as const;
      if (missing !== '') report({ ...more, message: 'directory', data: { tool: name, directory, missing }, fixes: fixesOf(tool, lack) });
      if (name.length > also.longest)
        report({ ...more, message: 'longName', data: { tool: name, directory, length: String(name.length) } });
    }
    // A tool without any tier has a rule of its own, which writes these hints as well.
    if (!declaresTier(tool) || tool.hints.readOnly?.value === true || !tool.effects.known.some(changes)) return;
    const hints = (['destructive', 'idempotent'] as const).filter((hint) => tool.hints[hint] === undefined);
    const data = { tool: name, missing: shown(tool, { hints, title: false }) };
    if (hints.length > 0) report({ ...common, message: 'writer', data, fixes: fixesOf(tool, { hints, title: false }) });
  },
});

const directories = [
  { set: 'profile:claude-directory', directory: 'Claude directory', needs: ['readOnly', 'destructive'], title: true, longest: 64 },
  {
    set: 'profile:chatgpt-apps',
    directory: 'ChatGPT app directory',
    needs: ['readOnly', 'destructive', 'openWorld'],
    title: false,
    longest: Infinity,
  },
] as const;

interface Lack {
  readonly hints: readonly HintName[];
  readonly title: boolean;
}

function shown(tool: Tool, { hints, title }: Lack): string {
  return [...(title ? ['a title'] : []), ...hints.map((hint) => `\`${hintField(tool, hint)}\``)].join(' and ');
}

function fixesOf(tool: Tool, { hints, title }: Lack) {
  return fillHints(tool, hints, title ? { title: spoken(tool.name.value) } : {});
}
