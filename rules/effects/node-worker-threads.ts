import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:worker_threads',
  language: 'typescript',
  reference: 'https://nodejs.org/api/worker_threads.html',
  origin: 'read',
  resource: 'process',
  calls: [['Worker', 'exec', 'arg 0']],
  harmless: [
    'BroadcastChannel#*', 'MessageChannel#*', 'MessagePort#*', 'Worker#*', 'getEnvironmentData', 'isMarkedAsUntransferable',
    'markAsUncloneable', 'markAsUntransferable', 'moveMessagePortToContext', 'parentPort.on', 'parentPort.once', 'parentPort.postMessage',
    'receiveMessageOnPort', 'setEnvironmentData',
  ],
});
