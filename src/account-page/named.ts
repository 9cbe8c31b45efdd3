import type { OpenedFiles } from './messages.ts'

/** The index of the user or role that someone named, or a sentence about why there's none. A name can belong to several: in two accounts, or to a user and a role. */
export function indexOfNamed({ principals }: Pick<OpenedFiles, 'principals'>, wanted: string): number | string {
  const found = principals.flatMap(({ arn, name }, at) => (arn === wanted || name === wanted ? [at] : []))
  const [only] = found
  if (only === undefined) return `The files have no user or role ${wanted}.`
  if (found.length === 1) return only
  const arns = found.map((at) => principals[at]?.arn ?? '')
  return `${found.length} users and roles are named ${wanted}. Enter one of these ARNs: ${arns.join(', ')}.`
}
