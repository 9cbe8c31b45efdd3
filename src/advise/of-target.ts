import { readOf } from '../evaluate/index.ts'
import { parseArn } from '../iam/index.ts'
import { isPodOnNode } from './instance-session.ts'
import type { Asked, StandingPolicy } from './situation.ts'

/** How many letters two names share at their start when they speak of the same program: "cert-manager-irsa", "CertManagerRoute53Policy". */
const fewestShared = 8

/**
 * Is the pasted identity-based policy that of the role which the call wants to assume? People paste what the role is for, and the caller needs a policy of
 * its own. It's so only where the policy says nothing about AWS STS, and something shows it: a line names the policy or the role like the role to assume,
 * or a pod called with the role of its node. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html
 */
export function isOfTarget(policy: StandingPolicy, asked: Asked, paste: string): boolean {
  const target = /^role\/(?:.*\/)?([^/]+)$/.exec(parseArn(asked.request.resource)?.resource ?? '')?.[1]
  if (asked.action !== 'sts:AssumeRole' || target === undefined || target === asked.caller.name) return false
  if (policy.type !== 'identity' || !policy.given || speaksOfSts(policy)) return false
  return isPodOnNode(asked, paste) || headingsIn(paste).some((line) => isLike(line, target, asked.caller.name))
}

/** A policy that names STS, or everything, can be the caller's. */
const speaksOfSts = (policy: StandingPolicy): boolean =>
  readOf(policy).policy.statements.some(
    ({ action }) =>
      action?.sense !== 'any-of' ||
      action.items.some(({ value }) => value.kind !== 'action' || /^(?:sts|\*)/i.test(value.service)),
  )

/** Lines that name a policy or a role and aren't the message; who may assume a role is said of callers, too. */
const headingsIn = (paste: string): readonly string[] =>
  paste
    .slice(0, 20_000)
    .split('\n')
    .filter(
      (line) =>
        line.length <= 200 && /\b(?:policy|policies|role)\b/i.test(line) && !/authorized|denied|assum/i.test(line),
    )

const lettersOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** Does a word of the line begin like the role to assume, and none like the caller? */
function isLike(line: string, target: string, caller: string): boolean {
  const words = line.split(/[\s/()`'"“”,:]+/).map(lettersOf)
  const has = (name: string): boolean => {
    const start = lettersOf(name).slice(0, fewestShared)
    return start.length >= 4 && words.some((word) => word.startsWith(start))
  }
  return has(target) && !has(caller)
}
