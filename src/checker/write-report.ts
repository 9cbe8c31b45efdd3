import type { Diagnosis, Redactor } from '../advise/index.ts'
import { toAnswer } from '../denial/index.ts'

/** A report without the marks of Markdown: headings are underlined, code is indented. */
export function plainReport(markdown: string): string {
  let isCode = false
  const lines = markdown.split('\n').flatMap((line): readonly string[] => {
    if (/^`{3,}\w*$/.test(line)) {
      isCode = !isCode
      return []
    }
    if (isCode) return [`    ${line}`]
    const heading = /^(#{1,3}) (.*)$/.exec(line)
    if (heading) return [heading[2] ?? '', (heading[1] === '#' ? '=' : '-').repeat((heading[2] ?? '').length)]
    return [line.replaceAll('**', '').replaceAll('`', '')]
  })
  return lines.join('\n')
}

/** The whole answer for programs: what `whydenied diagnose --json` prints, and what made it. */
export const jsonReport = (
  diagnosis: Diagnosis,
  versions: { readonly engine: string; readonly data: string | undefined },
): string => `${JSON.stringify({ ...diagnosis, denial: toAnswer(diagnosis.denial), versions }, null, 2)}\n`

/** Fields whose values are the program's own words. */
const ownWords = new Set(
  'id article certainty kind decision policyType principalType state effect tool owner code severity insteadTopic versions engine data'.split(
    ' ',
  ),
)

/** Redacts every text of a JSON value, and the keys that are condition keys; adds what was replaced and what stays readable as `redaction`. */
export function redactJson(json: string, redactor: Pick<Redactor, 'text' | 'value'>, note: readonly string[]): string {
  const put = (each: unknown): unknown => {
    if (typeof each === 'string') return redactor.value(each)
    if (Array.isArray(each)) return each.map(put)
    if (typeof each !== 'object' || each === null) return each
    return Object.fromEntries(
      Object.entries(each).map(([key, inner]) => [
        /[:/]/.test(key) ? redactor.text(key) : key,
        ownWords.has(key) && typeof inner === 'string' ? inner : put(inner),
      ]),
    )
  }
  const value: unknown = put(JSON.parse(json))
  const whole = typeof value === 'object' && value !== null ? { ...value, redaction: note } : value
  return `${JSON.stringify(whole, null, 2)}\n`
}
