import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'mqtt',
  language: 'typescript',
  reference: 'https://github.com/mqttjs/MQTT.js',
  origin: 'read',
  resource: 'queue',
  openWorld: true,
  instances: {
    MqttClient: ['MqttClient#end()', 'MqttClient#on()', 'MqttClient#publish()', 'MqttClient#subscribe()', 'connect()', 'connectAsync()'],
  },

  calls: [
    ['MqttClient#publish',        'write.add', 'arg 1'],
    ['MqttClient#publishAsync',   'write.add', 'arg 1'],
    ['MqttClient#subscribe',      'read',      'arg 0'],
    ['MqttClient#subscribeAsync', 'read',      'arg 0'],
  ],

  harmless: ['MqttClient#*', 'connect', 'connectAsync'],
});
