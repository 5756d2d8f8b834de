/** Findings as a JUnit report: a suite for each file, a failed case for each finding. */
import { printable } from '../../analysis/printable.js';
import { groupBy } from '../../analysis/group-by.js';
import { placesOf } from '../places.js';
import type { Look } from '../told.js';

/** Without findings there is one case that passed, so that a reader does not take the report for empty. */
export function junitReport(look: Look): string {
  const places = placesOf(look);
  const byFile = groupBy(look.result.findings, ({ place }) => look.name(place.file));
  const suites = [...byFile].map(([file, findings]) => {
    const cases = findings.map(({ ruleId, severity, message, place, evidence }) => {
      const chain = [
        `${file}:${places.label(place)}`,
        ...evidence.map((step) => `${look.name(step.file)}:${places.label(step)}  ${step.label}`),
      ];
      return [
        `    <testcase name="${escaped(`${ruleId} ${places.label(place)}`)}" classname="${escaped(file)}">`,
        `      <failure type="${severity}" message="${escaped(message)}">${escaped(chain.join('\n'))}</failure>`,
        '    </testcase>',
      ].join('\n');
    });
    return `  <testsuite name="${escaped(file)}" tests="${cases.length}" failures="${cases.length}">\n${cases.join('\n')}\n  </testsuite>`;
  });
  const passed =
    '  <testsuite name="detent" tests="1" failures="0">\n    <testcase name="no findings" classname="detent"/>\n  </testsuite>';
  const failures = look.result.findings.length;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="detent" tests="${Math.max(1, failures)}" failures="${failures}">`,
    ...(suites.length > 0 ? suites : [passed]),
    '</testsuites>',
    '',
  ].join('\n');
}

/** XML 1.0 allows few control characters, not even escaped ones. */
function escaped(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
