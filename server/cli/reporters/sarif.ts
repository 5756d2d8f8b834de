/** Findings as SARIF 2.1.0 (OASIS Standard, 27 March 2020), for code scanning and other viewers. */
import type { Certainty, Evidence, Place, Rule, Severity } from '../../../rules/kit/index.js';
import type { Finding, Fix } from '../../analysis/finding.js';
import { placesOf, type Places, type Range } from '../places.js';
import type { Look } from '../told.js';
import { taxonomiesOf, taxonOf } from './taxonomies.js';

export interface SarifOptions {
  readonly version: string;
  readonly rules: readonly Rule[];
  /** Text of a rule's page. */
  readonly page: (ruleId: string) => string | undefined;
  /** Not everything could be checked. */
  readonly incomplete: boolean;
}

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};
/** What code scanning sorts by, in its own words. */
const problems: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'recommendation',
  hint: 'recommendation',
};
const precisions: Readonly<Record<Certainty, string>> = { certain: 'very-high', probable: 'high', possible: 'medium' };

/** The root of all paths; where it is, the reader of the log knows. */
const base = '%SRCROOT%';

/** One run, with the rules that have findings, the chain of each finding as code flow, and its fixes. */
export function sarif(look: Look, options: SarifOptions): object {
  const { result } = look;
  const places = placesOf(look);
  const ids = [...new Set(result.findings.map(({ ruleId }) => ruleId))].sort();
  const used = ids.flatMap((id) => options.rules.find((rule) => rule.id === id) ?? []);
  const taxonomies = taxonomiesOf(used);
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Detent',
            semanticVersion: options.version,
            language: 'en-US',
            rules: used.map((rule) => descriptor(rule, result.findings, options.page(rule.id))),
            supportedTaxonomies: taxonomies.map(({ name }, index) => ({ name, index })),
          },
        },
        invocations: [{ executionSuccessful: !options.incomplete, toolExecutionNotifications: notifications(look, places) }],
        originalUriBaseIds: { [base]: { description: { text: 'The folder that Detent ran in.' } } },
        columnKind: 'utf16CodeUnits',
        results: result.findings.map((finding) => resultOf(finding, ids.indexOf(finding.ruleId), places, look)),
        taxonomies,
      },
    ],
  };
}

function descriptor(rule: Rule, findings: readonly Finding[], page: string | undefined): object {
  const { id, summary, severity, maps } = rule;
  const certainties = findings.filter(({ ruleId }) => ruleId === id).map(({ certainty }) => certainty);
  const weakest = (['possible', 'probable', 'certain'] as const).find((one) => certainties.includes(one)) ?? 'probable';
  const cwes = maps.flatMap((map) => /^CWE-(\d+)$/.exec(map)?.[1] ?? []);
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: summary },
    ...(page === undefined ? {} : { help: { text: page, markdown: page } }),
    defaultConfiguration: { level: levels[severity] },
    relationships: maps.flatMap((map) => {
      const taxon = taxonOf(map);
      return taxon === undefined ? [] : [{ target: { id: taxon.id, toolComponent: { name: taxon.taxonomy } }, kinds: ['relevant'] }];
    }),
    properties: {
      tags: ['ai-agents', id.slice(0, id.indexOf('/')), ...cwes.map((cwe) => `external/cwe/cwe-${cwe.padStart(3, '0')}`)],
      precision: precisions[weakest],
      'problem.severity': problems[severity],
    },
  };
}

/** `permission/missing-tier` is `PermissionMissingTier` for those who want no signs in a name. */
function nameOf(id: string): string {
  return id.replaceAll(/(?:^|[/-])([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

function resultOf(finding: Finding, ruleIndex: number, places: Places, look: Look): object {
  const { ruleId, severity, certainty, message, place, tool, evidence, fixes, fingerprint } = finding;
  const proposed = fixes.flatMap((fix) => fixOf(fix, places, look) ?? []);
  return {
    ruleId,
    ruleIndex,
    level: levels[severity],
    message: { text: message },
    locations: [{ physicalLocation: physical(place, places, look) }],
    ...(evidence.length === 0
      ? {}
      : { codeFlows: [{ threadFlows: [{ locations: evidence.map((step) => ({ location: stepOf(step, places, look) })) }] }] }),
    ...(proposed.length === 0 ? {} : { fixes: proposed }),
    partialFingerprints: { 'detent/v1': fingerprint },
    properties: { certainty, ...(tool === undefined ? {} : { tool }) },
  };
}

function stepOf(step: Evidence, places: Places, look: Look): object {
  return { physicalLocation: physical(step, places, look), message: { text: step.label } };
}

function physical(place: Place, places: Places, { name }: Look): object {
  return { artifactLocation: artifact(name(place.file)), region: region(places.range(place)) };
}

function region({ start, end }: Range): object {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** A path with `/` is a relative reference once its signs are escaped. */
function artifact(path: string): object {
  const uri = path.split('/').map(encodeURIComponent).join('/');
  return { uri, uriBaseId: base };
}

/** `undefined` for a fix that makes a file, which SARIF cannot say. */
function fixOf({ title, edits }: Fix, places: Places, look: Look): object | undefined {
  if (edits.some(({ file }) => look.session.text(file) === undefined)) return undefined;
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(look.name(file)),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map((edit) => {
          const { range, text } = places.edit(edit);
          return { deletedRegion: region(range), insertedContent: { text } };
        }),
    })),
  };
}

/** What was not looked at, or could not be told; nothing of it may be taken for clean. */
function notifications({ result, name, missing }: Look, places: Places): readonly object[] {
  const at = (file: string, level: 'error' | 'note', text: string, place?: Place): object => ({
    level,
    message: { text },
    locations: [
      {
        physicalLocation: {
          artifactLocation: artifact(name(file)),
          ...(place === undefined ? {} : { region: region(places.range(place)) }),
        },
      },
    ],
  });
  const failed = new Set(result.unreadable);
  return [
    ...result.configProblems.map((problem) => at(problem.file, 'error', problem.message, problem)),
    ...result.skipped.map(({ file, reason }) => at(file, failed.has(file) ? 'error' : 'note', `Not checked: ${reason}`)),
    ...result.unresolved.map((place) => at(place.file, 'note', `Could not tell: ${place.reason}`, place)),
    ...missing.map((path) => ({ level: 'error', message: { text: `${path}: there is no such file or folder` } })),
    ...result.internal.map(({ where, message }) => ({ level: 'error', message: { text: `Internal error in ${where}: ${message}` } })),
  ];
}
