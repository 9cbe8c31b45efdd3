// Asks for the missing details in plain words: people who were denied know the call, not the names of condition keys.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html

interface Words {
  /** A question, with its mark. */
  readonly question: string
  /** What the answer means that the request does not carry the key. */
  readonly absent?: string
  /** Its values are true and false. */
  readonly isYesNo?: true
}

const yesNo = (question: string, absent?: string): Words => ({
  question,
  isYesNo: true,
  ...(absent === undefined ? {} : { absent }),
})

/** Keys in lower case. */
const ofKey: ReadonlyMap<string, Words> = new Map<string, Words>([
  ['aws:multifactorauthpresent', yesNo('Was MFA used?', 'The call came with an access key, without a session')],
  [
    'aws:multifactorauthage',
    { question: 'How many seconds before the call was MFA used?', absent: 'MFA was not used' },
  ],
  [
    'aws:sourceip',
    { question: 'From which address?', absent: 'It came through a VPC endpoint or from an AWS service' },
  ],
  ['aws:vpcsourceip', { question: 'From which address inside the VPC?', absent: 'Not through a VPC endpoint' }],
  ['aws:sourcevpc', { question: 'From which VPC?', absent: 'Not through a VPC endpoint' }],
  ['aws:sourcevpce', { question: 'Through which VPC endpoint?', absent: 'Not through a VPC endpoint' }],
  ['aws:requestedregion', { question: 'Which Region was called?' }],
  ['aws:securetransport', yesNo('Was the call encrypted, with https?')],
  ['aws:currenttime', { question: 'When was the call made?' }],
  ['aws:epochtime', { question: 'When was the call made, in seconds since 1970?' }],
  [
    'aws:tokenissuetime',
    { question: 'When was the session made?', absent: 'The call came with an access key, without a session' },
  ],
  ['aws:viaawsservice', yesNo('Did an AWS service make the call for the caller?')],
  [
    'aws:calledvia',
    { question: 'Which AWS services made the call for the caller?', absent: 'None: the caller called directly' },
  ],
  [
    'aws:calledviafirst',
    { question: 'Which AWS service did the caller call first?', absent: 'None: the caller called directly' },
  ],
  [
    'aws:calledvialast',
    { question: 'Which AWS service made the call for the caller?', absent: 'None: the caller called directly' },
  ],
  ['aws:principalisawsservice', yesNo('Was it an AWS service that called, with its own name?')],
  ['aws:principalorgid', { question: 'To which organization does the caller’s account belong?', absent: 'To none' }],
  [
    'aws:principalorgpaths',
    { question: 'Where in its organization is the caller’s account?', absent: 'It belongs to none' },
  ],
  ['aws:resourceorgid', { question: 'To which organization does the resource’s account belong?', absent: 'To none' }],
  [
    'aws:resourceorgpaths',
    { question: 'Where in its organization is the resource’s account?', absent: 'It belongs to none' },
  ],
  ['aws:resourceaccount', { question: 'Which account owns the resource?' }],
  ['aws:principalaccount', { question: 'Which account does the caller belong to?' }],
  ['aws:principalarn', { question: 'Which user or role called?' }],
  ['aws:principaltype', { question: 'What kind of caller was it?' }],
  ['aws:username', { question: 'Which IAM user called?', absent: 'No IAM user: a role’s session' }],
  ['aws:userid', { question: 'What is the caller’s unique ID?' }],
  [
    'aws:sourceaccount',
    { question: 'For which account did the AWS service call?', absent: 'No AWS service called for another' },
  ],
  [
    'aws:sourcearn',
    { question: 'For which resource did the AWS service call?', absent: 'No AWS service called for another' },
  ],
  [
    'aws:sourceorgid',
    { question: 'For which organization did the AWS service call?', absent: 'No AWS service called for another' },
  ],
  ['aws:sourceidentity', { question: 'Which source identity does the session carry?', absent: 'None' }],
  ['aws:federatedprovider', { question: 'Which identity provider signed the caller in?', absent: 'None' }],
  ['aws:tagkeys', { question: 'Which tags does the call set?', absent: 'None' }],
  ['aws:useragent', { question: 'Which program called?' }],
  ['aws:referer', { question: 'From which web page did the call come?', absent: 'From none' }],
  ['iam:passedtoservice', { question: 'To which service is the role handed?' }],
  ['iam:permissionsboundary', { question: 'Which permissions boundary does the call set?', absent: 'None' }],
  ['iam:awsservicename', { question: 'For which service is the role made?' }],
  ['iam:policyarn', { question: 'Which policy is attached?' }],
  ['sts:externalid', { question: 'Which external ID did the call bring?', absent: 'None' }],
  ['sts:rolesessionname', { question: 'Which name does the session get?' }],
  ['s3:prefix', { question: 'Which prefix was listed?', absent: 'The whole bucket' }],
  ['s3:delimiter', { question: 'Which delimiter was listed with?', absent: 'None' }],
  ['s3:x-amz-acl', { question: 'Which access control list does the upload ask for?', absent: 'None' }],
  [
    's3:x-amz-server-side-encryption',
    { question: 'Which encryption does the upload ask for?', absent: 'None: the bucket’s own is used' },
  ],
  [
    's3:x-amz-server-side-encryption-aws-kms-key-id',
    { question: 'Which KMS key does the upload ask for?', absent: 'None' },
  ],
  ['s3:tlsversion', { question: 'Which version of TLS was used?' }],
  [
    'kms:viaservice',
    { question: 'Through which service was the key used?', absent: 'Through none: it was called directly' },
  ],
  ['kms:calleraccount', { question: 'Which account does the caller belong to?' }],
  ['kms:grantisforawsresource', yesNo('Does an AWS service make the grant, for a resource of its own?')],
  ['ec2:instancetype', { question: 'Which type of instance?' }],
  ['ec2:region', { question: 'Which Region was called?' }],
  // Facts that AWS's own rules ask about, under their own names.
  ['sharedbyram', yesNo('Is it shared with you through AWS RAM?')],
  ['delegatedadministrator', yesNo('Is your account the organization’s delegated administrator for this service?')],
  ['dataaccesspolicy', yesNo('Does a data access policy of OpenSearch Serverless allow it?')],
  ['cognitoguest', yesNo('Was the caller a guest of the identity pool, without signing in?')],
  ['aclgrantee', yesNo('Does the bucket’s access control list (ACL) name the caller’s account?')],
])

/** Keys that end in a name of the user's own, such as a tag; in lower case, up to and with the slash or colon. */
const ofFamily: readonly (readonly [start: string, ask: (name: string) => Words])[] = [
  [
    'aws:principaltag/',
    (tag) => ({ question: `Which value has the caller’s tag ${tag}?`, absent: 'The caller has no such tag' }),
  ],
  [
    'aws:requesttag/',
    (tag) => ({ question: `Which value does the call give to the tag ${tag}?`, absent: 'It does not set the tag' }),
  ],
  [
    's3:existingobjecttag/',
    (tag) => ({ question: `Which value has the object’s tag ${tag}?`, absent: 'The object has no such tag' }),
  ],
  [
    's3:requestobjecttag/',
    (tag) => ({ question: `Which value does the upload give to the tag ${tag}?`, absent: 'It does not set the tag' }),
  ],
  [
    'kms:encryptioncontext:',
    (name) => ({ question: `Which value has ${name} in the encryption context?`, absent: 'It has no such entry' }),
  ],
]

/** How to ask for a condition key: in plain words where it is known. */
export function questionFor(key: string): Words {
  const known = ofKey.get(key.toLowerCase())
  if (known) return known
  const family = ofFamily.find(([start]) => key.toLowerCase().startsWith(start))
  if (family) return family[1](key.slice(family[0].length))
  const tag = /^[\w-]+:ResourceTag\/(.+)$/i.exec(key)?.[1]
  if (tag !== undefined)
    return { question: `Which value has the resource’s tag ${tag}?`, absent: 'The resource has no such tag' }
  const question = ofClaim.get(key.slice(key.lastIndexOf(':') + 1).toLowerCase())
  return { question: question ?? `What was ${key} in the request?` }
}

/** Claims of a token. In a condition key, they follow the name of the identity provider. */
const ofClaim: ReadonlyMap<string, string> = new Map([
  ['sub', 'Which subject (sub) does the token name?'],
  ['aud', 'Which audience (aud) does the token name?'],
  ['amr', 'How did the user sign in (amr)?'],
])

/** The answer in words: "Yes", "It was eu-west-1"; null where the request does not carry the key. */
export function answerFor(key: string, value: string | readonly string[] | null): string {
  const { absent, isYesNo } = questionFor(key)
  if (value === null) return absent ?? 'The request does not carry it'
  const text = [value].flat().join(', ')
  if (isYesNo && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true' ? 'Yes' : 'No'
  return text
}
