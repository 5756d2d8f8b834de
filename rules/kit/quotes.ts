import type { Edit, FixGrade, Place, Tool } from './model.js';
import { endOf, startOf } from './places.js';
import { exposedTo } from './reach.js';

/** The title of {@link quoteFixes}, for the messages of a rule that offers it. */
export const quoteMessages = { quote: 'Quote {parameter} with `shlex.quote`' } as const;

/** Quotes in Python what stands bare in a command line, when nothing else of the model reaches a shell. */
export function quoteFixes(
  tool: Tool,
  parameter: string,
): readonly {
  readonly message: 'quote';
  readonly data: { readonly parameter: string };
  readonly grade: FixGrade;
  readonly edits: readonly Edit[];
}[] {
  if (tool.language !== 'python' || exposedTo(tool, ['shell', 'program']).some(({ held }) => held !== undefined)) return [];
  const holes = new Map<string, Place>();
  for (const { reaches = [] } of tool.effects.known)
    for (const { kind, hole, checkedBy } of reaches) {
      if ((kind !== 'shell' && kind !== 'program') || checkedBy !== undefined) continue;
      if (hole === undefined) return [];
      holes.set(`${hole.file}:${hole.span.start}`, hole);
    }
  const edits = [...holes.values()].flatMap((hole): readonly Edit[] => [
    { kind: 'import', file: hole.file, from: 'shlex' },
    { kind: 'replace', at: startOf(hole), text: 'shlex.quote(' },
    { kind: 'replace', at: endOf(hole), text: ')' },
  ]);
  return edits.length === 0 ? [] : [{ message: 'quote', data: { parameter }, grade: 'exact', edits }];
}
