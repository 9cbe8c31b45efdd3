// A text as the fragment of a link, which browsers never send to a server: compressed, and read within bounds.

/** Longer links are cut by browsers and chat programs. */
export const longestLink = 60_000
/** A link inflates to no more than this, in characters; a longer one is rejected, not read to its end. */
const mostInflated = 2_000_000

/** The text as a fragment; undefined where it would be too long to be passed on. */
export async function packFragment(text: string): Promise<string | undefined> {
  const packed = await squeeze(new TextEncoder().encode(text))
  const encoded = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(''))
  const fragment = encoded.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  return fragment.length > longestLink ? undefined : fragment
}

/** The text of a fragment, or what is wrong with it. */
export async function unpackFragment(
  fragment: string,
): Promise<
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly why: 'broken' | 'too-large' }
> {
  if (fragment.length > longestLink || !/^[\w-]+$/.test(fragment)) return { ok: false, why: 'broken' }
  try {
    const packed = Uint8Array.from(atob(fragment.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
      letter.charCodeAt(0),
    )
    const text = await inflate(packed)
    return text === undefined ? { ok: false, why: 'too-large' } : { ok: true, text }
  } catch {
    return { ok: false, why: 'broken' }
  }
}

const squeeze = async (bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> =>
  new Uint8Array(
    await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer(),
  )

/** Stops as soon as the bound is passed: a few bytes can inflate to gigabytes. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string | undefined> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { done, value: chunk } = await reader.read()
    if (done) return text + decoder.decode()
    text += decoder.decode(chunk, { stream: true })
    if (text.length > mostInflated) {
      await reader.cancel()
      return undefined
    }
  }
}
