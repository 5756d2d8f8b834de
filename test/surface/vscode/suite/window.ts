/** Presses the keys of a text in the focused editor; answers when the last one was pressed, in milliseconds since 1970. */
export async function typeText(text: string): Promise<number> {
  const { lastKeyAt } = await ask({ action: 'type', text });
  if (lastKeyAt === undefined) throw new Error('the driver did not say when the last key was pressed');
  return lastKeyAt;
}

/** Presses one key or chord, such as `Backspace` or `Control+S`. */
export async function pressKey(key: string): Promise<void> {
  await ask({ action: 'press', key });
}

/** Clicks on the first thing in the window that holds this text. */
export async function clickOn(text: string): Promise<void> {
  await ask({ action: 'click', text });
}

/** Keeps a picture of the window in `test/output/screenshots`. */
export async function takeScreenshot(name: string): Promise<void> {
  await ask({ action: 'screenshot', name: `${process.env['DETENT_SESSION']}-${name}` });
}

async function ask(body: object): Promise<{ readonly lastKeyAt?: number }> {
  const address = process.env['DETENT_WINDOW'];
  if (address === undefined) throw new Error('DETENT_WINDOW is not set: start the suite through run.mjs');
  const answer = await fetch(address, { method: 'POST', body: JSON.stringify(body), signal: AbortSignal.timeout(20_000) });
  if (!answer.ok) throw new Error(`the driver refused: ${await answer.text()}`);
  return (await answer.json()) as { readonly lastKeyAt?: number };
}
