// Firefox, driven by WebDriver BiDi.
import { existsSync } from 'node:fs'
import { launch } from 'puppeteer-core'
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

async function start(executablePath: string): Promise<Browser> {
  const firefox = await launch({ browser: 'firefox', executablePath, headless: true })
  const page = await firefox.newPage()
  await page.setViewport({ width: 1366, height: 768 })
  let errors: string[] = []
  page.on('pageerror', (error) => errors.push(error instanceof Error ? error.message : String(error)))
  return {
    name: await firefox.version(),
    open: async (address) => {
      errors = []
      await page.goto(address)
    },
    inPage: (script, ...args) => page.evaluate(script, ...args),
    type: (text) => page.keyboard.type(text),
    click: (selector) => page.click(selector),
    errors: () => errors,
    screenshot: async (file) => {
      await page.screenshot({ path: `${file}.png` })
    },
    close: () => firefox.close(),
  }
}
