// WebKit (WebKitGTK's MiniBrowser), driven by WebDriver.
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, globSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { Builder, By, Capabilities, type WebDriver } from 'selenium-webdriver'
import type { Browser, Found } from './browser.ts'

const driver = '/usr/bin/WebKitWebDriver'
const display = ':97'

export function findWebKit(): Found {
  const binary = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')[0]
  if (!existsSync(driver) || !binary)
    return { is: 'missing', because: 'No WebKit was found. On Debian, install webkit2gtk-driver and xvfb.' }
  if (!process.env.DISPLAY && !existsSync('/usr/bin/Xvfb'))
    return { is: 'missing', because: 'WebKit needs a display. On Debian, install xvfb.' }
  return { is: 'found', start: () => start(binary) }
}

async function start(binary: string): Promise<Browser> {
  const children: ChildProcess[] = []
  const stop = (): void => {
    for (const child of children) child.kill()
  }
  const env = { ...process.env }
  if (!env.DISPLAY) {
    children.push(spawn('/usr/bin/Xvfb', [display, '-screen', '0', '1366x900x24'], { stdio: 'ignore' }))
    env.DISPLAY = display
  }
  const port = await freePort()
  children.push(spawn(driver, [`--port=${port}`], { env, stdio: 'ignore' }))
  try {
    const session = await connect(port, binary)
    return browserOf(session, stop)
  } catch (error) {
    stop()
    throw error
  }
}

/** The driver takes a moment to listen. */
async function connect(port: number, binary: string): Promise<WebDriver> {
  const wanted = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary, args: ['--automation'] },
  })
  for (let tries = 40; ; tries--) {
    try {
      return await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wanted).build()
    } catch (error) {
      if (tries === 0) throw error
      await new Promise((resolve) => setTimeout(resolve, 250))
    }
  }
}

async function browserOf(session: WebDriver, stop: () => void): Promise<Browser> {
  const capabilities = await session.getCapabilities()
  return {
    name: `WebKitGTK ${capabilities.getBrowserVersion()}`,
    open: (address) => session.get(address),
    inPage: (script, ...args) => session.executeScript(`return (${script}).apply(null, arguments)`, ...args),
    type: async (text) => {
      await session.switchTo().activeElement().sendKeys(text)
    },
    click: async (selector) => {
      await session.findElement(By.css(selector)).click()
    },
    // WebDriver has no console; the flows check what the page does.
    errors: () => [],
    screenshot: async (file) => writeFileSync(`${file}.png`, await session.takeScreenshot(), 'base64'),
    close: async () => {
      await session.quit()
      stop()
    },
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
