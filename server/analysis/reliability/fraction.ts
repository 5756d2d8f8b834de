/** A number that is exact. The lower part is above zero. */
export interface Fraction {
  readonly upper: bigint;
  readonly lower: bigint;
}

export function fraction(upper: bigint | number, lower: bigint | number = 1n): Fraction {
  return { upper: BigInt(upper), lower: BigInt(lower) };
}

/** The number that a decimal notation stands for, such as `0.6`; `undefined` for anything else. */
export function fractionOf(decimal: string): Fraction | undefined {
  const [, sign, whole = '', part = '', exponent = '0'] =
    /^(-?)(\d{0,15})(?:\.(\d{0,40}))?(?:[eE]([+-]?\d{1,2}))?$/.exec(decimal.trim()) ?? [];
  if (sign === undefined || whole + part === '') return undefined;
  const digits = BigInt(whole + part) * (sign === '-' ? -1n : 1n);
  const power = Number(exponent) - part.length;
  return power >= 0 ? fraction(digits * 10n ** BigInt(power)) : fraction(digits, 10n ** BigInt(-power));
}

/** Below zero when the first one is smaller. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.upper * b.lower - b.upper * a.lower;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** With so many digits behind the point, rounded half up, as people write it. */
export function decimalOf({ upper, lower }: Fraction, digits: number): string {
  const scale = 10n ** BigInt(digits);
  const size = upper < 0n ? -upper : upper;
  const rounded = (2n * size * scale + lower) / (2n * lower);
  const text = `${rounded / scale}${digits === 0 ? '' : `.${String(rounded % scale).padStart(digits, '0')}`}`;
  return upper < 0n && rounded !== 0n ? `-${text}` : text;
}

/** The nearest number that a program counts with. */
export function numberOf({ upper, lower }: Fraction): number {
  // Both may be larger than such a number can be.
  const digits = Math.max(String(upper).length, String(lower).length) - 300;
  if (digits <= 0) return Number(upper) / Number(lower);
  const scale = 10n ** BigInt(digits);
  return Number(upper / scale) / Number(lower / scale);
}

export function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

const rows: bigint[][] = [[1n]];

/** How many ways there are to choose `k` of `n` things. */
export function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  if (n <= 200) {
    while (rows.length <= n) {
      const last = rows.at(-1)!;
      rows.push([1n, ...last.slice(1).map((value, i) => value + last[i]!), 1n]);
    }
    return rows[n]![k]!;
  }
  let ways = 1n;
  for (let i = 1; i <= Math.min(k, n - k); i += 1) ways = (ways * BigInt(n - i + 1)) / BigInt(i);
  return ways;
}
