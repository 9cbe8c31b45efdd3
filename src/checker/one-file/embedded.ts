// The checker in one file has the site's files inside it. What it would fetch from the site, it gets from there; there is no network.

/** The files of the site, by path, as one gzipped JSON text in base64. */
export type Packed = string

export async function unpack(packed: Packed): Promise<ReadonlyMap<string, string>> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Map(Object.entries(JSON.parse(await new Response(stream).text())))
}

/** The company's settings stand in the page itself: who hosts or hands out the file writes them there. */
export const settingsFile = 'whydenied.config.json'

/** From now on `fetch` answers with these files, whatever folder the page lies in, and with 404 for anything else. */
export function answerFetches(files: Promise<ReadonlyMap<string, string>>): void {
  globalThis.fetch = async (input) => {
    const address = decodeURI(input instanceof Request ? input.url : String(input))
    const known = await files
    for (const folder of ['reference/', 'examples/', settingsFile]) {
      const text = known.get(address.slice(address.lastIndexOf(folder)))
      if (text !== undefined) return new Response(text)
    }
    return new Response('', { status: 404 })
  }
}
