import { compareChannel, isComparisonReply } from '../session/compare-channel.ts'
import type { ComparisonCase } from '../session/comparison.ts'

/** Milliseconds that an open checker has to answer. */
const patience = 500

/** What a checker in another tab of this browser holds: its policies before and after its fixes. Undefined where none answers. */
export function askChecker(): Promise<ComparisonCase | undefined> {
  const channel = new BroadcastChannel(compareChannel)
  return new Promise((resolve) => {
    const settle = (comparison: ComparisonCase | undefined): void => {
      clearTimeout(timer)
      channel.close()
      resolve(comparison)
    }
    const timer = setTimeout(() => settle(undefined), patience)
    channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (isComparisonReply(data)) settle(data.comparison)
    })
    channel.postMessage({ is: 'ask' })
  })
}
