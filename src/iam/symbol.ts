/** Names inside "${…}" that mean a literal character of a pattern. */
const escapes: ReadonlySet<string> = new Set(['*', '?', '$'])

/** Sources of the Serverless Framework's variables, none of which is a service. https://www.serverless.com/framework/docs/guides/variables */
const serverless = /^(?:self|opt|env|sls|cf|file|param|git|custom|terraform)[:(]|^\w{1,20}:\//i

/**
 * Is "${name}" a placeholder for a value that the text doesn't give? Examples: Terraform's `var.bucket`, CloudFormation's `Bucket.Arn` and
 * `AWS::AccountId`, or a program's variable. Such a symbol equals itself, and nothing else is known about it. AWS's own policy variables always have a service
 * prefix and a colon ("aws:username", "s3:prefix"). `name` is without the braces, in any case.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export const isSymbolName = (name: string): boolean =>
  name.trim() !== '' && !escapes.has(name) && (!name.includes(':') || /^aws::/i.test(name) || serverless.test(name))

/** The names of all symbols in a text, in its order, each once. */
export function symbolsIn(text: string): readonly string[] {
  if (!text.includes('${')) return []
  const found = new Set<string>()
  for (const [, name = ''] of text.matchAll(/\$\{([^{}]{1,200})\}/g)) if (isSymbolName(name)) found.add(name)
  return [...found]
}
