/** Findings as Markdown, for the comment on a change or the summary of a job. */
import { severities } from '../../workspace/config.js';
import { codeSpan, markedWords } from '../../analysis/markdown.js';
import { groupBy } from '../../analysis/group-by.js';
import type { Finding } from '../../analysis/finding.js';
import { count } from '../style.js';
import { placesOf, type Places } from '../places.js';
import type { Look } from '../told.js';

/** A table of counts, and below it the findings by file with their chains. */
export function findingsMarkdown(look: Look, incomplete: boolean): string {
  const { findings, files } = look.result;
  const places = placesOf(look);
  const counts = severities.flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [`${number} ${severity}`];
  });
  const blocks = [...groupBy(findings, ({ place }) => place.file)].map(([file, list]) =>
    [`#### ${codeSpan(look.name(file))}`, '', ...list.map((finding) => item(finding, places, look))].join('\n'),
  );
  const none = incomplete ? 'Nothing was found in what could be checked.' : 'No findings.';
  return [
    `### Detent: ${count(findings.length, 'finding')}`,
    counts.length === 0 ? none : counts.join(' · '),
    ...blocks,
    `${count(look.result.tools.length, 'tool')}, ${count(files, 'file')}${incomplete ? '. Not everything could be checked: see the log.' : ''}`,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function item({ place, severity, message, ruleId, evidence, fixes }: Finding, places: Places, look: Look): string {
  const chain = evidence.map((step) => `  - ${codeSpan(`${look.name(step.file)}:${places.label(step)}`)} ${codeSpan(step.label)}`);
  const made = fixes.find(({ grade }) => grade === 'auto');
  return [
    `- **${severity}** ${places.label(place)} ${markedWords(message)} (${codeSpan(ruleId)})`,
    ...chain,
    ...fixes.map((fix, i) => `  - ${fix === made ? '`--fix`' : i === 0 ? 'fix' : 'or'}: ${markedWords(fix.title)}`),
  ].join('\n');
}
