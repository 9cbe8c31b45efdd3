import { once } from '../../text/index.ts'
import { replace, withFix } from '../changes.ts'
import { accessAnalyzer, identityTypes } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle, type QuickFix } from '../fix-titles.ts'
import { check, told } from '../messages.ts'

/** Other services take blanks and more. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html */
export const unsupportedSid = check({
  code: 'UNSUPPORTED_SID',
  type: 'ERROR',
  title: 'A Sid contains more than letters and digits',
  messages: { found: 'In IAM, a `Sid` can contain only letters and digits, so AWS rejects `{{sid}}`.' },
  policyTypes: identityTypes,
  wrong: policyOf('{ "Sid": "See costs", "Effect": "Allow", "Action": "ce:*", "Resource": "*" }'),
  right: policyOf('{ "Sid": "SeeCosts", "Effect": "Allow", "Action": "ce:*", "Resource": "*" }'),
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    const names = once(() => new Set(statements.map(({ sid }) => sid?.value)))
    for (const { sid, path } of statements) {
      if (!sid || sid.value.includes('${') || /^[A-Za-z0-9]*$/.test(sid.value)) continue
      const taken = names()
      const letters = sid.value.replaceAll(/[^A-Za-z0-9]/g, '')
      const fix: QuickFix | undefined =
        letters === '' || taken.has(letters)
          ? undefined
          : replace(fixTitle('write', { text: letters }), sid.span, `"${letters}"`)
      taken.add(letters)
      const message = told('found', { sid: sid.value })
      yield { path: `${path}/Sid`, span: sid.span, message, ...withFix(fix) }
    }
  },
})
