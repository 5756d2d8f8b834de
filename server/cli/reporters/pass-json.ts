import { numberOf, type Fraction } from '../../analysis/reliability/fraction.js';
import type { PassRow } from '../../analysis/reliability/report.js';
import type { Comparison, EvaluatedSummary, EvaluatedTrials, Evaluation, Gate } from '../evaluation.js';
import { inconsistencyWords } from './pass-words.js';

/** The contract of `detent pass-k --format json`, which `ARCHITECTURE.md` describes. */
export function passJson({ trials, summaries, gates, changes, problems }: Evaluation): object {
  return {
    schemaVersion: 1,
    results: trials.map(trialsJson),
    stated: summaries.map(summaryJson),
    gates: gates.map(gateJson),
    comparisons: changes.map(changeJson),
    problems: problems.map(({ name, message, place }) => ({ name, message, ...(place && { place }) })),
  };
}

function trialsJson({ name, files, set, report }: EvaluatedTrials): object {
  const { notRun, missing, crashed, noReward, partialReward, oddReward, repeated, contradicting } = set.notes;
  return {
    name,
    files,
    format: set.format,
    about: set.about,
    trials: {
      planned: set.planned,
      counted: report.counted,
      leftOut: { notRun, missing },
      countedAsFailures: { crashed, noReward, partialReward, oddReward },
      repeated: { times: repeated, contradicting: contradicting.map(({ task, trial }) => ({ task, trial })) },
    },
    untried: report.untried,
    largestK: report.largest,
    passK: report.rows.map(rowJson),
    tasks: set.tasks.map(({ task, successes, trials, excluded }) => ({ task, successes, trials, excluded })),
  };
}

function rowJson({ k, value, interval, strict }: PassRow): object {
  const { low, high, method } = interval;
  return {
    k,
    ...exact(value),
    interval: { level: 0.95, low, high, method },
    ...(strict === undefined ? {} : { withLeftOutAsFailures: exact(strict) }),
  };
}

/** The number, and the fraction that it stands for. */
function exact(value: Fraction): { readonly value: number; readonly exact: string } {
  return { value: numberOf(value), exact: `${value.upper}/${value.lower}` };
}

function summaryJson({ name, set, inconsistent }: EvaluatedSummary): object {
  return {
    name,
    format: set.format,
    about: set.about,
    whole: set.whole,
    rows: set.rows.map(({ domain, values }, i) => ({
      domain,
      passK: values.map((value, at) => ({ k: at + 1, value })),
      inconsistent: (inconsistent[i] ?? []).map((one) => ({ kind: one.kind, k: one.k, message: inconsistencyWords(one, set.whole) })),
    })),
  };
}

function gateJson({ name, domain, k, written, lowerBound, passed, row, stated }: Gate): object {
  return {
    name,
    ...(domain === undefined ? {} : { domain }),
    k,
    min: written,
    lowerBound,
    passed,
    ...(row === undefined ? { stated } : rowJson(row)),
  };
}

function changeJson({ name, earlier, tasks, onlyBefore, onlyAfter, rows, worse, fell }: Comparison): object {
  return {
    name,
    earlier,
    tasks: { inCommon: tasks, onlyEarlier: onlyBefore, onlyLater: onlyAfter },
    passK: rows.map(({ k, before, after, difference, interval, better, worse, same, p, exact: isExact }) => ({
      k,
      earlier: exact(before),
      later: exact(after),
      change: exact(difference),
      interval: { level: 0.95, ...interval },
      tasks: { better, worse, same },
      p,
      test: isExact ? 'sign-flip, all ways' : 'sign-flip, random ways',
    })),
    worse: worse.map(({ task, before, after }) => ({ task, earlier: tallyJson(before), later: tallyJson(after) })),
    fell,
  };
}

function tallyJson({ successes, trials }: Comparison['worse'][number]['after']): object {
  return { successes, trials };
}
