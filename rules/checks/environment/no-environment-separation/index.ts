import { baseName, defineEnvironmentRule, nounOfCredential } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'environment/no-environment-separation',
  summary: 'Tools can remove data, and the project knows one database only, which development uses.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'none',
  maps: ['OWASP-Agentic-2026-ASI03', 'CWE-668'],
  messages: {
    one: '`{key}` in `{file}` leads to the only database that the project knows, and `{tool}` can remove its data. Add one for development.',
    many: '`{key}` in `{file}` leads to the only database that the project knows. {count} tools can remove its data. Add one for development.',
  },

  check(facts, report) {
    const [store, ...others] = facts.stores;
    const [first, ...more] = facts.destroyers;
    // With two of them, one may be for development.
    if (store === undefined || others.length > 0 || !store.inDevelopment || first === undefined) return;
    const [place, ...again] = store.places;
    if (place === undefined) return;
    const key = place.key.slice(0, 40);
    const file = baseName(place.file);
    report({
      ...(more.length === 0
        ? ({ message: 'one', data: { key, file, tool: first.tool.slice(0, 40) } } as const)
        : ({ message: 'many', data: { key, file, count: String(more.length + 1) } } as const)),
      at: place,
      certainty: 'possible',
      because: [
        ...facts.destroyers.map(({ tool, at }) => ({ ...at, label: `\`${tool}\` can remove data` })),
        ...again.map(({ credential, ...where }) => ({
          file: where.file,
          span: where.span,
          label: `the same ${nounOfCredential(credential)}`,
        })),
      ],
    });
  },
});
