// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer, type Check, type Found } from '../check.ts'
import { policyOf } from '../example.ts'
import { variablesIn, variableTexts } from '../variable-texts.ts'
import { quote } from '../words.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const emptyVariable: Check = {
  code: 'EMPTY_VARIABLE',
  type: 'ERROR',
  title: 'A variable without a name',
  policyTypes: policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${}/*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*" }'),
  source: accessAnalyzer,
  *find(subject): Iterable<Found> {
    for (const { raw, path, span } of variableTexts(subject)) {
      if (!variablesIn(raw).some((inside) => inside.trim() === '')) continue
      yield {
        path,
        span,
        message: `The variable in ${quote(raw)} has no name. Write a name, such as \`\${aws:username}\`, or remove the variable.`,
      }
    }
  },
}
