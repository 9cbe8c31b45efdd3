import { type DenialAnswer, readDenial, toAnswer } from '../../src/denial/index.ts'

/** A case of a table: what is pasted, and every field of the answer that is not null. `open` names fields that the text leaves open. */
export interface Expected extends Partial<Omit<DenialAnswer, 'encodedMessage'>> {
  readonly encoded?: boolean
  readonly open?: readonly (keyof DenialAnswer)[]
}

export type Case = readonly [name: string, text: string, expected: Expected]

const typeMarks: readonly (readonly [mark: RegExp, type: string])[] = [
  [/AWSReservedSSO_/, 'identity-center-role'],
  [/assumed-role\//, 'assumed-role'],
  [/federated-user\//, 'federated-user'],
  [/:user\//, 'iam-user'],
  [/:role\//, 'role'],
  [/:root$/, 'root'],
  [/\.amazonaws\.com$/, 'service'],
  [/^anonymous$/, 'anonymous'],
  [/^\d{12}$/, 'account'],
]

/** The whole answer that a case expects: type and account follow the principal unless the case says otherwise. */
function whole({
  encoded = false,
  open: _,
  ...given
}: Expected): Omit<DenialAnswer, 'encodedMessage'> & { readonly encoded: boolean } {
  const { principal = null } = given
  return {
    kind: 'access-denied',
    principal,
    principalType: typeMarks.find(([mark]) => principal !== null && mark.test(principal))?.[1] ?? null,
    accountId: /^(?:arn:[^:]*:[^:]*:[^:]*:)?(\d{12})(?::|$)/.exec(principal ?? '')?.[1] ?? null,
    action: null,
    actionDerived: null,
    resource: null,
    effect: null,
    policyType: null,
    policyArn: null,
    requestId: null,
    ...given,
    encoded,
  }
}

/** The actual and expected readings, for one assertion; if the text isn’t a denial, only the kind is compared. */
export function compare(text: string, expected: Expected): { readonly read: unknown; readonly wanted: unknown } {
  const { encodedMessage, ...answer } = toAnswer(readDenial(text))
  const wanted = whole(expected)
  if (wanted.kind === 'not-authorization') return { read: answer.kind, wanted: wanted.kind }
  const open = new Set<string>(expected.open ?? [])
  const counting = (fields: object): object =>
    Object.fromEntries(
      Object.entries(fields).filter(([field]) => !open.has(field === 'encoded' ? 'encodedMessage' : field)),
    )
  return { read: counting({ ...answer, encoded: encodedMessage !== null }), wanted: counting(wanted) }
}
