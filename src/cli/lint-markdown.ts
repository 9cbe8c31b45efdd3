import { codeSpan } from './compare-report.ts'
import { counted } from './group-lines.ts'
import { checkPage } from './lint-explain.ts'
import type { LintedFile } from './lint-report.ts'

/** More rows than a reviewer reads. */
const mostRows = 50

/** Findings as a table for a comment on a pull request. Texts from files are in code spans, so that they can't become links, images, or mentions. */
export function toMarkdown(files: readonly LintedFile[]): string {
  const rows = files.flatMap(({ file, findings, unread }) => [
    ...findings
      .filter(({ folded }) => !folded)
      .map(({ line, code, type, message }) => [
        type,
        cell(code),
        cell(`${file}:${line}`),
        cell(message),
        cell(checkPage(code)),
      ]),
    ...unread.map((sentence) => ['UNREAD', '', cell(file), cell(sentence), '']),
  ])
  const title = `### Policy checks: ${rows.length === 0 ? 'nothing found' : counted(rows.length, 'finding')}`
  if (rows.length === 0) return title
  const more = rows.length > mostRows ? ['', `… and ${rows.length - mostRows} more`] : []
  const table = ['| Type | Check | Where | What is wrong | Page on the site |', '| --- | --- | --- | --- | --- |']
  return [title, '', ...table, ...rows.slice(0, mostRows).map((row) => `| ${row.join(' | ')} |`), ...more].join('\n')
}

/** Text in a code span in a cell of a table. https://github.github.com/gfm/#tables-extension- */
const cell = (text: string): string => codeSpan(text).replaceAll('|', '\\|')
