// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// What each element of a policy is for: sentences for hovers and for the page of elements.

/** What an element is for. */
export interface ElementWords {
  readonly is: string
  readonly notes: readonly string[]
  /** AWS's page. */
  readonly source: string
}

const page = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_'

/** By the element's name, in the order in which AWS writes them. */
export const policyElementWords: ReadonlyMap<string, ElementWords> = new Map<string, ElementWords>([
  [
    'Version',
    {
      is: 'The version of the policy language, not of your policy.',
      notes: [
        'Always write `2012-10-17`. It’s the current version.',
        'Without it, AWS reads the policy as `2008-10-17`. Policy variables such as `${aws:username}` are then ordinary text.',
      ],
      source: `${page}version.html`,
    },
  ],
  [
    'Id',
    {
      is: 'A name for the policy, for people.',
      notes: ['It’s optional, and only resource-based policies have it. It doesn’t change a decision.'],
      source: `${page}id.html`,
    },
  ],
  [
    'Statement',
    {
      is: 'The rules of the policy: one statement, or a list of them.',
      notes: ['Each statement is evaluated on its own. One Deny that matches is stronger than any number of Allows.'],
      source: `${page}statement.html`,
    },
  ],
  [
    'Sid',
    {
      is: 'A name for the statement (statement ID).',
      notes: [
        'It’s optional, and has to be unique in its policy. In IAM policies, it holds letters and digits only.',
        'Error messages don’t contain it. It helps you to find the statement again.',
      ],
      source: `${page}sid.html`,
    },
  ],
  [
    'Effect',
    {
      is: 'Whether the statement allows or denies: `Allow` or `Deny`.',
      notes: [
        'Upper and lower case matter.',
        'A Deny that matches always wins. If nothing matches, AWS denies the request (implicit deny).',
      ],
      source: `${page}effect.html`,
    },
  ],
  [
    'Principal',
    {
      is: 'The callers that the statement applies to: accounts, users, roles, AWS services, or everyone (`*`).',
      notes: [
        'Only resource-based policies, role trust policies, VPC endpoint policies, and RCPs have it. An identity-based policy applies to the identity that it’s attached to.',
        'An account means everyone in it whom its own policies allow.',
        'A `*` inside an ARN doesn’t work. To match many roles, write `*` and a condition on `aws:PrincipalArn`.',
      ],
      source: `${page}principal.html`,
    },
  ],
  [
    'NotPrincipal',
    {
      is: 'Everyone the statement doesn’t apply to.',
      notes: [
        'Use it only with Deny, if at all. With Allow, it opens the resource to everyone else, including anonymous callers.',
        'AWS recommends a condition on `aws:PrincipalArn` instead.',
      ],
      source: `${page}notprincipal.html`,
    },
  ],
  [
    'Action',
    {
      is: 'The actions that the statement applies to, such as `s3:GetObject`.',
      notes: [
        '`*` matches any number of characters, `?` matches one. Upper and lower case don’t matter.',
        'AWS accepts an action that doesn’t exist. The statement then has no effect.',
      ],
      source: `${page}action.html`,
    },
  ],
  [
    'NotAction',
    {
      is: 'Every action except these.',
      notes: [
        'With Allow, it grants all other actions of all services, including those that AWS adds later.',
        'With Deny, it denies everything but these. It doesn’t allow them.',
      ],
      source: `${page}notaction.html`,
    },
  ],
  [
    'Resource',
    {
      is: 'The ARNs that the statement applies to.',
      notes: [
        '`*` matches any number of characters, `?` matches one. Upper and lower case matter.',
        'An action that doesn’t support resource-level permissions needs `*`.',
        'A bucket and its objects are separate resources: `arn:aws:s3:::bucket` and `arn:aws:s3:::bucket/*`.',
        'A role trust policy has no Resource.',
      ],
      source: `${page}resource.html`,
    },
  ],
  [
    'NotResource',
    {
      is: 'Every resource except these.',
      notes: [
        'With Allow, it grants access to all other resources, of all services that the statement’s actions cover.',
        'With Deny, it denies access to everything but these.',
      ],
      source: `${page}notresource.html`,
    },
  ],
  [
    'Condition',
    {
      is: 'When the statement applies: an operator, a condition key, and the values that it’s compared with.',
      notes: [
        'Several operators and several keys: all of them have to match.',
        'Several values of one key: one of them has to match, or none for a negated operator.',
      ],
      source: `${page}condition.html`,
    },
  ],
])

/** What a policy variable is. */
export const variableWords: ElementWords = {
  is: 'A policy variable. AWS replaces it with the value of the key in the request.',
  notes: [
    'It works in Resource, and in conditions with string, ARN, and Bool operators, if the policy’s Version is `2012-10-17`.',
    "If the request doesn’t carry the key, the statement doesn’t match. A default goes after a comma: `${aws:username, 'nobody'}`.",
  ],
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
}

/** Variables for a character that would otherwise be read as a wildcard or as the start of a variable. */
export const escapeWords: ReadonlyMap<string, string> = new Map([
  ['*', 'An ordinary asterisk, not a wildcard.'],
  ['?', 'An ordinary question mark, not a wildcard.'],
  ['$', 'An ordinary dollar sign, not the start of a variable.'],
])

/** Whom a Principal can name, by the key above it. */
export const principalKindWords: ReadonlyMap<string, string> = new Map([
  ['AWS', 'Accounts, users, roles, and role sessions: an account ID, an ARN, or `*`.'],
  ['Service', 'AWS services, by their service principals, such as `lambda.amazonaws.com`.'],
  [
    'Federated',
    'Identity providers: a SAML or OIDC provider’s ARN, or a host name such as `cognito-identity.amazonaws.com`.',
  ],
  ['CanonicalUser', 'Accounts by their canonical user IDs, which Amazon S3 uses.'],
])

/** What values of elements name that aren't in any list of AWS's. */
export const policyValueWords = {
  everyAction: 'Every action of every service.',
  everyResource: 'Every resource.',
  everyone: 'Everyone: every account, and callers without credentials.',
  /** A principal that is an account's ID or its root user. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts */
  wholeAccount: (account: string): string =>
    `The account ${account} as a whole. Its administrators choose which of its users and roles get this access.`,
  /** `matched` of all `count` actions of a service fit a pattern. */
  matchedActions: (service: string, matched: number, count: number): string =>
    `${service}: matches ${matched === 0 ? 'no action' : matched === 1 ? '1 action' : `${matched} actions`} of ${count}.`,
  /** Of an ARN, with "" where it has no Region or account, and "*" for any. */
  limits: (region: string, account: string): string => `Region: ${limit(region)}. Account: ${limit(account)}.`,
} as const

const limit = (part: string): string => (part === '' ? 'not in this ARN' : /^\*+$/.test(part) ? 'any' : part)
