import type { CollectedText } from './gathered.ts'
import { parsedJson, textAt } from './json.ts'

/** What the files of an iam-collect folder come to: account details as AWS lists them, and resource-based policies with their resources. */
export interface IamCollectFiles {
  /** A page of account details; undefined if there is no such folder. */
  readonly page: object | undefined
  /** Policies of resources, by ARN. */
  readonly resources: readonly { readonly arn: string; readonly policy: unknown }[]
  /** The texts that don't belong to such a folder. */
  readonly rest: readonly CollectedText[]
}

/** "aws/aws/accounts/111122223333/iam/role/admin/metadata.json": the folder of one resource, and one of its files. */
const filePath = /^(?:.*[\\/])?(accounts[\\/]\d{12}[\\/].*|accounts[\\/]aws[\\/].*)[\\/]([\w-]+)\.json$/

/**
 * Reads a folder that iam-collect wrote: one folder per user, role, group, policy, or other resource, with a file per fact.
 * https://github.com/cloud-copilot/iam-collect/blob/main/docs/AgentInstructions.md
 */
export function readIamCollect(texts: readonly CollectedText[]): IamCollectFiles {
  const folders = new Map<string, Map<string, unknown>>()
  const rest: CollectedText[] = []
  for (const each of texts) {
    const [, folder, file] = filePath.exec(each.name) ?? []
    if (folder === undefined || file === undefined) {
      rest.push(each)
      continue
    }
    const files = folders.get(folder) ?? new Map<string, unknown>()
    folders.set(folder, files.set(file, parsedJson(each.text)))
  }
  if (folders.size === 0) return { page: undefined, resources: [], rest }
  const page: Record<'UserDetailList' | 'GroupDetailList' | 'RoleDetailList' | 'Policies', object[]> = {
    UserDetailList: [],
    GroupDetailList: [],
    RoleDetailList: [],
    Policies: [],
  }
  const resources: { arn: string; policy: unknown }[] = []
  for (const files of folders.values()) {
    const metadata = files.get('metadata')
    const arn = textAt(metadata, 'arn')
    if (arn === undefined) continue
    const [, kind] = /^arn:[\w-]+:iam::\w+:(user|group|role|policy)\//.exec(arn) ?? []
    if (kind === 'user') page.UserDetailList.push({ UserName: nameIn(metadata, arn), ...entityOf(files, arn, 'User') })
    else if (kind === 'group')
      page.GroupDetailList.push({ GroupName: nameIn(metadata, arn), ...entityOf(files, arn, 'Group') })
    else if (kind === 'role')
      page.RoleDetailList.push({
        RoleName: nameIn(metadata, arn),
        ...entityOf(files, arn, 'Role'),
        AssumeRolePolicyDocument: files.get('trust-policy'),
      })
    else if (kind === 'policy')
      page.Policies.push({
        PolicyName: nameIn(metadata, arn),
        Arn: arn,
        PolicyVersionList: [{ IsDefaultVersion: true, Document: files.get('current-policy') }],
      })
    else if (files.has('policy')) resources.push({ arn, policy: files.get('policy') })
  }
  return { page, resources, rest }
}

const nameIn = (metadata: unknown, arn: string): string =>
  textAt(metadata, 'name') ?? arn.slice(arn.lastIndexOf('/') + 1)

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []

/** What users, groups, and roles have in common, as AWS lists it. */
function entityOf(files: ReadonlyMap<string, unknown>, arn: string, kind: 'User' | 'Group' | 'Role'): object {
  const metadata = files.get('metadata')
  const boundary = textAt(metadata, 'permissionBoundary')
  return {
    Arn: arn,
    CreateDate: textAt(metadata, 'created'),
    [`${kind}PolicyList`]: files.get('inline-policies') ?? [],
    AttachedManagedPolicies: textsIn(files.get('managed-policies')).map((policy) => ({ PolicyArn: policy })),
    GroupList: textsIn(files.get('groups')).map((group) => group.slice(group.lastIndexOf('/') + 1)),
    ...(boundary === undefined ? {} : { PermissionsBoundary: { PermissionsBoundaryArn: boundary } }),
  }
}
