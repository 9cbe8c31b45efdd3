// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'
import { variablesIn } from '../variable-texts.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const emptyVariable = check({
  code: 'EMPTY_VARIABLE',
  type: 'ERROR',
  title: 'A variable without a name',
  messages: {
    found: 'The variable in `{{value}}` has no name. Write a name, such as `${aws:username}`, or remove the variable.',
  },
  policyTypes,
  needs: 'variable',
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${}/*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*" }'),
  source: accessAnalyzer,
  *find(subject) {
    for (const { raw, path, span } of subject.variables) {
      if (!variablesIn(raw).some((inside) => inside.trim() === '')) continue
      yield {
        path,
        span,
        message: told('found', { value: raw }),
      }
    }
  },
})
