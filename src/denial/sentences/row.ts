import type { PolicyType } from '../../iam/index.ts'

/** The part of AWS that has to change so that a denied call works, where a policy can do it. */
export type PolicySide = 'identity' | 'resource' | 'trust' | 'key'

/**
 * Why no policy can help. Each has its own answer in `advise`: a switch or a state of the account (`billing-access`, `cost-explorer`,
 * `turn-on`, `region`, `account-state`, `model-access`), a right of another account (`payer-only`, `management-account`, `trusted-access`,
 * `owner-shares`), a common organization (`one-organization`), a setting of the resource (`block-public-access`, `bucket-setting`, `key-state`), a policy of the organization that is no
 * SCP (`declarative-policy`, `tag-policy`, `sign-in-network`), or a system of its own (`grant`, `application`, `signed-url`, `sign-in`, `assignment`, `tool`).
 */
export type NoPolicy =
  | 'billing-access'
  | 'cost-explorer'
  | 'payer-only'
  | 'management-account'
  | 'trusted-access'
  | 'turn-on'
  | 'region'
  | 'account-state'
  | 'model-access'
  | 'block-public-access'
  | 'bucket-setting'
  | 'key-state'
  | 'bad-policy'
  | 'grant'
  | 'application'
  | 'signed-url'
  | 'owner-shares'
  | 'one-organization'
  | 'aws-owned'
  | 'sign-in'
  | 'assignment'
  | 'sign-in-network'
  | 'not-possible'
  | 'declarative-policy'
  | 'tag-policy'
  | 'tool'
  | 'network'
  | 'missing'

/**
 * One sentence of a service, as data. To read another sentence, add a row.
 *
 * `says` is the sentence in plain words; case, punctuation, line breaks, "don't" or "do not", "permission" or "permissions" don't matter.
 * `(a|b c|)` matches either, `{name}` matches one word that is read (see `slots.ts`), `{_}` for one word that isn't, `{...}` for up to
 * forty. Two literal words must stand next to each other somewhere: the search begins there.
 */
export interface Row {
  readonly id: string
  readonly says: readonly [string, ...string[]]
  /** The IAM actions that it means, the denied one first; `{service}:{operation}` is put together from what was read. Empty: no action is missing. */
  readonly actions: readonly string[]
  /** Who made the denied call, where it isn't the reader: a service principal, "anonymous", or a role in words. */
  readonly by?: string
  readonly change: PolicySide | NoPolicy
  /** The policy type that the sentence itself names. */
  readonly blames?: PolicyType
  /** What the text is, where it isn't AWS denying access. */
  readonly kind?: 'not-authorization' | 'credential-problem'
  /** The actions are those that can be missing; the sentence doesn't say which one is. */
  readonly open?: true
  /** The tool makes a call for each of the actions, and the sentence doesn't say which failed: its role needs them all. */
  readonly all?: true
  /** It appears in addition to AWS’s standard sentence and says more. Other rows are skipped if the standard sentence is complete. */
  readonly additional?: true
  /** People write this in prose too: it counts only where the text denies something in other words as well. */
  readonly weak?: true
  /** Where the sentence was seen, or the page that explains it: an address, or “quoted in public repositories” where several quote it. Read on November 28, 2026. */
  readonly source: string
}
