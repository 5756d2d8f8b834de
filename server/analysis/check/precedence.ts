import type { Evidence, Place } from '../../../rules/kit/index.js';
import { precedence } from '../../../rules/kit/precedence.js';

/** What precedence looks at in a report. */
export interface Contender {
  readonly rule: string;
  readonly set: string;
  readonly tool?: string;
  /** Tells tools of one name apart: where the tool is defined. */
  readonly toolPlace?: Place;
  readonly at: Place;
  readonly about: Place;
  readonly text: string;
}

/**
 * One problem, one report: takes away what another report about the same place or tool already says. What is taken away
 * becomes evidence of the report that stays, where the table says so. The order is kept.
 */
export function settle<C extends Contender>(
  contenders: readonly C[],
): readonly { readonly report: C; readonly related: readonly Evidence[] }[] {
  const byRule = new Map<string, C[]>();
  for (const contender of contenders) {
    const list = byRule.get(contender.rule);
    if (list === undefined) byRule.set(contender.rule, [contender]);
    else list.push(contender);
  }
  const of = (rule: string): readonly C[] => byRule.get(rule) ?? [];
  const silencer = new Map<C, C>();
  const related = new Map<C, Evidence[]>();
  for (const { reported, set, silences, same, tell } of precedence) {
    // Of a tool, few rules say anything.
    if (!byRule.has(reported)) continue;
    const winners = of(reported).filter((winner) => set === undefined || winner.set.startsWith(set));
    const losers = winners.length === 0 ? [] : silences.flatMap(of);
    for (const winner of winners) {
      for (const loser of losers) {
        if (silencer.has(loser) || silencer.get(winner)?.rule === loser.rule) continue;
        if (!(same === 'tool' ? sameTool(winner, loser) : sameTool(winner, loser) && overlap(winner.about, loser.about))) continue;
        silencer.set(loser, winner);
        if (tell) related.set(winner, [...(related.get(winner) ?? []), { ...loser.at, label: loser.text }]);
      }
    }
  }
  return contenders.filter((one) => !silencer.has(one)).map((report) => ({ report, related: related.get(report) ?? [] }));
}

function sameTool(a: Contender, b: Contender): boolean {
  if (a.toolPlace === undefined || b.toolPlace === undefined) return a.toolPlace === b.toolPlace;
  return a.tool === b.tool && a.toolPlace.file === b.toolPlace.file && a.toolPlace.span.start === b.toolPlace.span.start;
}

/** The same place, or one inside the other, or an empty one at the edge. */
function overlap(a: Place, b: Place): boolean {
  if (a.file !== b.file) return false;
  return a.span.start === b.span.start || (a.span.start < b.span.end && b.span.start < a.span.end);
}
