// node scripts/lighthouse.ts [PATH…]: Lighthouse's four scores of pages of the built site (npm run build): articles, the largest service, the checker.
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { compress } from '../src/hosting/compress.ts'
import { browserArguments, findBrowser } from './find-browser.mjs'
import { dist, serve } from './serve.ts'

const usual = [
  'billing/not-authorized/',
  'policies/how-aws-decides/',
  'reference/ec2/',
  'checker/',
  'checker/?example=scp-region-lock',
]
const asked = process.argv.slice(2)
const paths = asked.length > 0 ? asked : usual

await compress(dist, 5)
const site = await serve(dist, { port: 0 })
const address = site.address()
const origin = `http://localhost:${typeof address === 'object' ? address?.port : ''}/`
const port = await freePort()
const executablePath = findBrowser()
const browser = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'whydenied-')), {
  args: [...browserArguments, `--remote-debugging-port=${port}`],
  ...(executablePath ? { executablePath } : {}),
})
try {
  for (const path of paths) {
    const result = await lighthouse(origin + path, { port, logLevel: 'error' })
    if (!result) throw new Error(`Lighthouse gave no result for /${path}`)
    const scores = Object.values(result.lhr.categories).map(
      ({ title, score }) => `${title} ${Math.round((score ?? 0) * 100)}`,
    )
    console.log(`/${path}\n  ${scores.join(' · ')}`)
    for (const { title, score, displayValue } of Object.values(result.lhr.audits))
      if (score !== null && score < 0.9)
        console.log(`    ${score.toFixed(2)} ${title}${displayValue ? `: ${displayValue}` : ''}`)
  }
} finally {
  await browser.close()
  site.close()
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
