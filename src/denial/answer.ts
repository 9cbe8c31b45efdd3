import type { Denial, Doubt } from './denial.ts'

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

const because: Readonly<Record<Doubt['because'], string>> = {
  'line-break': 'a line break may have cut it',
  blank: 'it has a space in it',
  'run-together': 'the words around it have no spaces',
  'unknown-service': 'no service has this prefix',
}

/** The same in sentences, one per line. */
export function doubtLines({ doubts, candidate }: Denial): readonly string[] {
  const { principal, action, resource } = candidate ?? {}
  const possible = Object.entries({ principal, action, resource }).flatMap(([field, value]) =>
    value === undefined ? [] : [`possible ${field}: ${value}`],
  )
  const doubted = doubts.map(({ field, read, instead: [other], because: why }) => {
    const or = other === undefined ? '' : ` It could be ${other}.`
    return `Check the ${field === 'policyArn' ? 'policy’s ARN' : field}: the text says ${read}, and ${because[why]}.${or}`
  })
  return [...possible, ...doubted]
}
