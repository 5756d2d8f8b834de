/** Findings as a report of code quality, which GitLab shows beside the lines of a merge request. */
import type { Severity } from '../../../rules/kit/index.js';
import { placesOf } from '../places.js';
import type { Look } from '../told.js';

const severities: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', information: 'info', hint: 'info' };

/** A list, empty where there is nothing to tell; one entry for each finding, with its chain behind the message. */
export function gitlabReport(look: Look): readonly object[] {
  const places = placesOf(look);
  return look.result.findings.map(({ place, severity, message, ruleId, evidence, fingerprint }) => {
    const { start, end } = places.range(place);
    const chain = evidence.map((step) => `${look.name(step.file)}:${places.label(step)} ${step.label}`);
    return {
      description: [message, ...(chain.length > 0 ? [`(${chain.join(' → ')})`] : [])].join(' '),
      check_name: ruleId,
      // GitLab tells findings apart by this alone, and drops the second of two that are equal.
      fingerprint,
      severity: severities[severity],
      location: { path: look.name(place.file), lines: { begin: start.line, end: end.line } },
    };
  });
}
