import type { PolicyInput } from '../evaluate/index.ts'
import type { Position } from '../text/index.ts'
import type { Credentials } from './credential-report.ts'
import type { Assignment } from './identity-center.ts'
import { documentOf, type Organization } from './organization.ts'

/** The text of a file, and its name with its folders. */
export interface CollectedText {
  readonly name: string
  readonly text: string
}

/** The kinds of outputs that are read. */
export type OutputKind =
  | 'account-details'
  | 'organization'
  | 'attachments'
  | 'organization-policies'
  | 'resource-policies'
  | 'identity-center'
  | 'credential-report'

/** Why an output can't be used. */
export type UnusedReason =
  /** AWS gave no answer to the collection script. */
  | { readonly code: 'no-answer' }
  | { readonly code: 'no-output' }
  | { readonly code: 'unknown-output' }
  /** It doesn't say which part of the organization, or which resource, it's about. */
  | { readonly code: 'no-target' | 'no-resource' }
  | { readonly code: 'no-name' }
  /** A policy without the user, group, or role that has it. */
  | { readonly code: 'policy-alone' }
  | { readonly code: 'no-report' | 'no-policy' }
  /** The value that begins here doesn't end before the text does. */
  | { readonly code: 'cut'; readonly from: Position; readonly end: Position }
  | { readonly code: 'no-json'; readonly at: Position }

/** Something that couldn't be used. */
export interface Unused {
  readonly name: string
  readonly why: UnusedReason
}

/** An SCP or RCP that a list of attachments names. */
export interface Attached {
  readonly id: string
  readonly name: string
  readonly type: 'scp' | 'rcp'
  readonly target: string
}

/** What the outputs have told so far. Outputs can come in any order. */
export class Gathered {
  readonly pages: object[] = []
  readonly policies: PolicyInput[] = []
  readonly read = new Map<OutputKind, number>()
  readonly unused: Unused[] = []
  readonly permissionSets = new Map<string, string>()
  readonly assignments: Assignment[] = []
  readonly names = new Map<string, string>()
  readonly members = new Map<string, string[]>()
  readonly parents = new Map<string, string>()
  /** Documents of SCPs and RCPs, by ID. */
  readonly described = new Map<string, unknown>()
  readonly attached = new Map<string, Attached>()
  credentials: Map<string, Credentials> | undefined
  managementAccount: string | undefined

  count(kind: OutputKind): void {
    this.read.set(kind, (this.read.get(kind) ?? 0) + 1)
  }

  skip(name: string, why: UnusedReason): void {
    this.unused.push({ name, why })
  }

  addPage(page: object): void {
    this.pages.push(page)
    this.count('account-details')
  }

  addCredentials(report: ReadonlyMap<string, Credentials>): void {
    this.credentials = new Map([...(this.credentials ?? []), ...report])
    this.count('credential-report')
  }

  attach(attached: Attached): void {
    this.attached.set(`${attached.id} ${attached.target}`, attached)
  }

  /** The organization, if any output told about it. */
  organization(): Organization | undefined {
    const { managementAccount, parents } = this
    if (managementAccount === undefined && parents.size === 0 && this.attached.size === 0) return undefined
    const attached = [...this.attached.values()].map(({ id, name, type, target }) => ({
      type,
      target,
      name,
      ...documentOf(id, name, type, this.described),
    }))
    return { managementAccount, parents, attached }
  }
}
