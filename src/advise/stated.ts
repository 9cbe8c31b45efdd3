import type { Denial } from '../denial/index.ts'
import type { Asked, Stated } from './situation.ts'

/** The policy that denied the call, according to the message. A role’s resource-based policy is its trust policy. */
export function statedBy({ effect, policyType, policyArn, sentence }: Denial, asked: Asked | undefined): Stated {
  const isRole = asked?.service === 'sts' && policyType === 'resource'
  const type = policyType ?? sideOf(sentence)
  return { effect, policyType: isRole ? 'trust' : type, policyArn }
}

/** A service that couldn't use the reader's resource or role names the side that has to let it in. */
function sideOf(sentence: Denial['sentence']): Stated['policyType'] {
  if (sentence?.caller.kind !== 'service') return undefined
  return sentence.change === 'trust' || sentence.change === 'resource' ? sentence.change : undefined
}
