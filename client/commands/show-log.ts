import type { Command } from './index.js';

export const showLog: Command = ({ log }) => log.show();
