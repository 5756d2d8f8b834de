import { join } from 'node:path';
import { knowledge } from '../../rules/index.js';
import type { Tool } from '../../rules/kit/index.js';
import { placesOf, type Places } from '../../server/cli/places.js';
import { settledResult } from '../../server/cli/look.js';
import { nodeHost } from '../../server/hosts/node.js';
import type { Config } from '../../server/workspace/config.js';
import { relative } from '../../server/workspace/paths.js';
import { createSession, type CheckResult } from '../../server/workspace/session.js';
import { repository } from '../harness/pages.js';

/** What Detent says of a published package. */
export interface PackageAnswer {
  readonly tools: readonly Tool[];
  readonly unresolved: CheckResult['unresolved'];
  readonly findings: readonly ReportedFinding[];
  /** `dist/index.js:12`, from the root of the package. */
  readonly spot: (place: Pick<Tool['definition'], 'file' | 'span'>) => string;
}

export interface ReportedFinding {
  readonly set: string;
  readonly rule: string;
  readonly certainty: string;
  readonly tool: string;
  readonly spot: string;
}

/** Checks a folder of an installed package, with what everybody has and with everything that there is. */
export async function askPackage(name: string, folder: string): Promise<PackageAnswer> {
  const host = nodeHost();
  const root = host.toFile(join(repository, 'node_modules', name));
  const look = async (sets: Config['sets']): Promise<{ readonly result: CheckResult; readonly places: Places }> => {
    const session = createSession({ host, knowledge, overrides: { sets } });
    await session.open([folder === '.' ? root : `${root}/${folder}`]);
    const result = await settledResult(session);
    if (result.internal.length > 0 || result.skipped.length > 0) throw new Error(JSON.stringify([result.internal, result.skipped]));
    return { result, places: placesOf({ session }) };
  };
  const usual = await look(['recommended']);
  const all = await look(['recommended', 'strict']);
  const spot: PackageAnswer['spot'] = ({ file, span }) => `${relative(root, file)}:${all.places.at(file, span.start).line}`;
  const everybody = new Set(usual.result.findings.map(({ fingerprint }) => fingerprint));
  return {
    tools: all.result.tools,
    unresolved: all.result.unresolved,
    findings: all.result.findings.map(({ ruleId, certainty, tool, place, fingerprint }) => ({
      set: everybody.has(fingerprint) ? 'recommended' : 'strict',
      rule: ruleId,
      certainty,
      tool: tool ?? '',
      spot: spot(place),
    })),
    spot,
  };
}
