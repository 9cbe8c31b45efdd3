// Code has the same colors everywhere, and they can be read.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { syntaxColors } from '../../src/controls/syntax-colors.ts'

const css = readFileSync('src/site/theme.css', 'utf8')
const [dark = '', light = ''] = css.split(':root[data-theme="light"]')
const tokens = { dark, light: light.slice(0, light.indexOf('}')) }
const tokenOf = (theme: 'light' | 'dark', name: string): string =>
  new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(tokens[theme])?.[1] ?? ''

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const luminance = (color: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

test('a contrast that is known', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
})

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test.each(['key', 'string', 'literal', 'comment'] as const)(
    '%s: the style sheet has the color of the articles',
    (kind) => {
      expect(tokenOf(theme, `wd-syntax-${kind}`)).toBe(syntaxColors[theme][kind])
    },
  )

  test.each(['key', 'string', 'literal', 'comment', 'text'] as const)(
    '%s has a contrast of 4.5 to 1 on every background of code',
    (kind) => {
      for (const background of [
        'wd-field',
        'wd-panel',
        'sl-color-bg-nav',
        'wd-allow-bg',
        'wd-deny-bg',
        'wd-maybe-bg',
      ]) {
        const color = tokenOf(theme, background)
        expect(color, background).toMatch(/^#/)
        expect(contrast(syntaxColors[theme][kind], color), background).toBeGreaterThanOrEqual(4.5)
      }
    },
  )
})
