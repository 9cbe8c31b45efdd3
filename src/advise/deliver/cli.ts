import type { Holder } from '../holder.ts'
import { places, withName } from '../places.ts'
import type { Say } from './say.ts'

/** A script for a shell that puts the document in its place; undefined where the AWS CLI takes no whole document. */
export function toCli(
  document: string,
  { is, policy = '<POLICY_NAME>', ...names }: Holder,
  say: Say,
): string | undefined {
  const put = places[is].put?.map((line) => say(withName(line, names)).replaceAll('<POLICY_NAME>', policy))
  return put && [`cat > policy.json <<'${endOf(document)}'`, document.trimEnd(), endOf(document), ...put].join('\n')
}

/** A line that the document does not hold. */
function endOf(document: string): string {
  let end = 'END-OF-POLICY'
  while (document.split('\n').includes(end)) end += '-'
  return end
}
