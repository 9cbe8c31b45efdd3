import type { JSX } from 'preact'
import { Icon } from '../../controls/Icon.tsx'
import { Prose } from '../../controls/Prose.tsx'
import type { Request } from '../../evaluate/index.ts'
import { checkSlug } from '../../session/check-slug.ts'
import type { Complaint } from '../../session/messages.ts'
import type { Edit } from '../../text/index.ts'
import { allFixes } from '../all-fixes.ts'
import { severityWords } from '../words.ts'

interface Props {
  readonly list: readonly Complaint[]
  /** Shows the place in its editor; left out where there is none. */
  readonly onShow?: (complaint: Complaint) => void
  readonly onFix?: (complaint: Complaint) => void
  /** Puts the request that proves the problem into the checker. */
  readonly onTry?: (example: Request) => void
  /** Makes all fixes at once. */
  readonly onFixAll?: (edit: Edit) => void
}

/** Slips of JSON have codes of their own, and no page. */
const isCheck = (code: string): boolean => /^[A-Z][A-Z_]+$/.test(code)

/** What is wrong with a text: what, where, and what would be right. */
export function Complaints({ list, onShow, onFix, onTry, onFixAll }: Props): JSX.Element | null {
  if (list.length === 0) return null
  const all = allFixes(list)
  return (
    <ul class="wd-complaints">
      {all && onFixAll && (
        <li>
          <button type="button" class="wd-button wd-small" onClick={() => onFixAll(all)}>
            {all.title}
          </button>
        </li>
      )}
      {list.map((complaint) => {
        const { severity, message, expected, line, column, fix, code, example } = complaint
        const place = `line ${line}, column ${column}`
        return (
          <li key={`${code} ${line} ${column} ${message}`} data-severity={severity} data-code={code}>
            <Icon name={severityWords[severity].icon} />
            <div>
              <p>
                <strong>{severityWords[severity].word}</strong>{' '}
                {onShow ? (
                  <button type="button" class="wd-link" onClick={() => onShow(complaint)}>
                    {place}
                  </button>
                ) : (
                  <span class="wd-place">{place}</span>
                )}
              </p>
              <p>
                <Prose text={message} />
                {/[.!?]$/.test(message) ? '' : '.'}
                {expected && (
                  <>
                    {' Expected: '}
                    <Prose text={expected} />.
                  </>
                )}
              </p>
              {isCheck(code) && (
                <p class="wd-hint">
                  <a href={`../checks/${checkSlug(code)}/`}>Why this matters, with an example</a>
                </p>
              )}
              {example && onTry && (
                <button type="button" class="wd-button wd-small" onClick={() => onTry(example)}>
                  Check this request
                </button>
              )}
              {fix && onFix && (
                <button type="button" class="wd-button wd-small" onClick={() => onFix(complaint)}>
                  {fix.title}
                </button>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
