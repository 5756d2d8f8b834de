import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const PAINT_MS = 1000;

/**
 * Lets a suite inside the extension host press real keys and take pictures of its own window, which no API of VS Code offers.
 *
 * @param {{ debugPort: number, screenshots: string }} options port of the window's remote debugging; folder for pictures
 * @returns {Promise<{ address: string, stop: () => Promise<void> }>} the suite posts `{ action, … }` to the address
 */
export async function startDriver({ debugPort, screenshots }) {
  const path = `/${randomBytes(16).toString('hex')}`;
  let window;
  const server = createServer(async (request, response) => {
    try {
      if (request.url !== path) throw new Error('unknown address');
      window ??= connect(debugPort);
      const answer = await act((await window).page, JSON.parse(await bodyOf(request)), screenshots);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}));
    } catch (error) {
      response.writeHead(500).end(error instanceof Error ? error.message : String(error));
    }
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}${path}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await (await window?.catch(() => undefined))?.browser.close().catch(() => undefined);
    },
  };
}

async function connect(debugPort) {
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${debugPort}`, { timeout: 10_000 });
  const pages = browser.contexts().flatMap((context) => context.pages());
  const page = pages.find((candidate) => /^http:|workbench/.test(candidate.url()));
  if (page === undefined) throw new Error(`no window among ${pages.map((candidate) => candidate.url()).join(', ')}`);
  return { browser, page };
}

async function act(page, { action, text, key, name }, screenshots) {
  if (action === 'type') return type(page, text);
  if (action === 'press') return void (await page.keyboard.press(key));
  if (action === 'click') return void (await page.getByText(text).first().click({ timeout: 10_000 }));
  if (action === 'screenshot') {
    mkdirSync(screenshots, { recursive: true });
    await page.waitForTimeout(PAINT_MS); // squiggles are painted a little after they are known
    return void (await page.screenshot({ path: join(screenshots, `${name}.png`) }));
  }
  throw new Error(`unknown action ${action}`);
}

/** Answers when the last key was about to be pressed, in milliseconds since 1970, for measuring from there. */
async function type(page, text) {
  const last = [...text].at(-1);
  await page.keyboard.type(text.slice(0, -last.length), { delay: 15 });
  const lastKeyAt = Date.now();
  await page.keyboard.type(last);
  return { lastKeyAt };
}

async function bodyOf(request) {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
