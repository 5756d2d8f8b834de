import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import wabt from 'wabt';

/** The program that looks for pairs of letters, from its text to the bytes that engines take. */
export async function pairsProgram(root: string): Promise<string> {
  const file = 'server/analysis/spotter/pairs.wat';
  const { parseWat } = await wabt();
  const parsed = parseWat(file, readFileSync(join(root, file), 'utf8'));
  try {
    const { buffer } = parsed.toBinary({});
    const lines = Array.from(
      { length: Math.ceil(buffer.length / 32) },
      (_, line) => `  ${buffer.slice(line * 32, line * 32 + 32).join(', ')},`,
    );
    return `// Generated from ${file} by \`npm run generate\`.
/** A program of WebAssembly. */
export const program: Uint8Array<ArrayBuffer> = new Uint8Array([
${lines.join('\n')}
]);
`;
  } finally {
    parsed.destroy();
  }
}
