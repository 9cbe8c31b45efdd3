// The checker inside a page of another site: only pages whose origin the company's settings name (`embedIn`) may show it.

/** What the checker in a frame and the page around it send each other. */
export const showing = { whydenied: 'frame' } as const

export const isFrameMessage = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'whydenied' in data && data.whydenied === showing.whydenied

/** The origins of frames, as far as they decide. */
export interface Framing {
  /** Of the page around the frame, as the browser reports it; undefined where the page doesn't answer. */
  readonly around: string | undefined
  /** Is there another frame around that page? Its origin isn't known. */
  readonly isDeeper: boolean
  /** The checker's own. "null" for files from a disk, and for sandboxes. */
  readonly own: string
}

/** May the page around the checker show it? */
export const mayShow = ({ around, isDeeper, own }: Framing, embedIn: readonly string[] = []): boolean =>
  around !== undefined && !isDeeper && around !== 'null' && (around === own || embedIn.includes(around))

/** Time for the page around the checker to answer, in milliseconds. */
const patience = 5000

/** Is this page in a frame of another one? Not while the site is built: there's no window then. */
export const isFramed = (): boolean => typeof window !== 'undefined' && window.parent !== window

/** Asks the page around this one who it is. It answers if it has the <why-denied> element. */
export function askAround(): Promise<Framing> {
  return new Promise((resolve) => {
    const answer = (around: string | undefined): void => {
      clearTimeout(timer)
      removeEventListener('message', hear)
      resolve({ around, isDeeper: window.parent !== window.top, own: location.origin })
    }
    const hear = ({ source, origin, data }: MessageEvent<unknown>): void => {
      if (source === window.parent && isFrameMessage(data)) answer(origin)
    }
    const timer = setTimeout(() => answer(undefined), patience)
    addEventListener('message', hear)
    // It says only that the checker is here.
    window.parent.postMessage(showing, '*')
  })
}
