import { partitionIn } from './partition.ts'

/** A command of the AWS CLI with an option that names the resource of its call. Bounded: a command is one line, or some that end in a backslash. */
export const commandOption =
  /\baws(?: --[a-z-]{1,30}[ =][^\s-][^\s]{0,60}){0,3} ([a-z0-9-]{2,30}) ([a-z0-9-]{2,60})(?=\s)([^\n]{0,300}?)\s--(target|table-name|function-name|secret-id|log-group-name|stream-name|repository-name|project-name|work-group|db-instance-identifier|stack-name|role-name|user-name)[ =]["']?([\w+=,.@/-]{1,200})(?=["'\s]|$)/g

/**
 * The options, by the service of the command, each with what its resource’s ARN has behind "arn:aws:".
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const forms: Readonly<Record<string, string>> = {
  'ssm target': 'ec2:{region}:{account}:instance/{name}',
  'dynamodb table-name': 'dynamodb:{region}:{account}:table/{name}',
  'lambda function-name': 'lambda:{region}:{account}:function:{name}',
  'secretsmanager secret-id': 'secretsmanager:{region}:{account}:secret:{name}-??????',
  'logs log-group-name': 'logs:{region}:{account}:log-group:{name}',
  'kinesis stream-name': 'kinesis:{region}:{account}:stream/{name}',
  'ecr repository-name': 'ecr:{region}:{account}:repository/{name}',
  'codebuild project-name': 'codebuild:{region}:{account}:project/{name}',
  'athena work-group': 'athena:{region}:{account}:workgroup/{name}',
  'rds db-instance-identifier': 'rds:{region}:{account}:db:{name}',
  'cloudformation stack-name': 'cloudformation:{region}:{account}:stack/{name}/*',
  'iam role-name': 'iam::{account}:role/{name}',
  'iam user-name': 'iam::{account}:user/{name}',
}

/**
 * The ARN of what a pasted command is about: in the Region of the command, and in the account of the caller that the text names. Undefined where the text doesn't
 * say both, or where the command isn't the denied call.
 */
export function onCommand(found: RegExpExecArray, action: string, text: string): string | undefined {
  const [whole, service = '', operation = '', , option = '', name = ''] = found
  const form = forms[`${service} ${option}`]
  if (form === undefined || !isCall(action, service, operation)) return undefined
  // "mi-…" is a machine outside of EC2, and "ecs:…" a container.
  if (option === 'target' && !/^i-[0-9a-f]{8,17}$/.test(name)) return undefined
  const [, account] = /\barn:aws[\w-]{0,10}:(?:iam|sts)::(\d{12}):/.exec(text) ?? []
  const line = text.slice(found.index, found.index + whole.length + 300).split('\n')[0] ?? ''
  const [, region] = /--region[ =]["']?([a-z]{2,4}(?:-[a-z]{2,12}){1,2}-\d)\b/.exec(line) ?? []
  if (account === undefined || (region === undefined && form.includes('{region}'))) return undefined
  const arn = `arn:${partitionIn(text)}:${form}`
  return arn
    .replace('{region}', region ?? '')
    .replace('{account}', account)
    .replace('{name}', () => name)
}

/** Is the denied action that of the command: "ssm:StartSession" of `aws ssm start-session`, "lambda:InvokeFunction" of `aws lambda invoke`? */
function isCall(action: string, service: string, operation: string): boolean {
  const [own = '', name = ''] = action.toLowerCase().split(':')
  return own === service && name.startsWith(operation.replaceAll('-', ''))
}
