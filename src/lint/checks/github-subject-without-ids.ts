import { policyOf } from '../example.ts'
import { told } from '../messages.ts'
import { asksForKey, atKey, conditionCheck, isAllow } from '../statement-check.ts'

/** The change: https://github.blog/changelog/2026-04-23-immutable-subject-claims-for-github-actions-oidc-tokens/ */
export const githubSubjectWithoutIds = conditionCheck(
  {
    code: 'GITHUB_SUBJECT_WITHOUT_IDS',
    group: 'reminders',
    type: 'SUGGESTION',
    title: 'The GitHub subject misses repositories created or renamed since July 2026',
    messages: {
      found:
        'Repositories created or renamed since 15 July 2026 send the IDs of the owner and of the repository along: `repo:<OWNER>@<ID>/<REPOSITORY>@<ID>:…`. `{{subject}}` doesn’t match those. If the repository is one of them, add that form.',
    },
    policyTypes: ['trust'],
    key: /^token\.actions\.githubusercontent\.com:sub$/,
    under: asksForKey,
    wrong: policyOf(
      '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" }, "StringLike": { "token.actions.githubusercontent.com:sub": "repo:example/app:*" } } }',
    ),
    right: policyOf(
      '{ "Effect": "Allow", "Principal": { "Federated": "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" }, "StringLike": { "token.actions.githubusercontent.com:sub": ["repo:example/app:*", "repo:example@4242/app@123456789:*"] } } }',
    ),
    source:
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif',
  },
  (condition, statement) => {
    const [first] = condition.values ?? []
    if (!first || !isAllow(statement)) return undefined
    const isOld = condition.values.every(({ value }) => /^repo:[^@*?$]{1,200}\//.test(value.raw))
    return isOld ? { at: atKey(condition), message: told('found', { subject: first.value.raw }) } : undefined
  },
)
