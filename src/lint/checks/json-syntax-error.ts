import { policyTypes } from '../../iam/index.ts'
import type { Slip } from '../../text/index.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle, type QuickFix } from '../fix-titles.ts'
import { fromProblems, problemMessages } from '../from-problems.ts'
import { wholeTextFix } from '../json-slips.ts'
import { check } from '../messages.ts'

/** The text is no JSON. Only the first slip is told: what comes behind it may be its consequence. */
export const jsonSyntaxError = check({
  code: 'JSON_SYNTAX_ERROR',
  type: 'ERROR',
  title: 'The text is not valid JSON',
  messages: problemMessages,
  policyTypes,
  needs: 'problem',
  wrong: policyOf('{ "Effect": "Allow", "Action": ["ce:GetCostAndUsage",], "Resource": "*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": ["ce:GetCostAndUsage"], "Resource": "*" }'),
  source: accessAnalyzer,
  find(subject) {
    const first = subject.problems.find(({ code }) => code.startsWith('json-'))
    return fromProblems(
      subject,
      (problem) => problem === first,
      (problem) => fixOf(problem, subject.policy.text) ?? wholeTextFix(subject.policy.text),
    )
  },
})

function fixOf({ code, span }: Slip, text: string): QuickFix | undefined {
  const end = endBefore(text, span.from)
  const closes = text[span.from] === '}' || text[span.from] === ']'
  if (code === 'json-comment') return replace(fixTitle('removeComment'), span, '')
  if (code === 'json-comma' && !closes) return replace(fixTitle('insertComma'), { from: end, to: end }, ',')
  const isStray = text[end - 1] === ',' && (closes || text[span.from] === ',')
  if (!isStray || (code !== 'json-key' && code !== 'json-value')) return undefined
  return replace(fixTitle('removeComma'), { from: end - 1, to: end }, '')
}

/** Where the last thing before an offset ends, blanks left aside. */
function endBefore(text: string, offset: number): number {
  let end = offset
  while (end > 0 && /\s/.test(text[end - 1] ?? '')) end--
  return end
}
