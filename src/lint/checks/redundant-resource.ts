import { type Entry, patternCovers, policyTypes, readPattern } from '../../iam/index.ts'
import { without } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { beforeWildcard, entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, type FoundOf, told } from '../messages.ts'

/** So many patterns of one statement are compared with its other resources: bounds the time for a hostile list. */
const mostPatterns = 200

const messages = {
  twice: '`{{value}}` appears twice in this list.',
  covered: '`{{value}}` adds nothing: `{{wider}}` in the same list covers it.',
} as const

/** A resource matches as a whole text, and a star reaches past slashes and colons. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html */
export const redundantResource = check({
  code: 'REDUNDANT_RESOURCE',
  type: 'SUGGESTION',
  title: 'A resource is covered by another one',
  messages,
  policyTypes,
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::reports/*", "arn:aws:s3:::reports/2026/*"] }',
  ),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": ["arn:aws:s3:::reports/*"] }'),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const statement of statements) yield* redundantIn(entriesOf(statement.resource))
  },
})

function* redundantIn(
  entries: readonly Entry<{ readonly kind: string; readonly raw: string }>[],
): Iterable<FoundOf<typeof messages>> {
  // What is alone is covered by nothing.
  if (entries.length < 2) return
  const patterns = entries
    .filter(({ value }) => /[*?]/.test(value.raw))
    .slice(0, mostPatterns)
    .map(({ value: { raw } }) => ({ before: beforeWildcard(raw), pattern: readPattern(raw, false) }))
  const seen = new Set<string>()
  for (const { value, path, span, list } of entries) {
    const again = seen.has(value.raw)
    seen.add(value.raw)
    if (value.kind === 'invalid' || !list || list.spans.length < 2) continue
    const wider = patterns.find(
      ({ before, pattern }) =>
        value.raw.startsWith(before) && pattern.raw !== value.raw && patternCovers(pattern, value.raw),
    )
    if (!again && !wider) continue
    const message = again
      ? told('twice', { value: value.raw })
      : told('covered', { value: value.raw, wider: wider?.pattern.raw ?? '' })
    yield { path, span, message, fix: { title: fixTitle('removeIt'), changes: [without(list.spans, list.index)] } }
  }
}
