import {
  compile,
  type Decision,
  type DocumentInput,
  type Facts,
  type Question,
  type Request,
  type Verdict,
} from '../evaluate/index.ts'
import { isAccountId, parseArn } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'
import { dependingOn } from './depending.ts'
import { namedFor } from './only-resource.ts'
import { anyOther } from './outcomes.ts'
import { areUsedUp, sampleArn, stepsOf } from './sample-arn.ts'
import type { Asked, Evaluated, StandingPolicy, Stated } from './situation.ts'
import { formsOf, templatesOf } from './stand-in.ts'

/** What decides, and the call whose resource nothing names. */
interface UnnamedCase {
  readonly asked: Asked
  readonly request: Request
  readonly stated: Pick<Stated, 'effect'>
  readonly policies: readonly StandingPolicy[]
  readonly documents: readonly DocumentInput[]
  readonly facts: Facts | undefined
  readonly reference: Reference | undefined
}

/** More resources than these aren't tried: the answer depends on them. No policy that AWS accepts is long enough for them. */
const most = 2000

/**
 * The verdict for a call whose resource nothing names: a placeholder is never the reason for a denial. Where the policies decide otherwise for a
 * resource that they name, the answer depends on which one it was, unless AWS said how it decided. Undefined where it makes no difference.
 */
export function overResources(verdict: Verdict, given: UnnamedCase): Verdict | undefined {
  const { asked, request, stated, policies, documents, facts, reference } = given
  if (!asked.standIns.has('resource') || !asked.template || stated.effect || verdict.decision === 'undetermined')
    return undefined
  const evaluator = compile([...policies, ...documents], facts, reference)
  const always = alwaysChecked(given).map((resource) => evaluator.decide({ ...request, resource }))
  if (always.some((decision) => decision === 'implicitDeny' || decision === 'explicitDeny')) return undefined
  const tried = resourcesNamed(given).map(({ raw, sample }): Tried => {
    if (sample === undefined) return { raw, decision: 'undetermined' }
    const decisions = callersFor(asked, sample).map((principal) =>
      evaluator.decide({ ...request, principal, resource: sample }),
    )
    return { raw, decision: decisions.find((decision) => decision !== verdict.decision) ?? verdict.decision }
  })
  if (tried.every(({ decision }) => decision === verdict.decision)) return undefined
  const question: Question = {
    key: openPart(asked.request.resource),
    outcomes: [...tried.flatMap(outcomeOf), { value: anyOther, decision: verdict.decision }],
  }
  return dependingOn(verdict, [question], [verdict, ...tried].some(canAllow))
}

/** What AWS checks in every such call, and has no name of its own: Glue's catalog, whichever table is read. */
function alwaysChecked({ asked, reference }: UnnamedCase): readonly string[] {
  const service = reference?.services.get(asked.service)
  const required = asked.known?.resourceTypes.filter((type) => type.required) ?? []
  return required
    .flatMap(({ name }) => formsOf(name, service))
    .flatMap((form) => {
      const end = parseArn(form)?.resource
      return end === undefined || /[$*?]/.test(end)
        ? []
        : (sampleArn(`*:*:*:*:*:${end}`, form, asked.request.resource) ?? [])
    })
}

/** A caller that nothing names can also be in the resource's account. */
function callersFor({ standIns, request: { principal } }: Asked, resource: string): readonly string[] {
  const account = parseArn(resource)?.account ?? ''
  return standIns.has('principal') && isAccountId(account)
    ? [principal, principal.replace(/:\d{12}:/, `:${account}:`)]
    : [principal]
}

interface Tried {
  /** As the policies name it. */
  readonly raw: string
  readonly decision: Decision
}

const canAllow = ({ decision }: Pick<Tried, 'decision'>): boolean =>
  decision === 'allowed' || decision === 'undetermined'

/** Where a resource leads; nothing where it depends on something else, too. */
const outcomeOf = ({ raw, decision }: Tried): Question['outcomes'] =>
  decision === 'undetermined' ? [] : [{ value: raw, decision }]

/** Does the answer depend on which resource it was? */
export const isOfUnnamed = ({ asked, verdict }: Evaluated): boolean =>
  asked.standIns.has('resource') && verdict.missingContext.some((key) => key === openPart(asked.request.resource))

/** The placeholders of an ARN, with what's between them: "<BUCKET_NAME>/<OBJECT_NAME>". */
const openPart = (arn: string): string => arn.slice(Math.max(0, arn.indexOf('<')))

/** A resource of the policies, and an ARN that it matches; undefined where looking for one would take too long. */
interface Named {
  readonly raw: string
  readonly sample: string | undefined
}

/** The resources that the policies name, as far as the action acts on such. */
function resourcesNamed({ asked, policies, reference }: UnnamedCase): readonly Named[] {
  const tried = templatesOf(reference?.services.get(asked.service), asked.known) ?? [asked.template ?? '*']
  const steps = stepsOf()
  const possible = policies.filter(({ isOfOther }) => !isOfOther)
  return namedFor(asked.action, possible).flatMap((raw, i): readonly Named[] => {
    if (i >= most) return [{ raw, sample: undefined }]
    const plain = raw.replaceAll(/\$\{([^{}]{1,200})\}/g, (_, key: string) => inRequest(key, asked))
    const sample = firstOf(tried, (template) => sampleArn(plain, template, asked.request.resource, steps))
    return sample === undefined && !areUsedUp(steps) ? [] : [{ raw, sample }]
  })
}

/** The value of a policy variable in the request: a home folder has its user's name. */
const inRequest = (key: string, { caller }: Asked): string =>
  key.trim().toLowerCase() === 'aws:username' && caller.kind === 'user' ? caller.name : 'x'

function firstOf<T, U>(items: readonly T[], read: (item: T) => U | undefined): U | undefined {
  for (const item of items) {
    const found = read(item)
    if (found !== undefined) return found
  }
  return undefined
}

/** The resources of the policies on which the call is allowed, and those on which it's denied. `others` are all that they don't name. */
export interface OnResources {
  readonly allowed: readonly string[]
  readonly denied: readonly string[]
  readonly others: 'allowed' | 'denied'
}

/** Where the policies allow a call whose resource nothing names. */
export function onResources({ verdict }: Evaluated): OnResources {
  const [allowed, denied] = [new Set<string>(), new Set<string>()]
  let others: OnResources['others'] = 'denied'
  for (const { outcomes } of verdict.questions)
    for (const { value, decision } of outcomes)
      if (value === anyOther) others = decision === 'allowed' ? 'allowed' : 'denied'
      else (decision === 'allowed' ? allowed : denied).add(String(value))
  return { allowed: [...allowed], denied: [...denied], others }
}
