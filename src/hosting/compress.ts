import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const asGzip = promisify(gzip)
const asBrotli = promisify(brotliCompress)

/** What is worth it: pictures are compressed already. Markdown twins are for machines, which ask once. */
const compressible = /\.(?:html|js|css|json|svg|txt|webmanifest)$/
/** A smaller file is one packet anyway. */
const worthIt = 1000

/**
 * Puts a `.gz` and a `.br` next to each text file of a built site, for servers that send them as they are. The same text gives the same bytes.
 * `quality` is Brotli's: 5 takes a second for the whole site, 11 half a minute and is 15% smaller.
 */
export async function compress(root: string, quality: 5 | 11): Promise<void> {
  const files = (await readdir(root, { recursive: true })).filter((file) => compressible.test(file))
  const params = { [constants.BROTLI_PARAM_QUALITY]: quality }
  await Promise.all(
    files.map(async (file) => {
      const path = join(root, file)
      const text = await readFile(path)
      if (text.length < worthIt) return
      const [small, smaller] = await Promise.all([asGzip(text, { level: 9 }), asBrotli(text, { params })])
      await Promise.all([writeFile(`${path}.gz`, small), writeFile(`${path}.br`, smaller)])
    }),
  )
}
