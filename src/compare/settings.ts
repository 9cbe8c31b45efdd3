import { compile, type Evaluator, type Facts, type PolicyInput, type Request } from '../evaluate/index.ts'
import { accountIn, type PolicyType, readCaller } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'

/** What stands around the compared policies while `evaluate` decides an example again. */
export interface Setting {
  readonly surroundings: readonly PolicyInput[]
  /** The request as it has to be asked there. */
  readonly place: (request: Request) => Request
}

const everything = { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }
const everyoneMay = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' },
}
const everyoneAssumes = { Version: '2012-10-17', Statement: { Effect: 'Allow', Principal: '*', Action: 'sts:*' } }

const callersOwn: PolicyInput = {
  type: 'identity',
  name: 'assumed: the caller may do everything',
  document: everything,
}
const roleTrusts: PolicyInput = { type: 'trust', name: 'assumed: the role trusts everyone', document: everyoneAssumes }

const inCallersAccount = (request: Request): Request => {
  const account = readCaller(request.principal)?.account
  return account === undefined ? request : { ...request, resourceAccount: account }
}

const otherAccounts = ['444455556666', '555566667777'] as const

/** Across accounts both sides must allow: so the resource's side decides when the caller may do everything. */
const inAnotherAccount = (request: Request): Request => {
  const own = readCaller(request.principal)?.account
  const named = accountIn(request.resource)
  const owner = named !== undefined && named !== own ? named : otherAccounts.find((account) => account !== own)
  return owner === undefined ? request : { ...request, resourceAccount: owner }
}

/**
 * Settings in which a policy of this type decides by itself. Policies that limit are tried with a caller who may do everything else; policies of a
 * resource also across accounts, because only there the caller's own policies can't stand in for them.
 */
export function settingsFor(type: PolicyType): readonly Setting[] {
  switch (type) {
    case 'identity':
      return [
        { surroundings: [], place: inCallersAccount },
        { surroundings: [roleTrusts], place: inCallersAccount },
        {
          surroundings: [{ type: 'resource', name: 'assumed: the key leaves it to the account', document: accountMay }],
          place: inCallersAccount,
        },
      ]
    case 'resource':
    case 'trust':
      return [
        { surroundings: [], place: inCallersAccount },
        { surroundings: [callersOwn], place: inAnotherAccount },
        { surroundings: [], place: (request) => request },
      ]
    case 'session':
    case 'permissions-boundary':
    case 'scp':
    case 'vpc-endpoint':
    case 'rcp':
      return [
        { surroundings: [callersOwn], place: inCallersAccount },
        { surroundings: [callersOwn, roleTrusts], place: inCallersAccount },
        {
          surroundings: [callersOwn, { type: 'resource', name: 'assumed: everyone may', document: everyoneMay }],
          place: inCallersAccount,
        },
      ]
  }
}

/** A key policy that leaves the decision to the account's own policies names the account, whichever it is. */
const accountMay = {
  Version: '2012-10-17',
  Statement: ['111122223333', '999988887777', '777777777777'].map((account) => ({
    Effect: 'Allow',
    Principal: { AWS: account },
    Action: 'kms:*',
    Resource: '*',
  })),
}

/** Both sides, ready to be asked in one setting. */
export interface Judge {
  readonly setting: Setting
  readonly sides: readonly Evaluator[]
}

/** Makes the sides ready in each setting, when the first example asks for it: a proof needs none. */
export function judgesFor(
  settings: readonly Setting[],
  sides: readonly (readonly PolicyInput[])[],
  { facts, reference }: { readonly facts: Facts; readonly reference: Reference | undefined },
): () => readonly Judge[] {
  let judges: readonly Judge[] | undefined
  return () => {
    judges ??= settings.map((setting) => ({
      setting,
      sides: sides.map((policies) => compile([...policies, ...setting.surroundings], facts, reference)),
    }))
    return judges
  }
}
