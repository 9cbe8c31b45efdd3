import type { PolicyType } from '../../src/iam/index.ts'

/** A statement as it's pasted into a policy. */
export interface Statement {
  readonly Effect: 'Allow'
  readonly Principal?: '*' | Readonly<Record<string, string | readonly string[]>>
  readonly Action: string | readonly string[]
  readonly Resource?: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>
}

/** A denial that users of a service often meet, from the message to the check that it's gone. */
export interface ServiceDenial {
  /** The problem, as a reader would search for it. */
  readonly title: string
  /** As AWS or the tool prints it. Example values are those of AWS's own documentation. */
  readonly message: string
  /** The cause, and the usual mistake behind it. */
  readonly cause: string
  readonly check: { readonly command?: string; readonly says: string }
  readonly fix: Fix
  /** How to see that it works now. */
  readonly verify: string
  /** AWS's page, or the public report that quotes the message. `readOn` knows when it was last read. */
  readonly source: string
  /** The article that says more: "policies/kms-key". */
  readonly article?: string
}

interface Fix {
  readonly says: string
  /** Missing where no policy helps. */
  readonly policy?: {
    readonly type: PolicyType
    readonly statements: readonly Statement[]
    /** The request that it allows, where the message doesn't name it. */
    readonly request?: { readonly principal?: string; readonly action: string; readonly resource: string }
    /** What that request carries. */
    readonly context?: Readonly<Record<string, string>>
  }
}

// biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable, which AWS fills in
export const username = '${aws:username}'
// biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable, which AWS fills in
export const userid = '${aws:userid}'

/** A caller of the examples. */
export const user = 'arn:aws:iam::111122223333:user/mateojackson'

/** AWS's usual message about an implicit deny. */
export const notAllowed = (action: string, resource: string, caller = user): string =>
  `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`

/** The same, where the resource's own policy is missing. */
export const notAllowedByResource = (action: string, resource: string, caller = user): string =>
  `User: ${caller} is not authorized to perform: ${action} on resource: ${resource} because no resource-based policy allows the ${action} action`

export const allow = (
  Action: string | readonly string[],
  Resource: string | readonly string[],
  Condition?: Statement['Condition'],
): Statement => ({ Effect: 'Allow', Action, Resource, ...(Condition ? { Condition } : {}) })

/** A statement of a resource-based policy or trust policy. */
export const allowFor = (
  Principal: NonNullable<Statement['Principal']>,
  statement: Omit<Statement, 'Effect' | 'Principal'>,
): Statement => ({
  Effect: 'Allow',
  Principal,
  ...statement,
})

/** A fix in the caller's own policies. */
export const own = (...statements: readonly Statement[]): NonNullable<Fix['policy']> => ({
  type: 'identity',
  statements,
})

/** A trust policy for a service. */
export const trusts = (
  service: string,
  resource: string,
  context?: Readonly<Record<string, string>>,
): NonNullable<Fix['policy']> => ({
  type: 'trust',
  statements: [
    allowFor(
      { Service: service },
      {
        Action: 'sts:AssumeRole',
        ...(context ? { Condition: { StringEquals: context } } : {}),
      },
    ),
  ],
  request: { principal: service, action: 'sts:AssumeRole', resource },
  ...(context ? { context } : {}),
})
