// npm run managed-policies: writes test/lint/managed-policies.jsonl from the policies that AWS manages, for the test that none of them gets an error.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { loadManagedPolicies } from '../src/hosting/load-managed-policies.ts'

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

const policies = await loadManagedPolicies()
const lines = [...policies].flatMap(([name, { changed, document }], i) => {
  const isUnchanged = changed < reported.date
  const line = JSON.stringify({ name, isUnchanged, document })
  const isWanted = i % every === 0 || unusual.test(line) || (isUnchanged && hasFinding.has(name))
  return line.length <= longest && isWanted ? [line] : []
})
writeFileSync(fileURLToPath(new URL('../test/lint/managed-policies.jsonl', import.meta.url)), `${lines.join('\n')}\n`)
