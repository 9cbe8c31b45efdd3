// Firefox, driven by WebDriver BiDi.
import { existsSync } from 'node:fs'
import { type Browser as Firefox, launch, type Page } from 'puppeteer-core'
import type { Browser, Found } from './browser.ts'

const places = [
  process.env.WHYDENIED_FIREFOX,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
]

export function findFirefox(): Found {
  const executablePath = places.find((place) => place && existsSync(place))
  if (!executablePath)
    return { is: 'missing', because: 'No Firefox was found. Install one, or name it in WHYDENIED_FIREFOX.' }
  return { is: 'found', start: () => start(executablePath) }
}

/** A tab, and the errors that its page reported. */
interface Tab {
  readonly page: Page
  readonly errors: readonly string[]
}

async function openTab(firefox: Firefox): Promise<Tab> {
  const page = await firefox.newPage()
  await page.setViewport({ width: 1366, height: 768 })
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)))
  return { page, errors }
}

async function start(executablePath: string): Promise<Browser> {
  const firefox = await launch({ browser: 'firefox', executablePath, headless: true })
  let tab = await openTab(firefox)
  return {
    name: await firefox.version(),
    // A tab of its own: a page that is left reports the modules that it was still loading as errors.
    open: async (address) => {
      const { page } = tab
      tab = await openTab(firefox)
      await page.close()
      await tab.page.goto(address)
    },
    inPage: (script, ...args) => tab.page.evaluate(script, ...args),
    type: (text) => tab.page.keyboard.type(text),
    click: (selector) => tab.page.click(selector),
    errors: () => tab.errors,
    screenshot: async (file) => {
      await tab.page.screenshot({ path: `${file}.png` })
    },
    close: () => firefox.close(),
  }
}
