import { type CheckFilter, type Finding, lint } from '../lint/index.ts'
import type { Reference } from '../reference/index.ts'
import type { StandingPolicy } from './situation.ts'

type Text = Pick<StandingPolicy, 'text' | 'type' | 'linted' | 'read'>

/** What is wrong with a policy, which is looked for if it wasn't before. */
export const findingsOf = ({ text, type: policyType, linted, read }: Text, reference: Reference | undefined) =>
  linted?.of === text ? linted.findings : lint({ text, read, policyType, reference })

/** Only what can speak against a change. */
export const objectionsOf = (
  { text, type: policyType, linted, read }: Text,
  reference: Reference | undefined,
): readonly Finding[] =>
  linted?.of === text
    ? linted.findings.filter(speaksAgainst)
    : lint({ text, read, policyType, reference, only: speaksAgainst })

/** The other checks take as long again, and a change is a new text at every key. */
const speaksAgainst: CheckFilter = ({ code, type }) =>
  type === 'ERROR' || type === 'SECURITY_WARNING' || isEscalation(code)

/** Returns true if findings with this code are about privilege escalation. */
export const isEscalation = (code: string): boolean =>
  code === 'PRIVILEGE_ESCALATION' || code.startsWith('PASS_ROLE_WITH_')
