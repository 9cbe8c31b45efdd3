import { messagesOf } from '../words/index.ts'
import type { Settled } from './settle.ts'
import type { Asked, Situation, Stated } from './situation.ts'

const told = messagesOf('open-call', {
  callIsSo: 'the call is as assumed',
  oneAccount: 'the caller and the resource are in one account',
})

/**
 * The call without what is assumed of it. Where AWS says that nothing denies it, the values of its keys make no difference; whether a hidden account
 * is the resource's own does.
 */
export function openCall(
  named: Asked | undefined,
  asking: Asked | undefined,
  settled: Pick<Settled, 'inferred'> | undefined,
  { effect }: Stated,
): Situation['open'] {
  if (named && asking && named.crossAccount && !asking.crossAccount)
    return { request: named.request, onlyIf: told('oneAccount') }
  return asking && settled?.inferred && effect !== 'implicit-deny'
    ? { request: asking.request, onlyIf: told('callIsSo') }
    : undefined
}
