// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import { policyTypes } from '../../iam/index.ts'
import { accessAnalyzer } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { policyOf } from '../example.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html */
export const variableUnsupportedInElement = check({
  code: 'VARIABLE_UNSUPPORTED_IN_ELEMENT',
  type: 'ERROR',
  title: 'A variable where AWS doesn’t support variables',
  messages: {
    found: 'Variables work only in `Resource` and in conditions; in `{{value}}`, the variable is plain text.',
  },
  policyTypes,
  wrong: policyOf('{ "Effect": "Allow", "Action": "s3:${aws:username}", "Resource": "arn:aws:s3:::home/*" }'),
  right: policyOf('{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*" }'),
  alsoRaises: ['INVALID_PRINCIPAL_FORMAT'],
  source: accessAnalyzer,
  *find({ policy: { statements } }) {
    for (const statement of statements) {
      for (const entries of [entriesOf(statement.action), entriesOf(statement.principal)])
        for (const { value, path, span } of entries)
          if (hasVariable(value.raw)) yield { path, span, message: told('found', { value: value.raw }) }
      const { sid } = statement
      if (sid && hasVariable(sid.value))
        yield { path: `${statement.path}/Sid`, span: sid.span, message: told('found', { value: sid.value }) }
    }
  },
})

/** A variable has a colon with one name before it; `AWS::Region` is a template's. */
const hasVariable = (text: string): boolean => text.includes('${') && /\$\{[\w.-]+:[^:}]/.test(text)
