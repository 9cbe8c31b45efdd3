import type { JSX } from 'preact'

/** What is wrong with the company's settings, for who administers the site. Everything else works. */
export function CompanyTrouble({ problems }: { readonly problems: readonly string[] }): JSX.Element | null {
  if (problems.length === 0) return null
  return (
    <div class="wd-note wd-note-warning" role="status" data-company-trouble>
      <p>
        For who administers this site: part of <code>whydenied.config.json</code> is wrong and was left out.
      </p>
      <ul>
        {problems.slice(0, 10).map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  )
}
