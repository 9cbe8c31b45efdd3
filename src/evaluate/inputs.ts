import type { EvaluationInput } from './evaluation-input.ts'
import type { Inputs } from './exact.ts'
import type { Request } from './request.ts'

/** A call's request, and one for each other thing that the call must be allowed to do. */
export function inputsOf(request: Request, read: (request: Request) => EvaluationInput): Inputs {
  const first = read(request)
  if (!request.also?.length) return [first]
  const { also, resourceAccount: _owner, ...rest } = request
  return [first, ...also.map((part) => read({ ...rest, ...part, action: part.action ?? request.action }))]
}
