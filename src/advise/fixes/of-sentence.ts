import type { Evaluated } from '../situation.ts'
import type { AllowIn } from './allow-in.ts'
import { allowStatement } from './allow-statement.ts'

/**
 * A service's sentence can mean several actions that it needs on the same resource: the statement in that resource's policy gets them all. A
 * service that delivers into something encrypted makes a data key and decrypts it, and Lambda reads an image's manifest and its layers.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html#compatibility-with-aws-services
 * https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#gettingstarted-images-permissions
 */
export function forService({ asked, denial: { sentence } }: Evaluated): Pick<AllowIn, 'statement' | 'needed'> {
  const least = allowStatement('resource', asked)
  const isOfService = sentence !== undefined && !sentence.isOpen && sentence.caller.kind === 'service'
  const actions = isOfService ? sentence.actions.filter((action) => action.startsWith(`${asked.service}:`)) : []
  const isWhole = least !== undefined && actions.length > 1 && actions.includes(asked.action)
  return isWhole ? { statement: { ...least, Action: actions }, needed: actions } : {}
}
