/** Waits for a chain of work, and for what was added to it meanwhile. */
export async function finished(chain: () => Promise<void>): Promise<void> {
  for (let work = chain(); ; work = chain()) {
    await work;
    if (work === chain()) return;
  }
}
