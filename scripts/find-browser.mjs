// Where the Chromium for tests and screenshots is. Plain JavaScript: the set-up uses it on an older Node.
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'

// The headless shell is Chromium without its windows: the same pages in two thirds of the time.
const systemPlaces = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The path of a Chromium: the one named in WHYDENIED_CHROMIUM, Playwright's own, or the system's; undefined where there is none. */
export function findBrowser() {
  return [process.env.WHYDENIED_CHROMIUM, playwrightsOwn(), ...systemPlaces].find((path) => path && existsSync(path))
}

function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath()
  } catch {
    return undefined
  }
}

/** How to start it: as root it needs no sandbox; and it is to be silent on a closed network. */
export const browserArguments = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
]
