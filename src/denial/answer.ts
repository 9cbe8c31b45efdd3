import type { Denial } from './denial.ts'

/** The fields of the command line's contract, `null` where the text does not say. */
export type DenialAnswer = {
  readonly [Field in Exclude<
    keyof Denial,
    | 'actionCandidates'
    | 'context'
    | 'insteadOf'
    | 'insteadTopic'
    | 'spans'
    | 'sentence'
    | 'impliedResource'
    | 'service'
    | 'authorization'
    | 'recorded'
    | 'matched'
    | 'doubts'
    | 'candidate'
  >]: string | null
}

/** A denial as the command line prints it. */
export function toAnswer(denial: Denial): DenialAnswer {
  const {
    kind,
    principal,
    principalType,
    accountId,
    action,
    actionDerived,
    resource,
    effect,
    policyType,
    policyArn,
    encodedMessage,
    requestId,
  } = denial
  return {
    // The contract has five kinds; possible readings are a separate field.
    kind: kind === 'possible-denial' ? 'not-authorization' : kind,
    principal: principal ?? null,
    principalType: principalType ?? null,
    accountId: accountId ?? null,
    action: action ?? null,
    actionDerived: actionDerived ?? null,
    resource: resource ?? null,
    effect: effect ?? null,
    policyType: policyType ?? null,
    policyArn: policyArn ?? null,
    // A label without its message is still one: "(missing)" says so.
    encodedMessage: encodedMessage === '' ? '(missing)' : (encodedMessage ?? null),
    requestId: requestId ?? null,
  }
}

/** What may be read wrong and what could be meant, as fields next to the contract's; left out where there is nothing. */
export const doubtsOf = ({ doubts, candidate }: Denial): Partial<Pick<Denial, 'doubts' | 'candidate'>> => ({
  ...(doubts.length > 0 ? { doubts } : {}),
  ...(candidate ? { candidate } : {}),
})
