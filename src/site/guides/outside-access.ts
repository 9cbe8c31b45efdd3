import { type Answers, answerTo, document, type Field, type Guide, mustMatch, type Plan, type Probe } from './guide.ts'

const own = '111122223333'
const stranger = '999988887777'

const way: Field = {
  id: 'way',
  label: 'Who is to come in?',
  options: [
    { value: 'company', label: 'Another company or account, with a role' },
    { value: 'github', label: 'A pipeline of GitHub Actions, without keys' },
    { value: 'bucket', label: 'Another account, to read one S3 bucket' },
  ],
  initial: 'company',
}
const is =
  (...values: readonly string[]) =>
  (answers: Answers): boolean =>
    values.includes(answerTo(answers, way))
const account: Field = {
  id: 'account',
  label: 'Their account number',
  hint: 'Twelve digits. Ask them for it; never take it from an e-mail that you did not expect.',
  initial: '444455556666',
  complaint: mustMatch(/^\d{12}$/, 'An account number has exactly twelve digits'),
  when: is('company', 'bucket'),
}
const external: Field = {
  id: 'external',
  label: 'The external id',
  hint: 'The other company makes one up for each of its customers. It keeps others whom they serve out of your account.',
  initial: 'a1b2c3d4-your-company',
  complaint: mustMatch(/^[\w+=,.@:/-]{2,1224}$/, 'Two or more letters, digits and + = , . @ : / - _, without blanks'),
  when: is('company'),
}
const repository: Field = {
  id: 'repository',
  label: 'The repository, as OWNER/NAME',
  initial: 'anycompany/website',
  complaint: mustMatch(/^[\w.-]{1,100}\/[\w.-]{1,100}$/, 'OWNER/NAME, such as anycompany/website, without wildcards'),
  when: is('github'),
}
const branch: Field = {
  id: 'branch',
  label: 'The branch',
  initial: 'main',
  complaint: mustMatch(/^[\w./-]{1,200}$/, 'The name of one branch, without wildcards'),
  when: is('github'),
}
const may: Field = {
  id: 'may',
  label: 'What can they do?',
  options: [
    { value: 'costs', label: 'Look at costs and bills' },
    { value: 'read', label: 'Read one S3 bucket' },
  ],
  initial: 'costs',
  when: is('company', 'github'),
}
const bucket: Field = {
  id: 'bucket',
  label: 'The bucket’s name',
  initial: 'amzn-s3-demo-bucket',
  complaint: mustMatch(
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    'A bucket’s name has 3 to 63 small letters, digits, dots and hyphens',
  ),
  when: (answers) => answerTo(answers, way) === 'bucket' || answerTo(answers, may) === 'read',
}

/** Gives people outside the account access: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios.html */
export const outsideAccess: Guide = {
  id: 'outside-access',
  title: 'Give people outside the account access',
  intro:
    'Say who is to come in and what for. You get the policies, for your side and for theirs, and see at once who gets in with them and who does not.',
  article: 'roles/cross-account',
  fields: [way, account, external, repository, branch, may, bucket],
  plan: (answers) => {
    switch (answerTo(answers, way)) {
      case 'github':
        return github(answers)
      case 'bucket':
        return sharedBucket(answers)
      default:
        return company(answers)
    }
  },
}

const role = `arn:aws:iam::${own}:role/Guest`

function permissions(answers: Answers) {
  const name = answerTo(answers, bucket).trim()
  const statements =
    answerTo(answers, may) === 'read'
      ? reading(name, {})
      : [
          {
            Sid: 'Costs',
            Effect: 'Allow',
            Action: ['billing:Get*', 'billing:List*', 'ce:Get*', 'ce:List*', 'ce:Describe*'],
            Resource: '*',
          },
        ]
  return {
    title: 'What the role can do',
    policyType: 'identity',
    text: document(...statements),
    where: 'As the inline policy of the role, in your account.',
    command: 'aws iam put-role-policy --role-name Guest --policy-name Guest --policy-document file://permissions.json',
  } as const
}

const reading = (name: string, more: object): readonly object[] => [
  { Sid: 'ListTheBucket', Effect: 'Allow', ...more, Action: 's3:ListBucket', Resource: `arn:aws:s3:::${name}` },
  { Sid: 'ReadObjects', Effect: 'Allow', ...more, Action: 's3:GetObject', Resource: `arn:aws:s3:::${name}/*` },
]

const full = {
  type: 'identity',
  name: 'all that their own account can give',
  document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
} as const

function company(answers: Answers): Plan {
  const [theirs, id] = [answerTo(answers, account).trim(), answerTo(answers, external).trim()]
  const assume = (who: string, externalId: string | undefined): Pick<Probe, 'request' | 'otherPolicies'> => ({
    request: {
      principal: `arn:aws:iam::${who}:user/mateojackson`,
      action: 'sts:AssumeRole',
      resource: role,
      context: externalId === undefined ? {} : { 'sts:ExternalId': externalId },
      contextIs: 'complete',
    },
    otherPolicies: [full],
  })
  return {
    documents: [
      {
        title: 'Who can assume the role',
        policyType: 'trust',
        text: document({
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${theirs}:root` },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': id } },
        }),
        where: 'As the trust policy of a new role in your account, here called Guest.',
        command: 'aws iam create-role --role-name Guest --assume-role-policy-document file://trust.json',
      },
      permissions(answers),
    ],
    probes: [
      { who: 'Their user, with the external id', what: 'assume the role', wanted: 'allowed', ...assume(theirs, id) },
      { who: 'Their user, without it', what: 'assume the role', wanted: 'denied', ...assume(theirs, undefined) },
      { who: 'Their user, with another one', what: 'assume the role', wanted: 'denied', ...assume(theirs, `${id}x`) },
      {
        who: 'A user of any other account, with the right one',
        what: 'assume the role',
        wanted: 'denied',
        ...assume(stranger, id),
      },
      ...afterwards(answers),
    ],
    also: [
      'An administrator of their account must allow sts:AssumeRole on your role’s ARN, because both accounts must allow the call.',
      'Give them the role’s ARN, not access keys of your account. You can withdraw the role at any time.',
    ],
  }
}

/** What a caller can and can't do after assuming the role. */
function afterwards(answers: Answers): readonly Probe[] {
  const principal = `arn:aws:sts::${own}:assumed-role/Guest/mateojackson`
  const name = answerTo(answers, bucket).trim()
  const reads = answerTo(answers, may) === 'read'
  const asked = (action: string, resource: string): Probe['request'] => ({
    principal,
    action,
    resource,
    resourceAccount: own,
    contextIs: 'complete',
  })
  return [
    {
      who: 'The role',
      what: 'look at costs',
      wanted: reads ? 'denied' : 'allowed',
      request: asked('ce:GetCostAndUsage', '*'),
    },
    {
      who: 'The role',
      what: 'read an object of the bucket',
      wanted: reads ? 'allowed' : 'denied',
      request: asked('s3:GetObject', `arn:aws:s3:::${name}/file.csv`),
    },
    {
      who: 'The role',
      what: 'delete it',
      wanted: 'denied',
      request: asked('s3:DeleteObject', `arn:aws:s3:::${name}/file.csv`),
    },
    {
      who: 'The role',
      what: 'make itself an access key',
      wanted: 'denied',
      request: asked('iam:CreateAccessKey', `arn:aws:iam::${own}:user/mateojackson`),
    },
  ]
}

const provider = `arn:aws:iam::${own}:oidc-provider/token.actions.githubusercontent.com`

function github(answers: Answers): Plan {
  const [repo, ref] = [answerTo(answers, repository).trim(), answerTo(answers, branch).trim()]
  const subject = `repo:${repo}:ref:refs/heads/${ref}`
  const token = (sub: string): Pick<Probe, 'request'> => ({
    request: {
      principal: provider,
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: role,
      context: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': sub,
      },
      contextIs: 'complete',
    },
  })
  return {
    documents: [
      {
        title: 'Which pipeline can assume the role',
        policyType: 'trust',
        text: document({
          Effect: 'Allow',
          Principal: { Federated: provider },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
              'token.actions.githubusercontent.com:sub': subject,
            },
          },
        }),
        where: `As the trust policy of a new role in your account, here called Guest. Put your account number in the place of ${own}.`,
        command: 'aws iam create-role --role-name Guest --assume-role-policy-document file://trust.json',
      },
      permissions(answers),
    ],
    probes: [
      { who: `${repo}, branch ${ref}`, what: 'assume the role', wanted: 'allowed', ...token(subject) },
      {
        who: `${repo}, another branch`,
        what: 'assume the role',
        wanted: 'denied',
        ...token(`repo:${repo}:ref:refs/heads/${ref}-2`),
      },
      {
        who: `${repo}, a pull request`,
        what: 'assume the role',
        wanted: 'denied',
        ...token(`repo:${repo}:pull_request`),
      },
      {
        who: 'Another repository',
        what: 'assume the role',
        wanted: 'denied',
        ...token(`repo:someone/else:ref:refs/heads/${ref}`),
      },
      ...afterwards(answers),
    ],
    also: [
      'The provider token.actions.githubusercontent.com must exist in IAM, with the audience sts.amazonaws.com.',
      'The workflow needs the permission id-token: write, and the action aws-actions/configure-aws-credentials with the role’s ARN. It needs no access key.',
    ],
  }
}

function sharedBucket(answers: Answers): Plan {
  const [theirs, name] = [answerTo(answers, account).trim(), answerTo(answers, bucket).trim()]
  const asked = (who: string, action: string, key: string): Pick<Probe, 'request' | 'otherPolicies'> => ({
    request: {
      principal: `arn:aws:iam::${who}:user/mateojackson`,
      action,
      resource: `arn:aws:s3:::${name}${key}`,
      resourceAccount: own,
      contextIs: 'complete',
    },
  })
  const theirPolicy = {
    type: 'identity',
    name: 'theirs',
    document: { Version: '2012-10-17', Statement: reading(name, {}) },
  } as const
  return {
    documents: [
      {
        title: 'The bucket policy',
        policyType: 'resource',
        text: document(...reading(name, { Principal: { AWS: `arn:aws:iam::${theirs}:root` } })),
        where: 'On the bucket, in your account: Permissions, Bucket policy. Statements that are there already stay.',
        command: `aws s3api put-bucket-policy --bucket ${name} --policy file://policy.json`,
      },
    ],
    probes: [
      {
        who: 'Their user, allowed by its own account too',
        what: 'read an object',
        wanted: 'allowed',
        ...asked(theirs, 's3:GetObject', '/file.csv'),
        otherPolicies: [theirPolicy],
      },
      {
        who: 'Their user, not allowed by its own account',
        what: 'read an object',
        wanted: 'denied',
        ...asked(theirs, 's3:GetObject', '/file.csv'),
      },
      {
        who: 'Their user',
        what: 'delete an object',
        wanted: 'denied',
        ...asked(theirs, 's3:DeleteObject', '/file.csv'),
        otherPolicies: [full],
      },
      {
        who: 'A user of any other account',
        what: 'read an object',
        wanted: 'denied',
        ...asked(stranger, 's3:GetObject', '/file.csv'),
        otherPolicies: [full],
      },
    ],
    also: [
      `An administrator of their account must also allow s3:GetObject on arn:aws:s3:::${name}/* and s3:ListBucket on arn:aws:s3:::${name}.`,
      'If objects are encrypted with your own KMS key, the key policy must also allow their account kms:Decrypt.',
    ],
  }
}
