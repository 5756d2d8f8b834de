/** Calls of what comes from packages: clients, and what only tells of a program. */
import { plainName } from '../languages.js';
import type { CallExpression, Expression } from '../syntax/ir.js';
import { lastName } from '../syntax/last-name.js';

/** A call of something imported from a package, or of a class. */
export function isForeign(call: CallExpression): boolean {
  return packageOf(call.callee) !== '' || call.isNew;
}

/** The package that an expression leads to; empty for what is of the project. */
export function packageOf(node: Expression): string {
  let at = node;
  while (at.kind === 'member') at = at.object;
  const source = at.kind === 'name' ? at.binding?.source : undefined;
  if (source?.kind === 'import') return /^[./]/.test(plainName(source.from)) ? '' : plainName(source.from);
  return source?.kind === 'value' && source.value.kind === 'call' && lastName(source.value.callee) === 'require' ? 'required' : '';
}

/** What is called, for messages: `new Client`, `stripe.charge`. */
export function calleeText(call: CallExpression): string {
  const { callee } = call;
  const owner = callee.kind === 'member' ? lastName(callee.object) : undefined;
  return `${call.isNew ? 'new ' : ''}${owner === undefined ? '' : `${owner}.`}${lastName(callee) ?? 'a call'}`;
}

/** It labels what it sends with an environment, and chooses nothing by it. */
export function isTelemetry(call: CallExpression): boolean {
  return /sentry|datadog|otel|telemetry|trace|metric|log|pino|winston|analytics|posthog|newrelic|init$/i.test(
    `${calleeText(call)} ${packageOf(call.callee)}`,
  );
}
