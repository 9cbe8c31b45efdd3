import type { Holder } from '../holder.ts'

/** A script for a shell that puts the document in its place. */
export const toCli = (document: string, holder: Holder): string =>
  [`cat > policy.json <<'${endOf(document)}'`, document.trimEnd(), endOf(document), command(holder)].join('\n')

/** A line that the document does not hold. */
function endOf(document: string): string {
  let end = 'END-OF-POLICY'
  while (document.split('\n').includes(end)) end += '-'
  return end
}

function command(holder: Holder): string {
  switch (holder.is) {
    case 'user':
      return `aws iam put-user-policy --user-name ${holder.name} --policy-name POLICY-NAME --policy-document file://policy.json`
    case 'role':
      return `aws iam put-role-policy --role-name ${holder.name} --policy-name POLICY-NAME --policy-document file://policy.json`
    case 'permission-set':
      return [
        `# In the account that manages IAM Identity Center; the permission set is ${holder.name}.`,
        'aws sso-admin put-inline-policy-to-permission-set --instance-arn INSTANCE-ARN --permission-set-arn PERMISSION-SET-ARN --inline-policy file://policy.json',
        'aws sso-admin provision-permission-set --instance-arn INSTANCE-ARN --permission-set-arn PERMISSION-SET-ARN --target-type ALL_PROVISIONED_ACCOUNTS',
      ].join('\n')
    case 'boundary':
      return `aws iam create-policy-version --policy-arn ${holder.name} --policy-document file://policy.json --set-as-default`
    case 'trust':
      return `aws iam update-assume-role-policy --role-name ${holder.name} --policy-document file://policy.json`
    case 'scp':
    case 'rcp':
      return '# In the organization’s management account.\naws organizations update-policy --policy-id POLICY-ID --content file://policy.json'
    case 'endpoint':
      return 'aws ec2 modify-vpc-endpoint --vpc-endpoint-id ENDPOINT-ID --policy-document file://policy.json'
    case 'bucket':
      return `aws s3api put-bucket-policy --bucket ${holder.name} --policy file://policy.json`
    case 'key':
      return `aws kms put-key-policy --key-id ${holder.name} --policy-name default --policy file://policy.json`
    case 'queue':
      return [
        `# The queue is ${holder.name}. Its policy travels as a text inside of JSON.`,
        'node -e \'console.log(JSON.stringify({ Policy: require("fs").readFileSync("policy.json", "utf8") }))\' > attributes.json',
        'aws sqs set-queue-attributes --queue-url QUEUE-URL --attributes file://attributes.json',
      ].join('\n')
    case 'topic':
      return `aws sns set-topic-attributes --topic-arn ${holder.name} --attribute-name Policy --attribute-value file://policy.json`
    case 'secret':
      return `aws secretsmanager put-resource-policy --secret-id ${holder.name} --resource-policy file://policy.json`
  }
}
