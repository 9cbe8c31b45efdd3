import { messagesOf } from '../words/index.ts'
import type { Dependent } from './diagnosis.ts'
import type { Evaluated } from './situation.ts'

const told = messagesOf('terraform-state', {
  state: 'Terraform reads and writes its state in this object',
  lists: 'Terraform lists the workspaces in the bucket',
  lockFile: 'the backend locks the state with this file',
  lockTable: 'the backend locks the state in this table',
})

/** How much of a paste is searched for the block, and of the block for its settings. */
const mostText = 20_000
const mostBlock = 2000

const backend = /\bbackend\s{1,4}"s3"\s{0,4}\{/
/** The actions that Terraform needs for its state: one of them was denied. */
const ofState =
  /^(?:s3:(?:ListBucket|GetObject|PutObject|DeleteObject)|dynamodb:(?:DescribeTable|GetItem|PutItem|DeleteItem))$/

/** The literals in the backend's block, which takes no variables. */
const settingsIn = (block: string): ReadonlyMap<string, string> =>
  new Map(
    [...block.matchAll(/^\s{0,40}(\w{1,40})\s{0,40}=\s{0,4}"([\w./:@+-]{1,400})"/gm)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  )

/** Settings given to `terraform init`: -backend-config="bucket=state-1". */
const flags = /-backend-config[= ]["']?(\w{1,40})=["']?([\w./:@+-]{1,400})/g

/** What the backend's block and the command line set; undefined where neither is in the text. */
function settingsOf(
  text: string,
): { readonly settings: ReadonlyMap<string, string>; readonly block: string } | undefined {
  const at = backend.exec(text)
  const block = at ? (text.slice(at.index, at.index + mostBlock).split('\n}')[0] ?? '') : ''
  const given = [...text.matchAll(flags)].slice(0, 20).map(([, name = '', value = '']) => [name, value] as const)
  return at || given.length > 0 ? { settings: new Map([...settingsIn(block), ...given]), block } : undefined
}

/**
 * What Terraform needs for its state in Amazon S3, if the paste has the backend's settings and a call for the state was denied: it makes these calls one after the other.
 * https://developer.hashicorp.com/terraform/language/backend/s3 (its source at https://github.com/hashicorp/terraform/blob/main/website/docs/language/backend/s3.mdx, 2026-11-30)
 */
export function terraformState({ asked, given }: Evaluated): readonly Dependent[] {
  const text = given.paste.slice(0, mostText)
  const found = settingsOf(text)
  if (!found || !ofState.test(asked.action)) return []
  const { settings, block } = found
  const [bucket, key, table] = ['bucket', 'key', 'dynamodb_table'].map((name) => settings.get(name))
  if (bucket === undefined || key === undefined || !isAbout(asked.request.resource, [bucket, table])) return []
  const { partition, account } = asked.caller
  const on = (resource: string, reason: Dependent['reason'], actions: readonly string[]): readonly Dependent[] =>
    actions.map((action) => ({ action, resource, reason, isCertain: true, passedTo: undefined, via: undefined }))
  const place = `arn:${partition}:s3:::${bucket}`
  const region = settings.get('region') ?? '*'
  const ofTable = ['dynamodb:DescribeTable', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem']
  return [
    ...on(place, told('lists'), ['s3:ListBucket']),
    ...on(`${place}/${key}`, told('state'), ['s3:GetObject', 's3:PutObject']),
    ...(/^\s{0,40}use_lockfile\s{0,40}=\s{0,4}true\b/m.test(block)
      ? on(`${place}/${key}.tflock`, told('lockFile'), ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'])
      : []),
    ...(table !== undefined && account !== undefined
      ? on(`arn:${partition}:dynamodb:${region}:${account}:table/${table}`, told('lockTable'), ofTable)
      : []),
  ]
}

/** Is the denied call about the state's bucket, or about the table of its locks? */
const isAbout = (resource: string, names: readonly (string | undefined)[]): boolean => {
  const [name] = resource.replace(/^.*(?::::|:table\/)/, '').split('/')
  return names.includes(name)
}
