// Installing packages: what a user reads while npm works, and what happens when it fails.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { install } from '../../scripts/install.mjs'

/** A project with an npm of its own: a shell script, which writes its arguments into `calls`. */
function projectWith(npm: string): { readonly root: string; readonly npm: string } {
  const root = mkdtempSync(join(tmpdir(), 'whydenied-install-'))
  mkdirSync(join(root, 'node_modules'))
  writeFileSync(join(root, 'package.json'), '{"name":"x"}')
  writeFileSync(join(root, 'npm'), `#!/bin/sh\necho "$1" >> calls\n${npm}\n`)
  chmodSync(join(root, 'npm'), 0o755)
  return { root, npm: join(root, 'npm') }
}

const callsIn = (root: string): readonly string[] =>
  existsSync(join(root, 'calls')) ? readFileSync(join(root, 'calls'), 'utf8').trim().split('\n') : []

describe.skipIf(process.platform === 'win32')('install', () => {
  test.each<[title: string, npm: string, calls: readonly string[], problem: RegExp | undefined]>([
    ['npm ci is enough', 'exit 0', ['ci'], undefined],
    ['npm install follows an npm ci that failed', '[ "$1" = install ]', ['ci', 'install'], undefined],
    [
      'both errors are shown',
      'echo "$1: E404" >&2; exit 1',
      ['ci', 'install'],
      /^ci: E404\s+install: E404\s+npm install failed/,
    ],
  ])('%s', async (_, script, calls, problem) => {
    const { root, npm } = projectWith(script)
    const said: string[] = []
    const result = await install(root, { npm, say: (line) => said.push(line) })
    expect(callsIn(root)).toEqual(calls)
    if (problem) expect(result).toMatch(problem)
    else expect(result).toBeUndefined()
    expect(said[0]).toMatch(/^Installing packages/)
    expect(said.length).toBe(calls.length)
  })

  test('a slow npm ci is waited for, and lines say that it is at work', async () => {
    // It ends by what the lines say, not by the clock.
    const { root, npm } = projectWith('while [ ! -f enough ]; do sleep 0.02; done')
    const said: string[] = []
    const result = await install(root, {
      npm,
      tellEvery: 10,
      say: (line) => {
        said.push(line)
        if (said.length === 6) writeFileSync(join(root, 'enough'), '')
      },
    })
    expect(result).toBeUndefined()
    expect(callsIn(root)).toEqual(['ci'])
    expect(said.length).toBeGreaterThan(5)
    for (const line of said.slice(1)) expect(line).toMatch(/^npm ci is still at work after \d+ s/)
  })

  test('the second time nothing is installed, until a file changes', async () => {
    const { root, npm } = projectWith('exit 0')
    const again = (): Promise<string | undefined> => install(root, { npm, say: () => {} })
    await again()
    await again()
    expect(callsIn(root)).toEqual(['ci'])
    writeFileSync(join(root, 'package-lock.json'), '{}')
    await again()
    expect(callsIn(root)).toEqual(['ci', 'ci'])
  })

  test('what failed is tried again the next time', async () => {
    const { root, npm } = projectWith('exit 1')
    await install(root, { npm, say: () => {} })
    await install(root, { npm, say: () => {} })
    expect(callsIn(root)).toEqual(['ci', 'install', 'ci', 'install'])
  })

  test('a machine without npm is told', async () => {
    const { root } = projectWith('')
    expect(await install(root, { npm: join(root, 'nowhere'), say: () => {} })).toMatch(
      /ENOENT.*[\s\S]*npm install failed/,
    )
  })
})
