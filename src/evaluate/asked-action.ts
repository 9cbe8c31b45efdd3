import { specialCallOf } from '../reference/index.ts'
import { remember } from '../text/index.ts'
import type { Gate } from './gate.ts'
import type { CompiledStatement } from './statement.ts'

/** An action as requests ask for it, with everything that a set of policies has to say about it whatever the rest of a request is. */
export interface AskedAction extends ActionGates {
  /** The two sides of the colon, in lower case. */
  readonly service: string
  readonly actionName: string
  /** AssumeRoleWithWebIdentity or AssumeRoleWithSAML: called with nothing but a token, so only an identity provider can be the caller. */
  readonly isByToken: boolean
  /** A call by which someone becomes a role. */
  readonly isAssumption: boolean
  /** Made without AWS credentials: nothing that is attached to a caller counts. */
  readonly isUnsigned: boolean
  /** The call to a function URL. */
  readonly isFunctionUrl: boolean
}

/** The gates that requests for an action meet, in the table's order. */
export interface ActionGates {
  readonly all: readonly Gate[]
  /** Those that can answer: not the policy types of which nothing was given. */
  readonly given: readonly AskedGate[]
}

/** A gate, and those of its statements whose Action (or NotAction) matches. */
export interface AskedGate {
  readonly gate: Gate
  readonly statements: readonly CompiledStatement[]
}

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
