// The single-file checker contains the site's files. It reads them from its own page instead of fetching them, because it has no network access.

/** The files of the site, by path, as one gzipped JSON text in base64. */
export type Packed = string

export async function unpack(packed: Packed): Promise<ReadonlyMap<string, string>> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Map(Object.entries(JSON.parse(await new Response(stream).text())))
}

/** The company's settings are in the page itself: the person who hosts or distributes the file adds them. */
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
