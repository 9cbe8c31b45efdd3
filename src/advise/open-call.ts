import type { Request } from '../evaluate/index.ts'
import { isSymbolName } from '../iam/index.ts'
import { messagesOf } from '../words/index.ts'
import type { Settled } from './settle.ts'
import type { Asked, Situation, Stated } from './situation.ts'

const told = messagesOf('open-call', {
  templateIsSo: 'the template’s values are as assumed',
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
  settled: Pick<Settled, 'inferred' | 'request'> | undefined,
  { effect }: Stated,
): Situation['open'] {
  if (named && asking && named.crossAccount && !asking.crossAccount)
    return { request: named.request, onlyIf: told('oneAccount') }
  // Whether AWS denies more has nothing to do with what a template's names are.
  const isNamed = settled && named && symbolKeys(settled.request).length > symbolKeys(named.request).length
  if (isNamed && effect === 'implicit-deny') return { request: named.request, onlyIf: told('templateIsSo') }
  return asking && settled?.inferred && effect !== 'implicit-deny'
    ? { request: asking.request, onlyIf: told('callIsSo') }
    : undefined
}

/** The names of a template that have a value. */
const symbolKeys = ({ context = {} }: Request): readonly string[] => Object.keys(context).filter(isSymbolName)
