// "Start over" leaves nothing: a snapshot of the whole heap, regular expressions and module state included, is searched for what was pasted.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

test('a session that is cleared leaves no text of its case anywhere in memory', { timeout: 240_000 }, () => {
  const script = fileURLToPath(new URL('heap-after-reset.ts', import.meta.url))
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' })
  expect(stderr.replace(/\(node:\d+\).*|\(Use `node.*/g, '').trim()).toBe('')
  const { held, left } = JSON.parse(stdout)
  // The search finds what is held, so that finding nothing means something.
  expect(held).toBeGreaterThan(0)
  expect(left).toBe(0)
})
