import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { type Plugin, rolldown } from 'rolldown'
import { hashes } from './csp.ts'

const checker = fileURLToPath(new URL('../checker', import.meta.url))

/**
 * Writes checker.html, the whole checker with the data of every service, which runs from a disk: of what the build has put below `root`. Next to it,
 * why-denied.js has the element that shows it on pages of other sites. `parts` hears which modules it is made of.
 */
export async function writeOneFile(root: string, parts: Plugin): Promise<void> {
  const [engine, page, element, style, files] = await Promise.all([
    bundle('worker.ts', 'iife', parts),
    bundle('main.tsx', 'es', parts),
    bundle('why-denied.ts', 'iife', parts),
    styleOf(root),
    packedFiles(root),
  ])
  await writeFile(join(root, 'checker.html'), html({ engine, page, style, files }))
  await writeFile(join(root, 'why-denied.js'), element)
}

async function bundle(entry: string, format: 'iife' | 'es', parts: Plugin): Promise<string> {
  const build = await rolldown({
    input: join(checker, 'one-file', entry),
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [
      parts,
      {
        name: 'thread-of-one-file',
        resolveId: (source) =>
          source === '../session/start-thread.ts' ? join(checker, 'one-file', 'start-thread.ts') : undefined,
      },
    ],
    onLog: () => {},
  })
  const { output } = await build.generate({ format, minify: true, codeSplitting: false })
  return output[0].code
}

/** What the checker's page is styled with, in its order. */
async function styleOf(root: string): Promise<string> {
  const page = await readFile(join(root, 'checker/index.html'), 'utf8')
  const sheets = [...page.matchAll(/<link rel="stylesheet" href="\.\.\/([^"]+)"(?: media="(\w+)")?>/g)]
  const texts = await Promise.all(
    sheets.map(async ([, path = '', media]) => {
      const text = await readFile(join(root, path), 'utf8')
      return media ? `@media ${media}{${text}}` : text
    }),
  )
  return texts.join('\n')
}

async function packedFiles(root: string): Promise<string> {
  const folders = await Promise.all(['reference', 'examples'].map((folder) => readdir(join(root, folder))))
  const paths = [
    ...(folders[0] ?? []).map((file) => `reference/${file}`),
    ...(folders[1] ?? []).map((file) => `examples/${file}`),
  ]
    .filter((path) => path.endsWith('.json'))
    .concat('checker.json')
    .sort()
  const entries = await Promise.all(
    paths.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const),
  )
  return gzipSync(JSON.stringify(Object.fromEntries(entries)), { level: 9 }).toString('base64')
}

/** What src/site/NeedsBrowser.astro says on the site. */
const tooOld = `try{new RegExp('(?<=a)b');if(!Array.prototype.toSorted||!self.DecompressionStream)throw 0}catch(e){document.documentElement.setAttribute('data-too-old','')}`

const theme = `document.documentElement.dataset.theme=matchMedia('(prefers-color-scheme: light)').matches?'light':'dark'`

const shell = `body{margin:0}body>header{display:flex;flex-wrap:wrap;gap:0 1.5rem;align-items:center;min-height:var(--sl-nav-height);padding:0 1rem;box-sizing:border-box;border-bottom:1px solid var(--wd-line)}body>header h1{margin:0;font-size:var(--sl-text-lg);color:var(--sl-color-white)}body>header p{margin:0;color:var(--sl-color-gray-2);font-size:var(--sl-text-sm)}.too-old,[data-too-old] main{display:none}[data-too-old] .too-old{display:block}`

/** Nothing may end the element early. */
const inScript = (code: string): string => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')

function html(parts: Readonly<Record<'engine' | 'page' | 'style' | 'files', string>>): string {
  const page = inScript(parts.page)
  const style = parts.style + shell
  const policy = [
    "default-src 'none'",
    `script-src${hashes([theme, tooOld, page])} blob:`,
    'worker-src blob:',
    `style-src${hashes([style])}`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  return `<!doctype html>
<html lang="en" data-theme="dark">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>Why was it denied? | Whydenied</title>
<script>${theme}</script>
<script>${tooOld}</script>
<style>${style}</style>
</head>
<body>
<header><h1>Why was it denied?</h1><p>Whydenied in one file: it needs no server, and reaches no network.</p></header>
<p class="too-old" role="alert">This browser is too old for the checker. Use Chrome or Edge 111, Firefox 115, Safari 16.4, or anything newer.</p>
<main id="wd-place"><noscript>The checker needs JavaScript.</noscript></main>
<!-- Settings of a company, as in whydenied.config.json: write them into the next element. -->
<script type="application/json" id="wd-settings">
{}
</script>
<script type="text/plain" id="wd-files">${parts.files}</script>
<script type="text/plain" id="wd-engine">${inScript(parts.engine)}</script>
<script type="module">${page}</script>
</body>
</html>
`
}
