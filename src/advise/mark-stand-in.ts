import type { Case } from './diagnosis.ts'
import type { Mask } from './mask.ts'
import { showMasks } from './masks/index.ts'
import { exampleAccount, exampleIssuer } from './stand-in.ts'
import type { Diagnosis } from './written.ts'

const unknownAccount: Mask = { text: '<ACCOUNT_ID>', standIn: exampleAccount, kind: 'account', couldBe: [] }

const unknownIssuer: Mask = { text: '<ISSUER>', standIn: exampleIssuer, kind: 'name', couldBe: [] }

/** The diagnosis with placeholders for an unnamed account and issuer. The evaluation uses examples, which must not look like the reader’s. */
export function markStandIn(diagnosis: Diagnosis, given: Case): Diagnosis {
  const { paste, principal, resource, resourceAccount, policies } = given
  const said = [paste, principal, resource, resourceAccount, ...policies.map(({ text }) => text)]
  const isSaid = said.some((text) => text?.includes(exampleAccount) || text?.includes(unknownAccount.text))
  const masks = [
    ...(diagnosis.needs.length === 0 || isSaid ? [] : [unknownAccount]),
    ...(diagnosis.request?.principal?.endsWith(exampleIssuer) ? [unknownIssuer] : []),
  ]
  return masks.length === 0 ? diagnosis : showMasks(diagnosis, given, masks)
}
