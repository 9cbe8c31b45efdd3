import type { Case } from './diagnosis.ts'
import type { Mask } from './mask.ts'
import { showMasks } from './masks/index.ts'
import { exampleAccount } from './stand-in.ts'
import type { Diagnosis } from './written.ts'

const unknownAccount: Mask = { text: '<ACCOUNT_ID>', standIn: exampleAccount, kind: 'account', couldBe: [] }

/** The diagnosis with a placeholder for an unnamed account. The evaluation uses an example account, which must not look like the reader’s. */
export function markStandIn(diagnosis: Diagnosis, given: Case): Diagnosis {
  const { paste, principal, resource, resourceAccount, policies } = given
  const said = [paste, principal, resource, resourceAccount, ...policies.map(({ text }) => text)]
  const isSaid = said.some((text) => text?.includes(exampleAccount) || text?.includes(unknownAccount.text))
  return diagnosis.needs.length === 0 || isSaid ? diagnosis : showMasks(diagnosis, given, [unknownAccount])
}
