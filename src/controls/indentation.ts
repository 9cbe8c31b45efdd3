/** A deeper indentation would leave a wrapped line no room on a phone. */
const deepest = 16

/** How many spaces a line begins with, as far as lines that wrap repeat them. */
export function indentation(line: string): number {
  let width = 0
  while (width < deepest && line[width] === ' ') width++
  return width
}

/** The style of a line that goes on behind its own indentation when it wraps; controls.css says how. */
export const hanging = (line: string): { readonly '--wd-indent': string } => ({
  '--wd-indent': `${indentation(line)}ch`,
})
