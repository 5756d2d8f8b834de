import { knowledge } from '../../rules/index.js';
import type { ReleaseGate } from '../../rules/kit/index.js';
import { lineIndex } from '../analysis/lines.js';
import { defaultConfig, override, settingsOf } from '../workspace/config.js';
import { readConfig } from '../workspace/config-read.js';
import { decode } from '../workspace/decode.js';
import { join, relative, upward } from '../workspace/paths.js';
import { settingsName } from '../workspace/walk.js';
import { fileOf, Refusal, type Io } from './io.js';

/**
 * The gates of a configuration: of the one that was asked for, or of the nearest one.
 *
 * @throws Refusal when there is none, when it is wrong, and when it asks for nothing
 */
export async function configuredGates(asked: string | undefined, io: Io): Promise<readonly ReleaseGate[]> {
  const file = asked === undefined ? await nearest(io) : fileOf(asked, io);
  const answer = file === undefined ? undefined : await io.host.read(file);
  const decoded = answer !== undefined && 'bytes' in answer ? decode(answer.bytes) : undefined;
  if (file === undefined || decoded === undefined || 'binary' in decoded) {
    if (asked !== undefined) throw new Refusal(`There is no configuration file ${asked}.`);
    throw new Refusal(`Name files or folders of results, as in \`detent pass-k results.json\`, or put \`passK\` into ${settingsName}.`);
  }
  const reading = readConfig(
    file,
    decoded.text,
    knowledge.checks.map(({ id }) => id),
  );
  if ('problems' in reading) {
    const [{ span, message }] = reading.problems as readonly [(typeof reading.problems)[number]];
    const { line, column } = lineIndex(decoded.text).position(span.start);
    throw new Refusal(`${relative(io.cwd, file)}:${line + 1}:${column + 1}  ${message}`);
  }
  const { gates } = settingsOf(override(defaultConfig, reading.config));
  if (gates.length === 0) throw new Refusal(`${relative(io.cwd, file)} has no \`passK\`: name files or folders of results.`);
  return gates;
}

async function nearest({ host, cwd }: Io): Promise<string | undefined> {
  for (const folder of upward(cwd)) {
    const file = join(folder, settingsName);
    if ((await host.stat(file))?.kind === 'file') return file;
  }
  return undefined;
}
