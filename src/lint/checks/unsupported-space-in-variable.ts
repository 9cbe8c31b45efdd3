// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import { policyTypes } from '../../iam/index.ts'
import { replace } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { fixTitle } from '../fix-titles.ts'
import { check, told } from '../messages.ts'
import { variablesIn } from '../variable-texts.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const unsupportedSpaceInVariable = check({
  code: 'UNSUPPORTED_SPACE_IN_VARIABLE',
  type: 'ERROR',
  title: 'A space inside a variable',
  messages: {
    found:
      'The variable `{{bad}}` has a space in its name, so it has no value. A space is allowed only after the comma, before a default value.',
  },
  policyTypes,
  needs: 'variable',
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws: userid}/*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:userid}/*" }'),
  source: accessAnalyzer,
  *find(subject) {
    for (const { raw, path, span } of subject.variables) {
      const bad = variablesIn(raw).find((inside) => inside.includes(':') && /\s/.test(inside.split(',', 1)[0] ?? ''))
      if (bad === undefined) continue
      const message = told('found', { bad: `\${${bad}}` })
      yield {
        path,
        span,
        message,
        fix: replace(fixTitle('removeSpace'), span, JSON.stringify(raw.replace(bad, () => withoutBlanks(bad)))),
      }
    }
  },
})

function withoutBlanks(inside: string): string {
  const [name = '', ...rest] = inside.split(',')
  return [name.replaceAll(/\s/g, ''), ...rest].join(',')
}
