/** The elements of a policy document. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html */
export const policyElements: readonly string[] = ['Version', 'Id', 'Statement']

/** The elements of a statement, in the order in which AWS writes them. */
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
