/** Milliseconds that this thread computed for some work: what else the machine does meanwhile is not counted. */
export function spent(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1000;
}
