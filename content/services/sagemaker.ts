import { allow, notAllowed, own, type ServiceDenial, trusts } from './service-denial.ts'

const role = 'arn:aws:iam::111122223333:role/Training'
const session = 'arn:aws:sts::111122223333:assumed-role/Training/SageMaker'

export const sagemaker: readonly ServiceDenial[] = [
  {
    title: 'Model data can’t be read',
    message: `Could not access model data at s3://amzn-s3-demo-bucket/model.tar.gz. Please ensure that the role "${role}" exists and that its trust relationship policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com". Also ensure that the role has "s3:GetObject" permissions and that the object is located in eu-central-1.`,
    cause:
      'One sentence for four causes: the trust policy, the actions on S3, the key that encrypts the object, or a bucket in another Region.',
    check: {
      command: 'aws s3api get-bucket-location --bucket <BUCKET_NAME> --query LocationConstraint --output text',
      says: 'You should see the Region of the message.',
    },
    fix: {
      says: 'Add this to the execution role.',
      policy: {
        ...own(
          allow('s3:ListBucket', 'arn:aws:s3:::amzn-s3-demo-bucket'),
          allow('s3:GetObject', 'arn:aws:s3:::amzn-s3-demo-bucket/model.tar.gz'),
        ),
        request: { action: 's3:GetObject', resource: 'arn:aws:s3:::amzn-s3-demo-bucket/model.tar.gz' },
      },
    },
    verify: 'Create the model again.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
  },
  {
    title: 'SageMaker can’t assume the role',
    message:
      "ClientError: TrainingHostAgent Initialization failed:InvalidInputException: SageMaker is unable to perform: sts:AssumeRole on the role. Check if you have a trust relationship for 'sagemaker.amazonaws.com' to assume the role.",
    cause: 'The execution role’s trust policy doesn’t name `sagemaker.amazonaws.com`.',
    check: {
      command: 'aws iam get-role --role-name <ROLE_NAME> --query Role.AssumeRolePolicyDocument',
      says: 'You should see `sagemaker.amazonaws.com`.',
    },
    fix: { says: 'Let SageMaker assume the role.', policy: trusts('sagemaker.amazonaws.com', role) },
    verify: 'Start the training job again.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    article: 'roles/service-roles',
  },
  {
    title: 'A notebook’s role must be able to pass itself',
    message: notAllowed('iam:PassRole', role, session),
    cause: 'A notebook starts jobs with its own role. So the role passes itself, and needs the permission for that.',
    check: { says: 'The caller and the resource in the message are the same role.' },
    fix: {
      says: 'Add this to the role.',
      policy: {
        ...own(allow('iam:PassRole', role, { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } })),
        context: { 'iam:PassedToService': 'sagemaker.amazonaws.com' },
      },
    },
    verify: 'Start the job again.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    article: 'roles/pass-role',
  },
  {
    title: 'Creating something with tags needs sagemaker:AddTags',
    message: notAllowed(
      'sagemaker:AddTags',
      'arn:aws:sagemaker:eu-central-1:111122223333:training-job/orders-1',
      session,
    ),
    cause: 'Studio, pipelines, and Step Functions tag what they create, although you didn’t ask for tags.',
    check: { says: 'The message names `AddTags`, and you never called it.' },
    fix: {
      says: 'Allow tagging for the same type of resource.',
      policy: own(allow('sagemaker:AddTags', 'arn:aws:sagemaker:eu-central-1:111122223333:training-job/*')),
    },
    verify: 'Start the job again.',
    source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/security_iam_id-based-policy-examples.html',
  },
  {
    title: 'Endpoint names are lowercase in the ARN',
    message: notAllowed('sagemaker:InvokeEndpoint', 'arn:aws:sagemaker:eu-central-1:111122223333:endpoint/orders-prod'),
    cause:
      'The endpoint is called `Orders-Prod`, and its ARN has the name in lower case. A policy with the capitals doesn’t match.',
    check: { says: 'Compare the message with your policy, letter by letter.' },
    fix: {
      says: 'Use the name as the message writes it.',
      policy: own(
        allow('sagemaker:InvokeEndpoint', 'arn:aws:sagemaker:eu-central-1:111122223333:endpoint/orders-prod'),
      ),
    },
    verify: 'Call the endpoint again.',
    source: 'https://github.com/philschmid/cdk-samples/issues/2',
  },
]
