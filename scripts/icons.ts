// node scripts/icons.ts: draws the icons for installing, from the favicon. They are kept in src/public/icons; run it when the favicon changes.
import { readFileSync, writeFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { browserArguments, findBrowser } from './find-browser.mjs'

interface IconFile {
  readonly name: string
  readonly size: number
  /** How much of the width the picture takes: systems cut a maskable icon down to a circle of 80%. */
  readonly share: number
  /** Of the white behind it: the system rounds the others itself. */
  readonly radius: number
}

const icons: readonly IconFile[] = [
  { name: 'icon-192.png', size: 192, share: 0.84, radius: 36 },
  { name: 'icon-512.png', size: 512, share: 0.84, radius: 96 },
  { name: 'maskable-512.png', size: 512, share: 0.6, radius: 0 },
  { name: 'apple-touch-icon.png', size: 180, share: 0.72, radius: 0 },
]

const publicFolder = new URL('../src/public/', import.meta.url)
const picture = readFileSync(new URL('favicon.svg', publicFolder), 'utf8')
const executablePath = findBrowser()
const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: browserArguments })
const page = await browser.newPage({ colorScheme: 'light' })
for (const { name, size, share, radius } of icons) {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;height:100vh;background:#fff;border-radius:${radius}px}html{background:transparent}svg{width:${share * 100}vw}</style>${picture}`,
  )
  writeFileSync(new URL(`icons/${name}`, publicFolder), await page.screenshot({ omitBackground: true }))
}
await browser.close()
