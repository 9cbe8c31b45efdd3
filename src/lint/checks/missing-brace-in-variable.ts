// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const missingBraceInVariable = check({
  code: 'MISSING_BRACE_IN_VARIABLE',
  type: 'ERROR',
  title: 'A variable is never closed',
  messages: { found: 'The variable that begins in `{{open}}` has no closing brace. Write it as `${aws:username}`.' },
  policyTypes,
  needs: 'variable',
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username/*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*" }'),
  source: accessAnalyzer,
  *find(subject) {
    for (const { raw, path, span } of subject.variables) {
      const open = raw.lastIndexOf('${')
      if (raw.includes('}', open)) continue
      const message = told('found', { open: raw.slice(open) })
      yield { path, span, message }
    }
  },
})
