import type { Check, Subject } from './check.ts'
import { accessAnalyzer } from './check.ts'
import { policyOf } from './example.ts'
import { told } from './messages.ts'

/** How many characters a policy has without the white space between its parts, as AWS counts them. */
export function sizeOf(text: string): number {
  let [size, inString] = [0, false]
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at)
    if (letter === quote) inString = !inString
    if (inString || letter > space) size++
    // What an escape escapes doesn't end the string.
    if (letter === backslash) {
      size++
      at++
    }
  }
  return size
}

const quote = '"'.charCodeAt(0)
const backslash = '\\'.charCodeAt(0)
const space = ' '.charCodeAt(0)

/** A policy that names so many objects that it is longer than this. */
export const longPolicy = (length: number, element: string): string =>
  policyOf(
    element.replace(
      'MANY',
      Array.from(
        { length: Math.ceil(length / 30) + 1 },
        (_, i) => `"arn:aws:s3:::reports-${String(i).padStart(8, '0')}"`,
      ).join(', '),
    ),
  )

/** One finding for a policy that is longer than its kind may be. `quota` is undefined where there is none for this subject. */
export const sizeCheck = (
  about: Pick<Check, 'code' | 'type' | 'title' | 'policyTypes' | 'wrong' | 'right'>,
  quota: (subject: Subject) => number | undefined,
): Check => ({
  ...about,
  messages: {
    found:
      'This policy has {{size}} characters without white space. The limit is {{most}}. Use wildcards, or split it into several policies.',
  },
  source: accessAnalyzer,
  *find(subject) {
    const most = quota(subject)
    if (most === undefined || subject.policy.text.length <= most) return
    const size = subject.size()
    if (size <= most) return
    const message = told('found', { size: size.toLocaleString('en'), most: most.toLocaleString('en') })
    yield { path: '', span: { from: 0, to: 1 }, message }
  },
})
