/** Calls that decide about tools by their names, and calls that make an agent run. */
import type { Gate, Rerun } from '../../../rules/kit/index.js';
import { isSafe } from '../trace/python/retries.js';
import { filtersFailures } from '../trace/wrappers.js';
import { argumentOf } from '../trace/invoke.js';
import { slotOf } from '../trace/slots.js';
import type { Tracer } from '../trace/tracer.js';
import { optionsOf, undefinedValue, type Value } from '../trace/value.js';
import type { Collected } from './definition.js';
import type { PolicyDraft, RunDraft } from './draft.js';
import { placed } from './fields.js';
import { combined, confirmationOf, freeTable, gateTable, type GateTable } from './gates.js';
import { callsIn, memberOf } from './members.js';
import { numberOf } from './numbers.js';
import { isAbsent, keepingOf, limitOf, partOf, threadOf } from './running.js';

export function fromPolicy(tracer: Tracer, draft: PolicyDraft, into: Collected): void {
  const { call, env, args, form } = draft;
  const at = (access: typeof form.gates): Value | undefined => (access === undefined ? undefined : argumentOf(tracer, access, args));
  const attempts = form.retries === undefined ? undefined : at(form.retries.attempts);
  const tools = at(form.retries?.tools);
  const count = attempts === undefined ? form.retries?.otherwise : numberOf(attempts);
  const only =
    tools?.kind === 'array' && tools.rest === undefined ? tools.items.map((item) => memberOf(tracer, item, draft.framework)) : undefined;
  const gates = at(form.gates);
  const free = at(form.free);
  const table = gates !== undefined ? tableOf(tracer, gates, form) : free !== undefined ? freeTable(free) : defaultTable(form.otherwise);
  const counts = form.limit?.unless === undefined || isAbsent(at(form.limit.unless));
  const limit = form.limit === undefined || !counts ? undefined : limitOf(tracer, form.limit, draft);
  into.policies.push({
    ...tracer.place(call.span, env),
    framework: draft.framework,
    api: form.call,
    ...(limit?.place === undefined ? {} : { limit }),
    ...(table === undefined ? {} : { gates: table }),
    ...(form.retries === undefined || isSafe(args) || args.some(filtersFailures)
      ? {}
      : {
          retries: {
            ...(count === undefined ? {} : { attempts: count }),
            ...(only?.every((member) => member !== undefined) === true ? { tools: only } : {}),
          },
        }),
  });
}

function tableOf(tracer: Tracer, gates: Value, { confirms }: PolicyDraft['form']): GateTable {
  if (confirms === undefined || gates.kind !== 'object') return gateTable(gates, []);
  const kindOf = (option: Value): Gate['kind'] => {
    const by = option.kind === 'external' ? argumentOf(tracer, confirms.by, option.args ?? []) : undefined;
    return by === undefined ? 'conditional' : confirmationOf(tracer, by, confirms);
  };
  const named = [...gates.properties].map(([name, property]) => [name, combined(optionsOf(property.value()).map(kindOf))] as const);
  return { named: new Map(named), ...(gates.open ? { others: 'conditional' as const } : {}) };
}

function defaultTable(kind: PolicyDraft['form']['otherwise']): GateTable | undefined {
  return kind === undefined ? undefined : { named: new Map(), others: kind };
}

export function fromRun(tracer: Tracer, draft: RunDraft, into: Collected): void {
  const { call, env, args, form } = draft;
  const agent = form.agent === undefined ? draft.receiver : placed(tracer, form.agent, args, draft.receiver);
  const agents = optionsOf(agent ?? undefinedValue).flatMap((option) =>
    option.kind === 'external' && option.call !== undefined ? [tracer.place(option.call.node.span, option.call.env)] : [],
  );
  const at = tracer.place(call.span, env);
  const fallback = tracer.place(call.callee.span, env);
  const limit = form.limit === undefined ? undefined : limitOf(tracer, form.limit, draft);
  const keeping = keepingOf(tracer, draft.framework, form.keeps, args, fallback);
  const thread = threadOf(tracer, draft);
  const adds = partOf(tracer, draft);
  const gates = form.gates === undefined ? undefined : argumentOf(tracer, form.gates, args);
  const table = gates === undefined ? confirmed(tracer, draft) : gateTable(gates, []);
  into.runs.push({
    ...at,
    framework: draft.framework,
    api: form.call,
    callee: fallback,
    agents,
    policies: (form.policies ?? []).flatMap((access) => callsIn(tracer, argumentOf(tracer, access, args))),
    ...(limit?.place === undefined ? {} : { limit }),
    ...(limit === undefined || limit.place !== undefined || form.limit?.suggests === undefined
      ? {}
      : { limitSlot: slotOf(tracer, call, env, form.limit.at), suggested: form.limit.suggests }),
    ...(keeping === undefined ? {} : { keeping }),
    ...(thread === undefined ? {} : { thread }),
    ...(adds === undefined ? {} : { adds }),
    ...(table === undefined ? {} : { gates: table }),
    ...rerunIn(tracer, draft),
  });
}

/** What asks there before each call. */
function confirmed(tracer: Tracer, { args, form: { confirms } }: RunDraft): GateTable | undefined {
  const by = confirms === undefined ? undefined : argumentOf(tracer, confirms.by, args);
  return confirms === undefined || by === undefined ? undefined : { named: new Map(), others: confirmationOf(tracer, by, confirms) };
}

/** What is said there about trying again. */
function rerunIn(tracer: Tracer, { call, env, args, form: { retries } }: RunDraft): { readonly rerun?: Rerun } {
  const policy = retries === undefined ? undefined : argumentOf(tracer, retries.at, args);
  if (retries === undefined || policy === undefined || policy.kind === 'constant') return {};
  const attempts = argumentOf(tracer, retries.attempts, args);
  const count = isAbsent(attempts) ? retries.otherwise : numberOf(attempts);
  const because = { ...tracer.place(call.callee.span, env), label: `${retries.by} runs it again` };
  return { rerun: { by: retries.by, certainty: 'certain', because, ...(count === undefined ? {} : { attempts: count }) } };
}
