/** Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change. */
import type { Severity } from '../../../rules/kit/index.js';
import { placesOf } from '../places.js';
import type { Look } from '../told.js';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' };

/** One line for each finding; the chain follows its message. */
export function githubCommands(look: Look): string {
  const places = placesOf(look);
  return look.result.findings
    .map(({ place, severity, message, ruleId, evidence }) => {
      const { start, end } = places.range(place);
      // Columns count only where all of it stands on one line.
      const columns = start.line === end.line ? { col: start.column, endColumn: end.column } : {};
      const properties = { file: look.name(place.file), line: start.line, endLine: end.line, ...columns, title: ruleId };
      const said = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`);
      const chain = evidence.map((step) => `${look.name(step.file)}:${places.label(step)}  ${step.label}`);
      return `::${commands[severity]} ${said.join(',')}::${data([message, ...chain].join('\n'))}\n`;
    })
    .join('');
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
