import type { Denial } from '../denial/index.ts'
import type { Asked, Stated } from './situation.ts'

/** The policy that denied the call, according to the message. A role’s resource-based policy is its trust policy. */
export function statedBy({ effect, policyType, policyArn, sentence }: Denial, asked: Asked | undefined): Stated {
  const isRole = asked?.service === 'sts' && policyType === 'resource'
  const type = policyType ?? sideOf(sentence) ?? (isApiDeny(effect, asked) ? 'resource' : undefined)
  return { effect, policyType: isRole ? 'trust' : type, policyArn }
}

/**
 * A caller without credentials has no policies: what denies its call of an API is the API's own policy.
 * https://aws.amazon.com/premiumsupport/knowledge-center/api-gateway-403-error-lambda-authorizer/ (2026-11-30)
 */
const isApiDeny = (effect: Denial['effect'], asked: Asked | undefined): boolean =>
  effect === 'explicit-deny' && asked?.action === 'execute-api:Invoke' && asked.caller.kind === 'anonymous'

/** A service that couldn't use the reader's resource or role names the side that has to let it in. */
function sideOf(sentence: Denial['sentence']): Stated['policyType'] {
  if (sentence?.caller.kind !== 'service') return undefined
  return sentence.change === 'trust' || sentence.change === 'resource' ? sentence.change : undefined
}
