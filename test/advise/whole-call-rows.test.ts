// Each check that is known of an operation is part of the proposed change or one of its options, row by row; what isn't has a stated reason.
import { describe, expect, it } from 'vitest'
import { diagnose, type Fix, furtherServices } from '../../src/advise/index.ts'
import { formsOf, takesTemplate } from '../../src/advise/stand-in.ts'
import { loadReference } from '../../src/hosting/load-reference.ts'
import { wholeCallRows } from '../../src/reference/facts/whole-calls.ts'
import { type Reference, requiredServices } from '../../src/reference/index.ts'

/** Actions that no statement for the caller can or has to allow. */
const needless: ReadonlyMap<string, string> = new Map([
  ['sts:GetCallerIdentity', 'needs no permission'],
  ['sts:TagSession', 'is allowed by the trust policy where the caller has no credentials of AWS yet'],
])

const denialOf = (action: string): string =>
  `User: arn:aws:iam::111122223333:user/ana is not authorized to perform: ${action} because no identity-based policy allows the ${action} action`

/** The text of each tool around the message. */
const around: ReadonlyMap<string, (message: string) => string> = new Map([
  ['CloudFormation', (message: string) => `CREATE_FAILED Resource handler returned message: "${message}"`],
  ['Console', (message: string) => `You need permissions in the console: ${message}`],
  [
    'Terraform',
    (message: string) =>
      `Error: ${message}\n\n  with aws_thing.this,\n  on main.tf line 3, in resource "aws_thing" "this":`,
  ],
])

interface Proposed {
  readonly fixes: readonly Fix[]
  readonly reference: Reference
}

async function proposedFor(paste: string): Promise<Proposed> {
  const given = { paste, policies: [] }
  const named = requiredServices([paste])
  const own = await loadReference(named)
  const reference = await loadReference([...named, ...furtherServices(given, diagnose(given, own), own)])
  return { fixes: diagnose(given, reference).fixes, reference }
}

/** The further actions that a change allows or offers. */
const actionsOf = ({ fixes }: Proposed): ReadonlySet<string> =>
  new Set(fixes.flatMap(({ included, options }) => [...included, ...options].map((each) => each.action)))

interface Statement {
  readonly Action: string | readonly string[]
  readonly Resource: string | readonly string[]
}
const statementsIn = (policy: string): readonly Statement[] => JSON.parse(policy).Statement

/** Policies name a log group with an empty stream behind it, and AWS's list without. */
const asListed = (arn: string): string => arn.replace(/(:log-group:[^:]+):log-stream:\*$/, '$1')

/** The resources on which a change allows an action or offers it. */
const resourcesFor = ({ fixes }: Proposed, action: string): readonly string[] => [
  ...fixes
    .flatMap(({ after }) => statementsIn(after))
    .filter((statement) => [statement.Action].flat().includes(action))
    .flatMap((statement) => statement.Resource),
  ...fixes.flatMap(({ options }) => options.flatMap((each) => (each.action === action ? each.resource : []))),
]

interface Check {
  readonly action: string
  /** The tool whose users need it; undefined: everyone. */
  readonly tool: string | undefined
  readonly further: readonly string[]
}

const checks: readonly Check[] = wholeCallRows.flatMap(({ action, needs }) =>
  [undefined, 'CloudFormation', 'Terraform', 'Console'].map((tool) => {
    const own = needs.filter(({ tools }) => (tool === undefined ? tools === undefined : tools?.includes(tool)))
    const further = own.flatMap(({ actions }) => actions.split(' ')).filter((each) => each !== action)
    return { action, tool, further: [...new Set(further)] }
  }),
)

describe('the proposed change covers what AWS checks', () => {
  it('256 operations with 894 further checks, and 242 that tools and the console make', () => {
    const count = (isOfTool: boolean): number =>
      checks.filter(({ tool }) => (tool !== undefined) === isOfTool).flatMap(({ further }) => further).length
    expect([wholeCallRows.length, count(false), count(true)]).toEqual([256, 894, 242])
  })

  it.each(checks.filter(({ further }) => further.length > 0))('$action $tool', async ({ action, tool, further }) => {
    const message = denialOf(action)
    const proposed = actionsOf(await proposedFor(around.get(tool ?? '')?.(message) ?? message))
    expect(further.filter((each) => !proposed.has(each) && !needless.has(each))).toEqual([])
  })

  // Without AWS credentials, the role's trust policy decides alone.
  const ofCaller = wholeCallRows.filter(({ action }) => action !== 'sts:AssumeRoleWithWebIdentity')
  it.each(ofCaller)('$action on every type of resource', async ({ action, types }) => {
    const proposed = await proposedFor(denialOf(action))
    const named = resourcesFor(proposed, action)
    const service = proposed.reference.services.get(action.split(':', 1)[0] ?? '')
    const isCovered = (form: string): boolean =>
      named.some((arn) => arn === '*' || takesTemplate(form, arn) || takesTemplate(form, asListed(arn)))
    const missing = types.filter(({ type }) => {
      const forms = formsOf(type, service)
      return forms.length > 0 && !forms.some(isCovered)
    })
    expect(named.length).toBeGreaterThan(0)
    expect(missing).toEqual([])
  })

  it('what only tools need is offered to their users only', async () => {
    const own = actionsOf(await proposedFor(denialOf('s3:CreateBucket')))
    const terraform = actionsOf(await proposedFor(around.get('Terraform')?.(denialOf('s3:CreateBucket')) ?? ''))
    expect([own.has('s3:PutBucketTagging'), terraform.has('s3:PutBucketTagging')]).toEqual([false, true])
  })

  it.each([...needless.keys()])('%s would be missing', (action) => {
    expect(checks.some(({ further }) => further.includes(action))).toBe(true)
  })
})
