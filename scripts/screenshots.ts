// node scripts/screenshots.ts FOLDER [--every] | --readme: pictures of the built site, as people see it on a phone and on a laptop, dark and light.
// --every: of every article and guide, and of some pages of each other kind, from top to bottom; what is wider than the screen is told.
import { globSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium, type Page } from '@playwright/test'
import { browserArguments, findBrowser } from './find-browser.mjs'
import { dist, serve } from './serve.ts'

const screens = [
  { name: 'phone', viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
  { name: 'laptop', viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1 },
] as const
const schemes = ['light', 'dark'] as const
const example = 'checker/?example=scp-region-lock'
const pages = [
  { name: 'home', path: '', ready: 'paste-box textarea' },
  { name: 'article', path: 'billing/not-authorized/', ready: 'h1' },
  { name: 'checker-empty', path: 'checker/', ready: '.wd-checker textarea' },
  { name: 'checker', path: example, ready: '[data-cause]' },
] as const

/** Pages that are made of data, some of each kind. */
const someOfMany = [
  '404.html',
  'checks/',
  'checks/redundant-action/',
  'checks/invalid-action/',
  'reference/',
  ...['ce', 'ec2', 's3', 'iam', 'billing', 'sts'].map((service) => `reference/${service}/`),
]
const [target, every] = process.argv.slice(2)
const root = fileURLToPath(new URL('..', import.meta.url))
if (!target) {
  console.error('Name a folder for the pictures, or --readme. The site must be built: npm run build')
  process.exit(2)
}

const server = await serve(dist, { port: 0 })
const address = server.address()
const site = `http://localhost:${typeof address === 'object' ? address?.port : ''}/`
const executablePath = findBrowser()
const browser = await chromium.launch({ args: browserArguments, ...(executablePath ? { executablePath } : {}) })
try {
  if (target === '--readme') await readme(browser)
  else if (every === '--every') await contactSheet(browser, target)
  else await all(browser, target)
} finally {
  await browser.close()
  server.close()
}

async function all(browser: Browser, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  for (const { name: screen, ...device } of screens)
    for (const colorScheme of schemes) {
      const context = await browser.newContext({ ...device, colorScheme })
      for (const { name, path, ready } of pages) {
        const page = await open(await context.newPage(), path, ready)
        const file = join(folder, `${name}-${screen}-${colorScheme}`)
        await page.screenshot({ path: `${file}.png` })
        await page.screenshot({ path: `${file}-whole.png`, fullPage: true })
        await page.close()
        console.log(`${file}.png`)
      }
      await context.close()
    }
}

async function contactSheet(browser: Browser, folder: string): Promise<void> {
  const written = globSync('**/index.html', { cwd: dist })
    .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
    .filter((path) => !/^(reference|checks)\//.test(path))
  const paths = [...written, ...someOfMany].sort()
  for (const { name: screen, ...device } of screens)
    for (const colorScheme of schemes) {
      mkdirSync(join(folder, `${screen}-${colorScheme}`), { recursive: true })
      const context = await browser.newContext({ ...device, deviceScaleFactor: 1, colorScheme })
      const page = await context.newPage()
      for (const path of paths) {
        await open(page, path, 'h1')
        const name = path.replaceAll(/\/(?=.)/g, '-').replaceAll(/\/|\.html/g, '') || 'home'
        await page.screenshot({ path: join(folder, `${screen}-${colorScheme}`, `${name}.png`), fullPage: true })
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (tooWide > 0) console.log(`/${path}: ${tooWide} pixels wider than a ${screen}`)
      }
      await context.close()
      console.log(`${folder}/${screen}-${colorScheme}: ${paths.length} pages`)
    }
}

/** The README's picture: the checker with an example, on a laptop. */
async function readme(browser: Browser): Promise<void> {
  const file = join(root, 'src/site/checker.png')
  const context = await browser.newContext({ viewport: { width: 1280, height: 1240 }, colorScheme: 'light' })
  const page = await open(await context.newPage(), example, '[data-cause]')
  await page.screenshot({ path: file })
  console.log(`${file} (${Math.round(statSync(file).size / 1024)} KB)`)
}

/** Opens a page and waits until nothing moves in it any more. */
async function open(page: Page, path: string, ready: string): Promise<Page> {
  await page.goto(site + path, { waitUntil: 'networkidle' })
  await page.locator(ready).first().waitFor()
  await page.waitForTimeout(300)
  return page
}
