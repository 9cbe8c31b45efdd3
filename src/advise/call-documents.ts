import { parseArn } from '../iam/index.ts'
import type { Evaluated } from './situation.ts'

/** A document's name where a command, code, or an ARN has it: "--document-name AWS-RunShellScript". */
const named = /(?:\bdocument\/|\bdocument[-_]?name["']?[\s:=]{1,4}["']?)([\w.-]{3,128})(?![\w.*?-])/gi
/** AWS's own documents. Names that begin like that are reserved. https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateDocument.html */
const ofAws = /^(?:aws|amazon|amzn)/i
/** How much is searched for names. */
const mostText = 20_000

/**
 * What a policy names for the document that a call of Systems Manager runs: the one that the paste or the policies name, or else every document of the
 * account, and every one of AWS's, whose ARNs have no account. `every` is the ARN of all of the account's.
 */
export function documentsOf(
  every: string,
  { given, policies }: Pick<Evaluated, 'given' | 'policies'>,
): readonly string[] {
  const arn = parseArn(every)
  if (!arn) return [every]
  const place = (account: string, name: string): string =>
    `arn:${arn.partition}:ssm:${arn.region}:${account}:document/${name}`
  const texts = [given.paste, ...policies.map(({ text }) => text)].map((text) => text.slice(0, mostText))
  const names = new Set(texts.flatMap((text) => [...text.matchAll(named)].map(([, name = '']) => name)))
  const [only, ...others] = names
  if (only !== undefined && others.length === 0) return [place(ofAws.test(only) ? '' : arn.account, only)]
  return [every, place('', '*')]
}
