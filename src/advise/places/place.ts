import type { PolicyType } from '../../iam/index.ts'
import type { Text } from '../../words/index.ts'

/** A placeholder, where its value is in an ARN, and the value: what the group holds where nothing else is said. */
export type InArn = readonly [placeholder: string, pattern: RegExp, value?: string]

/** Facts about a place. "{}" is replaced with the name of the user, role, or resource that the policy is attached to, and so is `{{name}}` in a comment, which is a message. */
export interface Place {
  readonly type: PolicyType
  /** Where people find it in the console. One sentence. */
  readonly console: Text
  /** For a resource. */
  readonly resource?: {
    /** Its service's prefix; several are separated by spaces. */
    readonly service: string
    /** Which part of its ARN is the name. `second`: all that follows the type; `segment`: up to the next slash; `none`: commands take no name that's in it. */
    readonly name: 'arn' | 'first' | 'last' | 'second' | 'segment' | 'none'
    /**
     * What follows the account in ARNs of its type, where the service has others whose policies stand elsewhere, or that have none. A group is the part that
     * belongs to the resource, where its policy also speaks for what's in it: a table's for its indexes.
     */
    readonly only?: RegExp
    /** Also where nothing names a resource, it isn't this one: few of its service's resources have a policy. */
    readonly isRare?: true
    /** Only for these actions, whichever resource they name. */
    readonly actions?: RegExp
    /** Other placeholders of the commands that the ARN answers. */
    readonly more?: readonly InArn[]
  }
  /** The placeholder for an unknown name. */
  readonly standIn: string
  /** The placeholder in `get` and `script`, where they take another name: an SCP is fetched by the account it applies to. */
  readonly fetchStandIn?: string
  /** A read-only command that prints the policy. */
  readonly get?: string
  /** Lines of a shell script that print every policy there with a line that identifies it, where one command can't. Read-only. */
  readonly script?: readonly Text[]
  /** The commands that put policy.json there, one per line; undefined where the AWS CLI takes no whole document. */
  readonly put?: readonly Text[]
  /** Terraform's resource, its other arguments, and the argument that holds the document. */
  readonly terraform?: { readonly type: string; readonly lines: readonly Text[]; readonly field: string }
  /** CloudFormation's resource, its other properties, and the property that holds the document. */
  readonly cloudFormation?: {
    readonly type: string
    readonly properties: Readonly<Record<string, string | readonly string[]>>
    readonly field: string
    /** The property holds the policy as a text. */
    readonly isText?: true
  }
}

/** A table of places by their IDs. */
export const placeTable = <Id extends string>(table: Readonly<Record<Id, Place>>): Readonly<Record<Id, Place>> => table

/** What is put into a place’s commands: the name for “{}”, and values for placeholders. */
export interface Names {
  readonly name: string
  readonly more?: Readonly<Record<string, string>> | undefined
}

/** A text of commands with the names in their places. */
export const withNames = (text: string, { name, more = {} }: Names): string =>
  Object.entries(more).reduce(
    (filled, [placeholder, value]) => filled.replaceAll(placeholder, () => value),
    text.replaceAll('{}', () => name),
  )

/** A line of a command or script with the names in their places. */
export const withName = (line: Text, names: Names): Text =>
  typeof line === 'string' ? withNames(line, names) : { ...line, data: { ...line.data, name: names.name } }
