// Every further check that the shared facts name (170 operations, 610 notes) is in the answer to a denial of the operation, on the right resource, or the
// table of reasons says why not. The facts are copied into known-checks.tsv, one row per action; resources told in words there are labeled by hand.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { diagnose, furtherServices } from '../../src/advise/index.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { matches } from '../../src/iam/index.ts'
import { requiredServices } from '../../src/reference/index.ts'

interface Known {
  readonly operation: string
  readonly action: string
  readonly further: string
  /** Patterns of ARNs, separated by spaces; "" where the facts name none. */
  readonly on: string
  readonly when: string
  readonly by: 'caller' | 'role' | 'service'
  readonly sure: string
}

const isBy = (text: string): text is Known['by'] => text === 'caller' || text === 'role' || text === 'service'

const [, ...lines] = readFileSync(new URL('known-checks.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
const known = lines.map((line): Known => {
  const [operation = '', action = '', further = '', on = '', when = '', by = '', sure = ''] = line.split('\t')
  if (!isBy(by)) throw new Error(`no identity: ${line}`)
  return { operation, action, further, on, when, by, sure }
})

interface Reason {
  readonly why: string
  readonly fits: (each: Known) => boolean
}

/** Why a check isn't offered, the first that fits; each must fit one. */
const reasons: readonly Reason[] = [
  { why: 'AWS checks another identity: the passed role', fits: ({ by }) => by === 'role' },
  { why: 'AWS checks another identity: the service', fits: ({ by }) => by === 'service' },
  { why: 'the facts only guess it', fits: ({ sure }) => sure === 'guess' },
  { why: 'it needs no permission', fits: ({ further }) => further === 'sts:GetCallerIdentity' },
  {
    why: 'no action is named: it depends on a template',
    fits: ({ further }) => /^every action|and the push actions/.test(further),
  },
  {
    why: 'a tool makes many calls; deploy-tool.ts offers them where the paste names the tool (test/advise/graded-deployments.test.ts)',
    fits: ({ operation }) => /^(?:CDK|SAM|Serverless)/.test(operation),
  },
  {
    why: 'the trust policy decides; the caller has no credentials of AWS yet',
    fits: ({ action, further }) => action === 'sts:AssumeRoleWithWebIdentity' && further === 'sts:TagSession',
  },
  {
    why: 'the console keeps templates in a bucket of its own, which the call doesn’t name',
    fits: ({ when }) => when === 'if the console uploads the template',
  },
]
const reasonFor = (each: Known): string | undefined => reasons.find(({ fits }) => fits(each))?.why

/** The denial as each tool shows it. */
const pastes = (action: string): readonly string[] => {
  const message = `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`
  return [
    message,
    `CREATE_FAILED Resource handler returned message: "${message}"`,
    `Error: ${message}\n\n  with aws_thing.this,\n  on main.tf line 3, in resource "aws_thing" "this":`,
    `You need permissions in the console: ${message}`,
  ]
}

interface Offered {
  readonly action: string
  readonly resource: string
}
interface Statement {
  readonly Action: string | readonly string[]
  readonly Resource: string | readonly string[]
}

async function offeredFor(paste: string): Promise<readonly Offered[]> {
  const given = { paste, policies: [] }
  const named = requiredServices([paste])
  const own = await loadReference(named)
  const reference = await loadReference([...named, ...furtherServices(given, diagnose(given, own), own)])
  return diagnose(given, reference).fixes.flatMap(({ after, included, options }) => {
    const { Statement }: { readonly Statement: readonly Statement[] } = JSON.parse(after)
    const stated = Statement.flatMap(({ Action, Resource }) =>
      [Action].flat().flatMap((action) => [Resource].flat().map((resource) => ({ action, resource }))),
    )
    return [...stated, ...included, ...options]
  })
}

/** "kms:ReEncrypt*" means two actions, of which either is enough to see here. */
const isAction = (written: string, action: string): boolean =>
  written.endsWith('*') ? action.startsWith(written.slice(0, -1)) : action === written

/** Placeholders as names, and a policy's log group has its streams behind it. */
const asArn = (resource: string): string => resource.replaceAll(/<[A-Z0-9_]+>/g, 'x').replace(/:log-stream:\*$/, '')

function missing(offered: readonly Offered[], { further, on }: Known): string | undefined {
  const resources = offered.filter(({ action }) => isAction(further, action)).map(({ resource }) => resource)
  if (resources.length === 0) return `${further} isn’t offered`
  const patterns = on === '' ? [] : on.split(' ')
  const isNamed = (pattern: string): boolean =>
    resources.some((resource) => resource === '*' || matches(pattern, asArn(resource)))
  const left = patterns.filter((pattern) => !isNamed(pattern))
  return left.length > 0 ? `${further} on ${left.join(' ')}: only ${resources.join(' ')}` : undefined
}

describe('what the facts know of a call is in the answer', () => {
  it('155 operations; the other 15 of the 170 check nothing more', () => {
    expect([new Set(known.map(({ operation }) => operation)).size, known.length]).toEqual([155, 1189])
  })

  const offered = known.filter((each) => reasonFor(each) === undefined)
  it.each([...Map.groupBy(offered, ({ operation }) => operation)])('%s', async (_, each) => {
    const [first] = each
    const all = first ? (await Promise.all(pastes(first.action).map(offeredFor))).flat() : []
    expect(each.flatMap((row) => missing(all, row) ?? [])).toEqual([])
  })

  it.each(reasons)('$why', ({ why }) => {
    expect(known.filter((each) => reasonFor(each) === why).length).toBeGreaterThan(0)
  })
})
