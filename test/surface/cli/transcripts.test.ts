import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { play, readScenes, textOf, withConsole } from './transcript.js';

/** `DETENT_WRITE=1` writes the answers of today into the transcripts, for a look at the difference. */
const writes = process.env['DETENT_WRITE'] === '1';

const folder = new URL('.', import.meta.url);

for (const name of readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .sort()) {
  const url = new URL(name, folder);
  describe(name, () => {
    for (const scene of readScenes(readFileSync(url, 'utf8'))) {
      test(scene.title, async () => {
        const { console, host } = await play(scene);
        if (writes) writeFileSync(url, withConsole(readFileSync(url, 'utf8'), scene, console));
        else expect(console).toBe(scene.console);
        for (const [file, text] of Object.entries(scene.after)) expect(await textOf(host, file)).toBe(text);
        expect(scene.console).toMatch(/^\$ detent/m);
      });
    }
  });
}
