/** What an action of IAM, by its name in lower case, does to the user, group, role, or policy that it's about. */
export type IdentityEffect =
  /** Gives it any permission. */
  | { readonly is: 'empowers'; readonly target: 'user' | 'group' | 'role' | 'policy' }
  /** Makes an older version of it the default. */
  | { readonly is: 'reverts'; readonly target: 'policy' }
  /** Takes its permissions boundary away, or puts another in its place. */
  | { readonly is: 'unbinds'; readonly target: 'user' | 'role' }
  /** Makes the caller a member of it. */
  | { readonly is: 'joins'; readonly target: 'group' }
  /** Lets the caller act as it. */
  | { readonly is: 'becomes'; readonly target: 'user' | 'role' }
  /** Makes a new one. */
  | { readonly is: 'creates'; readonly target: 'role' }

/** https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html */
const effects: ReadonlyMap<string, IdentityEffect> = new Map<string, IdentityEffect>([
  ['iam:createpolicyversion', { is: 'empowers', target: 'policy' }],
  ['iam:setdefaultpolicyversion', { is: 'reverts', target: 'policy' }],
  ['iam:attachuserpolicy', { is: 'empowers', target: 'user' }],
  ['iam:putuserpolicy', { is: 'empowers', target: 'user' }],
  ['iam:attachgrouppolicy', { is: 'empowers', target: 'group' }],
  ['iam:putgrouppolicy', { is: 'empowers', target: 'group' }],
  ['iam:attachrolepolicy', { is: 'empowers', target: 'role' }],
  ['iam:putrolepolicy', { is: 'empowers', target: 'role' }],
  ['iam:deleteuserpermissionsboundary', { is: 'unbinds', target: 'user' }],
  ['iam:putuserpermissionsboundary', { is: 'unbinds', target: 'user' }],
  ['iam:deleterolepermissionsboundary', { is: 'unbinds', target: 'role' }],
  ['iam:putrolepermissionsboundary', { is: 'unbinds', target: 'role' }],
  ['iam:addusertogroup', { is: 'joins', target: 'group' }],
  ['iam:createaccesskey', { is: 'becomes', target: 'user' }],
  ['iam:createloginprofile', { is: 'becomes', target: 'user' }],
  ['iam:updateloginprofile', { is: 'becomes', target: 'user' }],
  ['iam:updateassumerolepolicy', { is: 'becomes', target: 'role' }],
  ['sts:assumerole', { is: 'becomes', target: 'role' }],
  ['iam:createrole', { is: 'creates', target: 'role' }],
])

/** What the action does to an identity; undefined for every other action. */
export const identityEffect = (action: string): IdentityEffect | undefined => effects.get(action.toLowerCase())
