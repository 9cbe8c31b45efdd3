import type { Denial, LookAlikeTopic } from '../denial/index.ts'

const articles: Readonly<Partial<Record<LookAlikeTopic, string>>> = {
  kubernetes: 'messages/kubernetes-rbac',
  'other-system': 'messages/other-clouds-and-databases',
  database: 'messages/databases',
  throttling: 'messages/throttling',
  'two-keys': 'credentials/two-keys',
  quota: 'messages/quota',
  missing: 'messages/not-found-403',
  expired: 'messages/expired-token',
  'invalid-key': 'messages/invalid-key',
  'identity-token': 'roles/oidc-others',
  'no-denial': 'messages/not-a-denial',
  signature: 'messages/signature',
  clock: 'messages/clock',
  'sign-in': 'messages/sso-expired',
  'no-credentials': 'credentials/which-key-is-used',
  'role-of-aws': 'roles/service-linked-roles',
  'opt-in': 'messages/opt-in-and-quota',
}

/** The article about a text that isn’t a denial, to spread into a cause’s words. Empty if the text has no article. */
export function articleInstead({ insteadTopic }: Denial): { readonly article?: string } {
  const article = insteadTopic && articles[insteadTopic]
  return article === undefined ? {} : { article }
}
