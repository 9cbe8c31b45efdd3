import type { JSX } from 'preact'
import { Fold } from '../../controls/Fold.tsx'
import { Prose } from '../../controls/Prose.tsx'
import type { Finding } from '../../lint/index.ts'
import { checkSlug } from '../../session/check-slug.ts'

/** What Access Analyzer reports although nothing needs to change: one line, closed. */
export function AlsoReported({ findings }: { readonly findings: readonly Finding[] }): JSX.Element | null {
  const folded = findings.filter((finding) => finding.folded)
  if (folded.length === 0) return null
  return (
    <Fold class="wd-also" summary={`Access Analyzer also reports ${folded.length}; nothing needs to change`}>
      <ul>
        {folded.map(({ code, line, column, message }) => (
          <li key={`${code} ${line} ${column}`} data-code={code}>
            <a href={`../checks/${checkSlug(code)}/`}>{code}</a>, line {line}: <Prose text={message} />
          </li>
        ))}
      </ul>
    </Fold>
  )
}
