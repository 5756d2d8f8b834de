import type { Place } from '../../../rules/kit/index.js';
import type { Finding } from '../../analysis/finding.js';
import { placesOf, type Places } from '../places.js';
import { lineJson } from './line-json.js';
import { agentsJson, limitJson, rerunJson } from './agents-json.js';
import type { Look, ToldEffect, ToldTool } from '../told.js';

/** The contract of `detent check --format json`. */
export function findingsJson(look: Look): object {
  const places = placesOf(look);
  const { result, name } = look;
  return {
    schemaVersion: 1,
    findings: result.findings.map((finding) => findingJson(finding, places, name)),
    ...shared(look, places),
  };
}

function findingJson(finding: Finding, places: Places, name: Look['name']): object {
  const { ruleId, severity, certainty, message, place, tool, evidence, fixes, fingerprint } = finding;
  return {
    ruleId,
    severity,
    certainty,
    message,
    ...rangeJson(place, places, name),
    ...(tool === undefined ? {} : { tool }),
    evidence: evidence.map((step) => ({ ...rangeJson(step, places, name), label: step.label })),
    fixes: fixes.map(({ title, grade, edits }) => ({
      title,
      grade,
      edits: edits.map((edit) => ({ file: name(edit.file), ...places.edit(edit) })),
    })),
    fingerprint,
    docs: `rules/${ruleId}.md`,
  };
}

/** Where something stands in the file, and in a notebook in which cell. */
function rangeJson(place: Place, places: Places, name: Look['name']): object {
  const cell = places.cell(place);
  return { file: name(place.file), range: places.range(place), ...(cell && { cell }) };
}

/** The contract of `detent tools --format json`. */
export function toolsJson(look: Look): object {
  const places = placesOf(look);
  return {
    schemaVersion: 1,
    tools: look.result.tools.map((tool) => toolJson(tool, places, look.name)),
    agents: agentsJson(look, places),
    ...shared(look, places),
  };
}

function toolJson(tool: ToldTool, places: Places, name: Look['name']): object {
  const { definition, handler, hints, inferred } = tool;
  return {
    name: tool.name.value,
    framework: tool.framework,
    language: tool.language,
    ...lineJson(definition, places, name),
    column: places.at(definition.file, definition.span.start).column,
    handler: handler ? lineJson(handler, places, name) : null,
    declared: {
      readOnly: hints.readOnly?.value ?? null,
      destructive: hints.destructive?.value ?? null,
      idempotent: hints.idempotent?.value ?? null,
      openWorld: hints.openWorld?.value ?? null,
      tier: tool.tier?.value ?? null,
      gate: tool.gate.kind,
    },
    inferred: {
      readOnly: inferred.readOnly,
      destructive: inferred.destructive,
      idempotent: inferred.idempotent,
      openWorld: inferred.openWorld,
      tier: inferred.tier,
      complete: inferred.complete,
      certainty: inferred.certainty,
    },
    effects: tool.effects.known.map((effect) => effectJson(effect, places, name)),
    modes: tool.modes,
    ...runningJson(tool, places, name),
  };
}

/** What runs the tool: agents with the number of steps after which they stop, and what may run it again with the same arguments. */
function runningJson({ agents = [], reruns = [] }: ToldTool, places: Places, name: Look['name']): object {
  const spot = (place: Place): object => lineJson(place, places, name);
  return {
    agents: agents.map((agent) => ({
      framework: agent.framework,
      api: agent.api,
      name: agent.name ?? null,
      ...spot(agent),
      limit: limitJson(agent.limit, spot),
    })),
    reruns: reruns.map((rerun) => rerunJson(rerun, spot)),
  };
}

function effectJson(effect: ToldEffect, places: Places, name: Look['name']): object {
  return {
    class: effect.class,
    resource: effect.resource,
    api: effect.api,
    key: effect.key.level,
    ...lineJson(effect, places, name),
    certainty: effect.certainty,
    via: effect.via.map((step) => ({ ...lineJson(step, places, name), label: step.label })),
  };
}

function shared({ result, name, missing }: Look, places: Places): object {
  return {
    unresolved: result.unresolved.map((place) => ({ ...lineJson(place, places, name), reason: place.reason })),
    skipped: [
      ...result.skipped.map(({ file, reason }) => ({ file: name(file), reason })),
      ...missing.map((file) => ({ file, reason: 'there is no such file or folder' })),
      ...result.configProblems.map(({ file, span, message }) => {
        const { line, column } = places.at(file, span.start);
        return { file: name(file), reason: `${line}:${column} ${message}` };
      }),
      ...result.internal.map(({ file, where, message }) => ({
        file: file === undefined ? '.' : name(file),
        reason: `internal error in ${where}: ${message}`,
      })),
    ],
  };
}
