// The main flows of the site, in steps that any browser's protocol can carry out.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { dist } from '../../scripts/serve.ts'
import { type Browser, until } from './browser.ts'

export interface Flow {
  readonly name: string
  run(browser: Browser, site: string): Promise<void>
}

const message =
  'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::reports/a.csv" because no identity-based policy allows the s3:GetObject action'

export const flows: readonly Flow[] = [
  {
    name: 'The checker explains a typed error',
    run: async (browser, site) => {
      await browser.open(`${site}checker/`)
      await explains(browser)
    },
  },
  {
    name: 'The checker goes from an example to “allowed”',
    run: async (browser, site) => {
      await browser.open(`${site}checker/?example=scp-region-lock`)
      await goesToAllowed(browser)
    },
  },
  {
    name: 'The box for the error grows with its text, up to a limit, and the marks behind it stay in place',
    run: async (browser, site) => {
      await browser.open(`${site}checker/`)
      await isAwake(browser)
      // In percent of the window's height: the box takes 40 at most.
      for (const [lines, isRight] of [
        [1, (height: number) => height > 2 && height < 25],
        [12, (height: number) => height > 30],
        [200, (height: number) => height === 40],
      ] as const)
        await until(
          browser,
          `height for ${lines} lines`,
          fillAndMeasure,
          (height) => isRight(Number(height)),
          `${lines}`,
        )
      noErrors(browser)
    },
  },
  {
    name: 'An article shows its headings, and its theme can be changed',
    run: async (browser, site) => {
      await browser.open(`${site}billing/not-authorized/`)
      await until(
        browser,
        'heading',
        () => document.querySelectorAll('main h2').length,
        (count) => Number(count) > 2,
      )
      await until(
        browser,
        'dark theme',
        () => {
          const select = document.querySelector<HTMLSelectElement>('starlight-theme-select select')
          if (!select) return 'no menu'
          select.value = 'dark'
          select.dispatchEvent(new Event('change', { bubbles: true }))
          return document.documentElement.dataset.theme
        },
        (theme) => theme === 'dark',
      )
    },
  },
  {
    name: 'The search finds an article by the words of an error',
    run: async (browser, site) => {
      await browser.open(`${site}billing/not-authorized/`)
      await until(
        browser,
        'search box',
        () => {
          document.querySelector<HTMLElement>('site-search button[data-open-modal]')?.click()
          const box = document.querySelector<HTMLElement>('site-search input')
          box?.focus()
          return document.activeElement === box && box !== null
        },
        (isOpen) => isOpen === true,
      )
      await browser.type('PassRole')
      await until(
        browser,
        'first result',
        () => document.querySelector('site-search .found a[href*="pass-role"]')?.getAttribute('href') ?? '',
        (address) => address !== '',
      )
    },
  },
  {
    name: 'checker.html from the disk explains a typed error',
    run: async (browser) => {
      await browser.open(pathToFileURL(join(dist, 'checker.html')).href)
      await explains(browser)
    },
  },
  {
    name: 'checker.html from the disk goes from an example to “allowed”',
    run: async (browser) => {
      await browser.open(`${pathToFileURL(join(dist, 'checker.html')).href}?example=scp-region-lock`)
      await goesToAllowed(browser)
    },
  },
]

/** Fills the box with so many lines. Returns its height in percent of the window's, or 0 where the marks behind it have another one. */
const fillAndMeasure = (lines: string): unknown => {
  const box = document.querySelector<HTMLTextAreaElement>('#wd-paste')
  const marks = document.querySelector<HTMLElement>('.wd-marks')
  if (!box || !marks) return 'no box'
  box.value = Array.from({ length: Number(lines) }, (_, i) => `line ${i}`).join('\n')
  box.dispatchEvent(new Event('input', { bubbles: true }))
  const [front, behind] = [box, marks].map((element) => Math.round(element.getBoundingClientRect().height))
  return front === behind && front !== undefined ? Math.round((100 * front) / window.innerHeight) : 0
}

/** Types the message key by key, and reads the answer. */
async function explains(browser: Browser): Promise<void> {
  await isAwake(browser)
  // checker.html has no box yet while its script is being read: keys would go to the page.
  await until(
    browser,
    'box with the focus',
    () => {
      const box = document.querySelector<HTMLElement>('#wd-paste')
      box?.focus()
      return box !== null && document.activeElement === box
    },
    (hasFocus) => hasFocus === true,
  )
  await browser.type(message)
  await until(
    browser,
    'cause',
    () => document.querySelector('[data-cause]')?.getAttribute('data-cause') ?? '',
    (cause) => cause === 'no-identity-allow',
  )
  noErrors(browser)
}

async function goesToAllowed(browser: Browser): Promise<void> {
  await isAwake(browser)
  await until(browser, 'decision', decision, (word) => word === 'explicitDeny')
  // An answer can grow while the reference loads, and the button moves: the mouse goes to it once it has stopped.
  let before: unknown
  await until(
    browser,
    'Apply button in one place',
    () => {
      const button = [...document.querySelectorAll('[data-fix] button')].find((one) => /^Apply/.test(one.textContent))
      button?.setAttribute('data-test-apply', '')
      button?.scrollIntoView({ block: 'center' })
      const place = button?.getBoundingClientRect()
      return place === undefined ? 'none' : `${place.left} ${place.top}`
    },
    (place) => {
      const isStill = place !== 'none' && place === before
      before = place
      return isStill
    },
  )
  await browser.click('[data-test-apply]')
  await until(browser, 'decision after the fix', decision, (word) => word === 'allowed')
  noErrors(browser)
}

/** The page's island is hydrated: before that it takes no input. */
const isAwake = (browser: Browser): Promise<void> =>
  until(
    browser,
    'page at work',
    () => document.querySelectorAll('astro-island[ssr]').length,
    (count) => count === 0,
  )

const decision = (): unknown => document.querySelector('[data-cause]')?.getAttribute('data-decision') ?? ''

function noErrors(browser: Browser): void {
  const errors = browser.errors()
  if (errors.length > 0) throw new Error(`the page reported: ${errors.join('; ')}`)
}
