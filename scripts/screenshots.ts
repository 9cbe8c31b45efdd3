// node scripts/screenshots.ts FOLDER [NAME…] | FOLDER --every | --readme [DIST]: pictures of the built site in every state that people see, at four widths, light and dark.
// --readme: the README's; with DIST, another build's, such as the first edition's (git worktree add FOLDER 3a8e47b), as "before". NAME…: only these states. --every: every article and guide from top to bottom, on a phone and a laptop; says what is wider than the screen.
import { globSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test'
import { browserArguments, findBrowser } from './find-browser.mjs'
import { dist, serve } from './serve.ts'

interface Screen {
  readonly name: string
  readonly device: BrowserContextOptions
}

const screens: readonly Screen[] = [
  { name: '390', device: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  { name: '768', device: { viewport: { width: 768, height: 1024 } } },
  { name: '1366', device: { viewport: { width: 1366, height: 768 } } },
  { name: '1920', device: { viewport: { width: 1920, height: 1080 } } },
]
const schemes = ['light', 'dark'] as const

/** A state of a page: where it is, what has to be there, and what a person does next. */
interface State {
  readonly name: string
  readonly path: string
  readonly ready: string
  readonly act?: (page: Page) => Promise<void>
}

const message =
  'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: billing:GetBillingData on resource: arn:aws:billing::111122223333:billingview/primary because no identity-based policy allows the billing:GetBillingData action'
const broken =
  '{\n  "Version": "2012-10-17",\n  "Statement": [\n    { "Effect": "Alow", "Action": "s3:GetObjct" "Resource": "*" }\n  ]\n}'
const answer = '[data-cause]'

/** The states that the site is judged by. */
const states: readonly State[] = [
  { name: 'home', path: '', ready: 'paste-box textarea' },
  {
    name: 'home-typed',
    path: '',
    ready: 'paste-box textarea',
    async act(page) {
      await page.locator('paste-box textarea').fill(message)
      await page.locator('.preview:not([hidden])').waitFor()
    },
  },
  { name: 'checker-empty', path: 'checker/', ready: '.wd-checker textarea' },
  { name: 'checker-error', path: `checker/#paste=${encodeURIComponent(message)}`, ready: answer },
  { name: 'checker-three-policies', path: 'checker/?example=scp-region-lock', ready: answer },
  {
    name: 'checker-applied',
    path: 'checker/?example=scp-region-lock',
    ready: answer,
    async act(page) {
      await page.locator('[data-press="apply"]').first().click()
      await page.locator('[data-decision="allowed"]').first().waitFor({ state: 'attached' })
    },
  },
  { name: 'checker-questions', path: 'checker/?example=cause-depends-on-address', ready: answer },
  { name: 'checker-broken', path: `checker/#policy=${encodeURIComponent(broken)}`, ready: '.wd-complaints' },
  { name: 'article', path: 'billing/not-authorized/', ready: 'h1' },
  { name: 'service', path: 'reference/ce/', ready: 'action-table:defined' },
  {
    name: 'search',
    path: '',
    ready: 'site-search button:not([disabled])',
    async act(page) {
      await page.locator('site-search button[data-open-modal]').click()
      await page.locator('site-search input').fill('cost explorer')
      await page.locator('site-search .found a').first().waitFor()
    },
  },
  { name: '404', path: '404.html', ready: 'h1' },
]

/** Pages that are made of data, some of each kind, for --every. */
const someOfMany = [
  '404.html',
  'checks/',
  'checks/redundant-action/',
  'checks/invalid-action/',
  'reference/',
  ...['ce', 'ec2', 's3', 'iam', 'billing', 'sts'].map((service) => `reference/${service}/`),
  'reference/elements/',
  'reference/operators/',
  'reference/operators/arnlike/',
  'reference/operators/foranyvalue/',
  'reference/condition-keys/',
  'reference/condition-keys/aws-sourcearn/',
  'reference/condition-keys/aws-principaltag/',
]
const [target, ...wanted] = process.argv.slice(2)
const root = fileURLToPath(new URL('..', import.meta.url))
if (!target) {
  console.error('Name a folder for the pictures, or --readme. The site must be built: npm run build')
  process.exit(2)
}

const [otherDist] = target === '--readme' ? wanted : []
const server = await serve(otherDist ?? dist, { port: 0 })
const address = server.address()
const site = `http://localhost:${typeof address === 'object' ? address?.port : ''}/`
const executablePath = findBrowser()
const browser = await chromium.launch({ args: browserArguments, ...(executablePath ? { executablePath } : {}) })
try {
  if (target === '--readme') await readme(browser)
  else if (wanted.includes('--every')) await contactSheet(browser, target)
  else await all(browser, target)
} finally {
  await browser.close()
  server.close()
}

async function all(browser: Browser, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const some = wanted.length > 0 ? states.filter(({ name }) => wanted.includes(name)) : states
  for (const { name: screen, device } of screens)
    for (const colorScheme of schemes) {
      for (const { name, path, ready, act } of some) {
        // A context of its own: nothing of one state must be in the next picture.
        const context = await browser.newContext({ ...device, colorScheme })
        const page = await open(await context.newPage(), path, ready)
        await act?.(page)
        await page.waitForTimeout(300)
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (tooWide > 0) console.log(`${name}: ${tooWide} pixels wider than ${screen}`)
        await page.screenshot({ path: join(folder, `${name}-${screen}-${colorScheme}.png`) })
        await context.close()
      }
      console.log(`${folder}/*-${screen}-${colorScheme}.png: ${some.length} pictures`)
    }
}

async function contactSheet(browser: Browser, folder: string): Promise<void> {
  const written = globSync('**/index.html', { cwd: dist })
    .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
    .filter((path) => !/^(reference|checks)\//.test(path))
  const paths = [...written, ...someOfMany].sort()
  for (const { name: screen, device } of screens.filter(({ name }) => name === '390' || name === '1366'))
    for (const colorScheme of schemes) {
      mkdirSync(join(folder, `${screen}-${colorScheme}`), { recursive: true })
      const context = await browser.newContext({ ...device, colorScheme })
      const page = await context.newPage()
      for (const path of paths) {
        await open(page, path, 'h1')
        const name = path.replaceAll(/\/(?=.)/g, '-').replaceAll(/\/|\.html/g, '') || 'home'
        await page.screenshot({ path: join(folder, `${screen}-${colorScheme}`, `${name}.png`), fullPage: true })
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        if (tooWide > 0) console.log(`/${path}: ${tooWide} pixels wider than ${screen}`)
      }
      await context.close()
      console.log(`${folder}/${screen}-${colorScheme}: ${paths.length} pages`)
    }
}

/** The README's pictures: the home page and the checker with an example, on a laptop. */
async function readme(browser: Browser): Promise<void> {
  const folder = join(root, 'src/site/readme')
  mkdirSync(folder, { recursive: true })
  for (const [name, picture] of [
    ['home', 'home'],
    ['checker-three-policies', 'checker'],
  ] as const) {
    const state = states.find((each) => each.name === name)
    if (!state) throw new Error(`no state ${name}`)
    const file = join(folder, `${picture}${otherDist === undefined ? '' : '-before'}.png`)
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, colorScheme: 'light' })
    const page = await open(await context.newPage(), state.path, state.ready)
    await page.screenshot({ path: file })
    await context.close()
    console.log(`${file} (${Math.round(statSync(file).size / 1024)} KB)`)
  }
}

/** Opens a page and waits until nothing moves in it any more. */
async function open(page: Page, path: string, ready: string): Promise<Page> {
  await page.goto(site + path, { waitUntil: 'networkidle' })
  await page.locator(ready).first().waitFor({ state: 'attached' })
  await page.waitForTimeout(300)
  return page
}
