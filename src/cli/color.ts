import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Lines of the texts for people that have a color. Reports in other formats have no line that begins like this. */
const styles: readonly (readonly [line: RegExp, style: Style])[] = [
  [/^(?:Confirmed|Stated by AWS|Likely)\b.*/, 'bold'],
  [/^decision: allowed$/, 'green'],
  [/^decision: (?:explicitDeny|implicitDeny)$/, 'red'],
  [/^decision: undetermined$/, 'yellow'],
  [/^(?:fix|or): .*/, 'green'],
  [/^ok {2}.*/, 'green'],
  [/^FAILED {2}.*/, 'red'],
  [/^Think twice: .*/, 'yellow'],
]

/** Colors the lines of a text that has passed `printable`: nothing in it but these colors can control the terminal. */
export const colored = (text: string): string => text.split('\n').map(coloredLine).join('\n')

function coloredLine(line: string): string {
  const style = styles.find(([pattern]) => pattern.test(line))?.[1]
  return style === undefined ? line : styleText(style, line)
}

/** Does a terminal read the output, and does no one object? https://no-color.org */
export const wantsColor = (
  { isTTY }: { readonly isTTY?: boolean },
  env: Readonly<Record<string, string | undefined>>,
): boolean => isTTY === true && (env.NO_COLOR ?? '') === '' && env.TERM !== 'dumb'
