import { defineEngine } from '../../kit/index.js';

const again = { at: ['arg :autoretry_for', 'arg :acks_late'], never: false, otherwise: false } as const;

/** A task is run again as a whole, when it is told to. */
export default defineEngine({
  id: 'celery',
  title: 'Celery',
  language: 'python',
  packages: ['celery'],
  reference: 'https://docs.celeryq.dev/en/stable/userguide/tasks.html',
  markers: ['.task(', 'shared_task('],
  harmless: [],
  workflows: [
    { decorator: 'Celery#task', whole: true, again },
    { decorator: 'shared_task', whole: true, again },
  ],
  steps: [],
  makes: 'a task of its own',
});
