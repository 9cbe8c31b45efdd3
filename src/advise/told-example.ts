import { compile, type Facts, type PolicyInput, type Request } from '../evaluate/index.ts'
import { readCaller } from '../iam/index.ts'
import type { Reference } from '../reference/index.ts'

/** Where a change was made, and the call that was denied before it. */
export interface Change {
  readonly before: readonly PolicyInput[]
  readonly after: readonly PolicyInput[]
  readonly request: Request
  readonly facts: Facts
  readonly reference: Reference | undefined
}

/**
 * The example of what a change opens, told about the caller who was denied, in the caller's own account where that's possible: a stranger in an example
 * makes readers look for the stranger. Only what the policies allow after the change, and didn't before, is told; otherwise it stays the example as it
 * was found.
 */
export function toldExample(found: Request, { before, after, request, facts, reference }: Change): Request {
  const isSame = found.action.toLowerCase() === request.action.toLowerCase()
  const example = { ...found, action: isSame ? request.action : found.action }
  if (tellsOfCaller(example)) return example
  const decides = (policies: readonly PolicyInput[], asked: Request): boolean =>
    compile(policies, facts, reference).decide(asked) === 'allowed'
  const ofCaller = { ...example, principal: request.principal }
  const [own, strange] = [request.principal, found.principal].map((principal) => readCaller(principal)?.account)
  const inOwnAccount =
    own === undefined || strange === undefined
      ? []
      : [
          {
            ...ofCaller,
            resource: found.resource.replaceAll(strange, own),
            ...(found.resourceAccount === strange ? { resourceAccount: own } : {}),
          },
        ]
  const candidates = [...inOwnAccount, ofCaller]
  return candidates.find((asked) => decides(after, asked) && !decides(before, asked)) ?? example
}

/** Keys that AWS fills in from the caller hold another caller's values. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html */
const tellsOfCaller = ({ context = {} }: Request): boolean =>
  Object.keys(context).some((key) => /^aws:(?:principal|user|federated)/i.test(key))
