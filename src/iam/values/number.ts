/**
 * Reads a number of a policy or a request: digits with an optional minus sign and fraction ("12", "-0.5"). Returns undefined for anything else,
 * and for numbers too large for a double. AWS says only that numbers are integers and floats, so "+5", ".5", "5.", and "1e3" aren't numbers here. AWS doesn't say whether it skips blanks around a number; lint and evaluate both do.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_datatypes.html
 */
export function readNumber(text: string): number | undefined {
  const trimmed = text.trim()
  if (!numeral.test(trimmed)) return undefined
  const number = Number(trimmed)
  return Number.isFinite(number) ? number : undefined
}

const numeral = /^-?\d+(?:\.\d+)?$/

/**
 * Sample numbers that distinguish all comparisons with these bounds: each bound, one number below all, one above all, and one between
 * each two neighbors (a whole number where one fits). Returns texts that `readNumber` reads; neighboring doubles have nothing between them.
 */
export function numbersAround(bounds: readonly number[]): readonly string[] {
  return around(bounds, { below: (n) => n - step(n), above: (n) => n + step(n), between: betweenNumbers }).map(plain)
}

/** A number without an exponent. */
function plain(number: number): string {
  const text = String(number)
  const [mantissa = '', exponent] = text.split('e')
  if (exponent === undefined) return text
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', fraction = ''] = mantissa.slice(sign.length).split('.')
  const power = Number(exponent)
  // Numbers with an exponent above zero are whole: they have no fraction left.
  if (power > 0) return `${sign}${whole}${fraction.padEnd(power, '0')}`
  return `${sign}0.${'0'.repeat(-power - 1)}${whole}${fraction}`
}

/** What steps over and between values of an ordered type. A result that isn't strictly outside or between is dropped. */
interface Order {
  readonly below: (bound: number) => number
  readonly above: (bound: number) => number
  readonly between: (low: number, high: number) => number
}

/** The bounds, then one value below, between each two neighbors, and above, as far as such values exist. Without bounds: 0. */
export function around(bounds: readonly number[], { below, above, between }: Order): readonly number[] {
  const sorted = [...new Set(bounds)].sort((a, b) => a - b)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return [0]
  const gaps = sorted.flatMap((low, i) => {
    const high = sorted[i + 1]
    const value = high === undefined ? low : between(low, high)
    return high !== undefined && value > low && value < high ? [value] : []
  })
  const outside = [below(first), above(last)].filter((value) => Number.isFinite(value) && !sorted.includes(value))
  return [...sorted, ...outside, ...gaps]
}

/** Large enough to change the number. */
const step = (number: number): number => Math.max(1, Math.abs(number))

function betweenNumbers(low: number, high: number): number {
  const whole = Math.floor(low) + 1
  return whole > low && whole < high ? whole : low / 2 + high / 2
}
