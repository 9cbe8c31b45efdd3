// npm run managed-policies: writes test/lint/managed-policies.jsonl from the policies that AWS manages, for the test that none of them gets an error, and
// prints how far the checks and IAM Access Analyzer agree on all of them.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { loadManagedPolicies } from '../src/hosting/load-managed-policies.ts'
import { loadReference } from '../src/hosting/load-reference.ts'
import { checks, lint } from '../src/lint/index.ts'

/** Every so many policies is kept, each that names a resource in a form that AWS's lists leave out, and each that Access Analyzer has findings about. */
const every = 40
const unusual =
  /:changetoken\/|::\/(?:v2|tags)|:\/(?:workspaces|aws-glue|channels|templates)|recovery-point:|:statemachine:|:connector-profile\/|vpcconnection|scalingPolicy|kms:\*:|!|PrincipalOrgMasterAccountId|OpenDataChannel/
/** What Access Analyzer reported for the policies on that day. */
const reported = z
  .object({
    date: z.string(),
    findings: z.record(z.string(), z.array(z.string())),
    notAnalyzed: z.array(z.string()),
  })
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

const reference = await loadReference()
const own = new Set(checks.flatMap((check) => (check.own ? [check.code] : [])))
/** Services and actions are newer or older than the data; that says nothing about a check. */
const dependOnTheData: ReadonlySet<string> = new Set([
  'INVALID_ACTION',
  'INVALID_SERVICE',
  'INVALID_SERVICE_IN_ACTION',
  'INVALID_SERVICE_CONDITION_KEY',
])
const kinds = Object.keys(reported.findings)
const tally = new Map(kinds.map((kind) => [kind, { both: 0, onlyOurs: 0, onlyTheirs: 0 }]))
const errors: string[] = []
const differences: string[] = []
let compared = 0
const { user: before } = process.cpuUsage()
for (const [name, { changed, document }] of policies) {
  const found = lint({ text: JSON.stringify(document), policyType: 'identity', reference })
  const sure = found.filter(({ code }) => !dependOnTheData.has(code))
  errors.push(...sure.filter(({ type }) => type === 'ERROR').map(({ code, path }) => `${name} ${code} ${path}`))
  if (changed >= reported.date || reported.notAnalyzed.includes(name)) continue
  compared++
  for (const [kind, counts] of tally) {
    const theirs = reported.findings[kind]?.includes(name) ?? false
    const ours = (theirs ? found : sure).some(({ type, code }) => type === kind && !own.has(code))
    if (ours && theirs) counts.both++
    else if (ours) counts.onlyOurs++
    else if (theirs) counts.onlyTheirs++
    if (ours !== theirs) differences.push(`${name}: ${kind} by ${ours ? 'us' : 'Access Analyzer'} only`)
  }
}
const seconds = (process.cpuUsage().user - before) / 1e6
console.log(
  `${policies.size} policies in ${seconds.toFixed(1)} s of processor time; ${compared} unchanged since ${reported.date}`,
)
for (const [kind, { both, onlyOurs, onlyTheirs }] of tally)
  console.log(`${kind}: both ${both}, only ours ${onlyOurs}, only Access Analyzer's ${onlyTheirs}`)
const sum = (count: 'both' | 'onlyOurs' | 'onlyTheirs'): number =>
  [...tally.values()].reduce((total, counts) => total + counts[count], 0)
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)}%`
console.log(
  `recall ${percent(sum('both'), sum('both') + sum('onlyTheirs'))}, precision ${percent(sum('both'), sum('both') + sum('onlyOurs'))}`,
)
console.log([`errors on AWS's policies: ${errors.length}`, ...errors, ...differences].join('\n'))
