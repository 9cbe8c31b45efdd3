// Part of npm run bench: how long a keystroke waits for its frame and for its answer, in Chromium, with ten policies of 6 KB on the bench.
import { chromium } from '@playwright/test'
import { sixKilobytes } from '../test/bench/policies.ts'
import { browserArguments, findBrowser } from './find-browser.mjs'
import { dist, serve } from './serve.ts'

const keystrokes = 60
const paste =
  'User: arn:aws:iam::111122223333:user/mateo is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::reports-00000/a'
const given = {
  paste,
  policies: Array.from({ length: 10 }, (_, i) => ({ name: `Policy ${i + 1}`, text: sixKilobytes(i * 100) })),
}

const site = await serve(dist, { port: 0 })
const address = site.address()
const executablePath = findBrowser()
const browser = await chromium.launch({ args: browserArguments, ...(executablePath ? { executablePath } : {}) })
try {
  const page = await browser.newPage()
  await page.goto(`http://localhost:${typeof address === 'object' ? address?.port : ''}/checker/`)
  await page.locator('input[type="file"]').setInputFiles({
    name: 'case.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ whydenied: 1, case: given })),
  })
  await page.locator('[data-cause]').waitFor()
  await page.waitForTimeout(2000)
  const times = await page.evaluate(measure, keystrokes)
  console.log(
    '\nchecker: a keystroke with ten policies of 6 KB, in milliseconds (wanted: 16 in the middle, 50 at worst)',
  )
  for (const [name, list] of Object.entries(times)) {
    const sorted = [...list].sort((a, b) => a - b)
    const at = (part: number): string => (sorted[Math.floor((sorted.length - 1) * part)] ?? 0).toFixed(1).padStart(7)
    console.log(`  ${name.padEnd(44)} median ${at(0.5)}   worst ${at(1)}`)
  }
} finally {
  await browser.close()
  site.close()
}

/** Runs in the page: types at the end of the error, and waits for the frame, then for the sentence that names what was typed. */
async function measure(count: number): Promise<Record<string, number[]>> {
  const box = document.querySelector<HTMLTextAreaElement>('#wd-paste')
  const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(() => resolve(performance.now())))
  const times: Record<'until the thread is free' | 'until the answer is there', number[]> = {
    'until the thread is free': [],
    'until the answer is there': [],
  }
  for (let i = 0; i < count && box; i++) {
    await new Promise((resolve) => setTimeout(resolve, 80))
    box.focus()
    const began = performance.now()
    box.value += 'x'
    box.dispatchEvent(new InputEvent('input', { bubbles: true }))
    await new Promise((resolve) => setTimeout(resolve))
    times['until the thread is free'].push(performance.now() - began)
    while (!document.querySelector('[data-sentence]')?.textContent?.includes(`/a${'x'.repeat(i + 1)}.`)) await frame()
    times['until the answer is there'].push(performance.now() - began)
  }
  return times
}
