import { expect, test } from 'vitest'
import { withNumberedIslands } from '../../src/hosting/islands.ts'

test.each([
  ['<astro-island uid="Z1bXc2" prefix="r0">x</astro-island>', '<astro-island uid="1" prefix="r0">x</astro-island>'],
  [
    '<astro-island uid="a"></astro-island><astro-island uid="a">',
    '<astro-island uid="1"></astro-island><astro-island uid="2">',
  ],
  ['<p uid="a">uid="b"</p>', '<p uid="a">uid="b"</p>'],
  ['<astro-island props="{uid=&quot;a&quot;}">', '<astro-island props="{uid=&quot;a&quot;}">'],
  ['<script>s=\'<astro-island uid="a">\'</script>', '<script>s=\'<astro-island uid="a">\'</script>'],
])('%s', (html, expected) => {
  expect(withNumberedIslands(html)).toBe(expected)
})
