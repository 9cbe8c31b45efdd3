// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { asksThatKeyIsThere, atElement, statementCheck } from '../statement-check.ts'

export const tagVariableWithoutDefault = statementCheck(
  {
    code: 'TAG_VARIABLE_WITHOUT_DEFAULT',
    group: 'reminders',
    type: 'SUGGESTION',
    title: 'A variable for a tag has no value for callers without the tag',
    messages: {
      found:
        'Callers without the tag have no value for `{{variable}}`, so the statement doesn’t apply to them: an Allow gives them nothing, and a Deny doesn’t deny. If that isn’t what you mean, write a default behind a comma, or require the tag with a `Null` condition.',
    },
    policyTypes: ['identity', 'permissions-boundary', 'session', 'scp'],
    wrong: policyOf(
      '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/${aws:PrincipalTag/team}/*" }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/${aws:PrincipalTag/team, \'none\'}/*" }',
    ),
    source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
  },
  (statement) => {
    const { resource } = statement
    const found = resource?.items.flatMap(
      ({ value }) => /\$\{(aws:PrincipalTag\/[^,{}]{1,128})\}/i.exec(value.raw)?.[1] ?? [],
    )
    const [variable] = found ?? []
    if (!resource || variable === undefined || asksThatKeyIsThere(statement, variable)) return undefined
    return { at: atElement(statement, resource), message: told('found', { variable: `\${${variable}}` }) }
  },
)
