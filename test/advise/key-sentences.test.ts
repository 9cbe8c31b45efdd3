// The key sentence of each cause, once: what a worried reader reads first, and how certain it is.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { Certainty } from '../../src/advise/diagnosis.ts'
import { causes, diagnose } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { requiredServices } from '../../src/reference/index.ts'
import { exampleSchema } from '../../src/session/example.ts'

/** By cause: an example in content/examples, the sentence, and its certainty. */
const keySentences: readonly (readonly [cause: string, example: string, sentence: string, certainty: Certainty])[] = [
  ['cost-explorer-off', 'cause-cost-explorer-off', 'Cost Explorer isn’t turned on for this account', 'stated by AWS'],
  ['block-public-access', 'cause-block-public-access', 'S3 Block Public Access is turned on', 'stated by AWS'],
  [
    'billing-access-not-activated',
    'billing-not-activated',
    'IAM access to Billing is turned off in this account',
    'stated by AWS',
  ],
  ['not-by-policy', 'declarative-policy-vpc', 'A declarative policy of your organization denies this', 'stated by AWS'],
  [
    'service-not-trusted',
    'pol-trust-service-typo',
    'The role does not trust the service lambda.amazonaws.com',
    'confirmed',
  ],
  ['not-authorization', 'cred-two-keys', 'This isn’t AWS’s “not authorized” error', 'likely'],
  ['credential-problem', 'cred-invalid-key', 'AWS rejected your credentials, not your permissions', 'stated by AWS'],
  ['no-role-in-setting', 'cause-no-role-in-setting', 'The setting eks.amazonaws.com/role-arn names no role', 'likely'],
  ['encoded-message', 'encoded-message', 'The reason is in an encoded message', 'stated by AWS'],
  ['no-detail', 'access-denied-only', 'AWS denied something, and the message doesn’t say what', 'likely'],
  ['assume-role-target', 'cause-assume-user', 'Only a role can be assumed, and this is a user', 'stated by AWS'],
  ['service-role', 'cause-execution-role', 'The function’s execution role lacks sqs:ReceiveMessage', 'stated by AWS'],
  [
    'service-linked-role',
    'bill-cost-hub-role',
    'The permission to create the service’s own role is missing',
    'confirmed',
  ],
  ['training-lab', 'cred-lab-ended', 'The session of your training lab has ended', 'stated by AWS'],
  [
    'incomplete',
    'cause-only-account',
    'The caller probably lacks kms:Decrypt, and the message doesn’t say who called',
    'likely',
  ],
  [
    'quarantined-key',
    'cred-quarantine',
    'AWS has put this user under quarantine: its access key leaked',
    'stated by AWS',
  ],
  ['asked-retired-action', 'cause-retired-mcp', 'AWS no longer checks aws-mcp:InvokeMcp', 'stated by AWS'],
  [
    'web-identity-trust',
    'role-github-environment',
    'The job has an environment, so its token’s subject names that instead of the branch',
    'likely',
  ],
  [
    'lambda-qualifier',
    'cause-lambda-alias',
    'The policy names the function, but not the version or alias that was called',
    'confirmed',
  ],
  [
    'further-check',
    'cause-upload-with-acl',
    'The call also sets an ACL, and the policies don’t allow s3:PutObjectAcl',
    'likely',
  ],
  [
    'policies-allow',
    'cause-other-scp',
    'An explicit Deny in a service control policy (SCP) that isn’t here stops ce:GetCostAndUsage',
    'stated by AWS',
  ],
  [
    'called-by-service',
    'cause-called-by-service',
    'A service probably called kms:GenerateDataKey for you, and it can’t meet the condition on aws:SourceIp',
    'likely',
  ],
  [
    'depends',
    'cause-depends-on-address',
    'The policies allow ce:GetCostAndUsage only under a condition on aws:SourceIp',
    'likely',
  ],
  [
    'message-contradicts-policies',
    'cause-other-boundary',
    'AWS blames a permissions boundary that was not given here',
    'stated by AWS',
  ],
  [
    'identity-center-provisions',
    'cause-identity-center-provisions',
    'IAM Identity Center made this call for you, with your permissions',
    'stated by AWS',
  ],
  ['explicit-deny-mfa', 'mfa-deny', 'You called without MFA, and a policy denies that', 'confirmed'],
  [
    'scp-region-lock',
    'scp-region-lock-billing',
    'Your organization’s Region lock denies billing:GetBillingData',
    'confirmed',
  ],
  [
    'explicit-deny-network',
    'authorization-id',
    'A policy denies iam:CreateInstanceProfile from this network',
    'confirmed',
  ],
  [
    'explicit-deny-organization',
    'msg-endpoint-deny',
    'A policy denies s3:PutObject because one side is outside the organization',
    'likely',
  ],
  [
    'explicit-deny-encryption',
    'cause-deny-encryption',
    'A policy denies s3:PutObject without the encryption that it requires',
    'likely',
  ],
  ['explicit-deny-tag', 'cause-deny-tag', 'A policy denies ec2:RunInstances because of a tag', 'likely'],
  ['explicit-deny-time', 'cause-deny-old-session', 'A policy denies ce:GetCostAndUsage at this time', 'confirmed'],
  [
    'explicit-deny',
    'bill-close-account-scp',
    'An explicit Deny in a service control policy (SCP) stops account:CloseAccount',
    'confirmed',
  ],
  ['refused-by-aws', 'cause-role-of-aws', 'AWS denies this whatever the policies say', 'stated by AWS'],
  [
    'trust-condition',
    'role-eks-other-namespace',
    'The token’s subject is not the one that the role trusts',
    'confirmed',
  ],
  [
    'trust-does-not-name-caller',
    'trust-policy',
    'The role’s trust policy does not let the user mateojackson in',
    'confirmed',
  ],
  ['kms-key-policy', 'pol-kms-no-delegation', 'The key policy does not allow kms:Decrypt', 'confirmed'],
  ['cross-account-both-sides', 'cause-neither-account', 'Neither account allows sqs:SendMessage', 'confirmed'],
  ['cross-account-one-side', 'cross-account-identity', 'The caller’s own account does not allow it', 'confirmed'],
  ['silent-scp', 'bill-member-scp-silent', 'Your organization does not allow billing:GetBillingData', 'confirmed'],
  ['silent-endpoint', 'pol-endpoint-other-bucket', 'The VPC endpoint does not let s3:GetObject through', 'confirmed'],
  ['silent-boundary', 'pol-two-gates', 'The permissions boundary does not allow sqs:SendMessage', 'confirmed'],
  ['silent-session', 'pol-session-narrow', 'The session policy does not allow s3:PutObject', 'confirmed'],
  [
    'pass-role-other-service',
    'role-pass-other-service',
    'The role can be passed, but not to this service',
    'confirmed',
  ],
  [
    'pass-role-missing',
    'bill-budget-action-role',
    'The permission to pass the role to a service is missing',
    'confirmed',
  ],
  ['retired-action', 'aws-portal-retired', 'The policy allows actions that AWS no longer asks about', 'confirmed'],
  [
    'needs-star-resource',
    'cause-needs-star',
    'payments:ListPaymentPreferences works with “Resource”: “*” only',
    'confirmed',
  ],
  [
    'bucket-or-object',
    'case-of-object-arn',
    'The policy names the bucket, but the action needs its objects',
    'confirmed',
  ],
  ['arn-mismatch', 'cause-arn-other-region', 'The policy allows sqs:SendMessage, but for another Region', 'confirmed'],
  [
    'misspelt-action',
    'cause-misspelt-action',
    'The policy probably means s3:ListBucket, but spells it differently',
    'confirmed',
  ],
  [
    'permission-set',
    'bill-preferences-update',
    'The permission set Finance does not allow billing:UpdateBillingPreferences',
    'confirmed',
  ],
  [
    'no-identity-allow',
    'bill-anomaly-list',
    'No policy attached to the user marymajor allows ce:GetAnomalyMonitors',
    'confirmed',
  ],
]

describe('the key sentence of a cause', () => {
  it('is here for every cause, in the order in which they are tried', () => {
    expect(keySentences.map(([cause]) => cause)).toEqual(causes.map(({ id }) => id))
  })

  it.each(keySentences)('%s, in the example %s: %s', async (id, file, sentence, certainty) => {
    const example = exampleSchema.parse(parse(readFileSync(`content/examples/${file}.yaml`, 'utf8')))
    const { title: _title, summary: _summary, expect: _expect, ...given } = example
    const reference = await loadReference(requiredServices([given.paste, ...given.policies.map(({ text }) => text)]))
    const { cause } = diagnose(given, reference)
    expect({ id: cause.id, title: cause.title, certainty: cause.certainty }).toEqual({ id, title: sentence, certainty })
    // The sentence is the cause, so what follows doesn't repeat it.
    expect(cause.explanation).not.toContain(cause.title)
  })
})

/** Causes whose examples don't end in "Allowed" by a change of a policy, and why no policy helps. */
const withoutFix: Readonly<Record<string, string>> = {
  'cost-explorer-off': 'the management account turns it on',
  'block-public-access': 'a setting of the bucket or the account forbids it',
  'billing-access-not-activated': 'only the root user can turn it on',
  'not-by-policy': 'AWS, a setting, or a declarative policy forbids it',
  'not-authorization': 'AWS evaluated no permission',
  'credential-problem': 'AWS evaluated no permission',
  'encoded-message': 'the message has to be decoded first',
  'no-detail': 'nothing says what was denied',
  'assume-role-target': 'the call names something that can’t be assumed',
  'no-role-in-setting': 'the setting has to name a role',
  incomplete: 'the caller or the action isn’t known',
  'quarantined-key': 'the key is known to strangers',
  'training-lab': 'no one in the lab can change its policies',
  'asked-retired-action': 'AWS no longer checks the action',
  'policies-allow': 'what stopped the call wasn’t given',
  depends: 'the caller meets the condition',
  'explicit-deny-mfa': 'the caller signs in with MFA',
  'refused-by-aws': 'AWS denies it whatever the policies say',
  'trust-condition': 'the workload has to run where the role expects it',
}

it('every other cause has an example that ends in “Allowed”', () => {
  const examples = readdirSync('content/examples')
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => exampleSchema.parse(parse(readFileSync(`content/examples/${file}`, 'utf8'))).expect)
  const fixed = new Set(examples.filter((each) => each.fixed === 'allowed').map(({ cause }) => cause))
  const open = causes.map(({ id }) => id).filter((id) => !fixed.has(id))
  expect(open).toEqual(causes.map(({ id }) => id).filter((id) => Object.hasOwn(withoutFix, id)))
})
