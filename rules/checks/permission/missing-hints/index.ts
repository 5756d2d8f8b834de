import {
  changes,
  declaresTier,
  defineRule,
  hintDefaults,
  hintField,
  provedHints,
  shownHints,
  strictHints,
  writeHints,
} from '../../../kit/index.js';
import type { FixGrade, HintName, HintValues, Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/missing-hints',
  summary: 'A tool leaves hints out that a directory, or a careful reader, needs.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'auto',
  maps: ['MAST-1.2', 'OWASP-Agentic-2026-ASI09', 'CWE-862'],
  messages: {
    directory: '`{tool}` leaves out {missing}, and the {directory} lists only tools that state it. Write it down.',
    longName: 'The name of `{tool}` has {length} characters, and the {directory} lists only names of up to 64. Shorten it.',
    writer: '`{tool}` writes and leaves out {missing}, so hosts have to assume the worst of it. Write down what is true.',
    declare: 'Declare `{hints}`',
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

/** Each states all that is missing: what is proved; else, for a human to decide, what absence means anyway. */
function fixesOf(tool: Tool, { hints, title }: Lack) {
  const strict = strictHints(tool, hints);
  const proved = provedHints(tool, hints);
  const assumed: HintValues = Object.fromEntries(hints.map((hint) => [hint, hintDefaults[hint]]));
  const offers: readonly { values: HintValues; grade: FixGrade }[] =
    Object.keys(strict).length === hints.length
      ? [{ values: strict, grade: title ? 'choice' : 'auto' }]
      : [...(proved === undefined ? [] : [{ values: proved, grade: 'choice' as const }]), { values: assumed, grade: 'choice' }];
  const words: Record<string, string> = title ? { title: titleOf(tool) } : {};
  return offers.flatMap(({ values, grade }) => {
    const edits = writeHints(tool, values, words);
    const said = [...(title ? [`title: "${titleOf(tool)}"`] : []), shownHints(tool, values)].filter(Boolean).join(', ');
    return edits === undefined ? [] : [{ message: 'declare' as const, data: { hints: said }, grade, edits }];
  });
}

/** `delete_invoice` as a human writes it. */
function titleOf(tool: Tool): string {
  const words = tool.name.value
    .replace(/[^A-Za-z0-9]/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .trim()
    .toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
