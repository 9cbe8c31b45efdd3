// Part of npm run bench: how long a keystroke waits for its answer, in Chromium, with ten policies of 6 KB on the bench.
import { type Browser, chromium } from '@playwright/test'
import { sixKilobytes } from '../test/bench/policies.ts'
import { browserArguments, findBrowser } from './find-browser.mjs'
import { dist, serve } from './serve.ts'

const keystrokes = 60
const message = 'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: s3:GetObject on resource: '
const policies = Array.from({ length: 10 }, (_, i) => ({ name: `Policy ${i + 1}`, text: sixKilobytes(i * 100) }))

const site = await serve(dist, { port: 0 })
const address = site.address()
const checker = `http://localhost:${typeof address === 'object' ? address?.port : ''}/checker/`
const executablePath = findBrowser()
const browser = await chromium.launch({ args: browserArguments, ...(executablePath ? { executablePath } : {}) })
try {
  await report(browser, 'the policies allow it', `${message}arn:aws:s3:::reports-00000/a`)
  await report(browser, 'they do not, and a change is worked out', `${message}arn:aws:s3:::others/a`)
} finally {
  await browser.close()
  site.close()
}

async function report(browser: Browser, title: string, paste: string): Promise<void> {
  const page = await browser.newPage()
  await page.goto(checker)
  await page.locator('astro-island:not([ssr])').first().waitFor({ state: 'attached' })
  await page.locator('input[type="file"]').setInputFiles({
    name: 'case.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ whydenied: 1, case: { paste, policies } })),
  })
  await page.locator('[data-cause]').waitFor()
  // What is kept for working offline is fetched once, after the first visit, and takes the processor meanwhile.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.waitForTimeout(2000)
  const times = await page.evaluate(measure, keystrokes)
  console.log(
    `\nchecker: a keystroke with ten policies of 6 KB, in milliseconds (wanted: 16 in the middle, 50 at worst): ${title}`,
  )
  for (const [name, list] of Object.entries(times)) {
    const sorted = [...list].sort((a, b) => a - b)
    const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1).padStart(7)
    console.log(`  ${name.padEnd(44)} median ${at(0.5)}   worst ${at(1)}`)
  }
  await page.close()
}

/** Runs in the page: types at the end of the error, and waits until the page holds the sentence that names what was typed. */
async function measure(count: number): Promise<Record<string, number[]>> {
  const box = document.querySelector<HTMLTextAreaElement>('#wd-paste')
  const times: Record<'until the thread is free' | 'until the answer is there', number[]> = {
    'until the thread is free': [],
    'until the answer is there': [],
  }
  /** Resolves when the answer's sentence names the object. Without a limit, a sentence that was reworded would stop the bench forever. */
  const answered = (object: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const limit = setTimeout(() => reject(new Error(`No answer names ${object} after 10 seconds`)), 10_000)
      const observer = new MutationObserver(() => {
        if (!document.querySelector('[data-sentence]')?.textContent?.includes(`${object} `)) return
        observer.disconnect()
        clearTimeout(limit)
        resolve()
      })
      observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    })
  for (let i = 0; i < count && box; i++) {
    await new Promise((resolve) => setTimeout(resolve, 80))
    box.focus()
    const answer = answered(`/a${'x'.repeat(i + 1)}`)
    const began = performance.now()
    box.value += 'x'
    box.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await new Promise((resolve) => setTimeout(resolve))
    times['until the thread is free'].push(performance.now() - began)
    await answer
    times['until the answer is there'].push(performance.now() - began)
  }
  return times
}
