import type { Holder } from '../holder.ts'

/** A Terraform resource that holds the document. The rest of the resource is the reader's: it is named in a comment. */
export function toTerraform(document: string, holder: Holder): string {
  const { type, lines, field } = shapeOf(holder)
  return [
    `resource "${type}" "this" {`,
    ...lines.map((line) => `  ${line}`),
    `  ${field} = <<-${endOf(document)}`,
    ...escaped(document)
      .trimEnd()
      .split('\n')
      .map((line) => `    ${line}`),
    `  ${endOf(document)}`,
    '}',
  ].join('\n')
}

/** Policy variables look like Terraform's own: doubling the sign keeps them. */
const escaped = (document: string): string => document.replaceAll(/[$%](?=\{)/g, (sign) => sign + sign)

function endOf(document: string): string {
  let end = 'JSON'
  while (document.split('\n').some((line) => line.trim() === end)) end += '_'
  return end
}

interface Shape {
  readonly type: string
  readonly lines: readonly string[]
  readonly field: string
}

const shape = (type: string, field: string, ...lines: readonly string[]): Shape => ({ type, field, lines })

function shapeOf(holder: Holder): Shape {
  switch (holder.is) {
    case 'user':
      return shape('aws_iam_user_policy', 'policy', `user   = "${holder.name}"`)
    case 'role':
      return shape('aws_iam_role_policy', 'policy', `role   = "${holder.name}"`)
    case 'permission-set':
      return shape(
        'aws_ssoadmin_permission_set_inline_policy',
        'inline_policy',
        `# The permission set is ${holder.name}.`,
        'instance_arn       = "INSTANCE-ARN"',
        'permission_set_arn = "PERMISSION-SET-ARN"',
      )
    case 'boundary':
      return shape('aws_iam_policy', 'policy', '# The policy that serves as the permissions boundary.')
    case 'trust':
      return shape('aws_iam_role', 'assume_role_policy', `name = "${holder.name}"`)
    case 'scp':
      return shape('aws_organizations_policy', 'content', 'name = "POLICY-NAME"', 'type = "SERVICE_CONTROL_POLICY"')
    case 'rcp':
      return shape('aws_organizations_policy', 'content', 'name = "POLICY-NAME"', 'type = "RESOURCE_CONTROL_POLICY"')
    case 'endpoint':
      return shape('aws_vpc_endpoint_policy', 'policy', 'vpc_endpoint_id = "ENDPOINT-ID"')
    case 'bucket':
      return shape('aws_s3_bucket_policy', 'policy', `bucket = "${holder.name}"`)
    case 'key':
      return shape('aws_kms_key_policy', 'policy', `key_id = "${holder.name}"`)
    case 'queue':
      return shape('aws_sqs_queue_policy', 'policy', 'queue_url = "QUEUE-URL"')
    case 'topic':
      return shape('aws_sns_topic_policy', 'policy', `arn = "${holder.name}"`)
    case 'secret':
      return shape('aws_secretsmanager_secret_policy', 'policy', `secret_arn = "${holder.name}"`)
  }
}
