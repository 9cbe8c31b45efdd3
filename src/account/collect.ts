import type { PolicyInput } from '../evaluate/index.ts'
import { type Credentials, isCredentialReport, readCredentialReport } from './credential-report.ts'
import { type CollectedText, Gathered, type OutputKind, type Unused, type UnusedReason } from './gathered.ts'
import { readIamCollect } from './iam-collect.ts'
import { type IdentityCenter, type Person, peopleOf } from './identity-center.ts'
import { isObject, textAt, valueAt } from './json.ts'
import type { Organization } from './organization.ts'
import { outputReaders } from './outputs.ts'
import { type Account, type AccountPrincipal, isPage, listsEntities, readAccount } from './read-account.ts'
import { valuesIn } from './values-in.ts'

/** Everything in the files about one or several accounts. */
export interface Collection {
  readonly account: Account
  /** Did an output list users, groups, or roles, even if there are none? */
  readonly hasDetails: boolean
  readonly organization: Organization | undefined
  /** Resource-based policies with the resources they're attached to, and SCPs and RCPs that were given without a target. */
  readonly policies: readonly PolicyInput[]
  /** Who can sign in with a role that a permission set made. */
  readonly people: (role: AccountPrincipal) => readonly Person[]
  /** By the ARN of users; undefined if no credential report was given. */
  readonly credentials: ReadonlyMap<string, Credentials> | undefined
  /** How many outputs of each kind were read. */
  readonly read: ReadonlyMap<OutputKind, number>
  readonly unused: readonly Unused[]
}

/**
 * Sorts outputs of the AWS CLI by their content: account details, the organization, resource-based policies, IAM Identity Center, and the
 * credential report. A file can hold several outputs. An output that doesn't name what it's about can be wrapped in an envelope,
 * `{"command", "for", "output"}`, or in a file whose name contains it: "policies-ou-ab12-cdef3456.json".
 * The order in which the files are given doesn't matter: they're read by name.
 */
export function collect(texts: readonly CollectedText[]): Collection {
  const gathered = new Gathered()
  const { page, resources, rest } = readIamCollect([...texts].sort(byName))
  if (page) gathered.addPage(page)
  for (const { arn, policy } of resources) {
    gathered.policies.push({ type: 'resource', name: `Policy of ${arn}`, target: arn, document: policy })
    gathered.count('resource-policies')
  }
  for (const { name, text } of rest) readText(name, text, gathered)
  const identityCenter: IdentityCenter = gathered
  return {
    account: readAccount(gathered.pages) ?? { principals: [], groups: [], listedTwice: [] },
    hasDetails: gathered.pages.some(listsEntities),
    organization: gathered.organization(),
    policies: distinct(gathered.policies),
    people: peopleOf(identityCenter),
    credentials: gathered.credentials,
    read: gathered.read,
    unused: gathered.unused,
  }
}

/** A file that is given twice gives its policies once. */
function distinct(policies: readonly PolicyInput[]): readonly PolicyInput[] {
  return [...new Map(policies.map((each) => [JSON.stringify([each.type, each.target, each.document]), each])).values()]
}

const byName = (a: CollectedText, b: CollectedText): number =>
  a.name === b.name ? (a.text < b.text ? -1 : 1) : a.name < b.name ? -1 : 1

function readText(name: string, text: string, gathered: Gathered): void {
  if (isCredentialReport(text)) {
    gathered.addCredentials(readCredentialReport(text))
    return
  }
  const { values, problem } = valuesIn(text)
  if (problem !== undefined) gathered.skip(name, problem)
  const outputs = values.flatMap((each) => (Array.isArray(each) ? each.flat() : [each]))
  if (outputs.length === 0 && problem === undefined) gathered.skip(name, { code: 'no-output' })
  for (const value of outputs) readValue(name, value, gathered)
}

function readValue(name: string, value: unknown, gathered: Gathered): void {
  const wrapped = envelopeOf(value)
  const output = wrapped ? wrapped.output : value
  const title = wrapped ? `${wrapped.command} ${wrapped.about}`.trim() : name
  const problem = isObject(output)
    ? readOutput(output, wrapped?.about ?? aboutIn(name), gathered)
    : wrapped
      ? ({ code: 'no-answer' } as const)
      : ({ code: 'no-output' } as const)
  if (problem !== undefined) gathered.skip(title, problem)
}

/** Gives why an output can't be used; undefined if it was read. */
function readOutput(output: object, about: string, gathered: Gathered): UnusedReason | undefined {
  if (isPage(output) && !isListOfAttachments(output)) {
    gathered.addPage(output)
    return undefined
  }
  const reader = outputReaders.find(({ fits }) => fits(output))
  if (!reader) return { code: 'unknown-output' }
  const problem = reader.read(output, about, gathered)
  if (problem === undefined) gathered.count(reader.kind)
  return problem
}

/** `list-policies-for-target` has a list of the same name as the account details. */
const isListOfAttachments = (output: object): boolean => {
  const list = valueAt(output, 'Policies')
  return Array.isArray(list) && list.some((each) => /_CONTROL_POLICY$/.test(textAt(each, 'Type') ?? ''))
}

/** What the collection script puts around an output. */
function envelopeOf(
  value: unknown,
): { readonly command: string; readonly about: string; readonly output: unknown } | undefined {
  const command = textAt(value, 'command')
  if (command === undefined || !isObject(value) || !Object.hasOwn(value, 'output')) return undefined
  return { command, about: textAt(value, 'for') ?? '', output: valueAt(value, 'output') }
}

/** What the name of a file says about its content: an ARN, or the ID of a root, an OU, an account, or a policy. */
const aboutIn = (name: string): string =>
  /arn[:_]aws[\w-]*[:_][^/\\]+?(?=\.json|$)/.exec(name)?.[0].replaceAll('_', ':') ??
  /ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|(?<![0-9a-z])r-[0-9a-z]{4,32}|(?<!\d)\d{12}(?!\d)|(?<![0-9a-z])p-[0-9A-Za-z]{8,128}/.exec(
    name,
  )?.[0] ??
  ''
