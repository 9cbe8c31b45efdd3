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
    {
      question: 'Which IP address did the call come from?',
      absent: 'It came through a VPC endpoint or from an AWS service',
    },
  ],
  [
    'aws:vpcsourceip',
    { question: 'Which private IP address did the call come from?', absent: 'Not through a VPC endpoint' },
  ],
  ['aws:sourcevpc', { question: 'Which VPC did the call come from?', absent: 'Not through a VPC endpoint' }],
  [
    'aws:sourcevpce',
    { question: 'Which VPC endpoint did the call come through?', absent: 'Not through a VPC endpoint' },
  ],
  ['aws:requestedregion', { question: 'Which Region did the call go to?' }],
  ['aws:securetransport', yesNo('Did the call use HTTPS?')],
  ['aws:currenttime', { question: 'When was the call made?' }],
  ['aws:epochtime', { question: 'When was the call made, in seconds since 1970?' }],
  [
    'aws:tokenissuetime',
    { question: 'When did the session start?', absent: 'The call came with an access key, without a session' },
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
  ['aws:principalisawsservice', yesNo('Did an AWS service make the call as itself?')],
  ['aws:principalorgid', { question: 'Which organization is the caller’s account in?', absent: 'None' }],
  [
    'aws:principalorgpaths',
    { question: 'Where in its organization is the caller’s account?', absent: 'It isn’t in an organization' },
  ],
  ['aws:resourceorgid', { question: 'Which organization is the resource’s account in?', absent: 'None' }],
  [
    'aws:resourceorgpaths',
    { question: 'Where in its organization is the resource’s account?', absent: 'It isn’t in an organization' },
  ],
  ['aws:resourceaccount', { question: 'Which account owns the resource?' }],
  ['aws:principalaccount', { question: 'Which account does the caller belong to?' }],
  ['aws:principalarn', { question: 'Which user or role made the call?' }],
  ['aws:principaltype', { question: 'What type of caller was it?' }],
  ['aws:username', { question: 'Which IAM user made the call?', absent: 'None: a role session made it' }],
  ['aws:userid', { question: 'What is the caller’s unique ID?' }],
  [
    'aws:sourceaccount',
    { question: 'Which account did the AWS service make the call for?', absent: 'No AWS service made the call' },
  ],
  [
    'aws:sourcearn',
    { question: 'Which resource did the AWS service make the call for?', absent: 'No AWS service made the call' },
  ],
  [
    'aws:sourceorgid',
    { question: 'Which organization did the AWS service make the call for?', absent: 'No AWS service made the call' },
  ],
  ['aws:sourceidentity', { question: 'What is the session’s source identity?', absent: 'None' }],
  ['aws:federatedprovider', { question: 'Which identity provider signed the caller in?', absent: 'None' }],
  [
    'aws:principalorgmasteraccountid',
    {
      question: 'Which account manages the caller’s organization?',
      absent: 'The caller’s account isn’t in an organization',
    },
  ],
  ['aws:principalservicename', { question: 'Which AWS service made the call as itself?', absent: 'None' }],
  [
    'aws:principalservicenameslist',
    {
      question: 'Which names does the AWS service have that made the call as itself?',
      absent: 'No AWS service made it',
    },
  ],
  [
    'aws:ec2instancesourcevpc',
    {
      question: 'Which VPC is the EC2 instance in that the credentials belong to?',
      absent: 'They aren’t from an EC2 instance',
    },
  ],
  [
    'aws:ec2instancesourceprivateipv4',
    {
      question: 'Which private IP address does the EC2 instance have that the credentials belong to?',
      absent: 'They aren’t from an EC2 instance',
    },
  ],
  ['aws:chatbotsourcearn', { question: 'Which chat configuration opened the session?', absent: 'None' }],
  [
    'aws:signinsessionarn',
    { question: 'Which AWS Sign-In session, such as one of aws login, did the call come from?', absent: 'None' },
  ],
  ['aws:assumedroot', yesNo('Did sts:AssumeRoot open the session?', 'Other credentials made the call')],
  ['aws:vpceaccount', { question: 'Which account owns the VPC endpoint?', absent: 'Not through a VPC endpoint' }],
  [
    'aws:vpceorgid',
    { question: 'Which organization is the VPC endpoint’s account in?', absent: 'None, or not through a VPC endpoint' },
  ],
  [
    'aws:vpceorgpaths',
    {
      question: 'Where in its organization is the VPC endpoint’s account?',
      absent: 'Not in one, or not through a VPC endpoint',
    },
  ],
  [
    'aws:sourcevpcarn',
    { question: 'Which VPC did the call come from? Give its ARN.', absent: 'Not through a VPC endpoint' },
  ],
  [
    'aws:calledviaawsmcp',
    { question: 'Which AWS managed MCP server forwarded the call?', absent: 'None: the caller called directly' },
  ],
  ['aws:viaawsmcpservice', yesNo('Did an AWS managed MCP server forward the call?')],
  ['aws:ismcpserviceaction', yesNo('Is the action one of an MCP service itself?')],
  [
    'aws:sourceorgpaths',
    {
      question: 'Where in its organization is the account that the AWS service made the call for?',
      absent: 'No AWS service made the call',
    },
  ],
  [
    'aws:sourceowner',
    { question: 'Which account did the AWS service make the call for?', absent: 'No AWS service made the call' },
  ],
  ['aws:tagkeys', { question: 'Which tags does the call set?', absent: 'None' }],
  ['aws:useragent', { question: 'Which program made the call?' }],
  ['aws:referer', { question: 'Which web page did the call come from?', absent: 'None' }],
  ['iam:passedtoservice', { question: 'Which service is the role passed to?' }],
  ['iam:permissionsboundary', { question: 'Which permissions boundary does the call set?', absent: 'None' }],
  ['iam:awsservicename', { question: 'Which service is the role for?' }],
  ['iam:policyarn', { question: 'Which policy is attached?' }],
  ['sts:externalid', { question: 'Which external ID did the call send?', absent: 'None' }],
  ['sts:rolesessionname', { question: 'What is the name of the session?' }],
  ['s3:prefix', { question: 'Which prefix was listed?', absent: 'The whole bucket' }],
  ['s3:delimiter', { question: 'Which delimiter did the list request use?', absent: 'None' }],
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
  ['kms:viaservice', { question: 'Which service used the key?', absent: 'None: the caller called AWS KMS directly' }],
  ['kms:calleraccount', { question: 'Which account does the caller belong to?' }],
  ['kms:grantisforawsresource', yesNo('Does an AWS service create the grant for one of its resources?')],
  ['ec2:instancetype', { question: 'Which instance type did the call ask for?' }],
  ['ec2:region', { question: 'Which Region did the call go to?' }],
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
    (tag) => ({ question: `What is the value of the caller’s tag ${tag}?`, absent: 'The caller has no such tag' }),
  ],
  [
    'aws:requesttag/',
    (tag) => ({ question: `Which value does the call give to the tag ${tag}?`, absent: 'It doesn’t set the tag' }),
  ],
  [
    's3:existingobjecttag/',
    (tag) => ({ question: `What is the value of the object’s tag ${tag}?`, absent: 'The object has no such tag' }),
  ],
  [
    's3:requestobjecttag/',
    (tag) => ({ question: `Which value does the upload give to the tag ${tag}?`, absent: 'It doesn’t set the tag' }),
  ],
  [
    'kms:encryptioncontext:',
    (name) => ({ question: `What is the value of ${name} in the encryption context?`, absent: 'It has no such entry' }),
  ],
]

/** How to ask for a condition key: in plain words where it is known. */
export function questionFor(key: string): Words {
  const known = ofKey.get(key.toLowerCase())
  if (known) return known
  const family = ofFamily.find(([start]) => key.toLowerCase().startsWith(start))
  if (family) return family[1](key.slice(family[0].length))
  const unread = unreadPart(key)
  if (unread !== undefined)
    return { question: `What does ${unread} say about this call?`, absent: 'It doesn’t mention it' }
  // A name that a document leaves open has no service in front of a colon.
  if (!key.includes(':')) return { question: `What is the value of ${key}?`, absent: 'It has no value' }
  const tag = /^[\w-]+:ResourceTag\/(.+)$/i.exec(key)?.[1]
  if (tag !== undefined)
    return { question: `What is the value of the resource’s tag ${tag}?`, absent: 'The resource has no such tag' }
  const question = ofClaim.get(key.slice(key.lastIndexOf(':') + 1).toLowerCase())
  return { question: question ?? `What was ${key} in the request?` }
}

/** The part of a document that can't be read, for a question about what it says. */
const unreadPart = (key: string): string | undefined => /^what (.+) says$/.exec(key)?.[1]

/** What a part can say that can't be read. */
const unreadSays: ReadonlyMap<string, string> = new Map([
  ['allows this', 'It allows the call'],
  ['denies this', 'It denies the call'],
])

/** Claims of a token. In a condition key, they follow the name of the identity provider. */
const ofClaim: ReadonlyMap<string, string> = new Map([
  ['sub', 'Which subject (sub) does the token name?'],
  ['aud', 'Which audience (aud) does the token name?'],
  ['amr', 'How did the user sign in (amr)?'],
])

/** The answer in words: "Yes", "It was eu-west-1"; null where the request does not carry the key. */
export function answerFor(key: string, value: string | readonly string[] | null): string {
  const { absent, isYesNo } = questionFor(key)
  if (value === null) return absent ?? 'The request doesn’t carry it'
  const text = [value].flat().join(', ')
  if (unreadPart(key) !== undefined) return unreadSays.get(text) ?? text
  if (isYesNo && /^(true|false)$/i.test(text)) return text.toLowerCase() === 'true' ? 'Yes' : 'No'
  return text
}
