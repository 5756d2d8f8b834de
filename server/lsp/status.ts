import type { Connection } from 'vscode-languageserver';
import { statusNotification, type State, type Status } from '../protocol/index.js';
import type { CheckResult } from '../workspace/session.js';
import type { Finding } from '../analysis/finding.js';

/** Tells the client how the server does, when that has changed. */
export class StatusReporter {
  readonly #connection: Connection;
  readonly #wanted: boolean;
  #last = '';

  constructor(connection: Connection, wanted: boolean) {
    this.#connection = connection;
    this.#wanted = wanted;
  }

  send(state: State, problem: string | undefined, answer: CheckResult, shown: readonly Finding[], stopped: boolean): void {
    if (!this.#wanted) return;
    const status = statusOf(state, problem, answer, shown, stopped);
    const text = JSON.stringify(status);
    if (text === this.#last) return;
    this.#last = text;
    void this.#connection.sendNotification(statusNotification, status);
  }
}

function statusOf(state: State, problem: string | undefined, answer: CheckResult, shown: readonly Finding[], stopped: boolean): Status {
  const findings = { error: answer.configProblems.length, warning: 0, information: 0, hint: 0 };
  for (const finding of shown) findings[finding.severity] += 1;
  return {
    state,
    ...(problem !== undefined && { problem }),
    files: answer.files,
    tools: answer.tools.length,
    untraced: answer.tools.filter((tool) => !tool.effects.complete).length,
    findings,
    ...(stopped && { stopped }),
    skipped: answer.skipped.length,
    unreadable: answer.unreadable.length,
  };
}
