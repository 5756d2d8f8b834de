/** What is run again around the statement that is being walked, and the step of a workflow that it stands in. */
import type { Evidence, Place, Retry } from '../../../rules/kit/index.js';
import type { StepRun } from './steps.js';

export class Repetition {
  /** What runs it again. */
  retry: Retry | undefined;
  /** The step whose result is kept. */
  step: Evidence | undefined;

  /** What `retry` runs again. */
  within(retry: Retry, run: () => void): void {
    const outer = this.retry;
    this.retry = retry;
    run();
    this.retry = outer;
  }

  /** What runs as a step; `scope`: all that is run again. */
  inStep({ again, api, file, span, label }: StepRun, scope: Place, run: () => void): void {
    const outer = this.step;
    this.step ??= { file, span, label };
    if (again) this.within({ file, span, label, api, certainty: 'certain', step: true, scope }, run);
    else run();
    this.step = outer;
  }
}
