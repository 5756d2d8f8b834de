/** Numbers from 0 up to 1, always the same ones for a seed: Marsaglia's xorshift of 32 bits, mixed by a multiplication. */
export function randomOf(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (Math.imul(state, 0x2545f491) >>> 0) / 0x1_0000_0000;
  };
}
