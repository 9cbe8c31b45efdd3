import { type PolicyType, parseArn } from '../../iam/index.ts'
import { shellWord } from '../fetch-command.ts'
import type { Holder } from '../holder.ts'
import type { Asked } from '../situation.ts'

/** Whose document a fix changes; undefined where no tool can put it there (a session's policy, a service we don't know). */
export function holderOf(type: PolicyType, asked: Asked): Holder | undefined {
  switch (type) {
    case 'identity':
      return identityHolder(asked)
    case 'permissions-boundary':
      return { is: 'boundary', name: 'POLICY-ARN' }
    case 'trust':
      return { is: 'trust', name: lastWord(asked.request.resource, 'ROLE-NAME') }
    case 'scp':
    case 'rcp':
      return { is: type }
    case 'vpc-endpoint':
      return { is: 'endpoint' }
    case 'resource':
      return resourceHolder(asked)
    case 'session':
      return undefined
  }
}

function identityHolder({ caller, standIns }: Asked): Holder {
  if (standIns.has('principal')) return { is: 'role', name: 'ROLE-NAME' }
  if (caller.kind === 'user') return { is: 'user', name: shellWord(caller.name, 'USER-NAME') }
  // "AWSReservedSSO_Finance_0123456789abcdef" was made from the permission set "Finance".
  const set = /^AWSReservedSSO_(.{1,64})_[0-9a-f]{16}$/.exec(caller.name)?.[1]
  if (set !== undefined) return { is: 'permission-set', name: shellWord(set, 'PERMISSION-SET') }
  return { is: 'role', name: shellWord(caller.name, 'ROLE-NAME') }
}

function resourceHolder({ service, request: { resource } }: Asked): Holder | undefined {
  switch (service) {
    case 's3':
      return { is: 'bucket', name: shellWord(parseArn(resource)?.resource.split('/', 1)[0], 'BUCKET') }
    case 'kms':
      return { is: 'key', name: shellWord(resource, 'KEY-ARN') }
    case 'sqs':
      return { is: 'queue', name: lastWord(resource, 'QUEUE') }
    case 'sns':
      return { is: 'topic', name: shellWord(resource, 'TOPIC-ARN') }
    case 'secretsmanager':
      return { is: 'secret', name: shellWord(resource, 'SECRET-ARN') }
    default:
      return undefined
  }
}

const lastWord = (arn: string, standIn: string): string => shellWord(/[^/:]*$/.exec(arn)?.[0], standIn)
