// `whydenied lint --explain CODE`.
import { checks } from '../lint/index.ts'

/** The address of a check's page below the site's root. */
export const checkPage = (code: string): string => `checks/${code.toLowerCase().replaceAll('_', '-')}/`

/** What a check looks for, in lines; undefined if there is no such check. */
export function explanationOf(code: string): readonly string[] | undefined {
  const wanted = code.toUpperCase()
  const check = checks.find((each) => each.code === wanted || each.awsCode === wanted)
  if (!check) return undefined
  const { type, title, wrong, right, source, policyTypes, own } = check
  return [
    `${check.code} (${type}${own ? ', a check of our own' : ''}): ${title}`,
    `For: ${policyTypes.join(', ')}`,
    '',
    'Wrong:',
    short(wrong),
    '',
    'Right:',
    short(right),
    '',
    `Page on the site: ${checkPage(check.code)}`,
    `AWS: ${source}`,
  ]
}

/** The examples of the size checks are thousands of characters long. */
const short = (text: string): string => (text.length > 2000 ? `${text.slice(0, 400)} …` : text)
