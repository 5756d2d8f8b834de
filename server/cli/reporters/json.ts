import type { Place, Span } from '../../../rules/kit/index.js';
import type { Finding } from '../../analysis/finding.js';
import { lineIndex, type LineIndex } from '../../analysis/lines.js';
import type { Look, ToldEffect, ToldTool } from '../told.js';

/** Lines and columns of places, for many places of the same few files. */
export interface Places {
  /** Both numbers count from 1. */
  at(file: string, offset: number): { readonly line: number; readonly column: number };
  range(place: Place): { readonly start: { line: number; column: number }; readonly end: { line: number; column: number } };
  line(file: string, line: number): string;
}

export function placesOf({ session }: Pick<Look, 'session'>): Places {
  const indexes = new Map<string, LineIndex>();
  const indexOf = (file: string): LineIndex => {
    const known = indexes.get(file);
    if (known) return known;
    const index = lineIndex(session.text(file) ?? '');
    indexes.set(file, index);
    return index;
  };
  const at = (file: string, offset: number): { line: number; column: number } => {
    const { line, column } = indexOf(file).position(offset);
    return { line: line + 1, column: column + 1 };
  };
  return {
    at,
    range: ({ file, span }: { readonly file: string; readonly span: Span }) => ({ start: at(file, span.start), end: at(file, span.end) }),
    line: (file, line) => indexOf(file).text(line - 1),
  };
}

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
    file: name(place.file),
    range: places.range(place),
    ...(tool === undefined ? {} : { tool }),
    evidence: evidence.map((step) => ({ file: name(step.file), range: places.range(step), label: step.label })),
    fixes: fixes.map(({ title, grade, edits }) => ({
      title,
      grade,
      edits: edits.map(({ file, span, text }) => ({ file: name(file), range: places.range({ file, span }), text })),
    })),
    fingerprint,
    docs: `rules/${ruleId}.md`,
  };
}

/** The contract of `detent tools --format json`. */
export function toolsJson(look: Look): object {
  const places = placesOf(look);
  return {
    schemaVersion: 1,
    tools: look.result.tools.map((tool) => toolJson(tool, places, look.name)),
    ...shared(look, places),
  };
}

function toolJson(tool: ToldTool, places: Places, name: Look['name']): object {
  const { definition, handler, hints, inferred } = tool;
  return {
    name: tool.name.value,
    framework: tool.framework,
    language: tool.language,
    file: name(definition.file),
    ...places.at(definition.file, definition.span.start),
    handler: handler ? { file: name(handler.file), line: places.at(handler.file, handler.span.start).line } : null,
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
  const spot = ({ file, span }: Place): object => ({ file: name(file), line: places.at(file, span.start).line });
  return {
    agents: agents.map((agent) => {
      const { limit } = agent;
      return {
        framework: agent.framework,
        api: agent.api,
        name: agent.name ?? null,
        ...spot(agent),
        limit:
          limit === undefined ? null : { ...numbered(limit.name, limit.value), ...(limit.place === undefined ? {} : spot(limit.place)) },
      };
    }),
    reruns: reruns.map(({ by, attempts, certainty, because }) => ({
      by,
      ...(attempts === undefined ? {} : { attempts }),
      certainty,
      ...(because === undefined ? {} : spot(because)),
    })),
  };
}

/** `null` stands for no limit; without a value, one is given that could not be told. */
function numbered(name: string, value: number | null | undefined): object {
  return value === undefined ? { name } : { name, value };
}

function effectJson(effect: ToldEffect, places: Places, name: Look['name']): object {
  return {
    class: effect.class,
    resource: effect.resource,
    api: effect.api,
    key: effect.key.level,
    file: name(effect.file),
    line: places.at(effect.file, effect.span.start).line,
    certainty: effect.certainty,
    via: effect.via.map((step) => ({ file: name(step.file), line: places.at(step.file, step.span.start).line, label: step.label })),
  };
}

function shared({ result, name, missing }: Look, places: Places): object {
  return {
    unresolved: result.unresolved.map(({ file, span, reason }) => ({ file: name(file), line: places.at(file, span.start).line, reason })),
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
