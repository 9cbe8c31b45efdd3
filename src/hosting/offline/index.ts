import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const asGzip = promisify(gzip)

type Listed = readonly [path: string, sum: string]

/** The settings are the company's, and change without a new version. Twins are for machines. */
const notKept =
  /^(?:whydenied\.config\.json|sw\.js|checker\.html|llms\.txt|LICENSES\.txt|sbom\.cdx\.json)$|\.md$|\.(?:gz|br)$/
/** The pages of the services and of the policy language, and the documents of AWS managed policies. The data of services, and the policies' names, are needed by the tools. */
const isReference = (path: string): boolean =>
  /^reference\/.+\/index\.html$|^managed-policies\/(?!index\.json$)/.test(path)

/** Writes the service worker, which keeps the whole site but the reference, and the list of the reference's files for who wants that too. */
export async function writeServiceWorker(root: string): Promise<void> {
  const reference = await listFiles(root, isReference)
  await writeFile(join(root, 'offline.json'), JSON.stringify({ files: reference, ...(await sizeOf(root, reference)) }))
  const core = await listFiles(root, (path) => !isReference(path))
  const version = sumOf(JSON.stringify(core))
  const source = await readFile(fileURLToPath(new URL('./worker.js', import.meta.url)), 'utf8')
  const worker = source.replace('__FILES__', () => JSON.stringify(core)).replace('__VERSION__', version)
  await writeFile(join(root, 'sw.js'), worker)
}

const atOnce = 64

/** Bytes on the device, and on the way there. */
async function sizeOf(root: string, listed: readonly Listed[]): Promise<{ bytes: number; compressed: number }> {
  let [bytes, compressed] = [0, 0]
  // Several cores compress at once; all files at once would need a lot of memory.
  for (let done = 0; done < listed.length; done += atOnce)
    await Promise.all(
      listed.slice(done, done + atOnce).map(async ([path]) => {
        const text = await readFile(join(root, path))
        const { length } = await asGzip(text)
        bytes += text.length
        compressed += length
      }),
    )
  return { bytes, compressed }
}

async function listFiles(root: string, isWanted: (path: string) => boolean): Promise<readonly Listed[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/').replace(/^\//, ''))
    .filter((path) => !notKept.test(path) && isWanted(path))
    .sort()
  return Promise.all(paths.map(async (path): Promise<Listed> => [path, sumOf(await readFile(join(root, path)))]))
}

/** The first 8 bytes of the SHA-256, in hexadecimal. */
const sumOf = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex').slice(0, 16)
