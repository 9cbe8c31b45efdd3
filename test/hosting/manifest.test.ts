// What systems need to install the site as an app, from whatever path it lies below.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('../../src/public/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('manifest.webmanifest', folder), 'utf8'))

interface Icon {
  readonly src: string
  readonly sizes: string
  readonly type: string
  readonly purpose: string
}
const icons: readonly Icon[] = manifest.icons

test('every address is relative to the manifest', () => {
  for (const address of [manifest.start_url, manifest.scope, ...icons.map(({ src }) => src)])
    expect(new URL(address, 'https://host/a/b/manifest.webmanifest').href).toMatch(/^https:\/\/host\/a\/b\//)
  // An id is relative to the origin: two copies on one host would be one app. Without it the id is start_url.
  expect(manifest.id).toBeUndefined()
})

test.each([
  ['192x192', 'any'],
  ['512x512', 'any'],
  ['512x512', 'maskable'],
])('there is a PNG of %s, %s', (sizes, purpose) => {
  expect(
    icons.filter((icon) => icon.sizes === sizes && icon.purpose === purpose && icon.type === 'image/png'),
  ).toHaveLength(1)
})

test.each([
  ...icons.filter(({ type }) => type === 'image/png').map(({ src, sizes }) => [src, sizes] as const),
  ['./icons/apple-touch-icon.png', '180x180'] as const,
])('%s is a PNG of %s', (src, sizes) => {
  const png = readFileSync(new URL(src, folder))
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes)
})
