// The pictures of the articles: everything is inside the frame, nothing overlaps, words fit, and the text alternative describes the picture.
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Box, padding, pictureWidth } from '../../content/picture.ts'
import { pictures } from '../../content/pictures.ts'
import { componentTwins } from '../../src/site/component-twins.ts'
import { articleTwin } from '../../src/site/markdown-twin.ts'

/** The widest that a letter of 13 pixels is on average, bold ones included. */
const letter = 7.4

const covers = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
const holds = (a: Box, b: Box): boolean =>
  a.x <= b.x && a.y <= b.y && a.x + a.width >= b.x + b.width && a.y + a.height >= b.y + b.height

describe.each([...pictures])('%s', (name, { height, boxes, arrows, alternative }) => {
  test('stands inside its frame', () => {
    for (const box of boxes) expect(holds({ ...box, x: 0, y: 0, width: pictureWidth, height }, box)).toBe(true)
    for (const [x, y] of arrows.flatMap(({ from, to }) => [from, to])) {
      expect(x > 0 && x < pictureWidth && y > 0 && y < height).toBe(true)
    }
  })

  test('no box covers another, except a group that holds it', () => {
    for (const [i, a] of boxes.entries())
      for (const b of boxes.slice(i + 1))
        if (covers(a, b)) expect(a.kind === 'group' && holds(a, b), `${a.title} covers ${b.title}`).toBe(true)
  })

  test('its words fit', () => {
    for (const { title, lines, width } of boxes)
      for (const line of [title, ...lines]) expect(line.length * letter, line).toBeLessThan(width - padding)
    for (const { from, lines } of arrows)
      for (const line of lines) expect(from[0] + 16 + line.length * letter, line).toBeLessThan(pictureWidth)
  })

  test('its text alternative is in the Markdown version of the article that shows it', () => {
    const shown = globSync('content/**/*.mdx').filter((file) =>
      readFileSync(file, 'utf8').includes(`<Picture of="${name}" />`),
    )
    expect(shown.length).toBeGreaterThan(0)
    const body = readFileSync(shown[0] ?? '', 'utf8')
    expect(articleTwin({ id: 'a/b', title: '', description: '', body }, componentTwins)).toContain(alternative)
  })
})
