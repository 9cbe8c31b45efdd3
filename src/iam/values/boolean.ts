/**
 * Reads "true" or "false" in any case; undefined for anything else. AWS doesn't say whether it skips blanks around the word; lint and evaluate
 * both do. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean
 */
export function readBoolean(text: string): boolean | undefined {
  if (text === 'true') return true
  if (text === 'false') return false
  const word = text.trim().toLowerCase()
  return word === 'true' ? true : word === 'false' ? false : undefined
}
