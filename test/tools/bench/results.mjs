import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Writes results in the form of tau2-bench, always the same ones: whole rounds of all tasks until there are so many bytes of runs.
 * As its own program does, with two blanks, what was not recorded as `null`, and signs of other languages as they are.
 *
 * @param {string} place a file for all of it; a folder for the form with a file for each run and no index
 * @param {number} bytes
 * @param {{ tasks?: number, turns?: number, folder?: boolean }} [form] turns: messages of a run, on average
 * @returns {{ bytes: number, runs: number, tasks: number }}
 */
export function writeResults(place, bytes, { tasks = 1_000, turns = 35, folder = false } = {}) {
  const random = linear(12_345);
  const policy = prose(random, 1_800);
  const info = {
    git_commit: '4f1c2b7',
    num_trials: 4,
    agent_info: { implementation: 'llm_agent', llm: 'model', llm_args: { temperature: 0 } },
    environment_info: { domain_name: 'airline', policy, tool_defs: null },
  };
  const scenarios = Array.from({ length: tasks }, (_, task) => ({ id: String(task), user_scenario: prose(random, 100), ticket: null }));
  const head = { timestamp: '2026-01-01T00:00:00', info, tasks: scenarios };
  const { put, done } = folder ? filesIn(place, head) : oneFile(place, head);
  let written = 0;
  let runs = 0;
  for (let trial = 0; written < bytes; trial += 1) {
    for (let task = 0; task < tasks; task += 1) {
      const text = JSON.stringify(simulation(random, task, trial, turns, policy), null, 2);
      written += Buffer.byteLength(text);
      put(text, runs++);
    }
  }
  done();
  return { bytes: written, runs, tasks };
}

function filesIn(folder, head) {
  mkdirSync(join(folder, 'simulations'), { recursive: true });
  writeFileSync(join(folder, 'results.json'), JSON.stringify(head, null, 2));
  return { put: (text, run) => writeFileSync(join(folder, 'simulations', `${run}.json`), text), done: () => {} };
}

function oneFile(file, head) {
  const handle = openSync(file, 'w');
  let kept = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "simulations": [`;
  const flush = () => {
    writeSync(handle, kept);
    kept = '';
  };
  const put = (text, run) => {
    kept += `${run === 0 ? '' : ','}\n    ${text.replaceAll('\n', '\n    ')}`;
    if (kept.length > 1 << 20) flush();
  };
  const done = () => {
    kept += '\n  ]\n}\n';
    flush();
    closeSync(handle);
  };
  return { put, done };
}

function simulation(random, task, trial, turns, policy) {
  const broke = random() < 0.01;
  const reward = random() < (task % 10) / 10 ? 1 : 0;
  const check = (i) => ({ action: { action_id: `${task}_${i}`, name: 'get_details', arguments: { id: 'A1' } }, action_match: true });
  return {
    id: `${task}-${trial}`,
    task_id: String(task),
    start_time: '2026-01-01T00:00:00.123456',
    duration: random() * 100,
    termination_reason: broke ? 'infrastructure_error' : 'user_stop',
    agent_cost: random(),
    reward_info: broke ? null : { reward, db_check: { db_match: reward === 1, db_reward: reward }, action_checks: [0, 1, 2].map(check) },
    messages: Array.from({ length: Math.round(turns * (0.6 + 0.8 * random())) }, (_, turn) => message(random, turn)),
    ticks: null,
    trial,
    seed: 626_729 + trial,
    policy: task % 3 === 0 ? policy : null,
  };
}

const unrecorded = Object.fromEntries(
  'audio_format audio_path speech_effects source_effects channel_effects turn_taking_action utterance_ids chunk_id source context_truncation'
    .split(' ')
    .map((name) => [name, null]),
);

/** What a user says, what the model asks a tool for, and what the tool answers: JSON in a text. */
function message(random, turn) {
  const id = `call_${Math.floor(random() * 1e9).toString(36)}`;
  if (turn % 3 === 0)
    return { id, role: 'tool', content: JSON.stringify({ note: prose(random, 60), list: [1, 2, { x: prose(random, 5) }] }), error: false };
  const common = { is_audio: false, turn_idx: turn, cost: random() / 10, usage: { completion_tokens: 31, prompt_tokens: 5_123 } };
  if (turn % 3 === 1) {
    const content = prose(random, 20 + Math.floor(80 * random()));
    const raw_data = { finish_reason: 'stop', index: 0, message: { content, role: 'assistant', annotations: [] } };
    return { role: turn % 2 === 0 ? 'user' : 'assistant', content, tool_calls: null, ...common, raw_data, ...unrecorded };
  }
  const call = { id, name: 'get_details', arguments: { id: `A${turn}`, deep: { a: [1, 3.5e-3, true, null], b: {} } } };
  return { role: 'assistant', content: null, tool_calls: [call], ...common, raw_data: { index: 0, message: { call } }, ...unrecorded };
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
