import { closeSync, openSync, writeSync } from 'node:fs';

/**
 * Writes results in the form of tau2-bench, always the same ones: whole rounds of all tasks until the file has so many bytes.
 *
 * @param {string} file
 * @param {number} bytes
 * @returns {{ bytes: number, runs: number, tasks: number }}
 */
export function writeResults(file, bytes, tasks = 2_000) {
  const random = linear(12_345);
  const handle = openSync(file, 'w');
  let kept = '';
  let written = 0;
  let runs = 0;
  const put = (text) => {
    kept += text;
    if (kept.length < 1 << 20) return;
    written += writeSync(handle, kept);
    kept = '';
  };
  const info = {
    num_trials: 4,
    git_commit: '4f1c2b7',
    agent_info: { implementation: 'llm_agent', llm: 'model' },
    environment_info: { domain_name: 'airline', policy: prose(random, 2_000) },
  };
  put(`{"timestamp":"2026-01-01T00:00:00","info":${JSON.stringify(info, null, 2)},"tasks":[`);
  for (let task = 0; task < tasks; task += 1)
    put(`${task ? ',' : ''}${JSON.stringify({ id: String(task), user_scenario: prose(random, 100) }, null, 2)}`);
  put('],"simulations":[');
  for (let trial = 0; written < bytes; trial += 1) {
    for (let task = 0; task < tasks; task += 1) {
      put(`${runs++ ? ',\n' : ''}${JSON.stringify(simulation(random, task, trial), null, 2)}`);
    }
  }
  put(']}\n');
  written += writeSync(handle, kept);
  closeSync(handle);
  return { bytes: written, runs, tasks };
}

function simulation(random, task, trial) {
  const broke = random() < 0.01;
  return {
    id: `${task}-${trial}`,
    task_id: String(task),
    duration: 12.5,
    termination_reason: broke ? 'infrastructure_error' : 'user_stop',
    agent_cost: 0.05,
    reward_info: broke ? null : { reward: random() < (task % 10) / 10 ? 1 : 0, db_check: { db_match: true }, action_checks: [] },
    messages: Array.from({ length: 24 + Math.floor(random() * 12) }, (_, turn) => message(random, turn)),
    trial,
    seed: 626_729,
  };
}

/** What a user says, what the model asks a tool for, and what the tool answers: JSON in a text. */
function message(random, turn) {
  if (turn % 3 === 0)
    return { role: 'tool', content: JSON.stringify({ note: prose(random, 60), list: [1, 2, { x: prose(random, 5) }] }), error: false };
  if (turn % 3 === 1) return { role: 'user', content: prose(random, 40), tool_calls: null, turn_idx: turn, cost: 0.0003 };
  const call = {
    id: `call_${Math.floor(random() * 1e9).toString(36)}`,
    name: 'get_details',
    arguments: { id: `A${turn}`, deep: { a: [1, 3.5e-3, true, null], b: {} } },
  };
  return { role: 'assistant', content: null, tool_calls: [call], turn_idx: turn, usage: { completion_tokens: 31, prompt_tokens: 5_123 } };
}

const words =
  'the customer wants to change "flight" reservation baggage and asks why\\path refund policy été 日本 please confirm payment'.split(' ');

function prose(random, length) {
  let text = '';
  for (let i = 0; i < length; i += 1) text += `${words[Math.floor(random() * words.length)]}${i % 17 === 0 ? '\n' : ' '}`;
  return text;
}

function linear(seed) {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
