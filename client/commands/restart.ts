import type { Command } from './index.js';

export const restart: Command = ({ session }) => session.restart();
