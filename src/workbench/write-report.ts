import type { Diagnosis } from '../advise/index.ts'
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

/** Puts every text of a JSON value through `redact` at once, so that the same name gets the same stand-in; its keys stay. */
export function redactJson(json: string, redact: (text: string) => string): string {
  const texts: string[] = []
  const value = JSON.parse(json, (_, each: unknown) => {
    if (typeof each === 'string') texts.push(each)
    return each
  })
  const redacted = redact(texts.join(separator)).split(separator)
  let next = 0
  const put = (each: unknown): unknown => {
    if (typeof each === 'string') return redacted[next++] ?? ''
    if (Array.isArray(each)) return each.map(put)
    if (typeof each !== 'object' || each === null) return each
    return Object.fromEntries(Object.entries(each).map(([key, inner]) => [key, put(inner)]))
  }
  return `${JSON.stringify(put(value), null, 2)}\n`
}

/** In no text that JSON can hold unescaped, and no word or ARN runs over it. */
const separator = '\u0001'
