import { deny, here, policy, type Scenario } from '../scenario.ts'

/** What is asked; the decision, then the rule of AWS that it names; AWS's page. */
export type FactCase = readonly [title: string, scenario: Scenario, answer: string, source: string]

export const docs = 'https://docs.aws.amazon.com/'
export const iamGuide = (page: string): string => `${docs}IAM/latest/UserGuide/${page}.html`
export const grantsPage = `${docs}kms/latest/developerguide/grants.html`
export const everyone = { Principal: '*' }
export const all = { Principal: '*', Resource: '*' }
export const denyAll = policy('resource', deny('*', all))
/** A call that is made without credentials. */
export const unsigned = { action: 'cognito-identity:GetId', on: '*', owner: here } as const
export const instance = `arn:aws:ec2:us-east-1:${here}:instance/i-0123456789abcdef0`
export const names = (text: string): readonly string[] => text.split(' ')

/** Every name in a list, as a case of its own. */
export const each = (list: string, of: (name: string) => FactCase): readonly FactCase[] => names(list).map(of)
