// How the comparison page asks a checker in another tab of the same browser. Both are pages of one site, so nothing leaves the browser.
import type { ComparisonCase } from './comparison.ts'

/** The name of the channel. */
export const compareChannel = 'whydenied-compare'

interface Reply {
  readonly is: 'reply'
  readonly comparison: ComparisonCase
}

const hasKind = (data: unknown): data is { readonly is: unknown } =>
  typeof data === 'object' && data !== null && 'is' in data

/** Is a message what a checker replies? Only pages of this site can send one. */
export const isComparisonReply = (data: unknown): data is Reply =>
  hasKind(data) && data.is === 'reply' && 'comparison' in data

/** Answers every question on the channel with what the checker holds then. Gives the function that ends it. */
export function answerComparePage(current: () => ComparisonCase | undefined): () => void {
  const channel = new BroadcastChannel(compareChannel)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!hasKind(data) || data.is !== 'ask') return
    const comparison = current()
    if (comparison) channel.postMessage({ is: 'reply', comparison } satisfies Reply)
  })
  return () => channel.close()
}
