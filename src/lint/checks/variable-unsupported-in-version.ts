// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import { policyTypes, type Statement } from '../../iam/index.ts'
import type { Span } from '../../text/index.ts'
import { useCurrentVersion } from '../changes.ts'
import { accessAnalyzer } from '../check.ts'
import { entriesOf } from '../entries.ts'
import { check, told } from '../messages.ts'

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html */
export const variableUnsupportedInVersion = check({
  code: 'VARIABLE_UNSUPPORTED_IN_VERSION',
  type: 'ERROR',
  title: 'A variable in a policy of the old Version',
  messages: {
    found:
      'Variables exist only in policies of Version 2012-10-17. In this policy, `{{variable}}` is plain text, so it’s unlikely to match anything.',
  },
  policyTypes,
  wrong:
    '{\n  "Version": "2008-10-17",\n  "Statement": [\n    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*" }\n  ]\n}',
  right:
    '{\n  "Version": "2012-10-17",\n  "Statement": [\n    { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::home/${aws:username}/*" }\n  ]\n}',
  source: accessAnalyzer,
  *find({ policy: { statements, version, root, text } }) {
    if (!root || (version !== undefined && version.value !== '2008-10-17')) return
    for (const { raw, path, span } of statements.flatMap(textsWithVariables)) {
      const variable = variableIn(raw)
      if (variable === undefined) continue
      const message = told('found', { variable })
      yield { path, span, message, fix: useCurrentVersion(root, text) }
    }
  },
})

interface TextAt {
  readonly raw: string
  readonly path: string
  readonly span: Span
}

/** Where variables may stand: resources and the values of conditions. */
const textsWithVariables = (statement: Statement): readonly TextAt[] => [
  ...entriesOf(statement.resource).map(({ value: { raw }, path, span }) => ({ raw, path, span })),
  ...statement.conditions.flatMap(({ path, values }) =>
    values.map(({ value: { raw }, span }) => ({ raw, path, span })),
  ),
]

/** The first variable of IAM in a text. "${AWS::AccountId}" is one of CloudFormation, "${name}" one of Terraform. */
function variableIn(raw: string): string | undefined {
  for (let from = raw.indexOf('${'); from >= 0; from = raw.indexOf('${', from + 2)) {
    const to = raw.indexOf('}', from)
    if (to < 0) return undefined
    if (/^[a-z0-9.-]+:[^:]/i.test(raw.slice(from + 2, Math.min(to, from + longest)))) return raw.slice(from, to + 1)
  }
  return undefined
}

/** No variable's name is longer. */
const longest = 300
