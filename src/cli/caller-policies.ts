// Account details → the policies of the caller, to diagnose each kind of denial of a log with them.
import { type AccountPrincipal, attachedPolicies, type CollectedText, collect } from '../account/index.ts'
import type { GivenPolicy } from '../advise/index.ts'
import { readTexts, unreadSentence } from './files.ts'
import type { Io } from './io.ts'
import { listFiles } from './list-files.ts'

/** The identity-based policies and the boundary of a caller; none for a caller that the account details don't have. */
export type PoliciesOf = (caller: string | undefined) => readonly GivenPolicy[]

/** Reads account details: files, folders, and patterns. Undefined, and sentences to `io.tell`, if they can't be used. */
export async function readCallerPolicies(names: readonly string[], io: Io): Promise<PoliciesOf | undefined> {
  const { files, unread } = listFiles(names)
  const faults = [...unread]
  const texts: CollectedText[] = []
  for (const file of files) {
    const read = await readTexts(file, io)
    faults.push(...read.unread)
    texts.push(...read.texts.map(({ text }) => ({ name: file, text })))
  }
  for (const fault of faults) io.tell(unreadSentence(fault))
  const { account, hasDetails } = collect(texts)
  if (faults.length === 0 && !hasDetails)
    io.tell('whydenied: --policies needs account details, the output of aws iam get-account-authorization-details')
  if (faults.length > 0 || !hasDetails) return undefined
  const byCaller = new Map(account.principals.flatMap((each) => keysOf(each).map((key) => [key, each] as const)))
  return (caller) => {
    const principal = caller === undefined ? undefined : byCaller.get(callerKey(caller))
    if (!principal) return []
    const own = attachedPolicies(account, principal.arn)?.policies ?? []
    const { boundary } = principal
    return [
      ...own.map(({ type, name = 'Policy', document }): GivenPolicy => ({ name, type, text: written(document) })),
      ...(boundary
        ? [{ name: boundary.name, type: 'permissions-boundary', text: written(boundary.document) } as const]
        : []),
    ]
  }
}

const written = (document: unknown): string => JSON.stringify(document, null, 2)

/** An ARN, and for roles what the ARNs of their sessions begin with: they don't have the role's path. */
const keysOf = ({ arn, kind, accountId, name }: AccountPrincipal): readonly string[] =>
  kind === 'role' ? [arn, `${accountId} ${name}`] : [arn]

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns */
function callerKey(caller: string): string {
  const [, account, role] = /^arn:[\w-]+:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(caller) ?? []
  return role === undefined ? caller : `${account} ${role}`
}
