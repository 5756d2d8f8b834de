/** How likely an agent gets through all of its steps, when each of them mostly works. */
import { agentName, type Place } from '../../../rules/kit/index.js';
import { asksText, engineText, keepsText, retriesText, toolsText, type SpokenAgent } from '../agent-words.js';
import { budgetOf, percent, usualAssumption } from '../budget.js';
import { code, marked, text, wordTable } from './page.js';

/** Chances of one step that are shown. */
const chances = [0.999, 0.99, 0.95] as const;
const { target } = usualAssumption;

/** A curve where numbers of steps are known, and a table. */
export function agentsSection(agents: readonly SpokenAgent[], label: (place: Place) => string): readonly string[] {
  if (agents.length === 0) return [];
  const limits = agents.flatMap(({ limit }) => (typeof limit?.value === 'number' && limit.value > 0 ? [limit.value] : []));
  const rows = agents.map((agent) => {
    const { limit } = agent;
    const steps = limit?.value;
    const said =
      limit === undefined
        ? 'not known'
        : steps === undefined
          ? `${limit.name}, which could not be told`
          : steps === null
            ? 'none'
            : `${steps} (${limit.name})`;
    const all = chances.map((step) => budgetOf(agent, { step, target })?.all);
    const needed = budgetOf(agent, usualAssumption)?.needed;
    const numbers = [...all.map((chance) => chance && percent(chance)), needed && percent(needed, 2)].map((number) => number || '');
    const more = [toolsText(agent), keepsText(agent), engineText(agent), asksText(agent), retriesText(agent)].filter(
      (one) => one !== undefined,
    );
    return [
      `${code(agentName(agent))} ${text('at')} ${code(label(agent))}`,
      text(said),
      ...numbers.map(text),
      more.map(marked).join('<br>'),
    ];
  });
  const head = [
    'Agent',
    'Steps',
    ...chances.map((chance) => `at ${percent(chance, 1)} a step`),
    `a step needs, for ${percent(target)}`,
    'With what',
  ];
  return [
    '<h2 id="agents">Agents</h2>',
    ...(limits.length === 0 ? [] : [curve(Math.min(200, Math.max(10, ...limits)), limits)]),
    wordTable(
      'How likely all steps of a run work, if each works that often, whatever went before. Real steps depend on each other: take it as a bound on hope.',
      head,
      rows,
    ),
  ];
}

const box = { width: 720, height: 260, left: 48, bottom: 32, top: 12, right: 64 } as const;

function curve(most: number, limits: readonly number[]): string {
  const x = (step: number): number => box.left + (step / most) * (box.width - box.left - box.right);
  const y = (chance: number): number => box.top + (1 - chance) * (box.height - box.top - box.bottom);
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (chance) =>
      `<line class="grid" x1="${box.left}" x2="${box.width - box.right}" y1="${y(chance)}" y2="${y(chance)}"/><text class="tick" x="${box.left - 8}" y="${y(chance) + 4}" text-anchor="end">${percent(chance)}</text>`,
  );
  const lines = chances.map((chance) => {
    const points = Array.from({ length: most + 1 }, (_, step) => `${x(step).toFixed(1)},${y(chance ** step).toFixed(1)}`).join(' ');
    return `<polyline class="curve" points="${points}"/><text class="tick" x="${box.width - box.right + 6}" y="${(y(chance ** most) + 4).toFixed(1)}">${percent(chance, 1)}</text>`;
  });
  const marks = [...new Set(limits)]
    .filter((limit) => limit <= most)
    .map(
      (limit) =>
        `<line class="limit" x1="${x(limit).toFixed(1)}" x2="${x(limit).toFixed(1)}" y1="${box.top}" y2="${box.height - box.bottom}"/><text class="tick" x="${x(limit).toFixed(1)}" y="${box.height - 10}" text-anchor="middle">${limit}</text>`,
    );
  return [
    `<svg viewBox="0 0 ${box.width} ${box.height}" role="img" aria-label="How likely all of n steps work, for ${chances.map((chance) => percent(chance, 1)).join(', ')} a step; the numbers stand in the table below.">`,
    '<style>.grid { stroke: var(--line); } .tick { fill: var(--soft); font-size: 12px; } .curve { fill: none; stroke: var(--blue); stroke-width: 2; } .limit { stroke: var(--red); stroke-dasharray: 4 3; }</style>',
    ...grid,
    ...lines,
    ...marks,
    '</svg>',
  ].join('');
}
