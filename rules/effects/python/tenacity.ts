import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'tenacity',
  language: 'python',
  reference: 'https://tenacity.readthedocs.io/en/latest/',
  origin: 'read',
  resource: 'other',
  extends: { AsyncRetrying: 'Retrying', BaseRetrying: 'Retrying', 'asyncio.AsyncRetrying': 'Retrying' },
  calls: [],
  harmless: [
    'RetryCallState#*', 'Retrying#*', 'TryAgain', 'after_log', 'after_nothing', 'asyncio.*', 'before_log', 'before_nothing',
    'before_sleep_log', 'before_sleep_nothing', 'nap.*', 'retry_all', 'retry_always', 'retry_any', 'retry_base#*', 'retry_if_exception',
    'retry_if_exception_cause_type', 'retry_if_exception_message', 'retry_if_exception_type', 'retry_if_not_exception_message',
    'retry_if_not_exception_type', 'retry_if_not_result', 'retry_if_result', 'retry_never', 'retry_unless_exception_type', 'sleep',
    'sleep_using_event', 'stop_after_attempt', 'stop_after_delay', 'stop_all', 'stop_any', 'stop_before_delay', 'stop_never',
    'stop_when_event_set', 'wait_chain', 'wait_combine', 'wait_exception', 'wait_exponential', 'wait_exponential_jitter', 'wait_fixed',
    'wait_full_jitter', 'wait_incrementing', 'wait_none', 'wait_random', 'wait_random_exponential',
  ],
  retries: [
    { callee: 'Retrying#', calls: 'arg 0:fn' },
    { callee: 'Retrying#__iter__', calls: 'result' },
    { callee: 'Retrying#call', calls: 'arg 0:fn' },
    { callee: 'Retrying#wraps()', calls: 'arg 0' },
    { callee: 'retry', calls: 'arg 0:func' },
    { callee: 'retry()', calls: 'arg 0', attempts: 'arg :stop' },
  ],
});
