// biome-ignore-all lint/suspicious/noTemplateCurlyInString: AWS writes its variables this way
// What each element of a policy is for: sentences for hovers and for the page of elements.
import { messagesOf, type Text, type Translation, write } from './messages.ts'

/** What an element is for. */
export interface ElementWords<T = string> {
  readonly is: T
  readonly notes: readonly T[]
  /** AWS's page. */
  readonly source: string
}

const page = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_'

const told = messagesOf('policy-elements', {
  Version: 'The version of the policy language, not of your policy.',
  'Version-1': 'Always write `2012-10-17`. It’s the current version.',
  'Version-2':
    'Without it, AWS reads the policy as `2008-10-17`. Policy variables such as `${aws:username}` are then ordinary text.',
  Id: 'A name for the policy, for people.',
  'Id-1': 'It’s optional, and only resource-based policies have it. It doesn’t change a decision.',
  Statement: 'The rules of the policy: one statement, or a list of them.',
  'Statement-1': 'Each statement is evaluated on its own. One Deny that matches is stronger than any number of Allows.',
  Sid: 'A name for the statement (statement ID).',
  'Sid-1': 'It’s optional, and has to be unique in its policy. In IAM policies, it holds letters and digits only.',
  'Sid-2': 'Error messages don’t contain it. It helps you to find the statement again.',
  Effect: 'Whether the statement allows or denies: `Allow` or `Deny`.',
  'Effect-1': 'Upper and lower case matter.',
  'Effect-2': 'A Deny that matches always wins. If nothing matches, AWS denies the request (implicit deny).',
  Principal: 'The callers that the statement applies to: accounts, users, roles, AWS services, or everyone (`*`).',
  'Principal-1':
    'Only resource-based policies, role trust policies, VPC endpoint policies, and RCPs have it. An identity-based policy applies to the identity that it’s attached to.',
  'Principal-2': 'An account means everyone in it whom its own policies allow.',
  'Principal-3':
    'A `*` inside an ARN doesn’t work. To match many roles, write `*` and a condition on `aws:PrincipalArn`.',
  NotPrincipal: 'Everyone the statement doesn’t apply to.',
  'NotPrincipal-1':
    'Use it only with Deny, if at all. With Allow, it opens the resource to everyone else, including anonymous callers.',
  'NotPrincipal-2': 'AWS recommends a condition on `aws:PrincipalArn` instead.',
  Action: 'The actions that the statement applies to, such as `s3:GetObject`.',
  'Action-1': '`*` matches any number of characters, `?` matches one. Upper and lower case don’t matter.',
  'Action-2': 'AWS accepts an action that doesn’t exist. The statement then has no effect.',
  NotAction: 'Every action except these.',
  'NotAction-1': 'With Allow, it grants all other actions of all services, including those that AWS adds later.',
  'NotAction-2': 'With Deny, it denies everything but these. It doesn’t allow them.',
  Resource: 'The ARNs that the statement applies to.',
  'Resource-1': '`*` matches any number of characters, `?` matches one. Upper and lower case matter.',
  'Resource-2': 'An action that doesn’t support resource-level permissions needs `*`.',
  'Resource-3': 'A bucket and its objects are separate resources: `arn:aws:s3:::bucket` and `arn:aws:s3:::bucket/*`.',
  'Resource-4': 'A role trust policy has no Resource.',
  NotResource: 'Every resource except these.',
  'NotResource-1':
    'With Allow, it grants access to all other resources, of all services that the statement’s actions cover.',
  'NotResource-2': 'With Deny, it denies access to everything but these.',
  Condition: 'When the statement applies: an operator, a condition key, and the values that it’s compared with.',
  'Condition-1': 'Several operators and several keys: all of them have to match.',
  'Condition-2': 'Several values of one key: one of them has to match, or none for a negated operator.',
  variable: 'A policy variable. AWS replaces it with the value of the key in the request.',
  'variable-1':
    'It works in Resource, and in conditions with string, ARN, and Bool operators, if the policy’s Version is `2012-10-17`.',
  'variable-2':
    "If the request doesn’t carry the key, the statement doesn’t match. A default goes after a comma: `${aws:username, 'none'}`.",
})

const elements: ReadonlyMap<string, ElementWords<Text>> = new Map<string, ElementWords<Text>>([
  ['Version', { is: told('Version'), notes: [told('Version-1'), told('Version-2')], source: `${page}version.html` }],
  ['Id', { is: told('Id'), notes: [told('Id-1')], source: `${page}id.html` }],
  ['Statement', { is: told('Statement'), notes: [told('Statement-1')], source: `${page}statement.html` }],
  ['Sid', { is: told('Sid'), notes: [told('Sid-1'), told('Sid-2')], source: `${page}sid.html` }],
  ['Effect', { is: told('Effect'), notes: [told('Effect-1'), told('Effect-2')], source: `${page}effect.html` }],
  [
    'Principal',
    {
      is: told('Principal'),
      notes: [told('Principal-1'), told('Principal-2'), told('Principal-3')],
      source: `${page}principal.html`,
    },
  ],
  [
    'NotPrincipal',
    {
      is: told('NotPrincipal'),
      notes: [told('NotPrincipal-1'), told('NotPrincipal-2')],
      source: `${page}notprincipal.html`,
    },
  ],
  ['Action', { is: told('Action'), notes: [told('Action-1'), told('Action-2')], source: `${page}action.html` }],
  [
    'NotAction',
    { is: told('NotAction'), notes: [told('NotAction-1'), told('NotAction-2')], source: `${page}notaction.html` },
  ],
  [
    'Resource',
    {
      is: told('Resource'),
      notes: [told('Resource-1'), told('Resource-2'), told('Resource-3'), told('Resource-4')],
      source: `${page}resource.html`,
    },
  ],
  [
    'NotResource',
    {
      is: told('NotResource'),
      notes: [told('NotResource-1'), told('NotResource-2')],
      source: `${page}notresource.html`,
    },
  ],
  [
    'Condition',
    { is: told('Condition'), notes: [told('Condition-1'), told('Condition-2')], source: `${page}condition.html` },
  ],
])

const written = ({ is, notes, source }: ElementWords<Text>, translation?: Translation): ElementWords => ({
  is: write(is, translation),
  notes: notes.map((note) => write(note, translation)),
  source,
})

/** By the element's name, in the order in which AWS writes them. */
export const policyElementWords = (translation?: Translation): ReadonlyMap<string, ElementWords> =>
  new Map([...elements].map(([name, texts]) => [name, written(texts, translation)]))

const variable: ElementWords<Text> = {
  is: told('variable'),
  notes: [told('variable-1'), told('variable-2')],
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html',
}

/** What a policy variable is. */
export const variableWords = (translation?: Translation): ElementWords => written(variable, translation)

const escapes = messagesOf('escapes', {
  asterisk: 'An ordinary asterisk, not a wildcard.',
  questionMark: 'An ordinary question mark, not a wildcard.',
  dollar: 'An ordinary dollar sign, not the start of a variable.',
})

const escaped: ReadonlyMap<string, Text> = new Map([
  ['*', escapes('asterisk')],
  ['?', escapes('questionMark')],
  ['$', escapes('dollar')],
])

/** About the variable for a character that would otherwise be read as a wildcard or as the start of a variable. */
export function escapeWords(character: string, translation?: Translation): string | undefined {
  const found = escaped.get(character)
  return found === undefined ? undefined : write(found, translation)
}

const kinds = messagesOf('principal-kinds', {
  AWS: 'Accounts, users, roles, and role sessions: an account ID, an ARN, or `*`.',
  Service: 'AWS services, by their service principals, such as `lambda.amazonaws.com`.',
  Federated:
    'Identity providers: a SAML or OIDC provider’s ARN, or a host name such as `cognito-identity.amazonaws.com`.',
  CanonicalUser: 'Accounts by their canonical user IDs, which Amazon S3 uses.',
})

/** Whom a Principal can name, by the key above it. */
export const principalKindWords = (translation?: Translation): ReadonlyMap<string, string> =>
  new Map(
    (['AWS', 'Service', 'Federated', 'CanonicalUser'] as const).map((kind) => [kind, write(kinds(kind), translation)]),
  )

const values = messagesOf('policy-values', {
  everyAction: 'Every action of every service.',
  everyResource: 'Every resource.',
  everyone: 'Everyone: every account, and callers without credentials.',
  wholeAccount:
    'The account {{account}} as a whole. Its administrators choose which of its users and roles get this access.',
  noAction: '{{service}}: matches no action of {{count}}.',
  oneAction: '{{service}}: matches 1 action of {{count}}.',
  actions: '{{service}}: matches {{matched}} actions of {{count}}.',
  limits: 'Region: {{region}}. Account: {{account}}.',
  notInArn: 'not in this ARN',
  any: 'any',
})

/** What values of elements name that aren't in any list of AWS's. */
export const policyValueWords = {
  everyAction: (translation?: Translation): string => write(values('everyAction'), translation),
  everyResource: (translation?: Translation): string => write(values('everyResource'), translation),
  everyone: (translation?: Translation): string => write(values('everyone'), translation),
  /** A principal that is an account's ID or its root user. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-accounts */
  wholeAccount: (account: string, translation?: Translation): string =>
    write(values('wholeAccount', { account }), translation),
  /** `matched` of all `count` actions of a service fit a pattern. */
  matchedActions: (service: string, matched: number, count: number, translation?: Translation): string =>
    write(
      matched === 0
        ? values('noAction', { service, count })
        : matched === 1
          ? values('oneAction', { service, count })
          : values('actions', { service, matched, count }),
      translation,
    ),
  /** Of an ARN, with "" where it has no Region or account, and "*" for any. */
  limits: (region: string, account: string, translation?: Translation): string =>
    write(values('limits', { region: limit(region), account: limit(account) }), translation),
} as const

const limit = (part: string): Text => (part === '' ? values('notInArn') : /^\*+$/.test(part) ? values('any') : part)
