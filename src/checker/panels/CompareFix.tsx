import { useSignal } from '@preact/signals'
import type { JSX } from 'preact'
import type { ComparisonCase } from '../../session/comparison.ts'
import { siteRoot } from '../site.ts'

/** Opens the policies before and after a fix in the page that compares them. The policies go along in the fragment, which browsers never send. */
export function CompareFix({
  comparison,
}: {
  readonly comparison: () => ComparisonCase | undefined
}): JSX.Element | null {
  const outcome = useSignal('')
  const open = async (): Promise<void> => {
    const { writeComparison } = await import('../../session/comparison.ts')
    const { packFragment } = await import('../../session/fragment.ts')
    const wanted = comparison()
    const fragment = wanted && (await packFragment(writeComparison(wanted)))
    if (fragment) location.assign(`${siteRoot(location.href)}compare/#compare=${fragment}`)
    else
      outcome.value =
        'The policies are too long for a link. Open the Compare page, and choose “From the checker” there.'
  }
  // The checker as one file on a disk has no other pages.
  if (location.protocol === 'file:') return null
  return (
    <>
      <button type="button" class="wd-button" data-press="compare" onClick={open}>
        Compare before and after
      </button>
      <span class="wd-outcome" role="status">
        {outcome}
      </span>
    </>
  )
}
