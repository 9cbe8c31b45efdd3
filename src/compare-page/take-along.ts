// What leaves the page with the user: loaded when someone asks for it.
import { createRedactor } from '../advise/index.ts'
import { type ComparisonCase, writeComparison } from '../session/comparison.ts'
import { packFragment } from '../session/fragment.ts'

/** What an export replaces with placeholders. */
export interface Hiding {
  readonly hidden: boolean
  /** True: bucket names are replaced, too. Only counts where `hidden` is true. */
  readonly buckets: boolean
}

/** The comparison as the text of a file. */
export const comparisonFile = (comparison: ComparisonCase, hiding: Hiding): string =>
  `${writeComparison(redacted(comparison, hiding), 2)}\n`

/** A link to this page that holds the comparison in its fragment, which browsers don't send; undefined where it would be too long. */
export async function comparisonLink(
  comparison: ComparisonCase,
  hiding: Hiding,
  page: string,
): Promise<string | undefined> {
  const fragment = await packFragment(writeComparison(redacted(comparison, hiding)))
  return fragment && `${page.replace(/[?#].*$/, '')}#compare=${fragment}`
}

/** One redactor for all parts: a name that both versions, the policies around them, and a question share gets one placeholder. */
function redacted(comparison: ComparisonCase, { hidden, buckets }: Hiding): ComparisonCase {
  if (!hidden) return comparison
  const { old, new: now, around, never } = comparison
  const resources = never.flatMap((question) => (question.ask === 'not-granted' ? question.resources : []))
  const texts = [...old, ...now, ...around].flatMap(({ name, text }) => [name, text])
  const redactor = createRedactor([...texts, ...around.map(({ target = '' }) => target), ...resources], { buckets })
  const compared = <Text extends { readonly name: string; readonly text: string }>(each: Text): Text => ({
    ...each,
    name: redactor.text(each.name),
    text: redactor.text(each.text),
  })
  return {
    ...comparison,
    old: old.map(compared),
    new: now.map(compared),
    around: around.map((each) => ({
      ...compared(each),
      ...(each.target === undefined ? {} : { target: redactor.text(each.target) }),
    })),
    never: never.map((question) =>
      question.ask === 'not-granted'
        ? { ...question, resources: question.resources.map((resource) => redactor.value(resource)) }
        : question,
    ),
  }
}
