/** The lists of weaknesses and risks that rules name, as SARIF tells them. Ids of OWASP mean nothing without their year. */
import type { Rule } from '../../../rules/kit/index.js';

export interface Taxon {
  readonly taxonomy: string;
  readonly id: string;
}

interface Taxonomy {
  readonly organization: string;
  readonly version?: string;
  readonly text: string;
}

const known: Readonly<Record<string, Taxonomy>> = {
  CWE: { organization: 'MITRE', text: 'Common Weakness Enumeration' },
  'OWASP LLM 2025': { organization: 'OWASP', version: '2025', text: 'OWASP Top 10 for LLM Applications 2025' },
  'OWASP LLM 2026': { organization: 'OWASP', version: '2026', text: 'OWASP Top 10 for LLM Applications 2026' },
  'OWASP Agentic 2026': { organization: 'OWASP', version: '2026', text: 'OWASP Top 10 for Agentic Applications 2026' },
  'OWASP MCP 2025': { organization: 'OWASP', version: '2025', text: 'OWASP MCP Top 10, 2025 beta' },
  MAST: { organization: 'UC Berkeley', text: 'Failure modes of multi-agent systems' },
};

/** `CWE-862`, `OWASP-LLM-2025-LLM06` or `MAST-1.2`; `undefined` for what is none of them. */
export function taxonOf(map: string): Taxon | undefined {
  const [, cwe] = /^CWE-(\d+)$/.exec(map) ?? [];
  if (cwe !== undefined) return { taxonomy: 'CWE', id: cwe };
  const [, list, year, id] = /^OWASP-([A-Za-z]+)-(\d{4})-([A-Z]+\d+)$/.exec(map) ?? [];
  if (list !== undefined && Object.hasOwn(known, `OWASP ${list} ${year!}`)) return { taxonomy: `OWASP ${list} ${year!}`, id: id! };
  const [, mode] = /^MAST-(\d\.\d)$/.exec(map) ?? [];
  return mode === undefined ? undefined : { taxonomy: 'MAST', id: mode };
}

/** The lists that these rules name, with what of them is named. */
export function taxonomiesOf(rules: readonly Rule[]): readonly { readonly name: string }[] {
  const ids = new Map<string, Set<string>>();
  for (const taxon of rules.flatMap(({ maps }) => maps.flatMap((map) => taxonOf(map) ?? [])))
    ids.set(taxon.taxonomy, (ids.get(taxon.taxonomy) ?? new Set()).add(taxon.id));
  return [...ids]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, all]) => {
      const { organization, version, text } = known[name]!;
      return {
        name,
        organization,
        ...(version === undefined ? {} : { version }),
        shortDescription: { text },
        isComprehensive: false,
        taxa: [...all].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true })).map((id) => ({ id })),
      };
    });
}
