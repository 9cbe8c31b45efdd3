/** Errors to try, one of each common kind: what its button says, and the text that AWS sends. All accounts and names are AWS's documentation examples. */
export const sampleErrors: readonly { readonly label: string; readonly text: string }[] = [
  {
    label: 'Billing',
    text: 'User: arn:aws:sts::111122223333:assumed-role/FinanceViewer/nikki is not authorized to perform: billing:GetBillingData on resource: arn:aws:billing::111122223333:billingview/primary because no identity-based policy allows the billing:GetBillingData action',
  },
  {
    label: 'PassRole',
    text: 'User: arn:aws:iam::123456789012:user/marymajor is not authorized to perform: iam:PassRole on resource: arn:aws:iam::123456789012:role/report-runner because no identity-based policy allows the iam:PassRole action',
  },
  {
    label: 'S3 403',
    text: 'An error occurred (AccessDenied) when calling the GetObject operation: User: arn:aws:iam::123456789012:user/mateojackson is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::amzn-s3-demo-bucket/reports/june.csv" because no identity-based policy allows the s3:GetObject action',
  },
  {
    label: 'AssumeRole',
    text: 'An error occurred (AccessDenied) when calling the AssumeRole operation: User: arn:aws:iam::111122223333:user/mateojackson is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::444455556666:role/auditor',
  },
  {
    label: 'SCP',
    text: 'User: arn:aws:sts::111122223333:assumed-role/Developer/saanvi is not authorized to perform: ec2:RunInstances on resource: arn:aws:ec2:eu-west-3:111122223333:instance/* with an explicit deny in a service control policy: arn:aws:organizations::444455556666:policy/o-exampleorgid/service_control_policy/p-examplepolicyid111',
  },
  {
    label: 'CloudTrail event',
    text: `{
  "eventTime": "2026-11-20T10:00:00Z",
  "eventSource": "sqs.amazonaws.com",
  "eventName": "SendMessage",
  "awsRegion": "eu-west-1",
  "userIdentity": {
    "type": "AssumedRole",
    "arn": "arn:aws:sts::111122223333:assumed-role/order-service/worker-1",
    "accountId": "111122223333"
  },
  "errorCode": "AccessDenied",
  "errorMessage": "User: arn:aws:sts::111122223333:assumed-role/order-service/worker-1 is not authorized to perform: sqs:sendmessage on resource: arn:aws:sqs:eu-west-1:111122223333:orders because no identity-based policy allows the sqs:sendmessage action"
}`,
  },
]
