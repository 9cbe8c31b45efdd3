import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { TestProjectInlineConfiguration } from 'vitest/config'

const root = resolve(import.meta.dirname, '..')

/** What a test does that others in its process would notice, or what notices them: it replaces globals or timers, changes the folder, or measures time. */
const marks = /\bvi\.|process\.chdir|\/cpu-time\.ts/
/** Tests that hold a gigabyte: it goes with their process. */
const large = /^test\/site\/search\//
const alone = globSync('test/**/*.test.ts', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => large.test(file) || marks.test(readFileSync(join(root, file), 'utf8')))

/**
 * Test files in two groups. Most share their processes: each file in a process of its own would load the engine and its data again, which takes
 * longer than its tests. Those in `alone` keep their own.
 */
export function projects(include: readonly string[], exclude: readonly string[]): TestProjectInlineConfiguration[] {
  const others = globSync(include, { cwd: root }).map((file) => file.replaceAll('\\', '/'))
  return [
    {
      extends: true,
      test: { name: 'together', include: [...include], exclude: [...exclude, ...alone], isolate: false },
    },
    {
      extends: true,
      test: { name: 'alone', include: alone.filter((file) => others.includes(file)), exclude: [...exclude] },
    },
  ]
}
