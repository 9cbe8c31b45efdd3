import type { Denial, DenialGroup } from '../denial/index.ts'
import { policyTypeNames } from '../iam/index.ts'
import type { LogSummary } from '../logs/index.ts'

/** More kinds than this don't fit into the box; the first line says how many there are. */
const mostKinds = 500

/** What a log too long for the page holds: every kind of denial once, in AWS's own words, with its count and times. The page reads it like any paste. */
export function logDigest({ groups, denials, characters }: LogSummary): string {
  const length = `${Math.round(characters / 1e6)} million characters`
  if (denials === 0) return `No denial was found in ${length}.`
  const ranked = groups.toSorted((a, b) => b.count - a.count)
  const left = ranked.length - mostKinds
  return [
    `${denials} denials of ${groups.length} kinds in ${length}, each kind once:`,
    ...ranked.slice(0, mostKinds).map(lineOf),
    ...(left > 0 ? [`${left} more kinds aren't listed here. The command line lists them: whydenied denials FILE`] : []),
  ].join('\n')
}

function lineOf({ denial, count, first, last }: DenialGroup): string {
  const times = count === 1 ? 'once' : `${count} times`
  const when = first === undefined ? '' : first === last ? ` at ${first}` : ` from ${first} to ${last}`
  return `[${times}${when}] ${sentenceOf(denial)}`
}

/** The denial as AWS words it today. https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
function sentenceOf(denial: Denial): string {
  const action = denial.action ?? denial.actionDerived
  if (action === undefined) return `AccessDenied: Access Denied${denial.principal ? ` for ${denial.principal}` : ''}`
  const who = denial.principal ?? denial.accountId
  const user = who === undefined ? 'You are' : `User: ${who} is`
  const on = denial.resource === undefined ? '' : ` on resource: ${denial.resource}`
  return `${user} not authorized to perform: ${action}${on}${reasonOf(denial, action)}`
}

function reasonOf({ effect, policyType, policyArn }: Denial, action: string): string {
  const named = policyArn === undefined ? '' : `: ${policyArn}`
  if (policyType === undefined) return effect === 'explicit-deny' ? ' with an explicit deny' : ''
  const type = policyTypeNames[policyType]
  return effect === 'explicit-deny'
    ? ` with an explicit deny in a ${type}${named}`
    : ` because no ${type} allows the ${action} action`
}
