import { type PolicyInput, readOf } from '../../evaluate/index.ts'
import type { PolicyType } from '../../iam/index.ts'
import { oidcIssuer } from '../../reference/index.ts'
import { otherAmr, otherAudience, requestedAudience, userPoolAsAudience } from './checks/audience.ts'
import { bothProviders } from './checks/both-providers.ts'
import { neverPresentKeys } from './checks/keys.ts'
import {
  demandedCondition,
  issuerInstead,
  otherAccount,
  otherCluster,
  replacedIssuer,
  schemeInArn,
  wrongOperation,
} from './checks/statement.ts'
import { otherSubject } from './checks/subject.ts'
import type { TokenEvidence } from './evidence.ts'
import type { Examined, TrustCheck, TrustFinding } from './finding.ts'
import { type TrustedProvider, trustedProviders } from './providers.ts'

/** What is looked for, in the order in which it is told. */
const checks: readonly TrustCheck[] = [
  wrongOperation,
  issuerInstead,
  schemeInArn,
  replacedIssuer,
  otherCluster,
  otherAccount,
  bothProviders,
  neverPresentKeys,
  userPoolAsAudience,
  requestedAudience,
  otherSubject,
  otherAudience,
  otherAmr,
  // Roles that are older than the requirement may still be assumed, so what the token says comes first.
  demandedCondition,
]

/** The part of a policy that is looked at. */
export interface TrustDocument extends PolicyInput {
  readonly type: PolicyType
  readonly text: string
}

/** A statement of one of the policies, with what was found in it. */
export interface ExaminedStatement extends Examined {
  /** Index among the policies. */
  readonly index: number
  /** The certain ones first. */
  readonly findings: readonly TrustFinding[]
}

/** Examines every statement of the trust policies that lets a provider's tokens in. */
export const examineTrust = (
  policies: readonly TrustDocument[],
  evidence: TokenEvidence,
): readonly ExaminedStatement[] =>
  policies.flatMap((policy, index) =>
    policy.type === 'trust'
      ? trustedProviders(readOf(policy).policy).map((provider) =>
          examined({ index, text: policy.text, provider, evidence }),
        )
      : [],
  )

interface Input {
  readonly index: number
  readonly text: string
  readonly provider: TrustedProvider
  readonly evidence: TokenEvidence
}

function examined({ index, text, provider, evidence }: Input): ExaminedStatement {
  const issuer = provider.kind === 'oidc' ? oidcIssuer(provider.host) : undefined
  const subject: Examined = { text, statement: provider.statement, provider, issuer, evidence }
  const findings = checks.flatMap((check) => check(subject)).toSorted((a, b) => Number(b.certain) - Number(a.certain))
  return { ...subject, index, findings }
}
