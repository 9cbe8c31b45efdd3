// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { variablesIn } from '../variable-texts.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const missingQuoteInVariable = check({
  code: 'MISSING_QUOTE_IN_VARIABLE',
  type: 'ERROR',
  title: 'The default of a variable lacks quotes',
  messages: {
    found: "The default in `{{bad}}` needs single quotes on both sides: `${aws:PrincipalTag/team, 'guests'}`.",
  },
  policyTypes,
  needs: 'variable',
  wrong: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:PrincipalTag/team, guests}/*" }',
  ),
  right: policyOf(
    '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:PrincipalTag/team, \'guests\'}/*" }',
  ),
  source: accessAnalyzer,
  *find(subject) {
    for (const { raw, path, span } of subject.variables) {
      const bad = variablesIn(raw).find(
        (inside) => inside.includes(':') && inside.includes(',') && !/,\s*'[^']*'\s*$/.test(inside),
      )
      if (bad === undefined) continue
      const message = told('found', { bad: `\${${bad}}` })
      yield { path, span, message }
    }
  },
})
