// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Terraform writes its references this way

/**
 * What follows "arn:aws:" in the `arn` attribute of Terraform's resources; NAME is any name. A log group's has no ":*" behind it since version 3 of the provider.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs (2026-11-28)
 */
const here = 'us-east-1:111122223333'
const forms: ReadonlyMap<string, string> = new Map([
  ['s3_bucket', 's3:::NAME'],
  ['sqs_queue', `sqs:${here}:NAME`],
  ['sns_topic', `sns:${here}:NAME`],
  ['dynamodb_table', `dynamodb:${here}:table/NAME`],
  ['lambda_function', `lambda:${here}:function:NAME`],
  ['kinesis_stream', `kinesis:${here}:stream/NAME`],
  ['kms_key', `kms:${here}:key/NAME`],
  ['kms_alias', `kms:${here}:alias/NAME`],
  ['secretsmanager_secret', `secretsmanager:${here}:secret:NAME-AbCdEf`],
  ['ecr_repository', `ecr:${here}:repository/NAME`],
  ['iam_role', 'iam::111122223333:role/NAME'],
  ['iam_user', 'iam::111122223333:user/NAME'],
  ['cloudwatch_log_group', `logs:${here}:log-group:NAME`],
  ['sfn_state_machine', `states:${here}:stateMachine:NAME`],
])

/** A reference to the ARN of one resource, with or without `data.` and an index, at the start of a text. */
const reference = /^\$\{(?:data\.)?aws_([a-z0-9_]{1,60})\.[\w-]{1,200}(?:\[[^\]{}]{0,80}\])?\.arn\}/

/** A name that CloudFormation makes up for a resource of the template: "${Reports name}". */
const madeUp = /\$\{[A-Za-z0-9]{1,255} name\}/g

/**
 * The text with the ARN that its reference to a Terraform resource means: "${aws_s3_bucket.reports.arn}/*" → "arn:aws:s3:::NAME/*", and with NAME
 * for names that CloudFormation makes up. Others stay as they are.
 */
export const withReferencedArn = (text: string): string =>
  text.replaceAll(madeUp, 'NAME').replace(reference, (written, type: string) => {
    const form = forms.get(type)
    return form === undefined ? written : `arn:aws:${form}`
  })
