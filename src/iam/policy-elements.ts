/** What a policy document can hold. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export const policyElements: readonly string[] = ['Version', 'Id', 'Statement']

/** What a statement can hold, in the order in which AWS writes it. */
export const statementElements: readonly string[] = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]
