import { guessPolicyType, parseArn } from '../iam/index.ts'
import { isCredentialReport, readCredentialReport } from './credential-report.ts'
import type { Gathered, OutputKind, UnusedReason } from './gathered.ts'
import { isObject, objectsAt, textAt, textsAt, valueAt } from './json.ts'
import { isTarget } from './organization.ts'
import { documentAt } from './read-account.ts'

/** How one kind of output is recognized and read. */
export interface OutputReader {
  readonly kind: OutputKind
  fits(output: object): boolean
  /** `about`: what the envelope or the file's name says, or "". Gives why the output can't be used; undefined if it can. */
  read(output: object, about: string, gathered: Gathered): UnusedReason | undefined
}

const has =
  (key: string): OutputReader['fits'] =>
  (output) =>
    valueAt(output, key) !== undefined

const namedAfterTarget = { code: 'no-target' } as const
const namedAfterResource = { code: 'no-resource' } as const

/** AWS Organizations. https://docs.aws.amazon.com/organizations/latest/APIReference/API_Operations.html */
const organizations: readonly OutputReader[] = [
  {
    kind: 'organization',
    fits: has('Organization'),
    read(output, _, gathered) {
      gathered.managementAccount = textAt(valueAt(output, 'Organization'), 'MasterAccountId')
      return undefined
    },
  },
  { kind: 'organization', fits: has('Roots'), read: () => undefined },
  ...(['OrganizationalUnits', 'Accounts', 'Children'] as const).map(
    (list): OutputReader => ({
      kind: 'organization',
      fits: has(list),
      read(output, about, gathered) {
        const parent = isTarget(about) ? about : undefined
        // `list-accounts` names no parent, and needs none.
        if (parent === undefined) return list === 'Accounts' ? undefined : namedAfterTarget
        for (const each of objectsAt(output, list)) {
          const id = textAt(each, 'Id')
          if (id !== undefined) gathered.parents.set(id, parent)
        }
        return undefined
      },
    }),
  ),
  {
    kind: 'organization',
    fits: has('Parents'),
    read(output, about, gathered) {
      const parent = textAt(objectsAt(output, 'Parents')[0], 'Id')
      if (!isTarget(about)) return namedAfterTarget
      if (parent !== undefined) gathered.parents.set(about, parent)
      return undefined
    },
  },
  {
    kind: 'attachments',
    fits: (output) => objectsAt(output, 'Policies').some((each) => typeOf(each) !== undefined),
    read(output, about, gathered) {
      if (!isTarget(about)) return namedAfterTarget
      for (const each of objectsAt(output, 'Policies')) {
        const [id, type] = [textAt(each, 'Id'), typeOf(each)]
        if (id !== undefined && type) gathered.attach({ id, name: textAt(each, 'Name') ?? id, type, target: about })
      }
      return undefined
    },
  },
  {
    kind: 'organization-policies',
    fits: (output) => valueAt(valueAt(output, 'Policy'), 'PolicySummary') !== undefined,
    read(output, _, gathered) {
      const policy = valueAt(output, 'Policy')
      const id = textAt(valueAt(policy, 'PolicySummary'), 'Id')
      const document = documentAt(policy, 'Content')
      if (id === undefined || !isObject(document)) return { code: 'no-policy' }
      gathered.described.set(id, document)
      return undefined
    },
  },
]

/** SCP or RCP; undefined for other policies of an organization, which don't decide about requests. */
function typeOf(summary: unknown): 'scp' | 'rcp' | undefined {
  const type = textAt(summary, 'Type')
  if (type === 'SERVICE_CONTROL_POLICY') return 'scp'
  return type === 'RESOURCE_CONTROL_POLICY' ? 'rcp' : undefined
}

/** IAM Identity Center and its directory. https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_Operations.html */
const identityCenter: readonly OutputReader[] = [
  {
    kind: 'identity-center',
    fits: has('PermissionSet'),
    read(output, _, gathered) {
      const set = valueAt(output, 'PermissionSet')
      const [arn, name] = [textAt(set, 'PermissionSetArn'), textAt(set, 'Name')]
      if (arn === undefined || name === undefined) return { code: 'no-name' }
      gathered.permissionSets.set(arn, name)
      return undefined
    },
  },
  { kind: 'identity-center', fits: has('PermissionSets'), read: () => undefined },
  {
    kind: 'identity-center',
    fits: has('AccountAssignments'),
    read(output, _, gathered) {
      for (const each of objectsAt(output, 'AccountAssignments')) {
        const [accountId, permissionSetArn] = [textAt(each, 'AccountId'), textAt(each, 'PermissionSetArn')]
        const [kind, principalId] = [textAt(each, 'PrincipalType'), textAt(each, 'PrincipalId')]
        if (accountId && permissionSetArn && principalId && (kind === 'USER' || kind === 'GROUP'))
          gathered.assignments.push({ accountId, permissionSetArn, kind, principalId })
      }
      return undefined
    },
  },
  ...(
    [
      ['Users', 'UserId', 'UserName'],
      ['Groups', 'GroupId', 'DisplayName'],
    ] as const
  ).map(
    ([list, id, name]): OutputReader => ({
      kind: 'identity-center',
      fits: (output) => objectsAt(output, list).some((each) => textAt(each, 'IdentityStoreId') !== undefined),
      read(output, _, gathered) {
        for (const each of objectsAt(output, list)) {
          const known = textAt(each, id)
          if (known !== undefined) gathered.names.set(known, textAt(each, name) ?? known)
        }
        return undefined
      },
    }),
  ),
  {
    kind: 'identity-center',
    fits: has('GroupMemberships'),
    read(output, _, gathered) {
      for (const each of objectsAt(output, 'GroupMemberships')) {
        const [group, user] = [textAt(each, 'GroupId'), textAt(valueAt(each, 'MemberId'), 'UserId')]
        if (group !== undefined && user !== undefined)
          gathered.members.set(group, [...(gathered.members.get(group) ?? []), user])
      }
      return undefined
    },
  },
]

/** Where an output keeps a resource's policy, and its ARN if it says it. https://docs.aws.amazon.com/cli/latest/reference/ */
const policyPlaces: readonly { readonly within?: string; readonly policy: string; readonly arn?: string }[] = [
  { within: 'Attributes', policy: 'Policy', arn: 'QueueArn' },
  { within: 'Attributes', policy: 'Policy', arn: 'TopicArn' },
  { policy: 'ResourcePolicy', arn: 'ARN' },
  { policy: 'ResourcePolicy' },
  { policy: 'policyText' },
  { policy: 'policy', arn: 'resourceArn' },
  { policy: 'policy' },
  { policy: 'Policy' },
]

const resourcePolicies: readonly OutputReader[] = policyPlaces.map(({ within, policy: key, arn }) => {
  const holder = (output: object): unknown => (within === undefined ? output : valueAt(output, within))
  return {
    kind: 'resource-policies',
    fits: (output) =>
      documentOrUndefined(holder(output), key) !== undefined &&
      (arn === undefined || textAt(holder(output), arn) !== undefined),
    read(output, about, gathered) {
      const document = documentOrUndefined(holder(output), key)
      const target = (arn && textAt(holder(output), arn)) ?? resourceOf(about, document)
      if (target === undefined) return namedAfterResource
      gathered.policies.push({ type: 'resource', name: `Policy of ${target}`, target, document })
      return undefined
    },
  }
})

function documentOrUndefined(holder: unknown, key: string): object | undefined {
  const document = documentAt(holder, key)
  return isObject(document) && valueAt(document, 'Statement') !== undefined ? document : undefined
}

/** The ARN that the envelope or file name gives; else the one resource that all statements are about. */
function resourceOf(about: string, document: unknown): string | undefined {
  if (parseArn(about)) return about
  const statements = valueAt(document, 'Statement')
  const resources = (Array.isArray(statements) ? statements : [statements]).flatMap((statement) => {
    const text = textAt(statement, 'Resource')
    return text === undefined ? textsAt(statement, 'Resource') : [text]
  })
  const named = new Set(resources.map((text) => wholeResource(text)))
  const [only] = named
  return named.size === 1 && only !== undefined && parseArn(only) && !/[*?]/.test(only) ? only : undefined
}

/** An object's bucket, a function without its version. */
const wholeResource = (arn: string): string =>
  arn.startsWith('arn:') && arn.split(':')[2] === 's3' ? arn.replace(/\/.*$/s, '') : arn

/** A policy on its own: an SCP or RCP applies to every account, a resource-based policy to what it names. */
const plainPolicy: OutputReader = {
  kind: 'organization-policies',
  fits: has('Statement'),
  read(output, about, gathered) {
    const { type } = guessPolicyType(JSON.stringify(output))
    if (type === 'scp' || type === 'rcp') {
      const target = isTarget(about) ? about : undefined
      if (target !== undefined) {
        const id = `file ${gathered.attached.size}`
        gathered.described.set(id, output)
        gathered.attach({ id, name: `policy at ${target}`, type, target })
      } else
        gathered.policies.push({
          type,
          name: `${type.toUpperCase()} ${gathered.policies.length + 1}`,
          document: output,
        })
      return undefined
    }
    if (type !== 'resource') return { code: 'policy-alone' }
    const target = resourceOf(about, output)
    if (target === undefined) return namedAfterResource
    gathered.policies.push({ type, name: `Policy of ${target}`, target, document: output })
    return undefined
  },
}

/** `aws iam get-credential-report`: the CSV, in Base64. */
const credentialReport: OutputReader = {
  kind: 'credential-report',
  fits: (output) => textAt(output, 'ReportFormat') !== undefined,
  read(output, _, gathered) {
    const text = fromBase64(textAt(output, 'Content') ?? '')
    if (text === undefined || !isCredentialReport(text)) return { code: 'no-report' }
    gathered.credentials = new Map([...(gathered.credentials ?? []), ...readCredentialReport(text)])
    return undefined
  },
}

function fromBase64(text: string): string | undefined {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (each) => each.charCodeAt(0)))
  } catch {
    return undefined
  }
}

/** All kinds of outputs but the account details; the first that fits reads. */
export const outputReaders: readonly OutputReader[] = [
  ...organizations,
  ...identityCenter,
  credentialReport,
  ...resourcePolicies,
  plainPolicy,
]
