import {
  type PolicyDocument,
  type PolicyRead,
  type PolicyType,
  readPolicy,
  type Statement,
  symbolsIn,
} from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import { once } from '../text/index.ts'
import { readArns } from './arns.ts'
import type { Subject } from './check.ts'
import { readConditions } from './condition-values.ts'
import { grantsIn } from './escalation/grants.ts'
import { matchedBy } from './matched-actions.ts'
import { sizeOf } from './size.ts'
import { readVariableTexts } from './variable-texts.ts'

/** A policy as the user gave it, what it is attached to, and what is known of AWS's services. */
export interface SubjectInput {
  readonly text: string
  /** What reading the text gave, if it was read before. That of another text doesn't count. */
  readonly read?: PolicyRead | undefined
  readonly policyType: PolicyType
  /** "AWS::S3::Bucket" and the like, for resource policies. */
  readonly resourceType?: string | undefined
  /** Checks that need a service which is not loaded say nothing. */
  readonly reference?: Reference | undefined
}

/** Prepares a policy for the checks: what several of them look at is read once. Never throws. */
export function readSubject({ text, read, policyType: given, resourceType, reference }: SubjectInput): Subject {
  const { policy, problems } = read?.policy.text === text ? read : readPolicy(text)
  const conditions = readConditions(policy)
  return {
    policy,
    problems: problems.filter(({ span }) => !isSymbol(text.slice(span.from, span.to))),
    policyType: isTrust(policy, given, resourceType) ? 'trust' : given,
    resourceType,
    reference,
    arns: readArns(policy, reference),
    conditions,
    variables: readVariableTexts(policy, conditions),
    matched: matchedBy(reference),
    size: once(() => sizeOf(policy.text)),
    grants: once(() => grantsIn(policy)),
  }
}

/** A string in JSON with a name whose value the text doesn't give: it can be anything allowed there. */
const isSymbol = (written: string): boolean => written.startsWith('"') && symbolsIn(written).length > 0

/** Access Analyzer's own name for a trust policy; or a resource policy of no told type that is about sts alone and, as only trust policies do, names no resource. */
const isTrust = ({ statements }: PolicyDocument, given: PolicyType, resourceType: string | undefined): boolean =>
  resourceType === 'AWS::IAM::AssumeRolePolicyDocument' ||
  (given === 'resource' &&
    resourceType === undefined &&
    statements.length > 0 &&
    statements.every(({ action, resource }) => !resource && isAboutSts(action)))

const isAboutSts = (action: Statement['action']): boolean =>
  action?.sense === 'any-of' &&
  action.items.length > 0 &&
  action.items.every(({ value }) => value.kind === 'action' && value.service === 'sts')
