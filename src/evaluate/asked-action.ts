import { specialCallOf } from '../reference/index.ts'
import { remember } from '../text/index.ts'
import type { ActionGates, AskedAction } from './gate.ts'

/** The gates for an action; both texts in lower case. */
export type GatesFor = (service: string, actionName: string) => ActionGates

/** Is this call made with nothing but a token? Then nobody but an identity provider counts. Both texts in lower case. */
export const isByToken = (service: string, actionName: string): boolean =>
  service === 'sts' && actionName.startsWith('assumerolewith')

/** Tagging the session and naming its source belong to becoming a role. */
const assumptions: ReadonlySet<string> = new Set([
  'assumerole',
  'assumerolewithsaml',
  'assumerolewithwebidentity',
  'tagsession',
  'setsourceidentity',
])

/** More actions than a trail usually names. */
const mostActions = 1024

/**
 * Makes actions ready for one set of policies. A log names few actions and asks for each of them again and again, so what was made ready is
 * kept with the policies, up to a limit.
 */
export const actionReader = (gatesFor: GatesFor): ((action: string) => AskedAction) =>
  remember((action) => {
    const lower = action.trim().toLowerCase()
    const colon = lower.indexOf(':')
    const [service, actionName] = colon < 0 ? ['', lower] : [lower.slice(0, colon), lower.slice(colon + 1)]
    return {
      service,
      actionName,
      isByToken: isByToken(service, actionName),
      isAssumption: service === 'sts' && assumptions.has(actionName),
      isUnsigned: specialCallOf(service, actionName)?.kind === 'unsigned-call',
      isFunctionUrl: service === 'lambda' && actionName === 'invokefunctionurl',
      ...gatesFor(service, actionName),
    }
  }, mostActions)
