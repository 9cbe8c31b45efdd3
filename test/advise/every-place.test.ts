// Every type of resource that an action sets a policy of has a place that reads and writes it, or a stated reason. The actions and types are AWS's own lists.
import { describe, expect, it } from 'vitest'
import type { Place } from '../../src/advise/places.ts'
import { resourcePlace } from '../../src/advise/resource-place.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { resourcePoliciesOf } from '../../src/reference/index.ts'
import { write } from '../../src/words/index.ts'

type Reason = readonly [pattern: RegExp, reason: string]

/** Actions and types, "service:Action type", whose policy has no place. */
const noPlace: readonly Reason[] = [
  [
    /(?:AutomatedReasoning|Backup|Cache|Continuous\w+|CoreNetwork|Cors|DataProtection|Firewall|Ipam|Lifecycle|LoadBalancer|Metering|Metric|OriginRequest|ReputationEntity|ResponseHeaders|Retention|Stickiness|Traffic)Policy /,
    'says how the resource works, not who may use it',
  ],
  [/^(?:iam|organizations):(?!PutResourcePolicy )/, 'is of callers: places/attached.ts'],
  [/^ec2:ModifyVerifiedAccess|^bedrock-agentcore:(?:Create|Update)Policy /, 'is written in Cedar'],
  [/^ec2:Create\w+Permission |^ssm:ModifyDocumentPermission /, 'is a list of accounts'],
  [/^lex:\w+ (?:bot|bot alias) bot:/, 'is of Lex V2: V1 has none'],
  [
    /^apigateway:UpdateRestApiPolicy |^apigateway:UpdateDomainNamePolicy /,
    'is about execute-api:Invoke, and has a place there',
  ],
  [/^mediapackagev2:\w+ ChannelGroup /, 'is of a channel or an endpoint in the group'],
  [/^mediapackagev2:PutOriginEndpointPolicy Channel /, 'is of an endpoint of the channel'],
]

/** Those that have a place whose commands call another operation. */
const otherwise: readonly Reason[] = [
  [/:(?:Add|Create|Put)\w*Permission /, 'adds one statement to the policy'],
  [/^serverlessrepo:PutApplicationPolicy /, 'takes statements of the service’s own form'],
  [/^backup:PutBackupVaultSharingPolicy |^ses:CreateEmailIdentityPolicy /, 'sets another of the policies'],
  [/^vpc-lattice:PutResourcePolicy Service/, 'shares what the auth policy decides about'],
  [/^apigateway:UpdateDomainNameManagementPolicy /, 'is update-domain-name in the AWS CLI'],
  [
    /^(?:agent-registry|appmesh|appmesh-preview|billing|datazone|ec2|fsx|odb|qbusiness|resource-explorer-2|resource-groups|route53-recovery-control-config|route53profiles|servicecatalog|servicediscovery):/,
    'is called by AWS RAM, or by the service itself: the AWS CLI doesn’t have it',
  ],
]

const reference = await loadReference()

interface Setter {
  readonly asked: string
  readonly action: string
  readonly service: string
  readonly arn: string
}

/** The value that decides between two places of one service; any other name does for the rest. */
const names: ReadonlyMap<string, string> = new Map([['AccessPointAlias', 'm1.mrap']])

const setters: readonly Setter[] = [...reference.services.values()].flatMap(({ prefix, actions, resourceTypes }) =>
  ['none', 'not-iam', undefined].includes(resourcePoliciesOf(prefix, ''))
    ? []
    : [...actions.values()]
        .filter(({ name }) => /^(?:Put|Set|Create|Update|Modify|Add)\w*(?:Policy|Permission)$/.test(name))
        .flatMap((action) =>
          action.resourceTypes.flatMap(({ name: type }) =>
            (resourceTypes.get(type.toLowerCase())?.forms ?? []).map(({ raw }) => ({
              asked: `${prefix}:${action.name} ${type} ${raw.split(':').slice(5).join(':')}`,
              action: action.name,
              service: prefix,
              arn: raw.replaceAll(/\$\{(\w+)\}/g, (_, hole: string) => names.get(hole) ?? 'x'),
            })),
          ),
        ),
)

const reasonOf = (table: readonly Reason[], asked: string): string | undefined =>
  table.find(([pattern]) => pattern.test(asked))?.[1]

describe('what an action sets', () => {
  it('is looked for in every service', () => {
    expect(setters.length).toBeGreaterThan(190)
  })

  it.each(setters.filter(({ asked }) => reasonOf(noPlace, asked) === undefined))('$asked has a place', (setter) => {
    const place: Place | undefined = resourcePlace(setter.service, setter.arn)?.place
    expect(place?.get).toMatch(/^aws /)
    const written = [place?.get ?? '', ...(place?.put ?? [])].map((line) => plain(write(line)))
    if (reasonOf(otherwise, setter.asked) === undefined)
      expect(written.some((line) => line.includes(plain(setter.action)))).toBe(true)
  })

  it.each([...noPlace, ...otherwise])('%s is needed: it %s', (pattern) => {
    expect(setters.some(({ asked }) => pattern.test(asked))).toBe(true)
  })
})

/** "SetVaultAccessPolicy" and "set-vault-access-policy" alike. */
const plain = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '')
