import { type Mention, type Paste, type PastedPolicy, readDenial, readPaste, type ToJson } from '../denial/index.ts'
import { policyTypeNames } from '../iam/index.ts'
import type { Case, GivenPolicy } from './diagnosis.ts'

/** A case whose paste held documents: what is left of the paste, the documents among the policies, and what there is to tell. */
export interface SortedPaste {
  readonly given: Case
  /** The policies that were taken out of the paste, the last ones of `given`. */
  readonly taken: readonly GivenPolicy[]
  /** What was taken, what is missing, what was left out: plain sentences. */
  readonly notices: readonly string[]
  /** A read-only command for each document that an output names and does not hold. */
  readonly commands: readonly string[]
}

/** Takes the documents out of a case's paste; undefined where there are none. `toJson` reads YAML. */
export function sortPaste(given: Case, toJson?: ToJson): SortedPaste | undefined {
  const paste = readPaste(given.paste, toJson)
  if (paste.rest === given.paste) return undefined
  const taken = paste.policies.map((policy, i) => asGiven(policy, given.policies.length + i + 1))
  return {
    given: { ...given, ...askedBy(given, paste), paste: paste.rest, policies: [...given.policies, ...taken] },
    taken,
    notices: [...takenSentence(taken), ...leftOutSentence(paste), ...missingSentence(paste.mentions)],
    commands: paste.mentions.flatMap((mention) => commandFor(mention) ?? []),
  }
}

function asGiven({ name, policyType, because, target, text }: PastedPolicy, number: number): GivenPolicy {
  const type = policyType && because !== undefined ? { type: policyType, because } : {}
  return { name: name ?? `Policy ${number}`, text, ...type, ...(target === undefined ? {} : { target }) }
}

/** Who called and what was asked, where only an output tells it. */
function askedBy(given: Case, { rest, caller, simulated }: Paste): Partial<Case> {
  const denial = readDenial(rest)
  const action = given.action ?? denial.action ?? denial.actionDerived
  return {
    ...(caller !== undefined && given.principal === undefined && denial.principal === undefined
      ? { principal: caller }
      : {}),
    ...(simulated && action === undefined ? { action: simulated.action, resource: simulated.resource } : {}),
  }
}

function takenSentence(taken: readonly GivenPolicy[]): readonly string[] {
  if (taken.length === 0) return []
  const names = taken.slice(0, 6).map(({ name, type }) => (type ? `${name} (${policyTypeNames[type]})` : name))
  const more = taken.length > 6 ? ` and ${taken.length - 6} more` : ''
  const count = taken.length === 1 ? 'A policy was' : `${taken.length} policies were`
  return [`${count} taken out of what you pasted: ${names.join(', ')}${more}.`]
}

const leftOutSentence = ({ leftOut, policies }: Paste): readonly string[] => {
  if (leftOut === 0) return []
  if (policies.length > 0)
    return [`${leftOut} other policies of the account were left out: they do not concern this caller.`]
  return [
    `The account has ${leftOut} policies. Paste the error too: it names the caller, whose policies are then picked.`,
  ]
}

const missingSentence = (mentions: readonly Mention[]): readonly string[] =>
  mentions.length === 0
    ? []
    : [
        `Named in what you pasted, but not there: ${mentions
          .slice(0, 6)
          .map(({ name }) => name)
          .join(', ')}. Fetch and paste ${mentions.length === 1 ? 'it' : 'them'} too.`,
      ]

/** Whoever copies a command runs it in a shell: only plain words get into it. */
const plain = /^[\w+=,.@:/-]{1,300}$/

function commandFor({ id, as }: Mention): string | undefined {
  if (!plain.test(id)) return undefined
  if (as === 'organization') return `aws organizations describe-policy --policy-id ${id}`
  const version = `$(aws iam get-policy --policy-arn ${id} --query Policy.DefaultVersionId --output text)`
  return `aws iam get-policy-version --policy-arn ${id} --version-id "${version}"`
}
