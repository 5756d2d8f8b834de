import { hintNames, type Effect, type Place } from '../../../rules/kit/index.js';
import type { ToolTrace } from '../../analysis/recognise/trace-tool.js';
import { reasonsFor } from '../../analysis/trace/reasons.js';
import type { Step } from '../../analysis/trace/observe.js';
import type { Look } from '../told.js';
import { placesOf } from '../places.js';
import { argumentText, finalOf, notable, shownSteps, spotsOf, type Spots } from './trace-rows.js';

/** The contract of `detent tools --trace <tool> --format json`. */
export function traceJson(traces: readonly ToolTrace[], look: Look): object {
  const spots = spotsOf(placesOf(look), look.name, traces);
  return { schemaVersion: 1, traces: traces.map((trace) => oneJson(trace, spots)) };
}

function oneJson({ tool, library, made, reached, handlers }: ToolTrace, spots: Spots): object {
  const noted = notable(handlers.map(({ walk }) => walk));
  const where = (place: Place): object => ({ ...spots.at(place), source: spots.source(place) });
  const effectOf = (effect: Effect): object => ({ class: effect.class, api: spots.safe(effect.detail ?? effect.api), ...spots.at(effect) });
  const stepJson = (step: Step): object => {
    switch (step.kind) {
      case 'call': {
        const { shown, harmless } = shownSteps(step, noted);
        return {
          kind: 'call',
          label: step.label,
          ...where(step.at),
          callee: spots.at(step.callee),
          arguments: step.args.map((argument) => argumentText(argument, spots)),
          steps: shown.map(stepJson),
          harmless,
          stop: step.stop ?? null,
          ...(step.aside ? { aside: true } : {}),
        };
      }
      case 'effect': {
        const final = finalOf(step, tool);
        const { class: kind, resource, api, certainty, detail } = final ?? step.effect;
        return {
          kind: 'effect',
          class: kind,
          resource,
          api: spots.safe(api),
          ...(detail === undefined ? {} : { detail: spots.safe(detail) }),
          certainty,
          mode: final?.mode ?? null,
          counts: final !== undefined,
          ...where(step.at),
        };
      }
      case 'unresolved':
        return { kind: 'unresolved', label: spots.safe(step.label), reason: spots.safe(step.reason), ...where(step.at) };
    }
  };
  return {
    name: tool.name.value,
    framework: tool.framework,
    library,
    registered: where(tool.definition),
    made: made === undefined ? null : where(made),
    reached,
    handlers: handlers.map(({ walk, hops }) => ({
      hops: hops.map(({ label, args, file, span }) => ({
        label,
        arguments: args.map((argument) => argumentText(argument, spots)),
        ...(file === undefined || span === undefined ? {} : spots.at({ file, span })),
      })),
      walk: stepJson(walk),
    })),
    stopped: tool.effects.unresolved.map(({ label, reason, file, span }) => ({
      label: spots.safe(label),
      reason: spots.safe(reason),
      ...spots.at({ file, span }),
    })),
    complete: tool.inferred.complete,
    declared: [
      ...hintNames.flatMap((hint) => {
        const said = tool.hints[hint];
        return said === undefined ? [] : [{ of: hint, value: said.value, ...spots.at(said) }];
      }),
      ...(tool.tier === undefined ? [] : [{ of: 'tier', value: tool.tier.value, ...spots.at(tool.tier) }]),
    ],
    inferred: reasonsFor(tool).map(({ of, value, because, effect }) => ({
      of,
      value,
      because: spots.safe(because),
      effect: effect === undefined ? null : effectOf(effect),
    })),
  };
}
