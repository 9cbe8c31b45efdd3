import type { Request } from '../evaluate/index.ts'
import { parseArn } from '../iam/index.ts'
import { isRegion } from '../reference/index.ts'

/**
 * What a template leaves to the stack, as far as the denied call says it. The stack is in the caller's account and, for a call in a Region, there:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
 * The Serverless Framework calls its role SERVICE-STAGE-REGION-lambdaRole: https://www.serverless.com/framework/docs/providers/aws/guide/iam
 *
 * @param names the symbols that the answer depends on, in any case
 */
export function stackValues(names: readonly string[], { resource, principal }: Request): ReadonlyMap<string, string> {
  const { partition = 'aws', region } = parseArn(resource) ?? {}
  const values: ReadonlyMap<string, string | undefined> = new Map([
    ['aws::partition', partition],
    ['aws::region', region || undefined],
    ['aws::accountid', parseArn(principal)?.account || undefined],
    ['aws::urlsuffix', partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'],
    ...ofServerless(principal),
  ])
  return new Map(
    names.flatMap((name) => {
      const value = values.get(name.toLowerCase())
      return value === undefined ? [] : [[name, value]]
    }),
  )
}

/** A stage has no hyphen as a rule; a service's name can have some. */
const lambdaRole = /role\/([\w-]{1,60})-(\w{1,30})-([a-z]{2,4}(?:-[a-z]{2,12}){1,2}-\d)-lambdaRole(?:\/|$)/

function ofServerless(principal: string): readonly (readonly [name: string, value: string])[] {
  const [, service = '', stage = '', region = ''] = lambdaRole.exec(principal) ?? []
  if (!isRegion(region)) return []
  return [
    ['self:service', service],
    ['opt:stage', stage],
    ['sls:stage', stage],
    ['self:provider.stage', stage],
    ['opt:region', region],
    ['self:provider.region', region],
  ]
}
